#include "scenario/incident_shape.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>

namespace haymaker::scenario {

namespace {

// Most incidents are one message or two; a ring or a slow drip takes up to twelve. Item i is the
// weight of i + 1 messages, in percent; the mean is 2.9.
constexpr std::array<std::uint32_t, kMostMessages> kMessages = {40, 20, 13, 8, 5, 4,
                                                                3,  2,  1,  1, 1, 2};

constexpr std::uint32_t kLeastSpread = 3;  // Messages over which level 5 is spread in bodies.

constexpr std::array<std::uint32_t, kCarriers> kCarrierPercent = {50, 15, 25, 10};
constexpr std::uint32_t kInFilesPercent = 25 + 10;
// The levels are as frequent as each other, and only the last knows files.
static_assert(kInFilesPercent * 10 / kLevels == kInFilesPerMille);

constexpr std::array<std::string_view, kCarriers> kCarrierNames = {"body", "subject", "attachment",
                                                                   "image"};

// In percent, without `none`: half in other words, half by operators.
constexpr std::array<std::uint32_t, kEvasions - 1> kEvasionPercent = {25, 15, 10, 6, 5, 6,
                                                                      5,  7,  7,  5, 3, 6};

std::uint32_t draw(std::span<const std::uint32_t> weights, rng::Stream& stream) {
  std::uint32_t left = stream.below(std::accumulate(weights.begin(), weights.end(), 0U));
  std::uint32_t item = 0;
  while (left >= weights[item]) left -= weights[item++];
  return item;
}

Evasion draw_evasion(std::uint32_t allowed, rng::Stream& stream) {
  std::array<std::uint32_t, kEvasionPercent.size()> weights = kEvasionPercent;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if ((allowed >> (i + 1) & 1U) == 0) weights[i] = 0;
  }
  return static_cast<Evasion>(1 + draw(weights, stream));
}

// Who is careful says little at a time: three incidents of four tell one message in each
// conversation, the others two or up to four. So planted messages are found in conversations of all
// sizes, as others are; three in one would mean that it is large.
std::uint8_t draw_conversations(std::uint32_t messages, rng::Stream& stream) {
  constexpr std::array<std::uint32_t, 8> kEach = {1, 1, 1, 1, 1, 1, 2, kMostSteps};
  const std::uint32_t each = stream.pick(std::span<const std::uint32_t>(kEach));
  return static_cast<std::uint8_t>((messages + each - 1) / each);
}

}  // namespace

std::string_view name_of(Carrier carrier) noexcept {
  return kCarrierNames[static_cast<std::size_t>(carrier)];
}

IncidentShape draw_shape(std::uint32_t level, rng::Stream& stream, const ShapeLimits& limits) {
  IncidentShape shape;
  if (level == kLevels) shape.carrier = static_cast<Carrier>(draw(kCarrierPercent, stream));
  if (is_file(shape.carrier) && !limits.files) shape.carrier = Carrier::subject;
  if (level == 4) shape.evasion = draw_evasion(limits.evasions, stream);
  const std::uint32_t messages = 1 + draw(kMessages, stream);
  const bool spread = level == kLevels && shape.carrier == Carrier::body;
  if (spread && limits.most_messages < kLeastSpread) shape.carrier = Carrier::subject;
  const std::uint32_t told = spread ? std::max(messages, kLeastSpread) : messages;
  shape.messages = static_cast<std::uint8_t>(std::min(told, limits.most_messages));
  shape.conversations = draw_conversations(shape.messages, stream);
  return shape;
}

Carrier draw_decoy_carrier(rng::Stream& stream, bool files) {
  const bool in_file = stream.chance(kInFilesPerMille, 1'000);
  const bool seen =
      stream.chance(kCarrierPercent[static_cast<std::size_t>(Carrier::image)], kInFilesPercent);
  if (!in_file || !files) return Carrier::body;
  return seen ? Carrier::image : Carrier::attachment;
}

std::uint32_t messages_in(const IncidentShape& shape, std::uint32_t place) noexcept {
  const std::uint32_t each = shape.messages / shape.conversations;
  return each + (place < shape.messages % shape.conversations ? 1 : 0);
}

}  // namespace haymaker::scenario
