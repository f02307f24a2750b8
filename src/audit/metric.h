#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace haymaker::audit {

// The kinds of mail that are measured apart: what a person writes must not repeat itself, what a
// machine sends should.
enum class MailClass : std::uint8_t { human, newsletter, notice, auto_reply };
inline constexpr int kMailClasses = 4;
std::string_view name(MailClass mail_class) noexcept;  // "human"

// The range in which a value should lie, ends included. Without ends there is no goal.
struct Goal {
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();

  static constexpr Goal at_least(double value) { return {.least = value}; }
  static constexpr Goal at_most(double value) { return {.most = value}; }
  static constexpr Goal between(double least, double most) { return {least, most}; }
  // `value`, give or take that share of it.
  static constexpr Goal within(double value, double share) {
    return {value * (1 - share), value * (1 + share)};
  }

  // Nothing where there is no goal.
  [[nodiscard]] std::optional<bool> met_by(double value) const noexcept;
  [[nodiscard]] std::string text() const;  // ">= 0.45", "<= 3.2", "0.55 to 0.72" or "".
};

struct Metric {
  MailClass mail_class = MailClass::human;
  std::string name;    // "distinct-2"
  std::string sample;  // What it was measured on: "200,000 words".
  double value = 0;
  Goal goal;

  [[nodiscard]] std::optional<bool> pass() const noexcept { return goal.met_by(value); }
};

}  // namespace haymaker::audit
