#include "audit/lexical_diversity.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace haymaker::audit {
namespace {

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

// The slope of the straight line nearest to the points, by least squares.
class Slope {
 public:
  void add(double x, double y) {
    ++count_;
    x_ += x;
    y_ += y;
    xx_ += x * x;
    xy_ += x * y;
  }
  [[nodiscard]] double value() const {
    const double spread = count_ * xx_ - x_ * x_;
    return spread > 0 ? (count_ * xy_ - x_ * y_) / spread : 0;
  }

 private:
  double count_ = 0, x_ = 0, y_ = 0, xx_ = 0, xy_ = 0;
};

std::unordered_map<Word, std::size_t> counts_of(std::span<const Word> words) {
  std::unordered_map<Word, std::size_t> counts;
  for (const Word word : words) ++counts[word];
  return counts;
}

}  // namespace

double distinct_n(std::span<const Word> words, std::size_t n) {
  if (words.size() < n) return 0;
  const std::size_t runs = words.size() - n + 1;
  std::unordered_set<std::uint64_t> distinct;
  distinct.reserve(runs);
  for (std::size_t i = 0; i < runs; ++i) distinct.insert(hash_words(words.subspan(i, n)));
  return ratio(distinct.size(), runs);
}

double moving_type_token_ratio(std::span<const Word> words, std::size_t window) {
  window = std::min(window, words.size());
  if (window == 0) return 0;
  std::unordered_map<Word, std::size_t> inside;
  double sum = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    ++inside[words[i]];
    if (i >= window) {
      const auto left = inside.find(words[i - window]);
      if (--left->second == 0) inside.erase(left);
    }
    if (i + 1 >= window) sum += ratio(inside.size(), window);
  }
  return sum / static_cast<double>(words.size() - window + 1);
}

double hapax_share(std::span<const Word> words) {
  const auto counts = counts_of(words);
  const auto once = std::ranges::count_if(counts, [](const auto& c) { return c.second == 1; });
  return ratio(static_cast<std::size_t>(once), counts.size());
}

double heaps_exponent(std::span<const Word> words) {
  constexpr std::size_t kFirst = 1'000;
  if (words.size() < 2 * kFirst) return 0;
  Slope slope;
  std::unordered_set<Word> distinct;
  std::size_t next = kFirst;
  for (std::size_t i = 0; i < words.size(); ++i) {
    distinct.insert(words[i]);
    if (i + 1 < next) continue;
    slope.add(std::log(static_cast<double>(i + 1)), std::log(static_cast<double>(distinct.size())));
    next += next / 4;
  }
  return slope.value();
}

double zipf_exponent(std::span<const Word> words, std::size_t ranks) {
  std::vector<std::size_t> sorted;
  for (const auto& [word, count] : counts_of(words)) sorted.push_back(count);
  std::ranges::sort(sorted, std::greater());
  Slope slope;
  for (std::size_t i = 0; i < std::min(ranks, sorted.size()); ++i) {
    slope.add(std::log(static_cast<double>(i + 1)), std::log(static_cast<double>(sorted[i])));
  }
  return 0 - slope.value();
}

}  // namespace haymaker::audit
