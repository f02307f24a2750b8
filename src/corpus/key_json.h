#pragma once

// How the answer key writes its values (docs/formats/truth.md).

#include <boost/json.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/civil_time.h"
#include "corpus/planted_words.h"
#include "scenario/step.h"
#include "text/pack.h"
#include "threads/block_plan.h"

namespace haymaker::corpus {

std::string hex(std::uint64_t uid);                                // "00f3..." of 16 digits.
std::string label_id(std::uint64_t uid, std::size_t number);       // "00f3...-0"
std::string incident_id(std::uint32_t number);                     // "I17"
std::string iso_time(UnixSeconds at);                              // "2025-01-06T14:30:15Z"
std::string_view family_of(const text::ScenarioFields& scenario);  // "MA" of "MA.FRONT_RUN".

// true, decoy, or acceptable_alert: what a reviewer would clear rather than call false.
std::string_view polarity_of(const scenario::Planting& planting);
std::string_view role_of(bool own, const scenario::Step& step, threads::MessageKind kind);
boost::json::array evasion_of(scenario::Evasion evasion);
boost::json::array evasion_of(const scenario::Step& step);
boost::json::object span_of(const PlantedWords& words, bool own);

void append_line(const boost::json::object& object, std::string& lines);

}  // namespace haymaker::corpus
