#pragma once

// A request and its answer as plain values, without a socket: what hands them over may be a server
// or a cloud's gateway, and what answers them cannot tell.

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "base/error.h"

namespace haymaker {

struct HttpField {
  std::string name;  // In lower case.
  std::string value;
};

struct Request {
  std::string method;  // "GET"
  std::string target;  // As sent: "/api/v1/jobs?limit=10".
  std::vector<HttpField> fields;
  std::string body;

  // The value of the first field of that name; empty if there is none.
  [[nodiscard]] std::string_view field(std::string_view name) const noexcept {
    for (const HttpField& field : fields) {
      if (field.name == name) return field.value;
    }
    return {};
  }
};

// A body that is made while it is sent. One thread at a time uses it.
class BodySource {
 public:
  BodySource() = default;
  BodySource(const BodySource&) = delete;
  BodySource& operator=(const BodySource&) = delete;
  virtual ~BodySource() = default;

  // Appends the next piece, of bounded size; false once there is none. After an error the answer is
  // cut off, so that nobody takes it for whole.
  virtual std::expected<bool, Error> read(Buffer& out) = 0;
};

struct Response {
  unsigned status = 200;
  std::vector<HttpField> fields;
  std::string body;
  // In place of `body`, where it is not to be held in memory.
  std::unique_ptr<BodySource> stream;
  std::optional<std::uint64_t> stream_size;  // In bytes, where it is known beforehand.
  // With status 101, what the connection is to hear of from now on; empty means everything.
  std::string topic;
};

}  // namespace haymaker
