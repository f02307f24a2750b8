#include "job/status.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/append.h"
#include "base/int128.h"

namespace haymaker::job {
namespace {

constexpr std::array<std::string_view, 5> kStates = {"QUEUED", "RUNNING", "COMPLETED", "FAILED",
                                                     "CANCELLED"};

void append_line(std::string_view name, std::string_view value, Buffer& out) {
  out.append(name);
  out.append(": ");
  for (const char c : value) out.append(c == '\n' || c == '\r' ? ' ' : c);
  out.append('\n');
}

void append_line(std::string_view name, std::uint64_t value, Buffer& out) {
  append_line(name, std::to_string(value), out);
}

void append_time(std::string_view name, UnixSeconds time, Buffer& out) {
  Buffer text;
  append_iso_time(time, text);
  append_line(name, text.view(), out);
}

bool parse(std::string_view text, std::uint64_t& out) {
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), out);
  return failure == std::errc() && end == text.data() + text.size();
}

bool parse(std::string_view text, std::optional<std::uint64_t>& out) {
  if (text.empty()) return true;
  std::uint64_t value = 0;
  if (!parse(text, value)) return false;
  out = value;
  return true;
}

bool parse(std::string_view text, State& out) {
  const auto found = std::ranges::find(kStates, text);
  if (found == kStates.end()) return false;
  out = static_cast<State>(found - kStates.begin());
  return true;
}

bool parse(std::string_view text, std::string& out) {
  out = text;
  return true;
}

// "2025-03-05T09:14:07Z"
bool parse_time(std::string_view text, UnixSeconds& out) {
  const auto day = parse_iso_date(text.substr(0, 10));
  if (!day || text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
      text[19] != 'Z') {
    return false;
  }
  std::uint64_t hour = 0;
  std::uint64_t minute = 0;
  std::uint64_t second = 0;
  if (!parse(text.substr(11, 2), hour) || !parse(text.substr(14, 2), minute) ||
      !parse(text.substr(17, 2), second) || hour > 23 || minute > 59 || second > 59) {
    return false;
  }
  out = *day * kSecondsPerDay + static_cast<UnixSeconds>(hour * 3'600 + minute * 60 + second);
  return true;
}

// The text after "name: " on its line; nothing if there is no such line.
std::optional<std::string_view> find_line(std::string_view text, std::string_view name) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.starts_with(name) || !line.substr(name.size()).starts_with(':')) continue;
    line.remove_prefix(name.size() + 1);
    return line.starts_with(' ') ? line.substr(1) : line;
  }
  return std::nullopt;
}

}  // namespace

std::string_view name(State state) noexcept { return kStates[static_cast<std::size_t>(state)]; }

bool is_final(State state) noexcept { return state >= State::completed; }

void append_status(const Status& status, Buffer& out) {
  append_line("state", name(status.state), out);
  append_line("job", status.job, out);
  append_line("messages_done", status.messages_done, out);
  append_line("messages_total", status.messages_total, out);
  append_line("bytes", status.bytes, out);
  append_line("rate", status.rate, out);
  append_line("eta_s", status.eta_s ? std::to_string(*status.eta_s) : std::string(), out);
  append_time("started", status.started, out);
  append_time("updated", status.updated, out);
  append_line("shards_done", status.shards_done, out);
  append_line("shards_total", status.shards_total, out);
  append_line("attempt", status.attempt, out);
  append_line("error", status.error, out);
}

std::expected<Status, Error> parse_status(std::string_view text) {
  Status status;
  std::string wrong;
  const auto read = [&](std::string_view name, const auto& parse_value) {
    const auto value = find_line(text, name);
    if (wrong.empty() && (!value || !parse_value(*value))) wrong = name;
  };
  const auto into = [](auto& out) {
    return [&out](std::string_view value) { return parse(value, out); };
  };
  const auto into_time = [](UnixSeconds& out) {
    return [&out](std::string_view value) { return parse_time(value, out); };
  };
  read("state", into(status.state));
  read("job", into(status.job));
  read("messages_done", into(status.messages_done));
  read("messages_total", into(status.messages_total));
  read("bytes", into(status.bytes));
  read("rate", into(status.rate));
  read("eta_s", into(status.eta_s));
  read("started", into_time(status.started));
  read("updated", into_time(status.updated));
  read("shards_done", into(status.shards_done));
  read("shards_total", into(status.shards_total));
  read("attempt", into(status.attempt));
  read("error", into(status.error));
  if (wrong.empty()) return status;
  return std::unexpected(Error{ErrorCode::corrupt, "the status does not parse", wrong});
}

void apply(const Progress& progress, UnixSeconds now, Status& status) noexcept {
  status.messages_done = progress.messages_done;
  status.messages_total = progress.messages_total;
  status.bytes = progress.bytes;
  status.shards_done = progress.parts_done;
  status.shards_total = progress.parts_total;
  status.updated = now;
  const std::uint64_t made = progress.messages_done - progress.messages_found;
  const std::uint64_t left = progress.messages_total - progress.messages_done;
  const auto elapsed = static_cast<std::uint64_t>(std::max<UnixSeconds>(now - status.started, 1));
  status.rate = made / elapsed;
  status.eta_s = std::nullopt;
  if (left == 0) {
    status.eta_s = 0;
  } else if (made > 0) {
    status.eta_s = static_cast<std::uint64_t>(Uint128{left} * elapsed / made);
  }
}

}  // namespace haymaker::job
