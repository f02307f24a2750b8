#include "audit/mbox_splitter.h"

namespace haymaker::audit {
namespace {

constexpr std::string_view kFrom = "From ";

// ">From ", ">>From " and so on lose their first ">".
std::string_view unquoted(std::string_view line) {
  const std::size_t text = line.find_first_not_of('>');
  const bool quoted = text != line.npos && text > 0 && line.substr(text).starts_with(kFrom);
  return quoted ? line.substr(1) : line;
}

}  // namespace

void MboxSplitter::add(std::string_view block) {
  if (begin_ > 0) {
    Buffer rest;
    rest.append(pending_.view(begin_));
    pending_ = std::move(rest);
    begin_ = 0;
  }
  pending_.append(block);
}

bool MboxSplitter::malformed() const noexcept {
  const std::string_view rest = pending_.view(begin_);
  return !rest.starts_with(kFrom.substr(0, rest.size()));
}

bool MboxSplitter::next(std::string_view& sender, Buffer& message) {
  const std::string_view rest = pending_.view(begin_);
  if (rest.empty() || malformed()) return false;
  // An empty line and a separator, or the end, close a message.
  std::size_t end = rest.find("\n\nFrom ");
  if (end == rest.npos && !ended_) return false;
  const bool last = end == rest.npos;
  end = last ? rest.size() : end + 1;
  std::string_view text = rest.substr(0, end);
  if (last && text.ends_with("\n\n")) text.remove_suffix(1);

  const std::size_t separator = text.find('\n');
  const std::string_view line = text.substr(kFrom.size(), separator - kFrom.size());
  sender = line.substr(0, line.find_first_of("@ "));
  text.remove_prefix(separator == text.npos ? text.size() : separator + 1);
  message.clear();
  while (!text.empty()) {
    const std::size_t stop = text.find('\n');
    message.append(unquoted(text.substr(0, stop)));
    message.append("\r\n");
    text.remove_prefix(stop == text.npos ? text.size() : stop + 1);
  }
  begin_ += last ? rest.size() : end + 1;
  return true;
}

}  // namespace haymaker::audit
