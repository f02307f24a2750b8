#include "threads/conversation_shape.h"

#include <array>

namespace haymaker::threads {

namespace {

struct Bin {
  std::uint32_t low;
  std::uint32_t high;
  std::uint32_t per_mille;
};

constexpr auto kSizes = std::to_array<Bin>({{2, 2, 556},
                                            {3, 3, 159},
                                            {4, 4, 101},
                                            {5, 5, 43},
                                            {6, 6, 29},
                                            {7, 7, 30},
                                            {8, 8, 13},
                                            {9, 9, 7},
                                            {10, 10, 6},
                                            {11, 20, 42},
                                            {21, 48, 14}});
// In companies. One message in 200 goes to more than 50 or to a list; since only mail within the
// company goes to lists, and little of it is answered by somebody who can draw one, they weigh more
// here than they come out.
constexpr auto kRecipients = std::to_array<Bin>({{1, 1, 598},
                                                 {2, 2, 160},
                                                 {3, 3, 80},
                                                 {4, 5, 80},
                                                 {6, 10, 50},
                                                 {11, 50, 25},
                                                 {51, 100, 2},
                                                 {0, 0, 5}});
static_assert(ConversationShape::kList == 0);

constexpr std::uint32_t kPerMille = 1'000;

rng::WeightedTable table_of_sizes() {
  std::array<std::uint32_t, kSizes.size()> weights{};
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = kSizes[i].per_mille;
  return rng::WeightedTable(weights);
}

rng::WeightedTable table_of_messages() {
  std::array<std::uint32_t, kSizes.size()> weights{};
  for (std::size_t i = 0; i < weights.size(); ++i)
    weights[i] = kSizes[i].per_mille * (kSizes[i].low + kSizes[i].high);  // Twice the mean.
  return rng::WeightedTable(weights);
}

std::uint32_t within(Bin bin, rng::Stream& stream) {
  return bin.low + stream.below(bin.high - bin.low + 1);
}

}  // namespace

ConversationShape::ConversationShape() : sizes_(table_of_sizes()), messages_(table_of_messages()) {}

std::uint32_t ConversationShape::draw_size(rng::Stream& stream) const noexcept {
  return within(kSizes[sizes_.draw(stream)], stream);
}

std::uint32_t ConversationShape::draw_size_around(rng::Stream& stream) const noexcept {
  const Bin bin = kSizes[messages_.draw(stream)];
  std::uint32_t size = within(bin, stream);
  while (!stream.chance(size, bin.high)) size = within(bin, stream);
  return size;
}

std::uint32_t ConversationShape::draw_recipients(Deal& deal, rng::Stream& stream) const noexcept {
  auto rank = static_cast<std::uint32_t>((deal.next() >> 32) * kPerMille >> 32);
  std::size_t bin = 0;
  for (; rank >= kRecipients[bin].per_mille; ++bin) rank -= kRecipients[bin].per_mille;
  return within(kRecipients[bin], stream);
}

}  // namespace haymaker::threads
