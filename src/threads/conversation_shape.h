#pragma once

#include <cstdint>

#include "rng/stream.h"
#include "rng/weighted.h"

namespace haymaker::threads {

// Published histograms of real mail, drawn exactly. Sizes of conversations: Enron, cleaned (200,399
// messages; 61.6 % of them in conversations of two and more, of mean 4.1 and median 2).
class ConversationShape {
 public:
  ConversationShape();

  // Messages of a conversation that is not alone: 2 and more.
  [[nodiscard]] std::uint32_t draw_size(rng::Stream& stream) const noexcept;
  // Recipients (To and Cc) of a message: 1, 2, 3, 4-5, 6-10, 11-50; 0 stands for a distribution
  // list.
  [[nodiscard]] std::uint32_t draw_recipients(rng::Stream& stream) const noexcept;

 private:
  rng::WeightedTable sizes_;
  rng::WeightedTable recipients_;
};

}  // namespace haymaker::threads
