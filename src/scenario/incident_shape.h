#pragma once

#include <cstdint>
#include <string_view>

#include "rng/stream.h"
#include "scenario/evasion.h"

namespace haymaker::scenario {

inline constexpr std::uint32_t kLevels = 5;
inline constexpr std::uint32_t kMostMessages = 12;       // Of an incident, with planted words.
inline constexpr std::uint32_t kMostConversations = 12;  // Of an incident.
inline constexpr std::uint32_t kMostSteps = 4;           // Of an incident within one conversation.

// Where the telling words of an incident stand.
enum class Carrier : std::uint8_t {
  body,
  subject,     // In the subject only; the body is about something else.
  attachment,  // In a document only.
  image,       // In a picture only.
};
inline constexpr int kCarriers = 4;

constexpr bool is_file(Carrier carrier) noexcept {
  return carrier == Carrier::attachment || carrier == Carrier::image;
}

// Of a thousand incidents, those that stand in files. As many decoys do, or files would tell one
// from the other.
inline constexpr std::uint32_t kInFilesPerMille = 70;

// As the answer key names it, as a modality: "body".
std::string_view name_of(Carrier carrier) noexcept;

// How an incident is told, drawn for each alone.
struct IncidentShape {
  std::uint8_t messages = 1;       // 1 .. kMostMessages
  std::uint8_t conversations = 1;  // Over which the messages are spread, in order of time.
  Carrier carrier = Carrier::body;
  Evasion evasion = Evasion::none;
};

inline constexpr std::uint32_t kAnyEvasion = (1U << static_cast<unsigned>(kEvasions)) - 2;

// What an incident may be, where not everything is wanted or has room.
struct ShapeLimits {
  std::uint32_t most_messages = kMostMessages;  // At least 1.
  std::uint32_t evasions = kAnyEvasion;         // evasion_bit() of each; at least one but `none`.
  bool files = true;  // Messages have files; else what would stand in one stands in a subject.
};

// `level` is 1 .. kLevels. Level 4 evades a lexicon. Level 5 cannot be seen in the body of one
// message: it is spread over three messages at least, or stands in the subject, an attachment or a
// picture; what may not be long enough to be spread stands in a subject.
IncidentShape draw_shape(std::uint32_t level, rng::Stream& stream, const ShapeLimits& limits = {});

// The carrier of a decoy.
Carrier draw_decoy_carrier(rng::Stream& stream, bool files);

// The messages of an incident that its conversation number `place` holds, at most kMostSteps.
std::uint32_t messages_in(const IncidentShape& shape, std::uint32_t place) noexcept;

}  // namespace haymaker::scenario
