#include "mime/quoted_printable.h"

#include <cstring>

#include "mime/octets.h"
#include "mime/pen.h"

namespace haymaker::mime {

namespace {

constexpr std::size_t kColumns = 76;

// Printable ASCII or a space, and not '=': stands for itself unless a line ends after it.
constexpr bool is_plain(unsigned char c) { return c >= 0x20 && c <= 0x7E && c != '='; }

// Length of the run of plain characters at `at`, at most `most`.
std::size_t plain_run(const char* at, std::size_t most) noexcept {
  std::size_t i = 0;
  for (; i + kOctets <= most; i += kOctets) {
    const Octets block = load_octets(at + i);
    const std::size_t run = first_match((block < 0x20) | (block > 0x7E) | (block == '='));
    if (run != kOctets) return i + run;
  }
  while (i < most && is_plain(static_cast<unsigned char>(at[i]))) ++i;
  return i;
}

char* write_encoded(char* at, char c) noexcept {
  *at = '=';
  return write_pair(at + 1, kUpperHexPairs.data(), static_cast<unsigned char>(c));
}

// One line of the text, without its end, to lines of at most 76 columns and a CRLF.
char* write_line(std::string_view line, char* at) noexcept {
  const bool encode_last = line == "." || line.ends_with(' ');
  std::size_t column = 0;
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t left = line.size() - i;
    // A line that goes on keeps its last column for the '=' of the soft break.
    const std::size_t room = column + left <= kColumns ? left : kColumns - 1 - column;
    std::size_t run = plain_run(line.data() + i, room);
    if (run == left && encode_last) --run;
    if (column == 0 && run >= 5 && std::memcmp(line.data() + i, "From ", 5) == 0) run = 0;
    std::memcpy(at, line.data() + i, run);
    at += run;
    column += run;
    i += run;
    if (i == line.size()) break;
    const std::size_t limit = i + 1 == line.size() ? kColumns : kColumns - 1;
    if (run == room || column + 3 > limit) {
      std::memcpy(at, "=\r\n", 3);
      at += 3;
      column = 0;
    } else {
      at = write_encoded(at, line[i]);
      column += 3;
      ++i;
    }
  }
  at[0] = '\r';
  at[1] = '\n';
  return at + 2;
}

}  // namespace

void append_quoted_printable(std::string_view text, Buffer& out) {
  char* const begin = out.grow(quoted_printable_bound(text.size()));
  char* at = begin;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    at = write_line(text.substr(0, end), at);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  out.commit(static_cast<std::size_t>(at - begin));
}

}  // namespace haymaker::mime
