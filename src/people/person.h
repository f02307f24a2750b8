#pragma once

#include <cstdint>
#include <string_view>

#include "base/civil_time.h"
#include "base/ids.h"
#include "base/mail_client.h"
#include "text/voice.h"

namespace haymaker::people {

using text::Voice;

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

// A mailbox of the corpus and whoever stands behind it. Views point into the Company.
struct Person {
  PersonId id = kNobody;
  PersonKind kind = PersonKind::employee;
  Gender gender = Gender::none;
  std::string_view given;         // "Ines"; empty for what is not a person.
  std::string_view family;        // "Sørensen"
  std::string_view full_name;     // "Ines Sørensen"; empty for what is not a person.
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
  std::string_view language = "en-GB";  // What that program speaks (RFC 5646); the mail is English.
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
