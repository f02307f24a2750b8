#pragma once

#include <cstdint>
#include <string_view>

#include "base/civil_time.h"
#include "base/ids.h"
#include "base/mail_client.h"

namespace haymaker::people {

enum class PersonKind : std::uint8_t {
  employee,
  contact,            // Somebody at a client or a vendor.
  shared_mailbox,     // fx-settlements@..., read by a team; it writes, too, signed by the team.
  distribution_list,  // Receives only; stands for its members.
  system,             // A program inside or outside the company that sends notices or newsletters.
};

enum class Gender : std::uint8_t { none, female, male };  // none: not a person.

enum class Seniority : std::uint8_t { junior, professional, senior, lead, head, executive };

enum class SiteId : std::uint16_t {};
enum class DepartmentId : std::uint16_t {};
enum class TeamId : std::uint32_t {};
enum class OrganisationId : std::uint32_t {};  // 0 is the company itself; then clients and vendors.

// How somebody writes: constant over the corpus, so that an author sounds like the same author.
// Percentages are of the occasions on which the habit could show.
struct Voice {
  std::uint64_t taste = 0;           // Decides every free choice that an author always makes alike.
  std::uint8_t formality = 1;        // 0 chatty, 1 neutral, 2 polite, 3 formal.
  std::uint8_t verbosity = 100;      // Length of a body in percent of the mean author's.
  std::uint8_t greeting = 50;        // Percent of messages that open with a greeting.
  std::uint8_t sign_off = 70;        // Percent that close with one.
  std::uint8_t contractions = 60;    // Percent of "do not" that become "don't".
  std::uint8_t abbreviations = 0;    // Percent of "please" that become "pls", and the like.
  std::uint8_t typos_per_mille = 1;  // Words that are mistyped.
  std::uint8_t exclamations = 2;     // Percent of cheerful sentences that end in "!".
  std::uint8_t emoji = 0;            // Percent of informal messages with one.
  bool lower_case = false;           // Begins sentences without a capital.
  bool british = true;               // "organise", "colour", 14/03; else "organize", "color", 3/14.
  bool double_space = false;         // Two spaces after a full stop.
  bool signature = true;             // Has a signature block.

  friend bool operator==(const Voice&, const Voice&) = default;
};

// A mailbox of the corpus and whoever stands behind it. Views point into the Company.
struct Person {
  PersonId id = kNobody;
  PersonKind kind = PersonKind::employee;
  Gender gender = Gender::none;
  std::string_view given;         // "Ines"; empty for what is not a person.
  std::string_view family;        // "Sørensen"
  std::string_view locale;        // Where the name is from, "da"; empty for what is not a person.
  std::string_view display_name;  // "Sørensen, Ines (Settlements)", in the company's style.
  std::string_view address;       // "ines.sorensen@meridianhale.example": ASCII, reserved name.
  std::string_view title;         // "Senior Settlements Analyst"
  std::string_view telephone;     // From a range that is reserved for fiction.
  OrganisationId organisation{0};
  SiteId site{0};  // Also a contact's: the city whose clock the contact lives by.
  DepartmentId department{0};
  TeamId team{0};  // The team that the person leads, or else is a member of.
  PersonId manager = kNobody;
  PersonId assistant_to = kNobody;  // Whose calendar this person keeps.
  Seniority seniority = Seniority::professional;
  MailClient client = MailClient::exchange_online;
  Voice voice;
  std::uint32_t activity = 1;  // Relative volume of mail sent; follows role, heavy-tailed.
  Days first_day = INT32_MIN;  // Writes on or after this day (joiners)
  Days last_day = INT32_MAX;   // and not after this one (leavers).

  [[nodiscard]] bool is_in_company_on(Days day) const noexcept {
    return first_day <= day && day <= last_day;
  }

  friend bool operator==(const Person&, const Person&) = default;
};

}  // namespace haymaker::people
