#include "people/voice.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "people/company.h"

namespace haymaker::people {

namespace {

const Company& company() {
  static const Company made = Company::compile({}, rng::Key::root(2), days_from_civil({2025, 1, 1}),
                                               days_from_civil({2025, 12, 31}))
                                  .value();
  return made;
}

std::vector<Person> employees() {
  const auto people = company().people().first(company().spec().employees);
  return {people.begin(), people.end()};
}

// The mean of a habit over the mail of those who fit, as percent.
template <class Habit, class Fits>
double mean(Habit habit, Fits fits) {
  double sum = 0;
  double mail = 0;
  for (const Person& person : employees()) {
    if (!fits(person)) continue;
    sum += static_cast<double>(habit(person.voice)) * person.activity;
    mail += person.activity;
  }
  return sum / mail;
}

const auto kAll = [](const Person&) { return true; };

TEST(Voice, GreetsInFortyFiveToSixtyFivePercentOfTheMail) {
  const double greeting = mean([](const Voice& v) { return v.greeting; }, kAll);
  EXPECT_GT(greeting, 48);
  EXPECT_LT(greeting, 62);
}

TEST(Voice, IsShorterTheHigherSomebodyStands) {
  const auto is_high = [](const Person& p) { return p.seniority >= Seniority::head; };
  const auto is_low = [](const Person& p) { return p.seniority <= Seniority::senior; };
  const auto greeting = [](const Voice& v) { return v.greeting; };
  const auto verbosity = [](const Voice& v) { return v.verbosity; };
  EXPECT_LT(mean(greeting, is_high) + 8, mean(greeting, is_low));
  EXPECT_LT(mean(verbosity, is_high) + 10, mean(verbosity, is_low));
}

TEST(Voice, IsMoreFormalInTokyoThanInAmsterdam) {
  const auto of = [](std::string_view locale) {
    return [locale](const Person& person) { return person.locale == locale; };
  };
  const auto formality = [](const Voice& v) { return v.formality; };
  EXPECT_GT(mean(formality, of("ja")), mean(formality, of("nl")) + 1);
}

TEST(Voice, SpellsAsTheSiteDoes) {
  for (const Person& person : employees()) {
    EXPECT_EQ(person.voice.british, company().site(person).british());
  }
}

TEST(Voice, StaysWithinTheScales) {
  for (const Person& person : employees()) {
    const Voice& voice = person.voice;
    EXPECT_LE(voice.formality, 3);
    for (const int percent : {voice.greeting, voice.sign_off, voice.contractions,
                              voice.abbreviations, voice.exclamations, voice.emoji}) {
      EXPECT_LE(percent, 100);
    }
    EXPECT_GE(voice.verbosity, 20);
    EXPECT_LE(voice.verbosity, 220);
    EXPECT_LE(voice.typos_per_mille, 50);
    if (voice.emoji > 0 || voice.lower_case) {
      EXPECT_EQ(voice.formality, 0);
    }
  }
}

TEST(Voice, HasATasteOfItsOwn) {
  std::vector<std::uint64_t> tastes;
  for (const Person& person : employees()) tastes.push_back(person.voice.taste);
  std::ranges::sort(tastes);
  EXPECT_EQ(std::ranges::adjacent_find(tastes), tastes.end());
}

}  // namespace

}  // namespace haymaker::people
