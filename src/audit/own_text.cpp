#include "audit/own_text.h"

#include <algorithm>
#include <array>

namespace haymaker::audit {
namespace {

constexpr std::string_view kSpace = " \t\r\n\xC2\xA0";

std::string_view trim(std::string_view text) noexcept {
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::string_view line_at(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size()) return {};
  return text.substr(at, text.find('\n', at) - at);
}

std::size_t after_line(std::string_view text, std::size_t at) noexcept {
  const std::size_t end = text.find('\n', at);
  return end == text.npos ? text.size() : end + 1;
}

constexpr std::array<std::string_view, 15> kWrote = {">:",
                                                     "wrote:",
                                                     "schrieb:",
                                                     "\xC3\xA9"
                                                     "crit :",
                                                     "\xC3\xA9"
                                                     "crit\xC2\xA0:",
                                                     "escribi\xC3\xB3:",
                                                     "ha scritto:",
                                                     "escreveu:",
                                                     "schreef:",
                                                     "skrev:",
                                                     "kirjoitti:",
                                                     "napisa\xC5\x82(a):",
                                                     "napisa\xC5\x82:",
                                                     "\xC3\xA9"
                                                     "crit:",
                                                     "schreef het volgende:"};

constexpr std::array<std::string_view, 10> kFromWords = {"From",
                                                         "Von",
                                                         "De",
                                                         "Da",
                                                         "Van",
                                                         "Fra",
                                                         "Fr\xC3\xA5n",
                                                         "Od",
                                                         "L\xC3\xA4hett\xC3\xA4j\xC3\xA4",
                                                         "\xD0\x9E\xD1\x82"};

constexpr std::array<std::string_view, 9> kDeviceLines = {
    "Sent from my ",     "Sent from Outlook",     "Get Outlook for ",
    "Von meinem iPhone", "Envoy\xC3\xA9 de mon ", "Enviado desde mi ",
    "Inviato da iPhone", "Verstuurd vanaf mijn ", "Enviado do meu "};

// "Word: ..." or "*Word:* ..."; the word, empty if the line is none.
std::string_view field_word(std::string_view line) noexcept {
  line = trim(line);
  while (line.starts_with('*')) line.remove_prefix(1);
  const std::size_t colon = line.find(':');
  if (colon == line.npos || colon == 0 || colon > 20) return {};
  std::string_view word = trim(line.substr(0, colon));
  while (word.ends_with('*')) word.remove_suffix(1);
  return word.find_first_of(",.!?") == word.npos ? word : std::string_view();
}

// A line of dashes or of underlines, at least five at each end: "-----Original Message-----".
bool is_rule(std::string_view line) noexcept {
  line = trim(line);
  constexpr std::size_t kLeast = 5;
  const auto framed = [&](char c) {
    const std::size_t front = std::min(line.find_first_not_of(c), line.size());
    const std::size_t last = line.find_last_not_of(c);
    return front >= kLeast && (last == line.npos || line.size() - last > kLeast);
  };
  return framed('-') || framed('_');
}

bool is_header_block(std::string_view text, std::size_t at) noexcept {
  const std::string_view word = field_word(line_at(text, at));
  if (std::ranges::find(kFromWords, word) == kFromWords.end()) return false;
  at = after_line(text, at);
  if (field_word(line_at(text, at)).empty()) return false;
  at = after_line(text, at);
  return !field_word(line_at(text, at)).empty();
}

bool is_attribution(std::string_view text, std::size_t at) noexcept {
  const std::string_view line = trim(line_at(text, at));
  if (!line.ends_with(':')) return false;
  if (std::ranges::any_of(kWrote, [&](std::string_view end) { return line.ends_with(end); })) {
    return true;
  }
  for (at = after_line(text, at); at < text.size(); at = after_line(text, at)) {
    const std::string_view next = trim(line_at(text, at));
    if (!next.empty()) return next.starts_with('>');
  }
  return false;
}

// An attribution may be wrapped: its first line has the "On" and its second the "wrote:".
bool is_wrapped_attribution(std::string_view text, std::size_t at) noexcept {
  constexpr std::array<std::string_view, 6> kOn = {"On ", "Am ", "Le ", "El ", "Il ", "Op "};
  const std::string_view line = trim(line_at(text, at));
  if (std::ranges::none_of(kOn, [&](std::string_view on) { return line.starts_with(on); })) {
    return false;
  }
  const std::string_view next = trim(line_at(text, after_line(text, at)));
  return line.find_first_of("0123456789") != line.npos &&
         std::ranges::any_of(kWrote, [&](std::string_view end) { return next.ends_with(end); });
}

bool ends_own_text(std::string_view text, std::size_t at) noexcept {
  const std::string_view line = line_at(text, at);
  if (line.starts_with('>') || line == "-- " || line == "--" || is_rule(line)) return true;
  const bool device = std::ranges::any_of(
      kDeviceLines, [&](std::string_view start) { return line.starts_with(start); });
  return device || is_header_block(text, at) || is_attribution(text, at) ||
         is_wrapped_attribution(text, at);
}

std::string_view without_end_space(std::string_view text) noexcept {
  const std::size_t last = text.find_last_not_of(kSpace);
  return text.substr(0, last == text.npos ? 0 : last + 1);
}

bool has_contact(std::string_view line) noexcept {
  constexpr std::ptrdiff_t kTelephoneDigits = 8;
  const auto digits = std::ranges::count_if(line, [](char c) { return c >= '0' && c <= '9'; });
  return line.find('@') != line.npos || (line.find('+') != line.npos && digits >= kTelephoneDigits);
}

std::string_view without_signature_block(std::string_view text) noexcept {
  constexpr std::size_t kLeastLines = 2;
  constexpr std::size_t kMostLines = 8;
  constexpr std::size_t kMostBytes = 80;
  const std::size_t gap = text.rfind("\n\n");
  if (gap == text.npos) return text;
  std::size_t lines = 0;
  bool contact = false;
  for (std::size_t at = gap + 2; at < text.size(); at = after_line(text, at)) {
    const std::string_view line = line_at(text, at);
    if (++lines > kMostLines || line.size() > kMostBytes) return text;
    contact = contact || has_contact(line);
  }
  return contact && lines >= kLeastLines ? without_end_space(text.substr(0, gap)) : text;
}

}  // namespace

std::string_view own_text(std::string_view text) noexcept {
  std::size_t at = 0;
  while (at < text.size() && !ends_own_text(text, at)) at = after_line(text, at);
  return without_signature_block(without_end_space(text.substr(0, at)));
}

}  // namespace haymaker::audit
