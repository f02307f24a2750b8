#include "sink/mbox_part.h"

#include "base/append.h"
#include "sink/message_path.h"

namespace haymaker::sink {
namespace {

// "Wed Mar  5 09:14:07 2025", as asctime() has it, in UTC.
void append_asctime(UnixSeconds seconds, Buffer& out) {
  const CivilTime time = civil_time(seconds, 0);
  out.append(weekday_name(time.weekday).substr(0, 3));
  out.append(' ');
  out.append(month_name(time.date.month).substr(0, 3));
  out.append(time.date.day < 10 ? "  " : " ");
  append_decimal(static_cast<std::uint64_t>(time.date.day), out);
  out.append(' ');
  append_padded(static_cast<std::uint64_t>(time.hour), 2, out);
  out.append(':');
  append_padded(static_cast<std::uint64_t>(time.minute), 2, out);
  out.append(':');
  append_padded(static_cast<std::uint64_t>(time.second), 2, out);
  out.append(' ');
  append_padded(static_cast<std::uint64_t>(time.date.year), 4, out);
}

bool is_quoted(std::string_view line) {
  const std::size_t text = line.find_first_not_of('>');
  return text != line.npos && line.substr(text).starts_with("From ");
}

void append_line(std::string_view line, Buffer& out) {
  if (is_quoted(line)) out.append('>');
  if (line.ends_with('\r')) line.remove_suffix(1);
  out.append(line);
  out.append('\n');
}

}  // namespace

std::expected<void, Error> MboxPart::append(const Message& message) {
  Buffer& out = out_.buffer();
  out.append("From ");
  out.append(MessagePath(message.uid).uid());
  out.append("@mail.example ");
  append_asctime(message.date, out);
  out.append('\n');
  for (std::string_view rest = message.bytes; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    append_line(rest.substr(0, end), out);
    rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  }
  out.append('\n');
  return out_.flush_if_full();
}

}  // namespace haymaker::sink
