#pragma once

// How much messages repeat one another. Each takes the messages as rows of words.

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "audit/words.h"

namespace haymaker::audit {

// The mean over the messages of BLEU-4 against all others (Zhu et al. 2018, "Texygen"; Papineni et
// al. 2002), from 0 to 1, with 0.1 in place of a count of zero (Chen and Cherry 2014, method 1).
// Messages of fewer than four words are left out.
double self_bleu_4(std::span<const Words> messages);

struct Overlap {
  double mean = 0;
  double median = 0;
  std::size_t messages = 0;  // Those with at least n words; the others are left out.
};
// For each message, the share of its runs of n words that occur in another message, too.
Overlap shared_n_grams(std::span<const Words> messages, std::size_t n);

struct SkeletonUse {
  double top_share = 0;        // Of all sentences, those with one of the 100 commonest skeletons.
  double singleton_share = 0;  // Of all skeletons, those that one sentence has.
  std::size_t sentences = 0;
};
// The sentences of at least `least_words` words.
SkeletonUse skeleton_use(std::span<const std::string_view> texts, std::size_t least_words);

}  // namespace haymaker::audit
