#pragma once

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "text/pack.h"

namespace haymaker::scenario {

// The least that a pack needs to compile.
inline constexpr std::string_view kFrame =
    "rule greeting\n  Hi\nrule opener\n  Well\nrule closer\n  Thanks\nrule sign_off\n  Regards\n"
    "rule signature\n  {me}\nrule subject\n  A subject\nrule say\n  A sentence\n"
    "dialogue\n  start: inform\n  inform: inform\n  final: inform\nmoves inform\n  say\n";

inline std::string scenario_source(std::string_view name, std::string_view external) {
  std::string source = "topic plant_" + std::string(name) + "\n  kind scenario\n  code XX." +
                       std::string(name) + "\n  actors trading\n  external " +
                       std::string(external) + "\n";
  for (const std::string_view rule :
       {"L1",  "L2",  "L3",        "L4",         "L4_de",  "L4_fr", "L4_emoji", "L5a",
        "L5b", "L5c", "L5_answer", "L5_subject", "assent", "cover", "D1",       "D2",
        "D3",  "D4",  "D5",        "D6",         "D7",     "D8"}) {
    source += "rule " + std::string(rule) + "\n  <<planted " + std::string(rule) + ">>\n";
  }
  return source;
}

// The scenarios XX.ONE, of employees, and XX.TWO, of contacts; traders act in both.
inline text::Pack two_scenarios() {
  const std::string one = scenario_source("ONE", "no");
  const std::string two = scenario_source("TWO", "inbound");
  const std::array<text::Source, 3> sources = {text::Source{"frame.hay", kFrame},
                                               text::Source{"one.hay", one},
                                               text::Source{"two.hay", two}};
  auto pack = text::Pack::compile(sources);
  EXPECT_TRUE(pack.has_value()) << (pack ? "" : to_string(pack.error().front()));
  return std::move(*pack);
}

}  // namespace haymaker::scenario
