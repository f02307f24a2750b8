#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/mail_client.h"
#include "mime/tokens.h"

namespace haymaker::mime {

// The delimiter of a multipart (RFC 2046 section 5.1.1) in the client's shape. All boundaries of a
// message have one length and hold 64 or more bits of its entropy, so that none begins with another
// and none occurs in a text by chance.
class Boundary {
 public:
  Boundary() = default;  // Empty: not a multipart.
  // The n-th boundary of the message, counted from 0 in the order of the header fields that name
  // it. `kind` is what Outlook counts in: 4 for mixed, 3 for related, 0 for alternative.
  Boundary(MailClient client, const Tokens& tokens, std::size_t n, int kind) noexcept;

  [[nodiscard]] std::string_view view() const noexcept { return {text_.data(), size_}; }

 private:
  std::array<char, 72> text_{};
  std::uint8_t size_ = 0;
};

}  // namespace haymaker::mime
