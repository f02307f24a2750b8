// The content of packs/scenarios: levels and decoy classes mean what they say, and each is said in
// many ways.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/terms.h"
#include "text/composer.h"
#include "text/test_pack.h"

namespace haymaker::scenario {
namespace {

constexpr std::uint32_t kDraws = 200;
// Of kDraws of one rule, as many differ at least: in as many conversations, and in one
// conversation, where the facts are the same.
constexpr std::size_t kFewestTexts = 30;
constexpr std::size_t kFewestOfOneStory = 12;

constexpr std::array<std::string_view, 11> kTrueRules = {
    "L1", "L2", "L3", "L4", "L4_emoji", "L5a", "L5b", "L5c", "L5_subject", "assent", "cover"};
constexpr std::array<std::string_view, 9> kTranslations = {
    "L4_de", "L4_es", "L4_fr", "L4_it", "L4_ja", "L4_nl", "L4_pt", "L4_ru", "L4_zh"};
constexpr std::array<std::string_view, 8> kDecoyRules = {"D1", "D2", "D3", "D4",
                                                         "D5", "D6", "D7", "D8"};

const text::Pack& pack() {
  static const text::Pack compiled = [] {
    std::vector<std::string> names;
    std::vector<std::string> texts;
    const std::filesystem::path folder = std::filesystem::path(HAYMAKER_SOURCE_DIR) / "packs";
    for (const char* part : {"en", "scenarios"})
      for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / part))
        if (entry.path().extension() == ".hay") names.push_back(entry.path().string());
    std::ranges::sort(names);
    for (const std::string& name : names) {
      std::ifstream file(name, std::ios::binary);
      texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    std::vector<text::Source> sources;
    for (std::size_t i = 0; i < names.size(); ++i) sources.push_back({names[i], texts[i]});
    auto made = text::Pack::compile(sources);
    if (made) return std::move(*made);
    for (const Error& error : made.error()) ADD_FAILURE() << to_string(error);
    return *text::compile_with("");
  }();
  return compiled;
}

struct Said {
  std::string whole;
  std::vector<std::string> planted;
};

// What a neutral author says by a rule in one message of a conversation.
Said say(const text::Topic& topic, std::string_view rule, std::uint32_t message,
         std::uint32_t conversation = 0) {
  Buffer out;
  text::Machine machine(pack());
  const text::Situation situation = text::test_situation(message, conversation);
  machine.start(situation, situation.message, out);
  machine.run(topic.rule(rule));
  machine.pen().end_sentence();
  Said said{std::string(out.view()), {}};
  for (const text::PlantedSpan span : machine.spans())
    said.planted.push_back(said.whole.substr(span.begin, span.end - span.begin));
  return said;
}

template <class Take>
void for_each_scenario(Take take) {
  for (std::size_t i = 0; i < pack().topics().size(); ++i) {
    const auto id = static_cast<text::TopicId>(i);
    if (pack().topic(id).kind == text::TopicKind::scenario) take(id, pack().topic(id));
  }
}

// Takes each scenario's rules of a list with what they say in many conversations, and stops at the
// first failure of each rule so that a list of what to mend stays short.
template <class Holds>
void expect_of_each(std::span<const std::string_view> rules, Holds holds) {
  const Terms terms(pack());
  for_each_scenario([&](text::TopicId id, const text::Topic& topic) {
    for (const std::string_view rule : rules) {
      if (topic.rule(rule).kind == text::Target::Kind::none) continue;
      int shown = 0;
      std::set<std::string> seen;
      for (std::uint32_t i = 0; i < 4 * kDraws && shown < 6; ++i) {
        const Said said = say(topic, rule, i, i % 7);
        if (holds(said, terms.of(id)) || !seen.insert(said.whole).second) continue;
        ++shown;
        ADD_FAILURE() << topic.name << " " << rule << ": " << said.whole;
      }
    }
  });
}

std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return result;
}

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// The first of the terms that stands in the text as words of their own; empty where none does.
std::string_view term_in(std::string_view words, std::span<const std::string_view> terms) {
  const std::string text = lower_case(words);
  for (const std::string_view term : terms) {
    for (std::size_t at = text.find(term); at != std::string::npos; at = text.find(term, at + 1)) {
      const std::size_t end = at + term.size();
      if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end])))
        return term;
    }
  }
  return {};
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : lower_case(text)) {
    if (is_letter(c) || c == '\'') {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// Two words of one stem, as a stemmer sees them: alike but for an ending.
bool akin(std::string_view a, std::string_view b) {
  const auto common = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  return a == b || common >= 5 ||
         (common >= 3 && common + 1 >= std::min(a.size(), b.size()) &&
          std::max(a.size(), b.size()) <= common + 4);
}

bool carries_no_meaning(std::string_view word) {
  constexpr std::array<std::string_view, 18> kStops = {"a",  "an", "the",  "it", "it's", "is",
                                                       "of", "to", "this", "on", "in",   "my",
                                                       "me", "i",  "you",  "be", "your", "not"};
  return std::ranges::find(kStops, word) != kStops.end();
}

// Whether all words of a term that mean something stand in the text, inflected or apart, each at
// most six words from another: what a query by stem and distance finds.
bool is_near(std::string_view term, const std::vector<std::string>& text) {
  std::vector<std::string> wanted = words_of(term);
  std::erase_if(wanted, carries_no_meaning);
  if (wanted.empty()) return false;
  for (std::size_t from = 0; from < text.size(); ++from) {
    const std::size_t to = std::min(text.size(), from + 6 * wanted.size());
    if (std::ranges::all_of(wanted, [&](const std::string& word) {
          return std::any_of(text.begin() + static_cast<std::ptrdiff_t>(from),
                             text.begin() + static_cast<std::ptrdiff_t>(to),
                             [&](const std::string& other) { return akin(word, other); });
        }))
      return true;
  }
  return false;
}

bool has_term(const Said& said, std::span<const std::string_view> terms) {
  return !said.planted.empty() && !term_in(said.planted.front(), terms).empty();
}

TEST(ScenarioPack, HasTheTwelveScenarios) {
  std::size_t scenarios = 0;
  for_each_scenario([&](text::TopicId, const text::Topic&) { ++scenarios; });
  EXPECT_EQ(scenarios, 12U);
}

std::size_t texts_of(const text::Topic& topic, std::string_view rule, std::uint32_t conversations) {
  std::set<std::string> texts;
  for (std::uint32_t i = 0; i < kDraws; ++i)
    texts.insert(say(topic, rule, i, i % conversations).whole);
  return texts.size();
}

TEST(ScenarioPack, SaysEachLevelStepAndDecoyClassInManyWays) {
  for_each_scenario([&](text::TopicId, const text::Topic& topic) {
    std::vector<std::string_view> rules(kTrueRules.begin(), kTrueRules.end());
    rules.insert(rules.end(), kDecoyRules.begin(), kDecoyRules.end());
    if (topic.scenario.external) rules.emplace_back("L5_answer");
    for (const std::string_view rule : rules) {
      EXPECT_GE(texts_of(topic, rule, 1), kFewestOfOneStory) << topic.name << " " << rule;
      EXPECT_GE(texts_of(topic, rule, kDraws), kFewestTexts) << topic.name << " " << rule;
    }
  });
}

TEST(ScenarioPack, TranslatesIntoEightLanguagesAtLeast) {
  for_each_scenario([&](text::TopicId, const text::Topic& topic) {
    std::size_t languages = 0;
    for (const std::string_view rule : kTranslations) {
      if (topic.rule(rule).kind == text::Target::Kind::none) continue;
      ++languages;
      EXPECT_GE(texts_of(topic, rule, kDraws), 4U) << topic.name << " " << rule;
    }
    EXPECT_GE(languages, 8U) << topic.name;
  });
}

TEST(ScenarioPack, PlantsOneRunOfWordsInEachSentenceAndWritesItCleanly) {
  const auto is_clean = [](const Said& said, std::span<const std::string_view>) {
    for (const char* mark : {"  ", " ,", " .", " ?", ",.", "?.", "..", ",,", "[", "]", "{", "<",
                             ">", "|", "\\", ".:"}) {
      if (said.whole.find(mark) != std::string::npos) return false;
    }
    return said.planted.size() == 1 && !said.planted.front().empty();
  };
  expect_of_each(kTrueRules, is_clean);
  expect_of_each(kTranslations, is_clean);
  expect_of_each(kDecoyRules, is_clean);
}

TEST(ScenarioPack, NamesAnExplicitTermAtLevelOne) {
  expect_of_each(std::array<std::string_view, 1>{"L1"}, has_term);
}

TEST(ScenarioPack, NamesATermInflectedOrApartAtLevelTwoAndNeverAsItIs) {
  expect_of_each(std::array<std::string_view, 1>{"L2"},
                 [](const Said& said, std::span<const std::string_view> terms) {
                   if (said.planted.empty() || has_term(said, terms)) return false;
                   const auto words = words_of(said.planted.front());
                   return std::ranges::any_of(
                       terms, [&](std::string_view term) { return is_near(term, words); });
                 });
}

TEST(ScenarioPack, NamesNoTermAboveLevelTwo) {
  const auto has_none = [](const Said& said, std::span<const std::string_view> terms) {
    return term_in(said.whole, terms).empty();
  };
  expect_of_each(std::span(kTrueRules).subspan(2, 6), has_none);
  expect_of_each(kTranslations, has_none);
}

TEST(ScenarioPack, LetsEachDecoyNameATerm) { expect_of_each(kDecoyRules, has_term); }

TEST(ScenarioPack, WritesSubjectsAsShortAsOthers) {
  std::size_t words = 0;
  std::size_t subjects = 0;
  for_each_scenario([&](text::TopicId, const text::Topic& topic) {
    for (std::uint32_t i = 0; i < kDraws; ++i, ++subjects) {
      const std::string subject = say(topic, "L5_subject", i, i).planted.at(0);
      EXPECT_LE(subject.size(), 60U) << topic.name << ": " << subject;
      words += static_cast<std::size_t>(std::ranges::count(subject, ' ')) + 1;
    }
  });
  EXPECT_NEAR(static_cast<double>(words) / static_cast<double>(subjects), 4.0, 0.4);
}

}  // namespace
}  // namespace haymaker::scenario
