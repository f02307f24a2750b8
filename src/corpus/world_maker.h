#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "corpus/corpus.h"
#include "text/situation.h"

namespace haymaker::corpus {

// Who writes and reads a conversation; the first of them, where there are many.
struct Parties {
  std::array<PersonId, 12> items{};
  std::uint32_t count = 0;

  void add(PersonId person) noexcept {
    if (count < items.size() && std::ranges::find(all(), person) == all().end())
      items[count++] = person;
  }
  [[nodiscard]] std::span<const PersonId> all() const noexcept {
    return std::span(items).first(count);
  }
};

// Chooses the part of the company that a conversation may name: people, clients, teams, sites,
// projects and vendors within reach of one of its parties.
class WorldMaker {
 public:
  explicit WorldMaker(const Corpus& corpus) : company_(corpus.company()) {}

  // Of a conversation of an employee's on a day. Nobody of its parties is named as a third person.
  // The same key gives the same world.
  void fill(PersonId insider, Days day, const Parties& parties, rng::Key key,
            text::World& world) const;
  // Who and what somebody at a client or a vendor can name: their own colleagues and office.
  void fill_outside(PersonId contact, text::World& world) const;

 private:
  void add_client(PersonId insider, rng::Stream& stream, text::World& world) const;
  // Whether a world or the parties to its conversation have somebody of the person's given name.
  [[nodiscard]] bool is_taken(const people::Person& person, const Parties& parties,
                              const text::World& world) const noexcept;

  const people::Company& company_;
};

}  // namespace haymaker::corpus
