#include "mime/encoded_word.h"

#include <algorithm>

#include "base/utf8.h"
#include "mime/base64.h"
#include "mime/pen.h"

namespace haymaker::mime {

namespace {

constexpr std::string_view kQ = "=?utf-8?Q?";
constexpr std::string_view kB = "=?utf-8?B?";
constexpr std::string_view kEnd = "?=";
constexpr std::size_t kFrame = kQ.size() + kEnd.size();
constexpr std::size_t kLongestWord = 75;
constexpr std::size_t kLongestLine = 76;
// A first word with less room than this for its text is not worth its place at the end of a line.
constexpr std::size_t kLeastRoom = 12;

bool is_alphanumeric(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool stands_in_q(unsigned char c, WordPlace place) {
  if (is_alphanumeric(c)) return true;
  const std::string_view allowed =
      place == WordPlace::phrase ? "!*+-/" : "!*+-/,.:;'\"()[]{}<>@#$%&|~^`\\";
  return allowed.find(static_cast<char>(c)) != std::string_view::npos;
}

std::size_t q_size(std::string_view text, WordPlace place) {
  std::size_t size = 0;
  for (const char c : text) {
    size += c == ' ' || stands_in_q(static_cast<unsigned char>(c), place) ? 1 : 3;
  }
  return size;
}

void append_q(std::string_view text, WordPlace place, Buffer& out) {
  char* const begin = out.grow(3 * text.size());
  char* at = begin;
  for (const char c : text) {
    if (c == ' ') {
      *at++ = '_';
    } else if (stands_in_q(static_cast<unsigned char>(c), place)) {
      *at++ = c;
    } else {
      *at++ = '=';
      at = write_pair(at, kUpperHexPairs.data(), static_cast<unsigned char>(c));
    }
  }
  out.commit(static_cast<std::size_t>(at - begin));
}

// The longest prefix of whole characters whose encoding fits into `room`.
std::size_t fitting_prefix(std::string_view text, WordPlace place, bool use_q, std::size_t room) {
  std::size_t taken = 0;
  std::size_t size = 0;
  while (taken < text.size()) {
    const std::size_t bytes = first_code_point(text.substr(taken)).bytes;
    if (use_q) {
      size += q_size(text.substr(taken, bytes), place);
    } else {
      size = base64_size(taken + bytes);
    }
    if (size > room) break;
    taken += bytes;
  }
  return taken;
}

}  // namespace

WordEncoding word_encoding(MailClient client) noexcept {
  switch (client) {
    case MailClient::gmail: return WordEncoding::shorter;
    case MailClient::outlook_desktop:
    case MailClient::apple_mail:
    case MailClient::iphone: return WordEncoding::q;
    case MailClient::exchange_online:
    case MailClient::machine: break;
  }
  return WordEncoding::b;
}

std::size_t append_encoded_words(std::string_view text, WordPlace place, WordEncoding encoding,
                                 std::size_t column, Buffer& out) {
  const std::size_t as_q = q_size(text, place);
  const std::size_t as_b = base64_size(text.size());
  bool use_q = encoding == WordEncoding::q || (encoding == WordEncoding::shorter && as_q <= as_b);
  if (place == WordPlace::phrase && (use_q ? as_q : as_b) > kLongestWord - kFrame) {
    use_q = as_q <= as_b;
  }
  const std::size_t whole = kFrame + (use_q ? as_q : as_b);
  const bool keep_whole = place == WordPlace::phrase && whole <= kLongestWord;
  if (column + (keep_whole ? whole : kFrame + kLeastRoom) > kLongestLine) {
    out.append("\r\n ");
    column = 1;
  }
  while (true) {
    const std::size_t longest = std::min(kLongestWord, kLongestLine - column);
    const std::size_t taken = fitting_prefix(text, place, use_q, longest - kFrame);
    const std::size_t before = out.size();
    out.append(use_q ? kQ : kB);
    if (use_q) {
      append_q(text.substr(0, taken), place, out);
    } else {
      append_base64(text.substr(0, taken), out);
    }
    out.append(kEnd);
    column += out.size() - before;
    text.remove_prefix(taken);
    if (text.empty()) return column;
    out.append("\r\n ");
    column = 1;
  }
}

}  // namespace haymaker::mime
