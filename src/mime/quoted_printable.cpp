#include "mime/quoted_printable.h"

#include <algorithm>
#include <cstring>

#include "mime/octets.h"
#include "mime/pen.h"

namespace haymaker::mime {

namespace {

constexpr std::size_t kColumns = 76;

// Printable ASCII or a space, and not '=': stands for itself unless a line ends after it.
constexpr bool is_plain(unsigned char c) { return c >= 0x20 && c <= 0x7E && c != '='; }

std::size_t first_special(Octets block) noexcept {
  return first_match((block < 0x20) | (block > 0x7E) | (block == '='));
}

// Copies the run of plain characters at `from`, at most `most`, and returns its length. Whole
// blocks are stored, so what lies behind the run is not kept.
std::size_t copy_plain(const char* from, std::size_t most, char* to) noexcept {
  std::size_t i = 0;
  for (; i + kOctets <= most; i += kOctets) {
    const Octets block = load_octets(from + i);
    std::memcpy(to + i, &block, kOctets);
    if (const std::size_t run = first_special(block); run != kOctets) return i + run;
  }
  if (i > 0 && i < most) {  // The last block overlaps what is known to be plain.
    i = most - kOctets;
    const Octets block = load_octets(from + i);
    std::memcpy(to + i, &block, kOctets);
    return i + first_special(block);
  }
  for (; i < most && is_plain(static_cast<unsigned char>(from[i])); ++i) to[i] = from[i];
  return i;
}

char* write_encoded(char* at, char c) noexcept {
  *at = '=';
  return write_pair(at + 1, kUpperHexPairs.data(), static_cast<unsigned char>(c));
}

char* write_break(char* at, std::string_view line_break) noexcept {
  std::memcpy(at, line_break.data(), line_break.size());
  return at + line_break.size();
}

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kSoftBreak = "=\r\n";

// Whether a line may not end in the last character of a run: a blank would be lost, and a lone full
// stop ends a message in SMTP.
bool is_lost_at_end(const char* from, std::size_t run, const char* line) noexcept {
  if (run == 0) return false;
  return from[run - 1] == ' ' || (from[run - 1] == '.' && run == 1 && from == line);
}

// Lines of at most 76 columns, each with a CRLF.
char* write_lines(std::string_view text, char* at) noexcept {
  const char* from = text.data();
  const char* const end = from + text.size();
  const char* line = from;
  std::size_t column = 0;
  while (from != end) {
    const std::size_t room = kColumns - column;
    std::size_t run = copy_plain(from, std::min<std::size_t>(room, end - from), at);
    bool ends = from + run == end || from[run] == '\n';
    if (ends && is_lost_at_end(from, run, line)) {
      --run;
      ends = false;
    }
    if (column == 0 && run >= 5 && std::memcmp(from, "From ", 5) == 0) {
      run = 0;
    } else if (ends) {
      at = write_break(at + run, kLineEnd);
      from += from + run == end ? run : run + 1;
      line = from;
      column = 0;
      continue;
    } else if (run == room) {  // A line that goes on keeps its last column for the '='.
      at = write_break(at + run - 1, kSoftBreak);
      from += run - 1;
      column = 0;
      continue;
    }
    at += run;
    from += run;
    column += run;
    const bool last = from + 1 == end || from[1] == '\n';
    if (column + 3 > (last ? kColumns : kColumns - 1)) {
      at = write_break(at, kSoftBreak);
      column = 0;
    } else {
      at = write_encoded(at, *from++);
      column += 3;
    }
  }
  return column == 0 ? at : write_break(at, kLineEnd);
}

}  // namespace

void append_quoted_printable(std::string_view text, Buffer& out) {
  char* const begin = out.grow(quoted_printable_bound(text.size()));
  char* const at = write_lines(text, begin);
  out.commit(static_cast<std::size_t>(at - begin));
}

}  // namespace haymaker::mime
