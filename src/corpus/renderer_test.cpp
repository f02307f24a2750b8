#include "corpus/renderer.h"

#include <gtest/gtest.h>

#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace haymaker::corpus {

namespace {

Corpus corpus_of(std::uint64_t count, std::uint64_t seed = 1) {
  Spec spec;
  spec.count = count;
  spec.seed = seed;
  if (count < 100) spec.scenarios = {.incidents = 0, .decoys = 0};  // There is no room for them.
  return Corpus::compile(spec).value();
}

std::vector<std::string> in_sequence(const Corpus& corpus) {
  Renderer renderer(corpus);
  Rendered rendered;
  std::vector<std::string> messages;
  for (std::uint64_t i = 0; i < corpus.count(); ++i) {
    renderer.render(MessageIndex{i}, rendered);
    messages.emplace_back(rendered.bytes);
  }
  return messages;
}

// Two blocks, of which the second is short.
constexpr std::uint64_t kCount = 1'100;

TEST(Renderer, RendersInAnyOrderTheBytesThatItRendersInSequence) {
  const Corpus corpus = corpus_of(kCount);
  const std::vector<std::string> messages = in_sequence(corpus);
  Renderer renderer(corpus);
  Rendered rendered;
  Digest sum;
  Digest sum_in_sequence;
  for (std::uint64_t i = 0; i < kCount; ++i) {
    const std::uint64_t index = i * 7 % kCount;  // 7 and 1,100 have no common divisor.
    renderer.render(MessageIndex{index}, rendered);
    ASSERT_EQ(rendered.bytes, messages[index]) << index;
    ASSERT_EQ(rendered.digest, digest(messages[index]));
    sum += rendered.digest;
    sum_in_sequence += digest(messages[i]);
  }
  EXPECT_EQ(sum, sum_in_sequence);
}

TEST(Renderer, RendersTheOnlyMessageOfACorpusOfOne) {
  const Corpus corpus = corpus_of(1);
  const std::vector<std::string> messages = in_sequence(corpus);
  ASSERT_EQ(messages.size(), 1);
  EXPECT_NE(messages[0].find("\r\nSubject: "), std::string::npos);
}

TEST(Renderer, RendersOtherMessagesForAnotherSeed) {
  const std::vector<std::string> messages = in_sequence(corpus_of(200));
  const std::vector<std::string> others = in_sequence(corpus_of(200, 2));
  for (std::size_t i = 0; i < messages.size(); ++i) EXPECT_NE(messages[i], others[i]);
}

TEST(Renderer, RendersTheSameFromACorpusThatWasMoved) {
  Corpus corpus = corpus_of(50);
  const std::vector<std::string> messages = in_sequence(corpus);
  const Corpus moved = std::move(corpus);
  EXPECT_EQ(in_sequence(moved), messages);
}

TEST(Renderer, GivesNoTwoMessagesTheSameUidOrMessageId) {
  constexpr std::uint64_t kMany = 100'000;
  const Corpus corpus = corpus_of(kMany);
  Renderer renderer(corpus);
  Rendered rendered;
  std::unordered_set<std::uint64_t> uids;
  std::unordered_set<std::string> ids;
  for (std::uint64_t i = 0; i < kMany; ++i) {
    renderer.render(MessageIndex{i}, rendered);
    ASSERT_EQ(rendered.uid, corpus.uid(MessageIndex{i}));
    ASSERT_TRUE(uids.insert(rendered.uid).second);
    ASSERT_TRUE(ids.emplace(rendered.message_id).second) << rendered.message_id;
  }
}

}  // namespace

}  // namespace haymaker::corpus
