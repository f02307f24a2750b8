#include "mime/header_field.h"

#include <array>
#include <cstdint>

#include "base/utf8.h"
#include "mime/quoted_string.h"

namespace haymaker::mime {

namespace {

constexpr std::string_view kFold = "\r\n ";

// A line with an encoded word has at most 76 octets, and a comma may follow a mailbox.
constexpr std::size_t kAddressLine = 75;

// What the characters of a display name ask for, as bits that can be joined.
enum NameNeeds : std::uint8_t { kAtoms = 0, kQuotes = 1, kEncodedWords = 2 };

constexpr auto kNeeds = [] {
  std::array<std::uint8_t, 256> needs{};
  for (std::size_t c = 0; c < 256; ++c) {
    needs[c] = c >= 0x80 || c < 0x20 || c == 0x7F ? kEncodedWords : kAtoms;
  }
  for (const char c : std::string_view("()<>[]:;@,.\"\\")) {
    needs[static_cast<unsigned char>(c)] = kQuotes;
  }
  needs['='] = kQuotes;  // "=?" in an atom would be read as an encoded word.
  return needs;
}();

std::uint8_t needs_of(std::string_view name) noexcept {
  std::uint8_t needs = kAtoms;
  for (const char c : name) needs |= kNeeds[static_cast<unsigned char>(c)];
  const bool loose = name.starts_with(' ') || name.ends_with(' ') ||
                     (needs == kAtoms && name.find("  ") != std::string_view::npos);
  return loose ? static_cast<std::uint8_t>(needs | kQuotes) : needs;
}

// One mailbox, from `column` on, folded before the address if need be. Returns the new column.
std::size_t append_mailbox(const Mailbox& mailbox, WordEncoding encoding, std::size_t column,
                           Buffer& out) {
  const std::string_view name = mailbox.display_name;
  if (name.empty()) {
    out.append(mailbox.address);
    return column + mailbox.address.size();
  }
  const std::uint8_t needs = needs_of(name);
  if ((needs & kEncodedWords) != 0) {
    column = append_encoded_words(name, WordPlace::phrase, encoding, column, out);
  } else {
    const std::size_t before = out.size();
    if (needs == kAtoms) {
      out.append(name);
    } else {
      append_quoted_string(name, out);
    }
    column += out.size() - before;
  }
  const std::size_t address = mailbox.address.size() + 2;
  if (column + 1 + address > kAddressLine) {
    out.append(kFold);
    column = 0;
  } else {
    out.append(' ');
  }
  out.append('<');
  out.append(mailbox.address);
  out.append('>');
  return column + 1 + address;
}

// Text in ASCII, longer than its line: broken before the last run of spaces that lets a line keep
// to its length.
void append_folded(std::string_view value, std::size_t column, Buffer& out) {
  while (column + value.size() > kPreferredLine) {
    std::size_t cut = std::string_view::npos;
    for (std::size_t i = 1; i + 1 < value.size(); ++i) {
      const bool may_break = value[i] == ' ' && value[i - 1] != ' ';
      if (!may_break) continue;
      if (column + i > kPreferredLine && cut != std::string_view::npos) break;
      cut = i;
      if (column + i > kPreferredLine) break;
    }
    if (cut == std::string_view::npos) break;
    out.append(value.substr(0, cut));
    out.append("\r\n");
    value.remove_prefix(cut);
    column = 0;
  }
  out.append(value);
}

}  // namespace

void append_unstructured(std::string_view name, std::string_view value, WordEncoding encoding,
                         Buffer& out) {
  while (value.ends_with(' ')) value.remove_suffix(1);
  out.append(name);
  if (value.empty()) {
    out.append("\r\n");
    return;
  }
  out.append(' ');
  const std::size_t column = name.size() + 1;
  const bool encode = !is_ascii(value) || value.find("=?") != std::string_view::npos ||
                      value.find('\t') != std::string_view::npos || value.starts_with(' ');
  if (encode) {
    append_encoded_words(value, WordPlace::unstructured, encoding, column, out);
  } else if (column + value.size() <= kPreferredLine) {
    out.append(value);
  } else {
    append_folded(value, column, out);
  }
  out.append("\r\n");
}

std::size_t append_mailboxes(std::string_view name, std::span<const Mailbox> mailboxes,
                             WordEncoding encoding, Buffer& out) {
  if (mailboxes.empty()) return 0;
  const std::size_t begin = out.size();
  out.append(name);
  std::size_t column = name.size();
  std::size_t written = 0;
  for (const Mailbox& mailbox : mailboxes) {
    const std::size_t before = out.size();
    if (written != 0) {
      out.append(',');
      ++column;
    }
    const std::size_t width = mailbox.display_name.size() + mailbox.address.size() + 6;
    if (written != 0 && column + width > kAddressLine) {
      out.append(kFold);
      column = 1;
    } else {
      out.append(' ');
      ++column;
    }
    column = append_mailbox(mailbox, encoding, column, out);
    if (out.size() - begin > kLongestField && written != 0) {
      out.truncate(before);
      break;
    }
    ++written;
  }
  out.append("\r\n");
  return written;
}

void append_message_ids(std::string_view name, std::span<const std::string_view> ids,
                        std::size_t most, Buffer& out) {
  if (ids.empty()) return;
  constexpr std::size_t kAround = 5;  // Brackets and a fold.
  std::size_t total = name.size();
  for (const std::string_view id : ids) total += id.size() + kAround;
  out.append(name);
  std::size_t column = name.size();
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::string_view id = ids[i];
    if (i != 0 && i + 1 != ids.size() && total > most) {
      total -= id.size() + kAround;
      continue;
    }
    if (i != 0 && column + id.size() + 3 > kPreferredLine) {
      out.append(kFold);
      column = 0;
    } else {
      out.append(' ');
    }
    out.append('<');
    out.append(id);
    out.append('>');
    column += id.size() + 3;
  }
  out.append("\r\n");
}

}  // namespace haymaker::mime
