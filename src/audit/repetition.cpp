#include "audit/repetition.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <unordered_map>
#include <utility>

namespace haymaker::audit {
namespace {

constexpr std::size_t kOrders = 4;
using Counts = std::unordered_map<std::uint64_t, std::size_t>;

Counts count_n_grams(std::span<const Word> words, std::size_t n) {
  Counts counts;
  for (std::size_t i = 0; i + n <= words.size(); ++i) ++counts[hash_words(words.subspan(i, n))];
  return counts;
}

// The two messages that use an n-gram most, so that one can be asked for "all but me".
struct MostUse {
  std::size_t message = 0;
  std::size_t most = 0;
  std::size_t second = 0;

  void add(std::size_t by, std::size_t count) {
    if (count > most) {
      second = std::exchange(most, count);
      message = by;
    } else {
      second = std::max(second, count);
    }
  }
  [[nodiscard]] std::size_t without(std::size_t by) const { return by == message ? second : most; }
};

double median_of(std::vector<double> values) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

// exp(1 - r/c) for a candidate of c words that is shorter than the nearest length r of another.
double brevity_penalty(std::span<const Words* const> messages, std::size_t self) {
  const auto size = static_cast<double>(messages[self]->size());
  double nearest = 0;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    const auto other = static_cast<double>(messages[i]->size());
    if (i == self) continue;
    const double now = std::abs(other - size);
    const double best = std::abs(nearest - size);
    if (nearest == 0 || now < best || (now == best && other < nearest)) nearest = other;
  }
  return nearest > size ? std::exp(1 - nearest / size) : 1;
}

}  // namespace

double self_bleu_4(std::span<const Words> all) {
  std::vector<const Words*> messages;
  for (const Words& words : all) {
    if (words.size() >= kOrders) messages.push_back(&words);
  }
  if (messages.size() < 2) return 0;
  std::vector<double> logarithms(messages.size(), 0);
  for (std::size_t n = 1; n <= kOrders; ++n) {
    std::unordered_map<std::uint64_t, MostUse> uses;
    std::vector<Counts> counts;
    for (std::size_t i = 0; i < messages.size(); ++i) {
      counts.push_back(count_n_grams(*messages[i], n));
      for (const auto& [gram, count] : counts.back()) uses[gram].add(i, count);
    }
    for (std::size_t i = 0; i < messages.size(); ++i) {
      std::size_t matched = 0;
      for (const auto& [gram, count] : counts[i]) {
        matched += std::min(count, uses.at(gram).without(i));
      }
      constexpr double kForZero = 0.1;
      const double hits = matched > 0 ? static_cast<double>(matched) : kForZero;
      logarithms[i] += std::log(hits / static_cast<double>(messages[i]->size() - n + 1));
    }
  }
  double sum = 0;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    sum += brevity_penalty(messages, i) * std::exp(logarithms[i] / kOrders);
  }
  return sum / static_cast<double>(messages.size());
}

Overlap shared_n_grams(std::span<const Words> messages, std::size_t n) {
  struct Place {
    std::uint64_t gram;
    std::size_t message;
    auto operator<=>(const Place&) const = default;
  };
  std::vector<Place> places;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    for (std::size_t at = 0; at + n <= messages[i].size(); ++at) {
      places.push_back({hash_words(std::span(messages[i]).subspan(at, n)), i});
    }
  }
  std::ranges::sort(places);
  std::vector<std::size_t> shared(messages.size(), 0);
  for (std::size_t begin = 0, end = 0; begin < places.size(); begin = end) {
    while (end < places.size() && places[end].gram == places[begin].gram) ++end;
    if (places[begin].message == places[end - 1].message) continue;
    for (std::size_t i = begin; i < end; ++i) ++shared[places[i].message];
  }
  std::vector<double> shares;
  double sum = 0;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    if (messages[i].size() < n) continue;
    const std::size_t grams = messages[i].size() - n + 1;
    shares.push_back(static_cast<double>(shared[i]) / static_cast<double>(grams));
    sum += shares.back();
  }
  if (shares.empty()) return {};
  const std::size_t count = shares.size();
  return {sum / static_cast<double>(count), median_of(std::move(shares)), count};
}

SkeletonUse skeleton_use(std::span<const std::string_view> texts, std::size_t least_words) {
  constexpr std::size_t kTop = 100;
  Vocabulary vocabulary;
  Counts uses;
  SkeletonUse out;
  for (const std::string_view text : texts) {
    for (const std::string_view sentence : sentences(text)) {
      const Words skeleton = to_skeleton(sentence, vocabulary);
      if (skeleton.size() < least_words) continue;
      ++uses[hash_words(skeleton)];
      ++out.sentences;
    }
  }
  if (out.sentences == 0) return out;
  std::vector<std::size_t> sorted;
  std::size_t singletons = 0;
  for (const auto& [skeleton, count] : uses) {
    sorted.push_back(count);
    singletons += count == 1;
  }
  std::ranges::sort(sorted, std::greater());
  std::size_t top = 0;
  for (std::size_t i = 0; i < std::min(kTop, sorted.size()); ++i) top += sorted[i];
  out.top_share = static_cast<double>(top) / static_cast<double>(out.sentences);
  out.singleton_share = static_cast<double>(singletons) / static_cast<double>(uses.size());
  return out;
}

}  // namespace haymaker::audit
