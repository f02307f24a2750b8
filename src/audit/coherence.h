#pragma once

// Whether mail holds together: word salad passes every measure of diversity.

#include <cstddef>
#include <span>
#include <string_view>

namespace haymaker::audit {

// A text with the place of the text that it answers, or kNoParent.
inline constexpr std::size_t kNoParent = static_cast<std::size_t>(-1);
struct Answer {
  std::string_view text;
  std::size_t parent = kNoParent;
};

struct Coherence {
  std::size_t pairs = 0;     // Of texts of at least eight content words with such a parent.
  double parent_cosine = 0;  // Mean likeness of a text and its parent.
  double chance_cosine = 0;  // Mean likeness of a text and one from another conversation.
  double nearer_parent = 0;  // Share of texts that are more like their parent than like the other;
                             // a draw counts half. 0.5 is chance.
  std::size_t neighbours = 0;    // Pairs of texts that follow each other in a conversation.
  double topic_persistence = 0;  // Mean likeness of those, over chance_cosine.
};

// Likeness is the cosine of tf-idf vectors over content words: words that occur in at least two of
// the texts and in at most a tenth of them (Salton and Buckley 1988). `texts` are in the order of
// the corpus.
Coherence measure_coherence(std::span<const Answer> texts);

}  // namespace haymaker::audit
