#pragma once

#include <cstddef>
#include <cstdint>

#include "base/hash.h"
#include "mime/envelope.h"
#include "mime/pen.h"

namespace haymaker::mime {

// The opaque values of a message by what they are for, so that a field added later moves none of
// the others.
enum class Token : std::uint64_t {
  hops,             // Number and kind of the hops.
  delays,           // Seconds that the hops take, a few bits each.
  mailbox_server,   // Where the recipient's mailbox lies.
  hub_server,       // Between two mailboxes, or at the border.
  server_address,   // Interface identifiers of servers.
  peer_address,     // Of whoever connects from outside.
  build,            // Version of the server software.
  network_id_high,  // Network-Message-Id, a GUID.
  network_id_low,
  antispam,  // Rule numbers.
  queue,     // Queue identifiers of mail transfer agents.
  session,   // Opaque state that the provider writes.
  state,
  client_build,
  content_id,
  verdict,   // What the filters say in their own code.
  boundary,  // The first of many: boundaries count up from it. Stays the last.
};

class Tokens {
 public:
  explicit Tokens(const Entropy& entropy) noexcept : entropy_(entropy) {}

  std::uint64_t operator()(Token token) const noexcept {
    return at(static_cast<std::uint64_t>(token));
  }
  // The tokens of the n-th boundary: two words that no other field uses.
  std::uint64_t boundary_high(std::size_t n) const noexcept {
    return at(static_cast<std::uint64_t>(Token::boundary) + 2 * n);
  }
  std::uint64_t boundary_low(std::size_t n) const noexcept {
    return at(static_cast<std::uint64_t>(Token::boundary) + 2 * n + 1);
  }
  Guid network_message_id() const noexcept {
    return {(*this)(Token::network_id_high), (*this)(Token::network_id_low)};
  }

 private:
  std::uint64_t at(std::uint64_t ordinal) const noexcept {
    return mix64(entropy_[ordinal % 4] + (ordinal + 1) * 0x9E3779B97F4A7C15U);
  }

  const Entropy& entropy_;
};

}  // namespace haymaker::mime
