#include "text/typo.h"

#include <algorithm>
#include <cstring>

namespace haymaker::text {

namespace {

constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

struct Word {
  std::size_t begin;
  std::size_t end;
};

// The plain word that holds or follows `at`, or an empty one.
Word word_near(const Buffer& out, std::size_t from, std::size_t at) {
  const char* text = out.data();
  while (at > from && is_lower(text[at - 1])) --at;
  std::size_t end = at;
  while (end < out.size() && is_lower(text[end])) ++end;
  const bool plain_before = at > from && (text[at - 1] == ' ' || text[at - 1] == '\n');
  const bool plain_after =
      end == out.size() || text[end] == ' ' || text[end] == '.' || text[end] == ',';
  return plain_before && plain_after && end - at >= 4 ? Word{at, end} : Word{at, at};
}

bool touches(std::span<const PlantedSpan> spans, Word word) {
  return std::ranges::any_of(spans, [&](const PlantedSpan& span) {
    return word.begin < span.end && span.begin < word.end;
  });
}

void shift(std::span<PlantedSpan> spans, std::size_t at, std::int32_t by) {
  for (PlantedSpan& span : spans) {
    if (span.begin < at) continue;
    span.begin = static_cast<std::uint32_t>(static_cast<std::int64_t>(span.begin) + by);
    span.end = static_cast<std::uint32_t>(static_cast<std::int64_t>(span.end) + by);
  }
}

void mistype_word(Word word, rng::Stream& stream, std::span<PlantedSpan> spans, Buffer& out) {
  // The first letter is seldom wrong, and the reader would stumble.
  const std::size_t at =
      word.begin + 1 + stream.below(static_cast<std::uint32_t>(word.end - word.begin - 2));
  char* text = out.data();
  switch (stream.below(3)) {
    case 0: std::swap(text[at], text[at + 1]); break;
    case 1:
      std::memmove(text + at, text + at + 1, out.size() - at - 1);
      out.truncate(out.size() - 1);
      shift(spans, at, -1);
      break;
    default: {
      char* const grown = out.grow(1);  // May move the text.
      text = grown - out.size();
      std::memmove(text + at + 1, text + at, out.size() - at);
      out.commit(1);
      shift(spans, at, 1);
    }
  }
}

}  // namespace

void mistype(std::size_t from, std::uint32_t words, std::uint32_t per_mille, rng::Stream& stream,
             std::span<PlantedSpan> spans, Buffer& out) noexcept {
  const std::uint32_t expected = words * per_mille;  // In thousandths.
  std::uint32_t count = expected / 1000 + (stream.chance(expected % 1000, 1000) ? 1 : 0);
  for (; count > 0 && out.size() > from; --count) {
    const auto length = static_cast<std::uint32_t>(out.size() - from);
    const Word word = word_near(out, from, from + stream.below(length));
    if (word.begin != word.end && !touches(spans, word)) mistype_word(word, stream, spans, out);
  }
}

}  // namespace haymaker::text
