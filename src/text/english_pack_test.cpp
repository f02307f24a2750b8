// The content of packs/en, run through the whole room.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "text/composer.h"
#include "text/test_pack.h"

namespace haymaker::text {
namespace {

struct EnglishFiles {
  std::vector<std::string> names;
  std::vector<std::string> texts;
  std::vector<Source> sources;
};

const EnglishFiles& english_files() {
  static const EnglishFiles files = [] {
    EnglishFiles result;
    const std::filesystem::path folder = std::filesystem::path(HAYMAKER_SOURCE_DIR) / "packs/en";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (entry.path().extension() == ".hay") result.names.push_back(entry.path().string());
    }
    std::ranges::sort(result.names);
    for (const std::string& name : result.names) {
      std::ifstream file(name, std::ios::binary);
      result.texts.emplace_back(std::istreambuf_iterator<char>(file),
                                std::istreambuf_iterator<char>());
    }
    for (std::size_t i = 0; i < result.names.size(); ++i) {
      result.sources.push_back({result.names[i], result.texts[i]});
    }
    return result;
  }();
  return files;
}

const Pack& english() {
  static const Pack pack = [] {
    auto compiled = Pack::compile(english_files().sources);
    if (compiled) return std::move(*compiled);
    for (const Error& error : compiled.error()) ADD_FAILURE() << to_string(error);
    return *compile_with("");
  }();
  return pack;
}

// One of many situations, each with another topic, act, voice and place in its conversation.
Situation varied_situation(std::uint32_t i) {
  Situation situation = test_situation(i, i / 3);
  rng::Stream stream(situation.message / "situation");
  situation.topic = static_cast<TopicId>(i % english().topics().size());
  situation.act = english().draw_first_act(stream);
  if (stream.chance(1, 2)) {
    situation.act = english().draw_answer(situation.act, stream.chance(1, 3), stream);
    situation.conditions |= bit(Condition::reply);
  }
  situation.conditions |= stream.next32() & 0x1FFF8;  // All but formal, chatty and reply.
  situation.conditions |= english().topic(situation.topic).draw_case(stream);
  situation.target_words = 5 + stream.below(200);
  situation.voice.taste = stream.next64();
  situation.voice.formality = static_cast<std::uint8_t>(stream.below(4));
  if (situation.voice.formality == 0) situation.conditions |= bit(Condition::chatty);
  if (situation.voice.formality == 3) situation.conditions |= bit(Condition::formal);
  situation.voice.contractions = static_cast<std::uint8_t>(stream.below(101));
  situation.voice.british = stream.chance(1, 2);
  situation.me_title = "Analyst";
  situation.me_phone = "+44 20 7946 0123";
  situation.me_address = "amy.okafor@meridianhale.example";
  situation.site_address = "1 Lamp Street, London";
  return situation;
}

constexpr std::uint32_t kBodies = 2'000;

// Fails for subjects and bodies that hold `pattern`; of people's mail only, or of machines' too.
void expect_none(std::string_view pattern, bool of_machines = true) {
  Composer composer(english());
  Buffer out;
  int shown = 0;
  for (std::uint32_t i = 0; i < kBodies && shown < 3; ++i) {
    const Situation situation = varied_situation(i);
    const bool machine = english().topic(situation.topic).body.kind != Target::Kind::none;
    if (machine && !of_machines) continue;
    out.clear();
    composer.append_subject(situation, out);
    out.append('\n');
    composer.append_body(situation, out);
    const std::size_t at = out.view().find(pattern);
    if (at == std::string_view::npos) continue;
    ++shown;
    ADD_FAILURE() << "topic " << english().topic(situation.topic).name << ", act "
                  << english().act_name(situation.act) << ": ..."
                  << out.view().substr(at < 80 ? 0 : at - 80, 120);
  }
}

TEST(EnglishPack, Compiles) { EXPECT_GT(english().topics().size(), 1U); }

TEST(EnglishPack, LeavesNoMarkupInATextOfAnyTopic) {
  for (const char* mark : {"{", "}", "^", "\\"}) expect_none(mark);
  // Machines put tickets in brackets and draw tables.
  for (const char* mark : {"<", ">", "[", "]", "|", "~"}) expect_none(mark, false);
}

TEST(EnglishPack, LeavesNoDoubleBlankAndNoBlankAtTheEndOfALine) {
  for (const char* blanks : {"  ", " \n", "\n ", "\n\n\n"}) expect_none(blanks);
}

TEST(EnglishPack, PutsNoBlankBeforeAMark) {
  for (const char* mark : {" ,", " .", " ;", " :", " ?", " !", " )", "( "}) expect_none(mark);
}

TEST(EnglishPack, WritesNoEmptySentence) {
  for (const char* marks : {"?.", "!.", ",.", ".,", ",,", ";.", ":.", "\n.", "\n,", ". ,", "()"}) {
    expect_none(marks);
  }
}

TEST(EnglishPack, WritesTwoFullStopsOnlyInAnEllipsis) {
  Composer composer(english());
  Buffer out;
  for (std::uint32_t i = 0; i < kBodies; ++i) {
    out.clear();
    composer.append_body(varied_situation(i), out);
    std::string text(out.view());
    for (std::size_t at = text.find("..."); at != std::string::npos; at = text.find("...")) {
      text.replace(at, 3, "\u2026");
    }
    const std::size_t at = text.find("..");
    EXPECT_EQ(at, std::string::npos) << text.substr(at < 80 ? 0 : at - 80, 120);
  }
}

TEST(EnglishPack, WritesBodiesOfTheLengthThatIsAsked) {
  Composer composer(english());
  Buffer out;
  for (const std::uint32_t target : {40U, 100U, 250U}) {
    std::ptrdiff_t blanks = 0;
    int bodies = 0;
    for (std::uint32_t i = 0; i < kBodies / 2; ++i) {
      Situation situation = varied_situation(i);
      if (english().topic(situation.topic).body.kind != Target::Kind::none) continue;
      situation.target_words = target;
      out.clear();
      composer.append_body(situation, out);
      blanks += std::ranges::count_if(out.view(), [](char c) { return c == ' ' || c == '\n'; });
      ++bodies;
    }
    EXPECT_NEAR(static_cast<double>(blanks) / bodies, target, 0.2 * target + 8);
  }
}

// A name that is declared and that nothing mentions is dead weight; what the machine asks for by
// name is mentioned nowhere.
TEST(EnglishPack, DeclaresNoNameThatNothingMentions) {
  const std::set<std::string> asked = {
      "greeting",  "opener",      "closer",       "sign_off", "signature", "subject",
      "another",   "issuer_name", "project_name", "product",  "town",      "room_name",
      "file_stem", "system_name", "body",         "columns",  "segue"};
  std::set<std::string> mentioned;
  std::set<std::string> declared;
  const std::regex reference("<~?([A-Za-z0-9_]+)");
  const std::regex declaration("^(?:rule|noun|verb|adj|list) ([A-Za-z0-9_]+)");
  const std::regex word("[a-z_0-9]+");
  for (const std::string& text : english_files().texts) {
    bool plain = false;  // Inside `moves` or `blocks`, where a name stands without brackets.
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      std::smatch match;
      if (std::regex_search(line, match, declaration)) declared.insert(match[1]);
      if (!line.starts_with(' ')) plain = line.starts_with("moves") || line.starts_with("blocks");
      const std::regex& names = plain ? word : reference;
      for (std::sregex_iterator it(line.begin(), line.end(), names), end; it != end; ++it)
        mentioned.insert((*it)[plain ? 0 : 1]);
    }
  }
  for (const std::string& name : declared) {
    EXPECT_TRUE(mentioned.contains(name) || asked.contains(name)) << name;
  }
}

TEST(EnglishPack, WritesSomethingInEverySituation) {
  Composer composer(english());
  Buffer out;
  for (std::uint32_t i = 0; i < kBodies; ++i) {
    const Situation situation = varied_situation(i);
    out.clear();
    composer.append_subject(situation, out);
    EXPECT_GE(out.size(), 3U) << english().topic(situation.topic).name;
    EXPECT_FALSE(out.view().contains('\n')) << out.view();
    out.clear();
    composer.append_body(situation, out);
    EXPECT_GE(out.size(), 3U) << english().topic(situation.topic).name << " "
                              << english().act_name(situation.act);
    EXPECT_EQ(out.back(), '\n');
    EXPECT_FALSE(out.view().starts_with('\n'));
  }
}

}  // namespace
}  // namespace haymaker::text
