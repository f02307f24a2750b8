#pragma once

// Where something planted can be looked at, without a search through the messages.

#include <cstdint>
#include <optional>

#include "corpus/corpus.h"
#include "corpus/renderer.h"

namespace haymaker::corpus {

enum class Planted : std::uint8_t { incident, decoy };

// How many there are of a kind.
std::uint64_t planted_count(const Corpus& corpus, Planted kind) noexcept;

// The first message of the incident or decoy of that number, from 0; nothing beyond the last one.
// Costs the planning of one block, by a renderer of this corpus.
std::optional<MessageIndex> planted_index(const Corpus& corpus, Renderer& renderer, Planted kind,
                                          std::uint64_t number);

}  // namespace haymaker::corpus
