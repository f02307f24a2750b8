#pragma once

#include <cstdint>

#include "rng/stream.h"
#include "rng/weighted.h"

namespace haymaker::threads {

// Numbers that lie evenly over 0 .. 2^64 - 1: each next one is the golden section of 2^64 further
// on (Weyl's sequence). What is dealt by them keeps its shares within a block, and not only over
// many.
class Deal {
 public:
  explicit Deal(std::uint64_t start) noexcept : at_(start) {}
  std::uint64_t next() noexcept { return at_ += 0x9E3779B97F4A7C15U; }

 private:
  std::uint64_t at_;
};

// Published histograms of real mail. Sizes of conversations: Enron, cleaned (200,399 messages;
// 61.6 % of them in conversations of two and more, of mean 4.1 and median 2).
class ConversationShape {
 public:
  // Stands for a distribution list among numbers of recipients.
  static constexpr std::uint32_t kList = 0;

  ConversationShape();

  // Messages of a conversation that is not alone: 2 and more.
  [[nodiscard]] std::uint32_t draw_size(rng::Stream& stream) const noexcept;
  // The same of the conversation that some message belongs to: larger ones have more messages.
  [[nodiscard]] std::uint32_t draw_size_around(rng::Stream& stream) const noexcept;
  // Recipients (To and Cc) of a message: 1 to 100, or kList.
  [[nodiscard]] std::uint32_t draw_recipients(Deal& deal, rng::Stream& stream) const noexcept;

 private:
  rng::WeightedTable sizes_;
  rng::WeightedTable messages_;  // In conversations of each size.
};

}  // namespace haymaker::threads
