#include "job/part_grid.h"

#include <algorithm>

#include "base/append.h"
#include "base/buffer.h"

namespace haymaker::job {
namespace {

constexpr int kLeastDigits = 5;

int digits(std::uint64_t value) {
  return std::max(kLeastDigits, static_cast<int>(std::to_string(value).size()));
}

std::unexpected<Error> bad(std::string message, std::string where) {
  return std::unexpected(Error{ErrorCode::bad_input, std::move(message), std::move(where)});
}

}  // namespace

std::expected<void, Error> check_range(std::uint64_t messages, std::uint64_t part_messages,
                                       Range range) {
  if (part_messages == 0 || part_messages % kPartUnit != 0) {
    return bad("is not a positive multiple of " + std::to_string(kPartUnit), "part_messages");
  }
  if (range.first >= messages) {
    return bad("is beyond the last message, " + std::to_string(messages - 1), "first");
  }
  if (range.count == 0) return bad("is zero", "limit");
  if (range.count > messages - range.first) {
    return bad("goes beyond the end: from message " + std::to_string(range.first) + " there are " +
                   std::to_string(messages - range.first),
               "limit");
  }
  return {};
}

std::vector<Part> cut_into_parts(std::uint64_t messages, std::uint64_t part_messages, Range range) {
  const int cell_digits = digits((messages - 1) / part_messages);
  const int offset_digits = digits(part_messages - 1);
  std::vector<Part> parts;
  for (std::uint64_t at = range.first; at < range.end();) {
    const std::uint64_t cell = at / part_messages;
    const std::uint64_t offset = at % part_messages;
    Buffer name;
    name.append("part-");
    append_padded(cell, cell_digits, name);
    if (offset != 0) {
      name.append('-');
      append_padded(offset, offset_digits, name);
    }
    const std::uint64_t count = std::min(part_messages - offset, range.end() - at);
    parts.push_back({std::string(name.view()), {at, count}});
    at += count;
  }
  return parts;
}

}  // namespace haymaker::job
