// Invitations in a corpus: who sends them, who answers, and whether the
// calendar says what the text says.

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "corpus/renderer.h"

namespace haymaker::corpus {

namespace {

using threads::BlockPlan;
using threads::kBlockSize;
using threads::kNoParent;
using threads::MessageKind;
using threads::PlannedMessage;
using threads::Traffic;

constexpr std::uint64_t kMessages = 16 * kBlockSize;

// A message with a calendar object that can be read as it stands: neither
// encoded nor folded there.
struct Seen {
  PlannedMessage message;
  std::uint64_t parent = 0;  // Index.
  std::string bytes;
};

struct Mail {
  std::uint64_t human = 0;
  std::map<std::uint64_t, Seen> meetings;  // By index.
};

const Mail& mail() {
  static const Mail found = [] {
    Spec spec;
    spec.count = kMessages;
    spec.seed = 5;
    const Corpus corpus = Corpus::compile(spec).value();
    Renderer renderer(corpus);
    Rendered rendered;
    Mail all;
    for (std::uint64_t i = 0; i < kMessages; ++i) {
      renderer.render(MessageIndex{i}, rendered);
      const BlockPlan& plan = renderer.plan_of(BlockIndex{i / kBlockSize});
      const PlannedMessage& message = plan.messages[i % kBlockSize];
      const Traffic traffic = plan.conversations[message.conversation].traffic;
      const bool human = message.kind != MessageKind::auto_reply &&
                         (traffic == Traffic::business || traffic == Traffic::personal);
      all.human += human ? 1U : 0U;
      if (!rendered.bytes.contains("\nContent-Type: text/calendar; charset") &&
          !rendered.bytes.contains("\nContent-Type: text/calendar;\r\n\tcharset"))
        continue;
      EXPECT_TRUE(human);
      all.meetings[i] = {message, i / kBlockSize * kBlockSize + message.parent,
                         std::string(rendered.bytes)};
    }
    return all;
  }();
  return found;
}

// The value of a property in an object that is not encoded; empty where it is.
std::string property(const Seen& seen, std::string_view name) {
  const std::size_t at = seen.bytes.find("\r\n" + std::string(name) + ":");
  if (at == std::string::npos) return {};
  const std::size_t begin = at + 3 + name.size();
  std::string value = seen.bytes.substr(begin, seen.bytes.find("\r\nSUMMARY", begin) - begin);
  for (std::size_t fold = value.find("\r\n "); fold != std::string::npos;
       fold = value.find("\r\n "))
    value.erase(fold, 3);
  return value.substr(0, value.find('\r'));
}

bool asks(const Seen& seen) { return seen.bytes.contains("method=REQUEST"); }

TEST(Meeting, IsInOneToThreeOfAHundredMessagesOfPeople) {
  const auto percent =
      100.0 * static_cast<double>(mail().meetings.size()) / static_cast<double>(mail().human);
  EXPECT_GE(percent, 1.0);
  EXPECT_LE(percent, 3.5);
}

TEST(Meeting, IsAskedForByAFirstMessageAndAnsweredByItsAnswers) {
  std::size_t answers = 0;
  for (const auto& [index, seen] : mail().meetings) {
    EXPECT_EQ(asks(seen), seen.message.parent == kNoParent);
    if (asks(seen)) continue;
    ++answers;
    ASSERT_TRUE(mail().meetings.contains(seen.parent));
    EXPECT_TRUE(asks(mail().meetings.at(seen.parent)));
    EXPECT_TRUE(seen.bytes.contains("method=REPLY"));
  }
  EXPECT_GT(answers, 20);
}

TEST(Meeting, IsKnownByOneUidThroughout) {
  std::size_t pairs = 0;
  for (const auto& [index, seen] : mail().meetings) {
    if (asks(seen)) continue;
    const std::string own = property(seen, "UID");
    const std::string asked = property(mail().meetings.at(seen.parent), "UID");
    if (own.empty() || asked.empty()) continue;
    ++pairs;
    EXPECT_EQ(own, asked);
  }
  EXPECT_GT(pairs, 5);
}

TEST(Meeting, IsOfTheClassOfCalendarMessagesForExchange) {
  for (const auto& [index, seen] : mail().meetings) {
    const bool google = seen.bytes.contains("X-Google-Smtp-Source");
    EXPECT_EQ(google,
              !seen.bytes.contains("\nContent-class: urn:content-classes:calendarmessage\r\n"));
    EXPECT_EQ(google, seen.bytes.contains("Content-Type: application/ics"));
  }
}

}  // namespace

}  // namespace haymaker::corpus
