#include "scenario/step.h"

#include <array>
#include <string>
#include <string_view>

namespace haymaker::scenario {

namespace {

// Level 5 in a body says one of three things in each message; only together do they suffice.
constexpr std::array<std::string_view, 3> kHints = {"L5a", "L5b", "L5c"};
constexpr std::string_view kHintOfOtherSide = "L5_answer";
constexpr std::array<std::string_view, 4> kLevelRules = {"L1", "L2", "L3", "L4"};
constexpr std::array<std::string_view, kDecoyClasses> kDecoyRules = {"D1", "D2", "D3", "D4",
                                                                     "D5", "D6", "D7", "D8"};

// Rules L4_de and so on.
constexpr std::array<std::string_view, 9> kLanguages = {"de", "es", "fr", "it", "ja",
                                                        "nl", "pt", "ru", "zh"};

bool is_spread(const Planting& planting) noexcept {
  return !planting.decoy && planting.grade == kLevels && planting.carrier == Carrier::body;
}

std::string_view primary_rule(const Planting& planting) {
  if (planting.carrier == Carrier::subject) return "L5_subject";
  if (planting.grade == kLevels) return kLevelRules[planting.number % 3];
  if (is_operator(planting.evasion)) return "L1";
  if (planting.evasion == Evasion::emoji) return "L4_emoji";
  return kLevelRules[planting.grade - 1U];
}

// In the author's own language where the scenario is told in it, else in one language throughout
// the incident.
text::Target translation(const Planting& planting, const text::Topic& scenario,
                         std::string_view language) {
  std::array<text::Target, kLanguages.size()> known;
  std::size_t count = 0;
  for (const std::string_view one : kLanguages) {
    const text::Target rule = scenario.rule("L4_" + std::string(one));
    if (rule.kind == text::Target::Kind::none) continue;
    if (language.starts_with(one)) return rule;
    known[count++] = rule;
  }
  return count == 0 ? text::Target{} : known[planting.number % count];
}

bool is_of_other_side(const text::ScenarioFields& scenario, Side author) noexcept {
  return scenario.external && (author == Side::outside) == scenario.outbound;
}

// Between two sides, one covers up what the other one assents to. Among colleagues either does
// either.
bool assents(const text::ScenarioFields& scenario, bool answers, std::uint32_t ordinal) noexcept {
  return scenario.external ? answers : ordinal % 3 != 2;
}

}  // namespace

Step step_of(const Planting& planting, const text::Topic& scenario, std::uint32_t number,
             Author author) {
  Step step;
  if (planting.decoy) {
    step.rule = scenario.rule(kDecoyRules[planting.grade - 1U]);
    step.carrier = planting.carrier;
    return step;
  }
  const bool answers = is_of_other_side(scenario.scenario, author.side);
  if (is_spread(planting)) {
    step.rule = scenario.rule(answers ? kHintOfOtherSide
                                      : kHints[(planting.first_step + number) % kHints.size()]);
    return step;
  }
  // Told, assented to, covered up, told again; but a subject is worded once.
  const bool told =
      !answers && (planting.carrier == Carrier::subject ? number == 0 : number % 3 == 0);
  if (!told) {
    step.rule = scenario.rule(assents(scenario.scenario, answers, number) ? "assent" : "cover");
    step.primary = false;
    return step;
  }
  step.rule = planting.evasion == Evasion::translation
                  ? translation(planting, scenario, author.language)
                  : scenario.rule(primary_rule(planting));
  step.carrier = planting.carrier;
  step.evasion = planting.evasion;
  step.sufficient = true;
  return step;
}

std::uint32_t steps_that_suffice(const Planting& planting) noexcept {
  return is_spread(planting) ? static_cast<std::uint32_t>(kHints.size()) : 1;
}

}  // namespace haymaker::scenario
