#pragma once

#include <string>
#include <string_view>

namespace haymaker::text {

// English inflection at pack-compile time: regular spelling rules and a table of irregular words.
// In a phrase, the last word of a noun and the first word of a verb are inflected.

std::string plural(std::string_view noun);  // "box" -> "boxes", "line of credit" needs saying
// What makes a noun possessive: "desk's", "boss's", but "desks'".
std::string_view possessive_ending(std::string_view noun) noexcept;
std::string third_person(std::string_view verb);  // "follow up on" -> "follows up on"
std::string past(std::string_view verb);          // "stop" -> "stopped", "take" -> "took"
std::string participle(std::string_view verb);    // "take" -> "taken"
std::string gerund(std::string_view verb);        // "chase" -> "chasing"
std::string comparative(
    std::string_view adjective);  // "late" -> "later", "careful" -> "more careful"
std::string superlative(std::string_view adjective);
std::string adverb(std::string_view adjective);  // "quick" -> "quickly"

}  // namespace haymaker::text
