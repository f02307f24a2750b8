#include "audit/index_part.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>
#include <span>

#include "audit/archive_reader.h"
#include "audit/hex.h"

namespace haymaker::audit {
namespace {

constexpr std::size_t kColumns = 6;
constexpr std::string_view kHeader = "uid,path,message_id,date,bytes,digest";
using Columns = std::array<std::string_view, kColumns>;

// Reads a field in quotes, whose doubled quotes become one, in place. Moves `rest` behind it.
std::optional<std::string_view> take_quoted(std::span<char>& rest) {
  std::size_t size = 0;
  for (std::size_t i = 1; i < rest.size(); ++i) {
    if (rest[i] == '"') {
      if (i + 1 == rest.size() || rest[i + 1] != '"') {
        const std::string_view field(rest.data() + 1, size);
        rest = rest.subspan(i + 1);
        return field;
      }
      ++i;
    }
    rest[1 + size++] = rest[i];
  }
  return std::nullopt;
}

std::string_view take_plain(std::span<char>& rest) {
  const std::string_view text(rest.data(), rest.size());
  const std::string_view field = text.substr(0, text.find_first_of(",\n"));
  rest = rest.subspan(field.size());
  return field;
}

// One line, its line end included.
std::optional<Columns> take_line(std::span<char>& rest) {
  Columns columns;
  for (std::size_t i = 0; i < kColumns; ++i) {
    const auto field = !rest.empty() && rest.front() == '"' ? take_quoted(rest) : take_plain(rest);
    if (!field || rest.empty() || rest.front() != (i + 1 < kColumns ? ',' : '\n')) {
      return std::nullopt;
    }
    columns[i] = *field;
    rest = rest.subspan(1);
  }
  return columns;
}

template <class Integer>
std::optional<Integer> parse_decimal(std::string_view text) {
  Integer value = 0;
  const auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || stop != text.data() + text.size()) return std::nullopt;
  return value;
}

// "2025-03-05T09:14:07Z"
std::optional<UnixSeconds> parse_time(std::string_view text) {
  if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
      text[19] != 'Z') {
    return std::nullopt;
  }
  const auto day = parse_iso_date(text.substr(0, 10));
  const auto hour = parse_decimal<unsigned>(text.substr(11, 2));
  const auto minute = parse_decimal<unsigned>(text.substr(14, 2));
  const auto second = parse_decimal<unsigned>(text.substr(17, 2));
  if (!day || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) {
    return std::nullopt;
  }
  return ((UnixSeconds{*day} * 24 + *hour) * 60 + *minute) * 60 + *second;
}

std::optional<IndexRow> parse_row(const Columns& columns) {
  const auto uid = parse_hex64(columns[0]);
  const auto date = parse_time(columns[3]);
  const auto bytes = parse_decimal<std::uint64_t>(columns[4]);
  const auto digest = parse_digest(columns[5]);
  if (!uid || !date || !bytes || !digest) return std::nullopt;
  return IndexRow{*uid, columns[1], columns[2], *date, *bytes, *digest};
}

}  // namespace

std::expected<IndexPart, Error> IndexPart::read(const std::filesystem::path& path) {
  auto file = ArchiveReader::open(path, ArchiveReader::Form::bytes);
  if (!file) return std::unexpected(std::move(file.error()));
  IndexPart part;
  std::string name;
  auto some = file->next(name);
  if (some && *some) {
    if (auto all = file->read_rest(part.text_); !all) return std::unexpected(all.error());
  } else if (!some) {
    return std::unexpected(std::move(some.error()));
  }
  const auto corrupt = [&path](std::size_t line, std::string_view what) {
    return std::unexpected(
        Error{ErrorCode::corrupt, std::string(what), fmt::format("{}:{}", path.string(), line)});
  };
  std::span<char> rest(part.text_.data(), part.text_.size());
  const std::string_view text = part.text_.view();
  if (!text.starts_with(kHeader) || text.substr(kHeader.size(), 1) != "\n") {
    return corrupt(1, "is not an index: its columns are not " + std::string(kHeader));
  }
  rest = rest.subspan(kHeader.size() + 1);
  for (std::size_t line = 2; !rest.empty(); ++line) {
    const auto columns = take_line(rest);
    const auto row = columns ? parse_row(*columns) : std::nullopt;
    if (!row) return corrupt(line, "does not read as a row of the index");
    part.rows_.push_back(*row);
  }
  return part;
}

}  // namespace haymaker::audit
