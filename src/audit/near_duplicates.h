#pragma once

#include <cstddef>
#include <span>

#include "audit/words.h"

namespace haymaker::audit {

struct NearDuplicates {
  std::size_t messages = 0;  // Of at least 20 words; the others are left out.
  double share_80 = 0;       // Those with another of Jaccard likeness 0.8 or more.
  double share_50 = 0;       // The same for 0.5 or more.
};

// Compares the sets of runs of five words, as products that fold duplicates do: MinHash with 126
// hashes in bands of three finds the candidates (Broder 1997), of which each is then counted
// exactly. A pair of likeness 0.5 is missed once in 270, one of 0.8 never to speak of. Of messages
// that share a band, each is compared with at most 64 others.
NearDuplicates near_duplicates(std::span<const Words> messages);

}  // namespace haymaker::audit
