#include "net/outbox.h"

#include <gtest/gtest.h>

#include <vector>

namespace haymaker::net {
namespace {

SharedText text(std::string words) { return std::make_shared<const std::string>(std::move(words)); }

std::vector<std::string> drain(Outbox& outbox) {
  std::vector<std::string> all;
  while (const auto message = outbox.take()) all.push_back(*message->text);
  return all;
}

TEST(Outbox, KeepsTheOrderOfWhatHasNoKey) {
  Outbox outbox(text("resync"));
  for (const char* word : {"a", "b", "c"}) outbox.put({"", "", text(word)});
  EXPECT_EQ(drain(outbox), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_TRUE(outbox.empty());
}

TEST(Outbox, LetsTheNewestReplaceTheOlderOneUnderItsKeyAtTheEndOfTheLine) {
  Outbox outbox(text("resync"));
  outbox.put({"", "progress/1", text("10 %")});
  outbox.put({"", "progress/2", text("5 %")});
  outbox.put({"", "", text("1 has failed")});
  outbox.put({"", "progress/1", text("1 goes on at 10 %")});
  EXPECT_EQ(drain(outbox), (std::vector<std::string>{"5 %", "1 has failed", "1 goes on at 10 %"}));
}

TEST(Outbox, HoldsOneMessageAKeyHoweverManyCome) {
  Outbox outbox(text("resync"));
  for (int i = 0; i < 100'000; ++i) outbox.put({"", "progress", text(std::to_string(i))});
  EXPECT_EQ(drain(outbox), (std::vector<std::string>{"99999"}));
}

TEST(Outbox, TellsAReaderThatFellBehindToAskAnew) {
  Outbox outbox(text("resync"));
  for (std::size_t i = 0; i < Outbox::kMostWaiting + 2; ++i) {
    outbox.put({"", "", text(std::to_string(i))});
    EXPECT_LE(outbox.size(), Outbox::kMostWaiting);
  }
  EXPECT_EQ(drain(outbox), (std::vector<std::string>{"resync", "256", "257"}));
}

}  // namespace
}  // namespace haymaker::net
