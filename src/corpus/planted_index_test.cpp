#include "corpus/planted_index.h"

#include <gtest/gtest.h>

#include "corpus/answer_key.h"

namespace haymaker::corpus {

namespace {

Corpus corpus_of_three_blocks() {
  Spec spec;
  spec.count = 3'000;
  spec.scenarios = {.incidents = 12, .decoys = 40};
  return Corpus::compile(spec).value();
}

// What the answer key says of one message.
std::string labels_of(const Corpus& corpus, MessageIndex index) {
  AnswerKey key(corpus);
  key.add_message(index);
  return std::string(key.labels());
}

TEST(PlantedIndex, LeadsToAMessageThatTheAnswerKeyNames) {
  const Corpus corpus = corpus_of_three_blocks();
  Renderer renderer(corpus);
  for (std::uint64_t number = 0; number < 12; ++number) {
    const auto index = planted_index(corpus, renderer, Planted::incident, number);
    ASSERT_TRUE(index) << number;
    EXPECT_NE(labels_of(corpus, *index).find("\"incident_id\":\"I" + std::to_string(number) + '"'),
              std::string::npos);
  }
  for (std::uint64_t number = 0; number < 40; ++number) {
    const auto index = planted_index(corpus, renderer, Planted::decoy, number);
    ASSERT_TRUE(index) << number;
    EXPECT_NE(labels_of(corpus, *index).find("\"decoy_class\":\"D"), std::string::npos);
  }
}

TEST(PlantedIndex, KnowsHowManyThereAre) {
  const Corpus corpus = corpus_of_three_blocks();
  Renderer renderer(corpus);
  EXPECT_EQ(planted_count(corpus, Planted::incident), 12);
  EXPECT_EQ(planted_count(corpus, Planted::decoy), 40);
  EXPECT_FALSE(planted_index(corpus, renderer, Planted::incident, 12));
  EXPECT_FALSE(planted_index(corpus, renderer, Planted::decoy, 40));
}

TEST(Corpus, FindsAMessageByItsUidAndNoOtherNumber) {
  const Corpus corpus = corpus_of_three_blocks();
  for (std::uint64_t i = 0; i < corpus.count(); ++i) {
    const auto index = corpus.index_of(corpus.uid(MessageIndex{i}));
    ASSERT_TRUE(index);
    ASSERT_EQ(value(*index), i);
  }
  std::uint64_t found = 0;
  for (std::uint64_t uid = 0; uid < 100'000; ++uid) found += corpus.index_of(uid) ? 1 : 0;
  EXPECT_EQ(found, 0);
}

}  // namespace

}  // namespace haymaker::corpus
