#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"

namespace haymaker::app {

// What a figure is to be, of docs/performance.md.
struct Goal {
  enum class Side { at_least, at_most } side = Side::at_least;
  double bound = 0;

  [[nodiscard]] bool met(double figure) const {
    return side == Side::at_least ? figure >= bound : figure <= bound;
  }
};

struct Row {
  std::string name;
  double value = 0;  // In `unit`, for orientation: it holds for this machine at this moment.
  std::string unit;
  double ratio = 0;  // The figure that counts; `against` says of what.
  std::string against;
  std::optional<Goal> goal;  // Of the ratio.
};

void print(const std::vector<Row>& rows);

// A JSON array of objects, one a row.
std::expected<void, Error> write_json(const std::vector<Row>& rows, const std::string& file);

}  // namespace haymaker::app
