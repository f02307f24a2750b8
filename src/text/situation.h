#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/civil_time.h"
#include "rng/key.h"
#include "text/condition.h"
#include "text/pack.h"
#include "text/voice.h"

namespace haymaker::text {

// Names that facts choose from: as many as there are, the conversation's own in a fixed order.
// {person2} takes the second; a number past the end starts again. Empty lists are filled from the
// pack or left out.
template <std::size_t N>
struct Names {
  std::array<std::string_view, N> items{};
  std::uint32_t count = 0;

  void add(std::string_view name) noexcept {
    if (count < N) items[count++] = name;
  }
  [[nodiscard]] std::string_view at(std::uint32_t i) const noexcept {
    if (i < count) return items[i];
    return count == 0 ? std::string_view() : items[i % count];
  }
};

// The world of a conversation as far as its text may speak of it.
struct World {
  std::string_view company;
  std::string_view telephone;  // Of the office, # for a digit: within a range kept for fiction.
  Names<6> persons;            // Given names of colleagues who are not parties.
  Names<6> person_names;       // Their full names, in the same order.
  Names<3> clients;            // Short names.
  Names<3> client_people;
  Names<2> vendors;
  Names<3> teams;
  Names<3> sites;
  Names<2> projects;
};

// Everything that decides a message's text. The keys make it a pure function of its place in the
// corpus.
struct Situation {
  rng::Key message;
  rng::Key conversation;
  TopicId topic{0};
  ActId act{0};
  ConditionSet conditions = 0;
  std::uint32_t target_words = 60;
  Voice voice;
  const World* world = nullptr;
  UnixSeconds sent = 0;
  int offset_minutes = 0;  // Of the author's wall clock.
  std::uint32_t started_day =
      0;  // Days since 1970 on which the conversation began: dates are near it.
  std::uint32_t started_hour = 9;  // Of the clock on the wall, when it began.
  Days back_day = 0;               // On which the author is back: of automatic replies.
  std::string_view me, me_full, me_title, me_phone, me_address, you, boss, site_address;
  Target planted;                // A rule whose words go among the moves; none for most messages.
  bool planted_answers = false;  // They answer the parent: they come before the other moves.
  Target planted_subject;        // A rule that makes the subject in place of the topic's.
  bool greets = true;            // May greet and sign: not in a terse answer.
};

}  // namespace haymaker::text
