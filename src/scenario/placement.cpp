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
// Draws of an instant at which a given site writes; in vain for a site of one in a hundred once in
// ten thousand.
constexpr int kSiteTries = 1'000;

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

  [[nodiscard]] std::uint64_t count() const noexcept { return blocks_; }

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

// Where the conversations of one incident may lie, first to last, and whose day it is then.
struct Places {
  std::vector<std::uint64_t> blocks;
  people::SiteId site{0};
};

// As the mail of one site is spread.
Places draw_places(const threads::Timeline& timeline, std::size_t conversations,
                   std::uint64_t blocks, rng::Stream stream) {
  const auto draw = [&] { return timeline.draw(0, 1, stream); };
  Places places;
  places.site = timeline.draw_site(draw(), stream);
  for (std::size_t i = 0; i < conversations; ++i) {
    UnixSeconds at = draw();
    for (int k = 0; k < kSiteTries && timeline.draw_site(at, stream) != places.site; ++k)
      at = draw();
    places.blocks.push_back(timeline.slice_of(at, blocks));
  }
  std::ranges::sort(places.blocks);
  return places;
}

threads::Direction direction_of(const text::ScenarioFields& scenario) {
  if (!scenario.external) return threads::Direction::internal;
  return scenario.outbound ? threads::Direction::outbound : threads::Direction::inbound;
}

threads::Pin pin_of(const Planting& planting, const text::ScenarioFields& scenario) {
  return {.steps = planting.steps,
          .opens = planting.carrier == Carrier::subject,
          .direction = direction_of(scenario),
          .functions = function_mask(scenario.actors)};
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
                                const threads::Timeline& timeline, std::uint64_t count,
                                rng::Key key) {
  const rng::Permutation spread(key / "places", count);
  Blocks blocks(count);
  std::vector<threads::Pin> pins;
  for (std::size_t begin = 0; begin < plantings.size();) {
    std::size_t end = begin + 1;
    while (end < plantings.size() && continues(plantings[end])) ++end;
    const text::ScenarioFields& scenario = pack.topic(plantings[begin].scenario).scenario;
    Places places{.blocks = {spread.at(begin) / threads::kBlockSize}};
    if (end - begin > 1) {
      rng::Stream stream(key / "cast places" / begin);
      places = draw_places(timeline, end - begin, blocks.count(), stream);
    }
    const std::size_t first_pin = pins.size();
    for (std::size_t tag = begin; tag < end; ++tag) {
      threads::Pin pin = pin_of(plantings[tag], scenario);
      pin.tag = static_cast<std::uint32_t>(tag);
      pin.block = blocks.take(places.blocks[tag - begin], pin.steps);
      if (end - begin > 1) {
        const std::uint64_t first = tag == begin ? pin.block : pins[first_pin].block;
        pin.cast = {.id = plantings[tag].number, .block = first, .site = places.site};
      }
      pins.push_back(pin);
    }
    begin = end;
  }
  std::ranges::sort(pins, {},
                    [](const threads::Pin& pin) { return std::pair(pin.block, pin.tag); });
  return pins;
}

}  // namespace haymaker::scenario
