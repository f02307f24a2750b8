#pragma once

// How varied the words of a text are. Each takes the text as one row of words.

#include <cstddef>
#include <cstdint>
#include <span>

#include "audit/words.h"

namespace haymaker::audit {

// Distinct runs of n words, over all of them (Li et al. 2016); 0 for a text that is shorter than n.
double distinct_n(std::span<const Word> words, std::size_t n);

// The mean of distinct words over words in every window of that many (Covington and McFall 2010);
// over the whole text where it is shorter.
double moving_type_token_ratio(std::span<const Word> words, std::size_t window);

// The share of distinct words that occur once.
double hapax_share(std::span<const Word> words);

// β in V = K n^β, V being the distinct words among the first n (Heaps 1978): least squares on
// logarithms at n = 1,000 and on, each a quarter more than the last. 0 below 2,000 words.
double heaps_exponent(std::span<const Word> words);

// s in f = C / r^s, f being the count of the r-th most frequent word (Zipf 1935): least squares on
// logarithms over the ranks 1 to `ranks`.
double zipf_exponent(std::span<const Word> words, std::size_t ranks);

}  // namespace haymaker::audit
