#include "text/image.h"

#include <gtest/gtest.h>

#include <array>
#include <span>
#include <string>
#include <vector>

#include "text/test_pack.h"

namespace haymaker::text {
namespace {

constexpr std::string_view kDeclarations =
    "noun thing\n  trade, 3*break, fail\n"
    "rule ask\n  2* [a|3*b|?reply c|] <thing.pl> by {date}\n  ?!first do not <thing#1>\n"
    "contraction do not/don't\n"
    "topic leak\n  kind scenario\n  code MNPI.LEAK\n  regs MAR-8 MAR-10\n  topics only other\n  "
    "severity 4\n  external outbound\n"
    "rule L1\n  Buy <<now>>.\n"
    "topic only\n  kind notice\nrule body\n  <ask> <ask>\n";

Image image() {
  const std::array sources{Source{"least.hay", kLeastPack}, Source{"test.hay", kDeclarations}};
  auto compiled = Pack::compile_image(sources);
  if (compiled) return std::move(*compiled);
  ADD_FAILURE() << to_string(compiled.error().front());
  return Image({});
}

TEST(Image, IsTheSameForTheSameSources) { EXPECT_EQ(image().bytes(), image().bytes()); }

TEST(Image, OpensAsThePackThatWasCompiled) {
  const Image made = image();
  const auto opened = Pack::open(made.bytes());
  ASSERT_TRUE(opened);
  const auto compiled = compile_with(kDeclarations);
  ASSERT_TRUE(compiled);
  for (std::uint64_t message = 0; message < 100; ++message) {
    Situation situation = test_situation(message);
    situation.topic = TopicId{1};
    const auto say_body = [&](const Pack& pack) {
      Buffer out;
      Machine machine(pack);
      machine.start(situation, situation.message, out);
      machine.run(pack.topic(situation.topic).body);
      return std::string(out.view());
    };
    EXPECT_EQ(say_body(*opened), say_body(*compiled));
  }
}

TEST(Image, HoldsWhatATopicSaysOfItself) {
  const Image made = image();
  const auto pack = Pack::open(made.bytes());
  ASSERT_TRUE(pack);
  ASSERT_EQ(pack->topics().size(), 2U);
  const Topic& leak = pack->topic(TopicId{0});
  EXPECT_EQ(leak.name, "leak");
  EXPECT_EQ(leak.kind, TopicKind::scenario);
  EXPECT_EQ(leak.scenario.code, "MNPI.LEAK");
  EXPECT_EQ(leak.scenario.regs, (std::vector<std::string>{"MAR-8", "MAR-10"}));
  EXPECT_EQ(leak.scenario.topics, (std::vector<std::string>{"only", "other"}));
  EXPECT_EQ(leak.scenario.severity, 4U);
  EXPECT_TRUE(leak.scenario.external);
  EXPECT_TRUE(leak.scenario.outbound);
  EXPECT_EQ(leak.rule("L1").kind, Target::Kind::rule);
  EXPECT_EQ(leak.rule("L2").kind, Target::Kind::none);
  EXPECT_EQ(pack->act_name(ActId{0}), "tell");
}

TEST(Image, PointsIntoTheBytesThatItWasOpenedFrom) {
  const Image made = image();
  const auto pack = Pack::open(made.bytes());
  ASSERT_TRUE(pack);
  const auto code = std::as_bytes(pack->program().code);
  const auto bytes = std::as_bytes(std::span(made.bytes()));
  EXPECT_GE(code.data(), bytes.data());
  EXPECT_LE(code.data() + code.size() + kSlack, bytes.data() + bytes.size());
}

TEST(Image, RefusesOtherBytes) {
  const Image made = image();
  EXPECT_FALSE(Pack::open(""));
  EXPECT_FALSE(Pack::open("Not a pack, but long enough to hold a head."));
  EXPECT_FALSE(Pack::open(made.bytes().substr(8)));  // Another head.
  const std::string moved = ' ' + std::string(made.bytes());
  EXPECT_FALSE(Pack::open(std::string_view(moved).substr(1)));  // Not at a multiple of eight.
}

}  // namespace
}  // namespace haymaker::text
