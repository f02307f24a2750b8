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
// One message in 200 goes to a list; three lists are drawn for one such message, since only what
// begins a conversation inside the company can go to one.
constexpr auto kRecipients = std::to_array<Bin>(
    {{1, 1, 600}, {2, 2, 160}, {3, 3, 80}, {4, 5, 80}, {6, 10, 50}, {11, 50, 25}, {0, 0, 18}});

template <std::size_t N>
rng::WeightedTable table(const std::array<Bin, N>& bins) {
  std::array<std::uint32_t, N> weights{};
  for (std::size_t i = 0; i < N; ++i) weights[i] = bins[i].per_mille;
  return rng::WeightedTable(weights);
}

std::uint32_t within(Bin bin, rng::Stream& stream) {
  return bin.low + stream.below(bin.high - bin.low + 1);
}

}  // namespace

ConversationShape::ConversationShape() : sizes_(table(kSizes)), recipients_(table(kRecipients)) {}

std::uint32_t ConversationShape::draw_size(rng::Stream& stream) const noexcept {
  return within(kSizes[sizes_.draw(stream)], stream);
}

std::uint32_t ConversationShape::draw_recipients(rng::Stream& stream) const noexcept {
  return within(kRecipients[recipients_.draw(stream)], stream);
}

}  // namespace haymaker::threads
