#include "people/projects.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "base/buffer.h"
#include "people/pack_text.h"
#include "people/world_pack.h"
#include "rng/permutation.h"
#include "rng/stream.h"

namespace haymaker::people {

namespace {

constexpr std::uint32_t kEmployeesPerProject = 14;
constexpr std::uint32_t kFewestMembers = 5;
constexpr std::uint32_t kMostMembers = 25;

// "Project Larkspur", and once all words are used, "Project Silent Larkspur".
class CodeNames {
 public:
  explicit CodeNames(rng::Key key) : key_(key) {
    for (const Record& record : records_of(world_file("organisations.txt"))) {
      if (record.has("codes")) codes_ = fields_of(record.text("codes"), ' ');
      if (record.has("colours")) colours_ = fields_of(record.text("colours"), ' ');
    }
  }

  void append(std::uint32_t number, Buffer& out) const {
    const auto words = static_cast<std::uint32_t>(codes_.size());
    const auto colours = static_cast<std::uint32_t>(colours_.size());
    out.append("Project ");
    if (number >= words) {
      const rng::Permutation pairs(key_ / "pairs", std::uint64_t{words} * colours);
      const std::uint64_t pair = pairs.at((number - words) % (words * colours));
      out.append(colours_[pair / words]);
      out.append(' ');
      out.append(codes_[pair % words]);
      return;
    }
    out.append(codes_[rng::Permutation(key_ / "words", words).at(number)]);
  }

 private:
  rng::Key key_;
  std::vector<std::string_view> codes_;
  std::vector<std::string_view> colours_;
};

// Half of the members are of the first one's department, the others anybody.
std::vector<PersonId> draw_members(const Roster& roster, rng::Stream& stream) {
  const auto employees = static_cast<std::uint32_t>(roster.everyone.size());
  // A uniform part of a uniform width: small projects are the usual ones.
  const std::uint32_t width = stream.below(kMostMembers - kFewestMembers + 1);
  const std::uint32_t size = std::min(employees, kFewestMembers + stream.below(width + 1));
  const PersonId first = stream.pick(std::span(roster.everyone));
  const Department& department = roster.departments[value(roster.people[value(first)].department)];
  std::vector<PersonId> members = {first};
  while (members.size() < size) {
    const bool near = department.members.size() >= size && stream.chance(1, 2);
    const PersonId id = stream.pick(near ? department.members : std::span(roster.everyone));
    if (std::ranges::find(members, id) == members.end()) members.push_back(id);
  }
  // Whoever stands highest runs it.
  std::ranges::iter_swap(members.begin(), std::ranges::max_element(members, {}, [&](PersonId id) {
                           return roster.people[value(id)].seniority;
                         }));
  return members;
}

}  // namespace

void add_projects(Roster& roster) {
  const auto employees = static_cast<std::uint32_t>(roster.everyone.size());
  const std::uint32_t count = std::max(1U, employees / kEmployeesPerProject);
  const CodeNames names(roster.key / "code names");
  Buffer text;
  std::vector<std::pair<std::uint32_t, PersonId>> members;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> projects_of;
  for (std::uint32_t i = 0; i < count; ++i) {
    text.clear();
    names.append(i, text);
    roster.projects.push_back({.name = roster.arena.keep(text.view()), .members = {}});
    rng::Stream stream(roster.key / "project" / i);
    for (const PersonId id : draw_members(roster, stream)) {
      members.emplace_back(i, id);
      projects_of.emplace_back(value(id), i);
    }
  }
  roster.project_members = Grouped<PersonId>(count, members);
  roster.projects_of = Grouped<std::uint32_t>(employees, projects_of);
  for (std::uint32_t i = 0; i < count; ++i) {
    roster.projects[i].members = roster.project_members.of(i);
  }
}

}  // namespace haymaker::people
