// The form of the messages of a corpus: what machines answer for people, how answers name what they
// answer, and what they quote.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corpus/renderer.h"

namespace haymaker::corpus {

namespace {

using testing::HasSubstr;
using testing::Not;
using threads::BlockPlan;
using threads::kBlockSize;
using threads::kNoParent;
using threads::MessageKind;
using threads::PlannedMessage;

constexpr std::uint64_t kMessages = 8 * kBlockSize;

struct Seen {
  PlannedMessage message;
  std::string header;  // Unfolded, with LF line ends.
  std::string body;
};

std::string unfolded(std::string_view header) {
  std::string text;
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (header[i] == '\r') continue;
    const bool folds = header[i] == '\n' && i + 1 < header.size() &&
                       (header[i + 1] == ' ' || header[i + 1] == '\t');
    if (!folds) text += header[i];
  }
  return text;
}

const std::vector<Seen>& corpus() {
  static const std::vector<Seen> seen = [] {
    Spec spec;
    spec.count = kMessages;
    spec.seed = 3;
    const Corpus made = Corpus::compile(spec).value();
    Renderer renderer(made);
    Rendered rendered;
    std::vector<Seen> all;
    for (std::uint64_t i = 0; i < kMessages; ++i) {
      renderer.render(MessageIndex{i}, rendered);
      const std::size_t end = rendered.bytes.find("\r\n\r\n");
      const BlockPlan& plan = renderer.plan_of(BlockIndex{i / kBlockSize});
      all.push_back({plan.messages[i % kBlockSize], unfolded(rendered.bytes.substr(0, end + 2)),
                     std::string(rendered.bytes.substr(end + 4))});
    }
    return all;
  }();
  return seen;
}

bool has(const Seen& seen, std::string_view field) {
  return seen.header.contains('\n' + std::string(field) + ": ");
}

TEST(MessageForm, MarksWhatMachinesAnswerForPeople) {
  std::size_t count = 0;
  for (const Seen& seen : corpus()) {
    const bool automatic = seen.message.kind == MessageKind::auto_reply;
    ASSERT_EQ(seen.header.contains("\nAuto-Submitted: auto-replied\n"), automatic);
    if (!automatic) continue;
    ++count;
    EXPECT_THAT(seen.header, HasSubstr("Return-Path: <>\n"));
    EXPECT_THAT(seen.header, HasSubstr("\nX-Auto-Response-Suppress: All\n"));
    EXPECT_THAT(seen.header, Not(HasSubstr("iPhone Mail")));
    EXPECT_THAT(seen.body, Not(HasSubstr("Original Message")));
  }
  EXPECT_GT(count, kMessages / 100);
  EXPECT_LT(count, kMessages / 33);
}

TEST(MessageForm, LeavesReferencesOutOfAFewOfAHundredAnswers) {
  double answers = 0;
  double without = 0;
  for (const Seen& seen : corpus()) {
    const bool answers_somebody = seen.message.parent != kNoParent;
    ASSERT_TRUE(answers_somebody || (!has(seen, "References") && !has(seen, "In-Reply-To")));
    if (!answers_somebody) continue;
    ++answers;
    if (has(seen, "References")) continue;
    ++without;
    EXPECT_TRUE(has(seen, "In-Reply-To") || has(seen, "Thread-Index") ||
                seen.message.kind == MessageKind::forward);
  }
  EXPECT_GT(100 * without / answers, 1.5);
  EXPECT_LT(100 * without / answers, 6);
}

TEST(MessageForm, SaysWhoWroteForWhom) {
  std::size_t count = 0;
  for (const Seen& seen : corpus()) {
    if (!has(seen, "Sender")) continue;
    ++count;
    ASSERT_NE(seen.message.sender, kNobody);
  }
  EXPECT_GT(count, 10);
}

TEST(MessageForm, QuotesInTheStylesOfTheClientsAndOfTheirLanguages) {
  for (const std::string_view words :
       {"-----Original Message-----", "________________________________", " wrote:", "\n> ",
        "\nVon: ", "\nGesendet: ", "Sent from my iPhone", "Begin forwarded message:"}) {
    std::size_t count = 0;
    for (const Seen& seen : corpus()) count += seen.body.contains(words) ? 1U : 0U;
    EXPECT_GT(count, 5) << words;
  }
}

}  // namespace

}  // namespace haymaker::corpus
