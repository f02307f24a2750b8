#pragma once

// What the engine runs: something that can render any message of a corpus by its index.

#include <cstdint>
#include <memory>
#include <string_view>

#include "base/civil_time.h"
#include "base/digest.h"
#include "base/ids.h"

namespace haymaker::job {

// A message with what the index says of it. The views are valid until the renderer's next call.
struct Rendered {
  std::string_view bytes;
  std::string_view message_id;  // With its angle brackets.
  std::uint64_t uid = 0;
  UnixSeconds date = 0;
  Digest digest;  // Of the bytes.
};

// The state of one thread: buffers that grow once. Used by one thread at a time.
class Renderer {
 public:
  Renderer() = default;
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;
  virtual ~Renderer() = default;

  // The same message for the same index, whichever renderer of the source is asked.
  virtual void render(MessageIndex index, Rendered& out) noexcept = 0;
};

// An interface, so that the engine can be tested without a corpus. Safe for several threads at
// once; outlives its renderers.
class MessageSource {
 public:
  MessageSource() = default;
  MessageSource(const MessageSource&) = delete;
  MessageSource& operator=(const MessageSource&) = delete;
  virtual ~MessageSource() = default;

  [[nodiscard]] virtual std::uint64_t count() const = 0;
  [[nodiscard]] virtual std::unique_ptr<Renderer> new_renderer() const = 0;
};

}  // namespace haymaker::job
