#pragma once

// For tests: a corpus that is quick to make and whose every byte follows from the index.

#include <atomic>
#include <functional>
#include <string>

#include "base/append.h"
#include "base/hash.h"
#include "job/message_source.h"
#include "job/recipe.h"

namespace haymaker::job {

// Messages of 66 to 577 bytes, in which the index can be read. `before` is called with each index
// before it is rendered, by whichever thread renders it.
class TestSource final : public MessageSource {
 public:
  explicit TestSource(std::uint64_t count, std::function<void(std::uint64_t)> before = {})
      : count_(count), before_(std::move(before)) {}

  [[nodiscard]] std::uint64_t count() const override { return count_; }
  [[nodiscard]] std::unique_ptr<Renderer> new_renderer() const override {
    return std::make_unique<TestRenderer>(before_);
  }

 private:
  class TestRenderer final : public Renderer {
   public:
    explicit TestRenderer(const std::function<void(std::uint64_t)>& before) : before_(before) {}

    void render(MessageIndex index, Rendered& out) noexcept override {
      const std::uint64_t i = value(index);
      if (before_) before_(i);
      bytes_.clear();
      bytes_.append("Subject: message ");
      append_padded(i, 9, bytes_);
      bytes_.append("\r\n\r\n");
      bytes_.append(34 + mix64(i) % 512, static_cast<char>('a' + i % 26));
      bytes_.append("\r\n");
      message_id_.clear();
      message_id_.append("<");
      append_decimal(i, message_id_);
      message_id_.append("@mail.example>");
      out = {.bytes = bytes_.view(),
             .message_id = message_id_.view(),
             .uid = mix64(i),
             .date = 1'741'166'047 + static_cast<UnixSeconds>(i),
             .digest = digest(bytes_.view())};
    }

   private:
    const std::function<void(std::uint64_t)>& before_;
    Buffer bytes_;
    Buffer message_id_;
  };

  std::uint64_t count_;
  std::function<void(std::uint64_t)> before_;
};

inline Recipe test_recipe(std::uint64_t messages, sink::Packaging packaging) {
  return {.generator = "0.1.0",
          .spec_digest = "0123456789abcdef0123456789abcdef",
          .spec = R"({"seed":7})",
          .messages = messages,
          .part_messages = kPartUnit,
          .packaging = packaging};
}

}  // namespace haymaker::job
