#include "scenario/placement.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "people/company.h"
#include "rng/permutation.h"

namespace haymaker::scenario {

namespace {

// The departments of a scenario are named by what they do; in the order of people::Function.
constexpr std::array<std::string_view, people::kFunctions> kFunctionNames = {
    "trading", "sales",   "operations", "research", "banking", "wealth",     "compliance",
    "risk",    "finance", "technology", "hr",       "legal",   "facilities", "executive"};

constexpr std::uint32_t kMostOfBlockPercent = 50;

std::uint32_t function_mask(const std::vector<std::string>& names) {
  std::uint32_t mask = 0;
  for (std::size_t i = 0; i < kFunctionNames.size(); ++i) {
    if (std::ranges::find(names, kFunctionNames[i]) != names.end()) mask |= 1U << i;
  }
  return mask;
}

// Keeps count of what each block holds.
class Blocks {
 public:
  explicit Blocks(std::uint64_t messages)
      : messages_(messages), blocks_((messages + threads::kBlockSize - 1) / threads::kBlockSize) {}

  // Takes `steps` messages of the block or of the next one that has room.
  std::uint64_t take(std::uint64_t block, std::uint32_t steps) {
    for (;; block = (block + 1) % blocks_) {
      std::uint32_t& taken = taken_[block];
      const std::uint64_t size =
          std::min<std::uint64_t>(messages_ - block * threads::kBlockSize, threads::kBlockSize);
      if (taken + steps > (size * kMostOfBlockPercent + 99) / 100) continue;
      taken += steps;
      return block;
    }
  }

 private:
  std::uint64_t messages_;
  std::uint64_t blocks_;
  std::map<std::uint64_t, std::uint32_t> taken_;  // Messages, of blocks that were asked for.
};

// Where the conversations of one incident may lie, first to last. A permutation of the messages
// spreads them.
std::vector<std::uint64_t> draw_blocks(const rng::Permutation& places, std::uint32_t first_tag,
                                       std::size_t conversations) {
  std::vector<std::uint64_t> blocks(conversations);
  for (std::size_t i = 0; i < conversations; ++i)
    blocks[i] = places.at(first_tag + i) / threads::kBlockSize;
  std::ranges::sort(blocks);
  return blocks;
}

bool continues(const Planting& planting) { return planting.first_step > 0; }

}  // namespace

std::uint64_t room_for_plantings(std::uint64_t count) noexcept {
  const std::uint64_t half = count * kMostOfBlockPercent / 100;
  // Any block but a last one may end up with one message less than the longest conversation takes.
  const std::uint64_t lost = (count - 1) / threads::kBlockSize * (kMostSteps - 1);
  return half - std::min(half, lost);
}

std::vector<threads::Pin> place(std::span<const Planting> plantings, const text::Pack& pack,
                                std::uint64_t count, rng::Key key) {
  const rng::Permutation places(key / "places", count);
  Blocks blocks(count);
  std::vector<threads::Pin> pins;
  for (std::size_t begin = 0; begin < plantings.size();) {
    std::size_t end = begin + 1;
    while (end < plantings.size() && continues(plantings[end])) ++end;
    const auto drawn = draw_blocks(places, static_cast<std::uint32_t>(begin), end - begin);
    const text::ScenarioFields& fields = pack.topic(plantings[begin].scenario).scenario;
    const std::size_t first_pin = pins.size();
    for (std::size_t tag = begin; tag < end; ++tag) {
      const Planting& planting = plantings[tag];
      const auto block = blocks.take(drawn[tag - begin], planting.steps);
      threads::Pin pin{.block = block,
                       .tag = static_cast<std::uint32_t>(tag),
                       .least_size = planting.steps,
                       .external = fields.external && !planting.decoy,
                       .functions = function_mask(fields.actors)};
      if (end - begin > 1)
        pin.cast = {planting.number, tag == begin ? block : pins[first_pin].block};
      pins.push_back(pin);
    }
    begin = end;
  }
  std::ranges::sort(pins, {},
                    [](const threads::Pin& pin) { return std::pair(pin.block, pin.tag); });
  return pins;
}

}  // namespace haymaker::scenario
