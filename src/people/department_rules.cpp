#include "people/department_rules.h"

#include <algorithm>

#include "people/pack_text.h"
#include "people/world_pack.h"

namespace haymaker::people {

namespace {

constexpr std::array<std::string_view, kFunctions> kFunctionNames = {
    "trading", "sales",   "operations", "research", "banking", "wealth",     "compliance",
    "risk",    "finance", "technology", "hr",       "legal",   "facilities", "executive"};

DepartmentRule rule_of(const Record& record, const std::vector<Division>& divisions) {
  DepartmentRule rule;
  rule.name = record.text("department");
  rule.short_name = record.text("short");
  rule.function = static_cast<Function>(std::ranges::find(kFunctionNames, record.text("function")) -
                                        kFunctionNames.begin());
  const std::string_view division = record.text("division");
  rule.division = static_cast<std::uint32_t>(
      std::ranges::find(divisions, division, &Division::name) - divisions.begin());
  rule.share = record.number<std::uint32_t>("share");
  const std::string_view place = record.text("place");
  rule.place = place == "back" ? Place::back : place == "every" ? Place::every : Place::front;
  rule.outside_percent = record.number<std::uint32_t>("outside");
  rule.counterpart =
      record.text("counterpart") == "vendor" ? OrganisationKind::vendor : OrganisationKind::client;
  rule.activity_percent = record.number<std::uint32_t>("activity");
  std::ranges::copy_n(record.list("titles").begin(), rule.titles.size(), rule.titles.begin());
  rule.topics = record.list("topics");
  rule.mailboxes = record.list("mailboxes");
  return rule;
}

}  // namespace

DepartmentRules department_rules() {
  DepartmentRules rules;
  const std::vector<Record> records = records_of(world_file("departments.txt"));
  for (const Record& record : records) {
    if (record.kind() == "division") {
      rules.divisions.push_back({record.text("division"), record.text("executive")});
    }
  }
  for (const Record& record : records) {
    if (record.kind() == "department") {
      rules.departments.push_back(rule_of(record, rules.divisions));
    }
  }
  return rules;
}

}  // namespace haymaker::people
