#include "app/bench_table.h"

#include <fmt/core.h>

#include <boost/json.hpp>
#include <fstream>

namespace haymaker::app {

namespace {

std::string goal_of(const Row& row) {
  if (!row.goal) return "";
  return fmt::format("{} {:.3g} {}",
                     row.goal->side == Goal::Side::at_least ? ">=" : "<=", row.goal->bound,
                     row.goal->met(row.ratio) ? "met" : "missed");
}

}  // namespace

void print(const std::vector<Row>& rows) {
  fmt::print("{:<44}{:>12} {:<10}{:>9}  {:<32}{}\n", "what", "value", "unit", "ratio", "of what",
             "goal of the ratio");
  for (const Row& row : rows) {
    fmt::print("{:<44}{:>12.1f} {:<10}{:>9.3f}  {:<32}{}\n", row.name, row.value, row.unit,
               row.ratio, row.against, goal_of(row));
  }
}

std::expected<void, Error> write_json(const std::vector<Row>& rows, const std::string& file) {
  boost::json::array list;
  for (const Row& row : rows) {
    boost::json::object object{{"name", row.name},
                               {"value", row.value},
                               {"unit", row.unit},
                               {"ratio", row.ratio},
                               {"against", row.against}};
    if (row.goal) {
      object[row.goal->side == Goal::Side::at_least ? "at_least" : "at_most"] = row.goal->bound;
      object["met"] = row.goal->met(row.ratio);
    }
    list.push_back(std::move(object));
  }
  std::ofstream out(file);
  out << boost::json::serialize(list) << '\n';
  out.flush();
  if (!out) return std::unexpected(Error{ErrorCode::io, "cannot be written", file});
  return {};
}

}  // namespace haymaker::app
