#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "people/lexicon.h"
#include "people/person.h"
#include "people/roster.h"
#include "people/site_rules.h"
#include "rng/stream.h"
#include "rng/weighted.h"

namespace haymaker::people {

// How an organisation writes the names of its people in a From field.
enum class NameStyle : std::uint8_t {
  given_family,             // Ines Sørensen
  family_given,             // Sørensen, Ines
  family_given_department,  // Sørensen, Ines (FI Ops)
};

// How an organisation makes addresses out of names.
enum class AddressStyle : std::uint8_t {
  given_dot_family,    // ines.sorensen
  initial_family,      // isorensen
  initial_dot_family,  // i.sorensen
  family_dot_initial,  // sorensen.i
  given,               // ines
};

struct FullName {
  Gender gender = Gender::none;
  std::string_view locale;
  std::string_view given;
  std::string_view family;
};

// Draws names as they occur in each of the cities.
class NameSource {
 public:
  explicit NameSource(const std::vector<SiteRule>& sites);

  [[nodiscard]] FullName draw(SiteId site, rng::Stream& stream) const noexcept;

 private:
  struct Mix {
    std::vector<std::uint32_t> lexicons;
    rng::WeightedTable table;
  };
  std::vector<Lexicon> lexicons_;
  std::vector<Mix> mixes_;  // By site.
};

// `department` is used by the style that shows it.
void append_display_name(const FullName& name, NameStyle style, std::string_view department,
                         Buffer& out);
void append_local_part(const FullName& name, AddressStyle style, Buffer& out);

// `pattern` with each # replaced by a digit, which is at least `lowest`.
void append_digits(std::string_view pattern, std::uint32_t lowest, rng::Stream& stream,
                   Buffer& out);

// Makes `local_part`@`domain`, with the least number behind the local part, from 2 on, that makes
// it unique; notes that it is `id`'s; `scratch` is overwritten.
std::string_view claim_address(std::string_view local_part, std::string_view domain, PersonId id,
                               Roster& roster, Buffer& scratch);

}  // namespace haymaker::people
