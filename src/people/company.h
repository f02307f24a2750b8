#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/hash.h"
#include "base/ids.h"
#include "people/leave.h"
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
      "meridianhale.example";        // Must be under a reserved name (RFC 2606, RFC 6761).
  std::uint32_t employees = 5'000;   // 20 .. 200,000
  std::uint32_t clients = 400;       // Organisations that are clients, each with 1 to 12 contacts.
  std::uint32_t vendors = 120;       // Organisations that supply.
  std::vector<SiteSpec> sites = {};  // Empty: the packs' default sites.
};

inline constexpr std::uint32_t kFewestEmployees = 20;
inline constexpr std::uint32_t kMostEmployees = 200'000;
inline constexpr std::uint32_t kMostOrganisations = 20'000;  // Of clients, and of vendors.

// The cities that a SiteSpec can name.
std::vector<std::string_view> known_cities();

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

// What a department does, as scenarios ask for it.
enum class Function : std::uint8_t {
  trading,
  sales,
  operations,
  research,
  banking,
  wealth,
  compliance,
  risk,
  finance,
  technology,
  hr,
  legal,
  facilities,
  executive,
};
inline constexpr int kFunctions = 14;

struct Department {
  std::string_view name;        // "Fixed Income Operations"
  std::string_view short_name;  // "FI Ops"
  Function function = Function::operations;
  std::span<const PersonId> members;  // Its head first; none where the company is too small for it.
};

// A manager and those who report to the manager, so every manager leads exactly one team.
struct Team {
  std::string_view name;   // "Repo Settlements London"
  std::string_view topic;  // "Repo Settlements"; empty where managers lead managers.
  DepartmentId department{0};
  SiteId site{0};
  PersonId lead = kNobody;
  std::span<const PersonId> members;  // The lead first.
};

struct Project {
  std::string_view name;              // Code name: "Project Larkspur"
  std::span<const PersonId> members;  // Across teams; who runs it first.
};

struct Roster;

// The fictional company: who is there, who reports to whom, and how strongly they are tied.
// Immutable once compiled; a pure function of (spec, key, period). Reading it from several threads
// needs no lock.
class Company {
 public:
  // Every mistake in the spec, with paths below "company"; "period" where the days are in the wrong
  // order or outside the years that the calendars cover (kFirstCalendarYear .. kLastCalendarYear).
  static std::expected<Company, Errors> compile(const CompanySpec& spec, rng::Key key,
                                                Days first_day, Days last_day);

  Company(Company&&) noexcept;
  Company& operator=(Company&&) noexcept;
  ~Company();

  [[nodiscard]] const CompanySpec& spec() const noexcept;
  // Employees first (0 .. employees - 1; 0 is the chief executive), then shared mailboxes,
  // distribution lists, contacts, systems.
  [[nodiscard]] std::span<const Person> people() const noexcept { return people_; }
  [[nodiscard]] const Person& person(PersonId id) const noexcept { return people_[value(id)]; }
  // In the order of the spec, without those whose share is too small for one employee.
  [[nodiscard]] std::span<const Site> sites() const noexcept { return sites_; }
  [[nodiscard]] const Site& site(const Person& person) const noexcept {
    return sites()[value(person.site)];
  }
  [[nodiscard]] std::span<const Department> departments() const noexcept;
  [[nodiscard]] std::span<const Team> teams() const noexcept;
  [[nodiscard]] std::span<const Project> projects() const noexcept;
  [[nodiscard]] std::span<const Organisation> organisations() const noexcept {
    return organisations_;
  }
  // Who stands behind a distribution list or reads a shared mailbox; empty for others.
  [[nodiscard]] std::span<const PersonId> members(PersonId id) const noexcept;
  // The employees of the site, leavers and joiners included.
  [[nodiscard]] std::span<const PersonId> site_members(SiteId site) const noexcept;
  // The projects that an employee works on, as places in projects().
  [[nodiscard]] std::span<const std::uint32_t> projects_of(PersonId employee) const noexcept;
  // The clients or vendors that an employee writes to, the closest first; none for most of those
  // who do not face outside.
  [[nodiscard]] std::span<const OrganisationId> relationships(PersonId employee) const noexcept;
  // Who keeps the employee's calendar and writes in the employee's name; kNobody for most.
  [[nodiscard]] PersonId assistant_of(PersonId employee) const noexcept;
  // The leave of an employee or a contact that takes in the day; nothing on most days.
  [[nodiscard]] std::optional<Leave> leave_on(PersonId id, Days day) const noexcept;
  [[nodiscard]] bool is_in_company_on(PersonId id, Days day) const noexcept {
    const Presence& presence = presences_[value(id)];
    return presence.first_day <= day && day <= presence.last_day;
  }
  [[nodiscard]] bool is_on_leave(PersonId id, Days day) const noexcept {
    return presences_[value(id)].takes_leave && people::is_on_leave(leave_key(id), day);
  }
  [[nodiscard]] bool is_at_work(PersonId id, Days day) const noexcept {
    return is_in_company_on(id, day) && !is_on_leave(id, day);
  }
  // Whose address it is, in lower case; nothing if nobody's.
  [[nodiscard]] std::optional<PersonId> by_address(std::string_view address) const noexcept;

  // The draws cost O(1) on average, whatever the size of the company. Who is drawn is in the
  // company on `day`; authors are not on leave, and colleagues seldom are, since the author mostly
  // knows.

  // An employee of the site, by activity.
  PersonId draw_author(SiteId site, Days day, rng::Stream& stream) const noexcept;
  // An employee of a department with that function, each alike; of any other where the company is
  // too small to have one.
  PersonId draw_employee(Function function, Days day, rng::Stream& stream) const noexcept;
  // Somebody inside whom `author`, an employee, writes to: by reporting line, team, project and tie
  // strength, and never the author. The same author meets the same few people most often.
  PersonId draw_colleague(PersonId author, Days day, rng::Stream& stream) const noexcept;
  // A contact at one of the author's own few clients or vendors; kNobody where relationships() is
  // empty.
  PersonId draw_contact(PersonId author, rng::Stream& stream) const noexcept;
  // The employee whom a contact writes to (the reverse relation).
  PersonId draw_relationship_owner(PersonId contact, Days day, rng::Stream& stream) const noexcept;
  // A distribution list that the author would write to, or kNobody.
  PersonId draw_list(PersonId author, rng::Stream& stream) const noexcept;
  // A shared mailbox of the author's department, or kNobody.
  PersonId draw_mailbox(PersonId author, rng::Stream& stream) const noexcept;
  // A system that sends newsletters, or else one that sends notices.
  PersonId draw_system(bool newsletter, rng::Stream& stream) const noexcept;

 private:
  // What is asked of many people for each that is drawn, apart from the rest, so that it stays in a
  // cache.
  struct Presence {
    Days first_day;
    Days last_day;
    bool takes_leave;
  };

  explicit Company(std::unique_ptr<const Roster> roster);

  [[nodiscard]] std::uint64_t leave_key(PersonId id) const noexcept {
    return mix64(leave_key_ ^ value(id));
  }

  std::unique_ptr<const Roster> roster_;
  std::span<const Person> people_;
  std::span<const Site> sites_;
  std::span<const Organisation> organisations_;
  std::vector<Presence> presences_;  // By person.
  std::uint64_t leave_key_;
};

}  // namespace haymaker::people
