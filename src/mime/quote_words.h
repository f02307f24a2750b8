#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace haymaker::mime {

// Languages that a client can speak when it quotes.
enum class Language : std::uint8_t {
  english_gb,
  english_us,
  german,
  french,
  spanish,
  italian,
  dutch,
  portuguese,
};
inline constexpr int kLanguages = 8;

// By the tag of Content-Language (RFC 5646): "de-AT" is German; what is not known is British
// English.
Language language_of(std::string_view tag) noexcept;

// The words that mail clients put around what they quote. Patterns stand for a date and a sender:
// %A %a weekday, long and short; %d %D day, plain and with two digits; %B %b %m month, long, short,
// in two digits; %Y year; %R time as 09:05, %r as 9:05 AM; %n name, %s address of the sender.
struct QuoteWords {
  std::array<std::string_view, 7> weekdays;  // Sunday first.
  std::array<std::string_view, 7> short_weekdays;
  std::array<std::string_view, 12> months;
  std::array<std::string_view, 12> short_months;
  std::string_view original_message;  // Outlook, above the header block.
  std::string_view from;
  std::string_view sent;
  std::string_view to;
  std::string_view cc;
  std::string_view subject;
  std::string_view date;
  std::string_view outlook_date;
  std::string_view gmail_date;
  std::string_view gmail_attribution;
  std::string_view gmail_forwarded;
  std::string_view apple_attribution;
  std::string_view apple_forwarded;
  std::string_view iphone_signature;
  std::string_view outlook_reply;  // Before the subject: "RE: ", "AW: ". Others always write "Re: "
  std::string_view outlook_forward;  // and "Fwd: ".
  std::string_view automatic_reply;
  std::string_view accepted;  // Before the subject of an answer to an invitation.
  std::string_view declined;
  std::string_view tentative;
};

const QuoteWords& quote_words(Language language) noexcept;

}  // namespace haymaker::mime
