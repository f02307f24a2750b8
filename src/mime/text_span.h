#pragma once

#include <cstddef>
#include <span>

namespace haymaker::mime {

// Bytes [begin, end) of a text.
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

// Keeps spans on their words while a text is rewritten from front to back. All positions are in the
// new text, in which the spans count as moved by every change so far.
class SpanKeeper {
 public:
  explicit SpanKeeper(std::span<TextSpan> spans) noexcept : spans_(spans) {}

  // The whole text moves back.
  void moved(std::size_t count) noexcept { inserted(0, count); }

  // `count` bytes now stand before what was at `at`. A span that begins there begins behind them; a
  // span that ends there does not take them in.
  void inserted(std::size_t at, std::size_t count) noexcept {
    for (TextSpan& span : spans_) {
      if (span.begin >= at) span.begin += count;
      if (span.end > at) span.end += count;
    }
  }

  // The one byte at `at` has become 1 + `more`.
  void widened(std::size_t at, std::size_t more) noexcept {
    for (TextSpan& span : spans_) {
      if (span.begin > at) span.begin += more;
      if (span.end > at) span.end += more;
    }
  }

  // The `count` bytes at `at` are gone.
  void removed(std::size_t at, std::size_t count) noexcept {
    for (TextSpan& span : spans_) {
      span.begin = without(span.begin, at, count);
      span.end = without(span.end, at, count);
    }
  }

 private:
  static std::size_t without(std::size_t position, std::size_t at, std::size_t count) noexcept {
    if (position <= at) return position;
    return position >= at + count ? position - count : at;
  }

  std::span<TextSpan> spans_;
};

}  // namespace haymaker::mime
