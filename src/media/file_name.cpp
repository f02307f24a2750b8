#include "media/file_name.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <span>

#include "base/append.h"
#include "base/embedded.h"
#include "base/utf8.h"
#include "rng/stream.h"

namespace haymaker::media {

std::span<const EmbeddedFile> name_pack() noexcept;

namespace {

constexpr std::string_view kSpace = " \t";

std::string_view trimmed(std::string_view text) noexcept {
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

// The next piece of `rest` up to `end`, which is taken away with it.
std::string_view next_piece(std::string_view& rest, char end) noexcept {
  const std::string_view piece = rest.substr(0, rest.find(end));
  rest.remove_prefix(std::min(piece.size() + 1, rest.size()));
  return piece;
}

std::optional<FileKind> kind_of(std::string_view name) noexcept {
  for (int i = 0; i < kFileKinds; ++i) {
    if (extension(static_cast<FileKind>(i)) == name) return static_cast<FileKind>(i);
  }
  return std::nullopt;
}

// One pattern at work.
class NameWriter {
 public:
  NameWriter(const NameFacts& facts, rng::Key key, Buffer& out)
      : facts_(facts), time_(civil_time(facts.at, facts.offset_minutes)), stream_(key), out_(out) {}

  // False where the name of a placeholder is unknown.
  bool placeholder(std::string_view name) { return words(name) || date(name) || number(name); }
  void text(std::string_view text) { out_.append(text); }

 private:
  bool words(std::string_view name) {
    if (name == "topic") return words(facts_.topic, " ", false);
    if (name == "topic_") return words(facts_.topic, "_", false);
    if (name == "Topic") return words(facts_.topic, "", true);
    if (name == "author") return words(facts_.author, " ", false);
    if (name == "author_") return words(facts_.author, "_", false);
    if (name == "initials") return initials();
    return false;
  }

  bool date(std::string_view name) {
    const CivilDate day = time_.date;
    const std::string_view month = month_name(day.month);
    if (name == "ymd") return digits(day.year, 4) && digits(day.month, 2) && digits(day.day, 2);
    if (name == "y-m-d")
      return digits(day.year, 4, '-') && digits(day.month, 2, '-') && digits(day.day, 2);
    if (name == "d.m.y")
      return digits(day.day, 2, '.') && digits(day.month, 2, '.') && digits(day.year, 4);
    if (name == "yyyy") return digits(day.year, 4);
    if (name == "yy") return digits(day.year, 2);
    if (name == "q") return digits((day.month + 2) / 3, 1);
    if (name == "month") return words(month, "", false);
    if (name == "mmm") return words(month.substr(0, 3), "", false);
    if (name == "hm") return digits(time_.hour, 2) && digits(time_.minute, 2);
    if (name == "hms")
      return digits(time_.hour, 2) && digits(time_.minute, 2) && digits(time_.second, 2);
    if (name == "h.m.s") {
      return digits(time_.hour, 2, '.') && digits(time_.minute, 2, '.') && digits(time_.second, 2);
    }
    return false;
  }

  bool number(std::string_view name) {
    if (name == "v") return digits(stream_.between(1, 7), 1);
    if (name == "n") return digits(stream_.between(1, 4), 1);
    if (name == "serial") return digits(stream_.between(1, 9'999), 4);
    if (name == "num") return digits(stream_.between(100'000, 999'999), 6);
    if (name == "hex") {
      append_hex(stream_.next64(), 16, out_);
      return true;
    }
    return false;
  }

  bool digits(int value, int width, char after = '\0') {
    append_padded(static_cast<std::uint64_t>(value), width, out_);
    if (after != '\0') out_.append(after);
    return true;
  }

  // `between` for each run of spaces, and '_' for what Windows forbids in a name.
  bool words(std::string_view text, std::string_view between, bool capitals) {
    bool begins = true;
    for (char c : trimmed(text)) {
      if (c == ' ') {
        if (!begins) out_.append(between);
        begins = true;
        continue;
      }
      const bool forbidden =
          static_cast<unsigned char>(c) < 0x20 || std::string_view("\\/:*?\"<>|").contains(c);
      if (capitals && begins && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
      out_.append(forbidden ? '_' : c);
      begins = false;
    }
    return true;
  }

  bool initials() {
    std::string_view rest = facts_.author;
    while (!rest.empty()) {
      const std::string_view word = next_piece(rest, ' ');
      if (!word.empty()) out_.append(word.substr(0, first_code_point(word).bytes));
    }
    return true;
  }

  const NameFacts& facts_;
  CivilTime time_;
  rng::Stream stream_;
  Buffer& out_;
};

// False where a placeholder is unknown or has no end.
bool write_pattern(std::string_view pattern, NameWriter& writer) {
  while (!pattern.empty()) {
    writer.text(next_piece(pattern, '{'));
    if (pattern.empty()) return true;
    if (!pattern.contains('}')) return false;
    if (!writer.placeholder(next_piece(pattern, '}'))) return false;
  }
  return true;
}

bool is_valid(std::string_view pattern) {
  const NameFacts facts;
  Buffer out;
  NameWriter writer(facts, rng::Key{}, out);
  return !pattern.empty() && write_pattern(pattern, writer);
}

}  // namespace

std::expected<FileNames, Error> FileNames::load() {
  const EmbeddedFile file = name_pack()[0];
  return parse(file.bytes(), file.name);
}

std::expected<FileNames, Error> FileNames::parse(std::string_view text, std::string_view name) {
  FileNames names;
  std::array<std::vector<std::uint32_t>, kFileKinds> weights;
  for (int number = 1; !text.empty(); ++number) {
    std::string_view line = trimmed(next_piece(text, '\n'));
    if (line.empty() || line.starts_with('#')) continue;
    const auto fail = [&](std::string_view what) {
      return std::unexpected(Error{ErrorCode::bad_input, std::string(what),
                                   std::string(name) + ":" + std::to_string(number)});
    };
    std::string_view kinds = trimmed(next_piece(line, '|'));
    const std::string_view weight_text = trimmed(next_piece(line, '|'));
    const std::string_view pattern = trimmed(line);
    std::uint32_t weight = 0;
    const char* const begin = weight_text.data();
    const char* const end = begin + weight_text.size();
    const auto [stop, error] = std::from_chars(begin, end, weight);
    if (error != std::errc{} || stop != end || weight == 0) return fail("the weight is no number");
    if (!is_valid(pattern)) return fail("the pattern has an unknown placeholder");
    while (!kinds.empty()) {
      const std::optional<FileKind> kind = kind_of(next_piece(kinds, ' '));
      if (!kind) return fail("no such kind of file");
      names.patterns_[static_cast<std::size_t>(*kind)].emplace_back(pattern);
      weights[static_cast<std::size_t>(*kind)].push_back(weight);
    }
  }
  for (std::size_t kind = 0; kind < weights.size(); ++kind) {
    if (weights[kind].empty()) {
      return std::unexpected(
          Error{ErrorCode::bad_input,
                "no pattern for " + std::string(extension(static_cast<FileKind>(kind))),
                std::string(name)});
    }
    names.tables_[kind] = rng::WeightedTable(weights[kind]);
  }
  return names;
}

void FileNames::append(FileKind kind, const NameFacts& facts, rng::Key key, Buffer& out) const {
  const auto index = static_cast<std::size_t>(kind);
  rng::Stream stream(key / "pattern");
  NameWriter writer(facts, key / "numbers", out);
  write_pattern(patterns_[index][tables_[index].draw(stream)], writer);
  out.append('.');
  out.append(extension(kind));
}

}  // namespace haymaker::media
