#include "text/composer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <new>
#include <set>
#include <string>
#include <string_view>

#include "text/test_pack.h"

namespace {
std::atomic<std::uint64_t> allocations = 0;

void* counted(std::size_t size) {
  ++allocations;
  if (void* const memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
}  // namespace

// Counts what the tests of this program allocate.
void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace haymaker::text {
namespace {

constexpr std::string_view kConversation = R"(
contraction do not/don't, it is/it's
list word
  quickly, slowly, by hand, in the morning, with care, at once, over the phone
noun thing
  trade, allocation, mismatch, query
rule detail
  We do not have the <thing#1> yet, but it is <word>.
  The <thing.pl> came <word> [before|by] {deadline}.
  ?formal Kindly note {amount} of {client}.
rule question
  Could you send the <thing> of {date}?
dialogue
  ask: ask
moves ask
  2* question detail
  detail
  fill: detail question fine
topic recs
rule subject
  [The <thing#1> of {client}|{client}: <thing#1.pl>].
)";

const Pack& conversation_pack() {
  static const Pack pack = [] {
    auto compiled = compile_with(kConversation);
    if (!compiled) ADD_FAILURE() << to_string(compiled.error().front());
    return std::move(*compiled);
  }();
  return pack;
}

Situation asking(std::uint64_t message, std::uint64_t conversation = 0) {
  Situation situation = test_situation(message, conversation);
  situation.act = ActId{1};
  return situation;
}

std::string body(const Situation& situation) {
  Composer composer(conversation_pack());
  Buffer out;
  composer.append_body(situation, out);
  return std::string(out.view());
}

std::ptrdiff_t words(std::string_view text) {
  return std::ranges::count_if(text, [](char c) { return c == ' ' || c == '\n'; });
}

TEST(Composer, FramesTheMovesAsTheVoiceDoes) {
  Situation situation = asking(0);
  situation.target_words = 20;
  situation.voice.greeting = 100;
  situation.voice.sign_off = 100;
  const std::string text = body(situation);
  EXPECT_TRUE(text.starts_with("Dear Ben,\n\n")) << text;
  EXPECT_TRUE(text.ends_with("\n\nRegards,\nAmy\n")) << text;
  situation.voice.formality = 3;
  EXPECT_TRUE(body(situation).ends_with("\n\nRegards,\nAmy Okafor\n"));
}

TEST(Composer, LeavesTheFrameOutWhereTheVoiceOrTheMessageDoes) {
  for (const bool greets : {false, true}) {
    Situation situation = asking(0);
    situation.target_words = 20;
    situation.greets = greets;
    situation.voice.greeting = greets ? 0 : 100;
    situation.voice.sign_off = greets ? 0 : 100;
    const std::string text = body(situation);
    EXPECT_FALSE(text.contains("Dear"));
    EXPECT_FALSE(text.contains("Regards"));
  }
}

TEST(Composer, WritesBodiesOfTheLengthThatIsAsked) {
  for (const std::uint32_t target : {40U, 100U, 250U, 800U}) {
    std::ptrdiff_t total = 0;
    for (std::uint64_t message = 0; message < 200; ++message) {
      Situation situation = asking(message);
      situation.target_words = target;
      total += words(body(situation));
    }
    EXPECT_NEAR(static_cast<double>(total) / 200, target, 0.2 * target + 6);
  }
}

TEST(Composer, WritesMoreForAVerboseAuthor) {
  Situation situation = asking(0);
  situation.target_words = 200;
  situation.voice.verbosity = 50;
  const std::ptrdiff_t terse = words(body(situation));
  situation.voice.verbosity = 200;
  EXPECT_GT(words(body(situation)), 3 * terse);
}

TEST(Composer, KeepsTheSubjectOfAConversation) {
  Composer composer(conversation_pack());
  for (std::uint64_t conversation = 0; conversation < 50; ++conversation) {
    Buffer first;
    composer.append_subject(asking(0, conversation), first);
    EXPECT_NE(first.back(), '.');
    Buffer later;
    composer.append_subject(asking(7, conversation), later);
    EXPECT_EQ(first.view(), later.view());
  }
}

TEST(Composer, WritesTheSameSignatureUnderEachMessage) {
  Composer composer(conversation_pack());
  Buffer one;
  Buffer other;
  composer.append_signature(asking(0), one);
  composer.append_signature(asking(9, 9), other);
  EXPECT_EQ(one.view(), "Amy Okafor\nMeridian Hale\n");
  EXPECT_EQ(one.view(), other.view());
  Situation bare = asking(0);
  bare.voice.signature = false;
  Buffer none;
  composer.append_signature(bare, none);
  EXPECT_TRUE(none.empty());
}

TEST(Composer, GivesTheSameBytesOnTwoMachines) {
  Composer used(conversation_pack());
  Buffer out;
  for (std::uint64_t message = 0; message < 100; ++message) {
    const Situation situation = asking(message, message / 4);
    out.clear();
    used.append_body(situation, out);
    EXPECT_EQ(out.view(), body(situation));
  }
}

TEST(Composer, KeepsPlantedWordsExactlyAmongTypingErrors) {
  const auto pack =
      compile_with(std::string(kConversation) +
                   "topic plant\n  kind notice\nrule body\n"
                   "  and <<delete whatever message mentions those orders>> afterwards\n");
  ASSERT_TRUE(pack);
  Composer composer(*pack);
  Buffer out;
  for (std::uint64_t message = 0; message < 200; ++message) {
    Situation situation = asking(message);
    situation.target_words = 80;
    situation.voice.typos_per_mille = 250;
    situation.planted = pack->topic(TopicId{1}).body;
    out.clear();
    out.append("what stood here before\n");
    composer.append_body(situation, out);
    ASSERT_EQ(composer.spans().size(), 1U);
    const PlantedSpan span = composer.spans().front();
    EXPECT_EQ(out.view().substr(span.begin, span.end - span.begin),
              "delete whatever message mentions those orders");
  }
}

TEST(Composer, PutsPlantedWordsInThePlaceOfAMove) {
  const auto pack = compile_with(std::string(kConversation) +
                                 "topic plant\n  kind notice\nrule body\n"
                                 "  please <<keep this off the recorded line>> until it is done\n");
  ASSERT_TRUE(pack);
  Composer composer(*pack);
  std::ptrdiff_t plain = 0;
  std::ptrdiff_t planted = 0;
  std::set<std::ptrdiff_t> starts;  // The sentences before it.
  Buffer out;
  for (std::uint64_t message = 0; message < 400; ++message) {
    Situation situation = asking(message);
    situation.target_words = 60;
    out.clear();
    composer.append_body(situation, out);
    plain += words(out.view());
    situation.planted = pack->topic(TopicId{1}).body;
    out.clear();
    composer.append_body(situation, out);
    planted += words(out.view());
    ASSERT_EQ(composer.spans().size(), 1U);
    starts.insert(std::ranges::count(out.view().substr(0, composer.spans().front().begin), '.'));
  }
  EXPECT_NEAR(static_cast<double>(planted) / 400, static_cast<double>(plain) / 400, 2);
  EXPECT_GE(starts.size(), 3U);
}

constexpr std::string_view kLists = R"(
rule another
  Another matter:
list ware
  tin, wool, salt
rule head
  As of <ware#1>:
dialogue
  ask: ask
  nod: ask
moves ask
  move
  fill: move fine
moves nod
  move
  fill: move fine
  most: 20
blocks human
  head row apart
topic goods
  cases late, lost
rule subject
  Goods
rule row
  ?late late <ware#1>
  ?lost lost <ware#1>
rule move
  ?late It is late.
  ?lost It is lost.
)";

TEST(Composer, MakesALongBodyOfListsWhoseRowsAreOfOtherCases) {
  const auto pack = compile_with(kLists);
  ASSERT_TRUE(pack) << to_string(pack.error().front());
  Composer composer(*pack);
  Buffer out;
  for (std::uint64_t message = 0; message < 50; ++message) {
    Situation situation = asking(message);
    situation.conditions = case_bit(0);
    situation.target_words = 150;
    out.clear();
    composer.append_body(situation, out);
    EXPECT_TRUE(out.view().contains("As of")) << out.view();
    EXPECT_TRUE(out.view().contains("It is late.")) << out.view();
    EXPECT_TRUE(out.view().contains("Lost ")) << out.view();
    EXPECT_FALSE(out.view().contains("Late ")) << out.view();
    EXPECT_LT(words(out.view()), 200);
    situation.act = ActId{2};
    out.clear();
    composer.append_body(situation, out);
    EXPECT_LT(words(out.view()), 30) << out.view();
  }
}

TEST(Composer, AllocatesNothingOnceItsBuffersHaveGrown) {
  Composer composer(conversation_pack());
  Buffer out;
  const auto compose = [&] {
    for (std::uint32_t message = 0; message < 500; ++message) {
      Situation situation = asking(message, message / 4);
      situation.target_words = 20 + message % 200;
      situation.voice.typos_per_mille = 20;
      out.clear();
      composer.append_subject(situation, out);
      composer.append_body(situation, out);
      composer.append_signature(situation, out);
    }
  };
  compose();
  const std::uint64_t before = allocations;
  compose();
  EXPECT_EQ(allocations - before, 0U);
}

}  // namespace
}  // namespace haymaker::text
