#include "audit/coherence.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <unordered_map>
#include <vector>

#include "audit/words.h"
#include "base/hash.h"

namespace haymaker::audit {
namespace {

constexpr std::size_t kLeastContentWords = 8;
constexpr std::size_t kMostTexts = 10;  // A content word is in at most one text out of so many.

struct Weight {
  Word word;
  double value;
};
using Vector = std::vector<Weight>;  // By word, of length 1; empty for too short a text.

std::vector<Vector> to_vectors(std::span<const Answer> texts) {
  Vocabulary vocabulary;
  std::vector<std::map<Word, double>> counts;
  std::unordered_map<Word, std::size_t> texts_with;
  for (const Answer& answer : texts) {
    auto& count = counts.emplace_back();
    for (const Word word : to_words(answer.text, vocabulary)) count[word] += 1;
    for (const auto& [word, times] : count) ++texts_with[word];
  }
  std::vector<Vector> vectors(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    double square = 0;
    for (const auto& [word, times] : counts[i]) {
      const std::size_t spread = texts_with[word];
      if (spread < 2 || spread * kMostTexts > std::max(texts.size(), 2 * kMostTexts)) continue;
      const double weight =
          times * std::log(static_cast<double>(texts.size()) / static_cast<double>(spread));
      vectors[i].push_back({word, weight});
      square += weight * weight;
    }
    if (vectors[i].size() < kLeastContentWords) vectors[i].clear();
    for (Weight& weight : vectors[i]) weight.value /= std::sqrt(square);
  }
  return vectors;
}

double cosine(const Vector& a, const Vector& b) {
  double sum = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (i->word == j->word) {
      sum += (i++)->value * (j++)->value;
    } else if (i->word < j->word) {
      ++i;
    } else {
      ++j;
    }
  }
  return sum;
}

std::vector<std::size_t> find_roots(std::span<const Answer> texts) {
  std::vector<std::size_t> roots(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::size_t root = i;
    for (std::size_t steps = 0; texts[root].parent != kNoParent && steps < texts.size(); ++steps) {
      root = texts[root].parent;
    }
    roots[i] = root;
  }
  return roots;
}

// A long enough text of another conversation, the same for the same `at`; kNoParent if none is
// found soon.
std::size_t stranger_to(std::size_t at, const std::vector<Vector>& vectors,
                        const std::vector<std::size_t>& roots) {
  constexpr std::uint64_t kTries = 64;
  for (std::uint64_t i = 0; i < kTries; ++i) {
    const std::size_t other = mix64(at * kTries + i + 1) % vectors.size();
    if (roots[other] != roots[at] && !vectors[other].empty()) return other;
  }
  return kNoParent;
}

double mean(double sum, std::size_t count) {
  return count == 0 ? 0 : sum / static_cast<double>(count);
}

}  // namespace

Coherence measure_coherence(std::span<const Answer> texts) {
  const std::vector<Vector> vectors = to_vectors(texts);
  const std::vector<std::size_t> roots = find_roots(texts);
  Coherence out;
  std::unordered_map<std::size_t, std::size_t> latest;  // In each conversation.
  double parents = 0;
  double strangers = 0;
  double nearer = 0;
  double neighbours = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (vectors[i].empty()) continue;
    if (const auto before = latest.find(roots[i]); before != latest.end()) {
      neighbours += cosine(vectors[i], vectors[before->second]);
      ++out.neighbours;
    }
    latest[roots[i]] = i;
    const std::size_t parent = texts[i].parent;
    if (parent == kNoParent || vectors[parent].empty()) continue;
    const std::size_t stranger = stranger_to(i, vectors, roots);
    if (stranger == kNoParent) continue;
    const double to_parent = cosine(vectors[i], vectors[parent]);
    const double to_stranger = cosine(vectors[i], vectors[stranger]);
    ++out.pairs;
    parents += to_parent;
    strangers += to_stranger;
    nearer += to_parent > to_stranger ? 1 : to_parent == to_stranger ? 0.5 : 0;
  }
  out.parent_cosine = mean(parents, out.pairs);
  out.chance_cosine = mean(strangers, out.pairs);
  out.nearer_parent = mean(nearer, out.pairs);
  if (out.chance_cosine > 0) {
    out.topic_persistence = mean(neighbours, out.neighbours) / out.chance_cosine;
  }
  return out;
}

}  // namespace haymaker::audit
