#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/hash.h"
#include "mime/date_text.h"
#include "mime/envelope.h"
#include "mime/host.h"
#include "mime/pen.h"
#include "mime/tokens.h"

namespace haymaker::mime {

// When Exchange took a message in: "04 Mar 2024 09:30:02.1734 (UTC)"; a piece for a Pen.
struct ArrivalText {
  static constexpr std::size_t kBound = 31;
  DateText date;
  std::uint64_t fraction;  // Of the second, in ten thousandths.

  char* write(char* at) const noexcept {
    constexpr std::size_t kAfterWeekday = 5;
    constexpr std::size_t kBeforeZone = 25;
    std::array<char, DateText::kBound> text;
    date.write(text.data());
    at = piece::write(at,
                      std::string_view(text.data() + kAfterWeekday, kBeforeZone - kAfterWeekday));
    *at++ = '.';
    at = Padded<4>{fraction}.write(at);
    return piece::write(at, " (UTC)");
  }
};

// What the writers of one message's header share: the envelope, and what is worked out from it
// once.
struct Delivery {
  explicit Delivery(const Envelope& message) noexcept
      : envelope(message),
        tokens(message.entropy),
        tenant(stable_hash(message.company_domain)),
        submitted(message.date, 0) {}

  // The n-th of the small delays on the way, of at most `most` seconds.
  [[nodiscard]] int delay(int n, int most) const noexcept {
    return static_cast<int>((tokens(Token::delays) >> (8 * n)) & 0xFF) % (most + 1);
  }
  [[nodiscard]] OnlineServer mailbox_server() const noexcept {
    return {tenant, tokens(Token::mailbox_server)};
  }
  [[nodiscard]] OnlineServer hub_server() const noexcept {
    return {tenant, tokens(Token::hub_server)};
  }
  [[nodiscard]] ArrivalText arrival() const noexcept {
    return {submitted.later(delay(0, 1)), tokens(Token::delays) >> 48};
  }
  // Where the sender's own server, if it made the Message-ID, wrote its name.
  [[nodiscard]] std::string_view message_id_host() const noexcept {
    return envelope.message_id.substr(envelope.message_id.find('@') + 1);
  }
  // True where the mail is made, moved and kept by servers of one's own, not by Exchange Online.
  [[nodiscard]] bool is_local() const noexcept {
    return envelope.direction != Direction::inbound &&
           (envelope.client == MailClient::outlook_desktop ||
            envelope.client == MailClient::machine);
  }
  // Microsoft's third version number, which rises by about 21 a week.
  [[nodiscard]] std::uint64_t build() const noexcept;

  const Envelope& envelope;
  Tokens tokens;
  std::uint64_t tenant;  // A hash of the company's domain.
  DateText submitted;    // Date, in UTC.
};

}  // namespace haymaker::mime
