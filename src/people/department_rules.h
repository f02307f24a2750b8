#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "people/company.h"

namespace haymaker::people {

// The records of packs/world/departments.txt, whose head explains the fields.

enum class Place : std::uint8_t { front, every, back };

struct DepartmentRule {
  std::string_view name;
  std::string_view short_name;
  Function function = Function::operations;
  std::uint32_t division = 0;  // Place in DepartmentRules::divisions.
  std::uint32_t share = 0;
  Place place = Place::front;
  std::uint32_t outside_percent = 0;
  OrganisationKind counterpart = OrganisationKind::client;
  std::uint32_t activity_percent = 100;
  // By Seniority, junior to head.
  std::array<std::string_view, 5> titles;
  std::vector<std::string_view> topics;
  std::vector<std::string_view> mailboxes;
};

struct Division {
  std::string_view name;
  std::string_view executive;  // The title of its head.
};

struct DepartmentRules {
  std::vector<Division> divisions;
  // The first is the executive office, which has no share and no division of its own.
  std::vector<DepartmentRule> departments;
};

DepartmentRules department_rules();

}  // namespace haymaker::people
