#pragma once

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/ids.h"
#include "people/person.h"
#include "people/site.h"
#include "rng/key.h"
#include "rng/stream.h"

namespace haymaker::people {

struct SiteSpec {
  std::string city;  // Must be one that the packs know: "London", "Frankfurt", "New York" ...
  std::uint32_t share = 1;  // Relative number of employees.
};

// What the user says of the company; everything else follows from the key.
struct CompanySpec {
  std::string name = "Meridian Hale";
  std::string domain =
      "meridianhale.example";       // Must be under a reserved name (RFC 2606, RFC 6761).
  std::uint32_t employees = 5'000;  // 20 .. 200,000
  std::uint32_t clients = 400;      // Organisations that are clients, each with 1 to 12 contacts.
  std::uint32_t vendors = 120;      // Organisations that supply.
  std::vector<SiteSpec> sites;      // Empty: the packs' default sites.
};

enum class OrganisationKind : std::uint8_t { self, client, vendor };

struct Organisation {
  OrganisationKind kind = OrganisationKind::client;
  std::string_view name;            // "Castellan Asset Management"
  std::string_view short_name;      // "Castellan"
  std::string_view domain;          // "castellan-am.example"
  std::string_view sector;          // "asset management"
  std::uint32_t first_contact = 0;  // Contacts are people()[first_contact .. + contacts).
  std::uint32_t contacts = 0;
};

struct Department {
  std::string_view name;
  std::string_view short_name;
};  // "Fixed Income Operations", "FI Ops"
struct Team {
  std::string_view name;  // "Repo Settlements London"
  DepartmentId department;
  SiteId site;
  PersonId lead;
  std::span<const PersonId> members;
};
struct Project {
  std::string_view name;              // Code name: "Project Larkspur"
  std::span<const PersonId> members;  // Across teams.
};

// The fictional company: who is there, who reports to whom, and how strongly they are tied.
// Immutable once compiled; a pure function of (spec, key, period).
class Company {
 public:
  // Every mistake in the spec, with paths below "company".
  static std::expected<Company, Errors> compile(const CompanySpec& spec, rng::Key key,
                                                Days first_day, Days last_day);

  [[nodiscard]] const CompanySpec& spec() const noexcept;
  // Employees first (0 .. employees - 1), then shared mailboxes, distribution lists, contacts,
  // systems.
  [[nodiscard]] std::span<const Person> people() const noexcept;
  [[nodiscard]] const Person& person(PersonId id) const noexcept { return people()[value(id)]; }
  [[nodiscard]] std::span<const Site> sites() const noexcept;
  [[nodiscard]] const Site& site(const Person& person) const noexcept;
  [[nodiscard]] std::span<const Department> departments() const noexcept;
  [[nodiscard]] std::span<const Team> teams() const noexcept;
  [[nodiscard]] std::span<const Project> projects() const noexcept;
  [[nodiscard]] std::span<const Organisation> organisations() const noexcept;
  [[nodiscard]] std::span<const PersonId> members(PersonId distribution_list) const noexcept;

  // An employee of the site, by activity, who is in the company on that day. O(1) expected.
  PersonId draw_author(SiteId site, Days day, rng::Stream& stream) const noexcept;
  // Somebody inside whom `author` writes to: by reporting line, team, project and tie strength, and
  // never the author. The same author meets the same few people most often.
  PersonId draw_colleague(PersonId author, Days day, rng::Stream& stream) const noexcept;
  // A contact at one of the author's own few clients or vendors.
  PersonId draw_contact(PersonId author, rng::Stream& stream) const noexcept;
  // The employee whom a contact writes to (the reverse relation).
  PersonId draw_relationship_owner(PersonId contact, Days day, rng::Stream& stream) const noexcept;
  // A distribution list that the author would write to, or kNobody.
  PersonId draw_list(PersonId author, rng::Stream& stream) const noexcept;
  // A system that sends notices (internal) or newsletters (external).
  PersonId draw_system(bool newsletter, rng::Stream& stream) const noexcept;
};

}  // namespace haymaker::people
