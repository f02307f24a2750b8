#include "audit/near_duplicates.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <vector>

#include "base/hash.h"

namespace haymaker::audit {
namespace {

constexpr std::size_t kShingleWords = 5;
constexpr std::size_t kLeastWords = 20;
constexpr std::size_t kBandRows = 3;
constexpr std::size_t kBands = 42;
constexpr std::size_t kMostCompared = 64;

using Shingles = std::vector<std::uint64_t>;  // Sorted, each once.
using Signature = std::array<std::uint64_t, kBands>;

Shingles shingles_of(std::span<const Word> words) {
  Shingles out;
  for (std::size_t i = 0; i + kShingleWords <= words.size(); ++i) {
    out.push_back(hash_words(words.subspan(i, kShingleWords)));
  }
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

// One number a band: equal where all of its minima are equal.
Signature signature_of(const Shingles& shingles) {
  Signature signature;
  for (std::size_t band = 0; band < kBands; ++band) {
    std::uint64_t joined = band;
    for (std::size_t row = 0; row < kBandRows; ++row) {
      const std::uint64_t salt = mix64(band * kBandRows + row + 1);
      std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
      for (const std::uint64_t shingle : shingles) least = std::min(least, mix64(shingle ^ salt));
      joined = mix64(joined ^ least) + row;
    }
    signature[band] = joined;
  }
  return signature;
}

double jaccard(const Shingles& a, const Shingles& b) {
  std::size_t common = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) {
      ++common;
      ++i;
      ++j;
    } else if (*i < *j) {
      ++i;
    } else {
      ++j;
    }
  }
  return static_cast<double>(common) / static_cast<double>(a.size() + b.size() - common);
}

}  // namespace

NearDuplicates near_duplicates(std::span<const Words> messages) {
  std::vector<Shingles> sets;
  std::vector<Signature> signatures;
  for (const Words& words : messages) {
    if (words.size() < kLeastWords) continue;
    sets.push_back(shingles_of(words));
    signatures.push_back(signature_of(sets.back()));
  }
  std::vector<double> nearest(sets.size(), 0);
  for (std::size_t band = 0; band < kBands; ++band) {
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> buckets;
    for (std::size_t i = 0; i < sets.size(); ++i) {
      auto& bucket = buckets[signatures[i][band]];
      for (const std::size_t other : bucket) {
        const double likeness = jaccard(sets[i], sets[other]);
        nearest[i] = std::max(nearest[i], likeness);
        nearest[other] = std::max(nearest[other], likeness);
      }
      if (bucket.size() < kMostCompared) bucket.push_back(i);
    }
  }
  NearDuplicates out;
  out.messages = sets.size();
  if (sets.empty()) return out;
  const auto share = [&](double least) {
    const auto count = std::ranges::count_if(nearest, [&](double j) { return j >= least; });
    return static_cast<double>(count) / static_cast<double>(sets.size());
  };
  out.share_80 = share(0.8);
  out.share_50 = share(0.5);
  return out;
}

}  // namespace haymaker::audit
