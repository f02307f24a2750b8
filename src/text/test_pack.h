#pragma once

#include <gtest/gtest.h>

#include <array>
#include <expected>
#include <string>
#include <string_view>

#include "text/machine.h"
#include "text/pack.h"
#include "text/situation.h"

namespace haymaker::text {

// The least that a pack must have; tests add to it.
inline constexpr std::string_view kLeastPack = R"(rule greeting
  Dear {you},
rule opener
  I hope all is well.
rule closer
  Please call.
rule sign_off
  Regards,
rule signature
  {me.full}\n{company}
rule subject
  News
rule fine
  All is fine.
dialogue
  start: tell
  tell: tell
moves tell
  fine
)";

// Compiles the least pack and `content`, which is called "test.hay".
inline std::expected<Pack, Errors> compile_with(std::string_view content) {
  const std::array sources{Source{"least.hay", kLeastPack}, Source{"test.hay", content}};
  return Pack::compile(sources);
}

// A pack whose topic 0 is a notice that consists of the rule `body`, with declarations before it.
inline Pack pack_of_body(std::string_view body, std::string_view declarations = "") {
  const std::string content = std::string(declarations) +
                              "\ntopic only\n  kind notice\nrule body\n  " + std::string(body) +
                              "\n";
  auto pack = compile_with(content);
  if (!pack) {
    ADD_FAILURE() << to_string(pack.error().front());
    return *compile_with("topic only\n  kind notice\nrule body\n  failed\n");
  }
  return std::move(*pack);
}

inline const World& test_world() {
  static const World world = [] {
    World result;
    result.company = "Meridian Hale";
    for (const char* name : {"Ines", "Tom", "Ruta"}) result.persons.add(name);
    for (const char* name : {"Ines Duarte", "Tom Adeyemi", "Ruta Kovacs"}) {
      result.person_names.add(name);
    }
    for (const char* name : {"Castellan", "Blue Ridge"}) result.clients.add(name);
    result.client_people.add("Noor Haddad");
    result.vendors.add("Brightmoor");
    result.teams.add("Repo Settlements");
    result.sites.add("Frankfurt");
    result.projects.add("Project Larkspur");
    return result;
  }();
  return world;
}

// Message `message` of conversation `conversation`, written by a neutral British author.
inline Situation test_situation(std::uint64_t message = 0, std::uint64_t conversation = 0) {
  Situation situation;
  situation.conversation = rng::Key::root(20) / "conversation" / conversation;
  situation.message = situation.conversation / "message" / message;
  situation.voice.typos_per_mille = 0;
  situation.voice.contractions = 0;
  situation.world = &test_world();
  situation.sent = 1'741'165'200;  // 2025-03-05T09:00:00Z, a Wednesday.
  situation.started_day = 20'152;  // 2025-03-05
  situation.me = "Amy";
  situation.me_full = "Amy Okafor";
  situation.you = "Ben";
  situation.boss = "Carla";
  return situation;
}

// What the body of topic 0 says in a situation.
inline std::string say(const Pack& pack, const Situation& situation) {
  Buffer out;
  Machine machine(pack);
  machine.start(situation, situation.message, out);
  machine.run(pack.topic(TopicId{0}).body);
  return std::string(out.view());
}

inline std::string say(std::string_view body, std::string_view declarations = "",
                       const Situation& situation = test_situation()) {
  return say(pack_of_body(body, declarations), situation);
}

}  // namespace haymaker::text
