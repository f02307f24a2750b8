#include "corpus/file_mention.h"

#include <algorithm>
#include <array>

#include "media/file_kind.h"

namespace haymaker::corpus {

namespace {

// Without their first letter, which may be a capital.
constexpr std::array<std::string_view, 2> kWords = {"ttach", "nclos"};
constexpr std::string_view kAroundNames = " \t\n\"'()[]<>,;:|";

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool lies_in(std::size_t at, std::span<const BlockTexts::Planted> planted) noexcept {
  return std::ranges::any_of(planted, [at](const BlockTexts::Planted& words) {
    return at >= words.begin && at < words.end;
  });
}

// The ending of a file's name that begins behind the full stop at `dot`: "xlsx"; nothing if none
// does.
std::string_view ending_at(std::string_view text, std::size_t dot) noexcept {
  for (int i = 0; i < media::kFileKinds; ++i) {
    const std::string_view ending = media::extension(static_cast<media::FileKind>(i));
    if (!text.substr(dot + 1).starts_with(ending)) continue;
    const std::size_t end = dot + 1 + ending.size();
    if (end == text.size() || !is_letter(text[end])) return ending;
  }
  return {};
}

}  // namespace

void FileMention::read(std::string_view text, std::span<const BlockTexts::Planted> planted) {
  names_.clear();
  for (std::size_t dot = text.find('.'); dot != std::string_view::npos;
       dot = text.find('.', dot + 1)) {
    const std::string_view ending = ending_at(text, dot);
    if (ending.empty() || lies_in(dot, planted)) continue;
    const std::size_t before = text.find_last_of(kAroundNames, dot);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::string_view name = text.substr(begin, dot + 1 + ending.size() - begin);
    if (begin < dot && std::ranges::find(names_, name) == names_.end()) names_.push_back(name);
  }
  found_ = !names_.empty();
  for (const std::string_view word : kWords) {
    for (std::size_t at = text.find(word); !found_ && at != std::string_view::npos;
         at = text.find(word, at + 1)) {
      found_ = !lies_in(at, planted);
    }
  }
}

}  // namespace haymaker::corpus
