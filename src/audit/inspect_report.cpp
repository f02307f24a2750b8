#include <fmt/format.h>

#include <boost/json.hpp>

#include "audit/inspect.h"

namespace haymaker::audit {
namespace {

std::string_view verdict(const Metric& metric) {
  const auto pass = metric.pass();
  if (!pass) return "";
  return *pass ? "pass" : "FAIL";
}

}  // namespace

std::string to_table(const InspectReport& report) {
  constexpr std::string_view kRow = "{:<58}{:>12}  {:<18}{:<6}{}\n";
  std::string out;
  const Metric* before = nullptr;
  for (const Metric& metric : report.metrics) {
    if (before == nullptr || before->mail_class != metric.mail_class) {
      if (before != nullptr) out += '\n';
      out += fmt::format(kRow, name(metric.mail_class), "value", "goal", "", "measured on");
    }
    out += fmt::format(kRow, "  " + metric.name, fmt::format("{:.4g}", metric.value),
                       metric.goal.text(), verdict(metric), metric.sample);
    before = &metric;
  }
  return out;
}

std::string to_json(const InspectReport& report) {
  boost::json::array metrics;
  for (const Metric& metric : report.metrics) {
    const auto pass = metric.pass();
    metrics.push_back({{"class", name(metric.mail_class)},
                       {"metric", metric.name},
                       {"sample", metric.sample},
                       {"value", metric.value},
                       {"goal", metric.goal.text()},
                       {"pass", pass ? boost::json::value(*pass) : boost::json::value(nullptr)}});
  }
  return boost::json::serialize(boost::json::object{
      {"messages", report.messages}, {"good", report.good()}, {"metrics", std::move(metrics)}});
}

}  // namespace haymaker::audit
