#include "audit/inspect.h"

#include <gmock/gmock.h>

#include <boost/json.hpp>

#include "audit/coherence.h"
#include "audit/corpus_fixture.h"
#include "audit/own_text.h"
#include "audit/traffic.h"

namespace haymaker::audit {
namespace {

using ::testing::HasSubstr;

TEST(OwnText, EndsWhereAQuoteOrASignatureBegins) {
  constexpr std::string_view kOwn = "Fine by me.\n\nAt three: the usual room.";
  for (const std::string_view rest :
       {"", "\n\n> older\n", "\nOn Wed, 5 Mar 2025 at 09:14, Ana <a@b.example> wrote:\n> older",
        "\nAm Mi., 5. M\xC3\xA4rz 2025 um 09:14 Uhr schrieb Ana <a@b.example>:\n> older",
        "\nLe 5 mars 2025, Ana a \303\251crit :\n\nplus vieux",
        "\nOn Wed, 5 Mar 2025 at 09:14, Ana Roe\n<ana.roe@corp.example> wrote:\n\n> older",
        "\n-----Original Message-----\nFrom: x", "\n________________________________\nFrom: Ana",
        "\n---------- Forwarded message ---------\nx", "\nVon: Ana\nGesendet: Mittwoch\nAn: Bo\n",
        "\nDe : Ana\nEnvoy\xC3\xA9 : hier\n\xC3\x80 : Bo\n", "\n\n-- \nAna",
        "\n\nSent from my iPhone", "\n\nAna Roe\nTrader\nT +44 20 7946 0123\n"}) {
    EXPECT_EQ(own_text(std::string(kOwn) + std::string(rest)), kOwn) << rest;
  }
}

TEST(OwnText, KeepsWhatOnlyLooksLikeIt) {
  for (const std::string_view text :
       {"The list:\n- one\n- two", "From: here to there", "On 5 March we meet:\nroom two", "a > b",
        "Ring me\n\nAna Roe\nTrader"}) {
    EXPECT_EQ(own_text(text), text);
  }
}

TEST(MailSample, CountsMailboxes) {
  EXPECT_EQ(count_mailboxes(""), 0U);
  EXPECT_EQ(count_mailboxes("a@b.example"), 1U);
  EXPECT_EQ(count_mailboxes("\"Roe, Ana\" <a@b.example>,\r\n Bo (x, y) <b@b.example>"), 2U);
  EXPECT_EQ(count_mailboxes("desk: a@b.example, c@b.example;, d@b.example"), 3U);
  EXPECT_EQ(count_mailboxes("undisclosed-recipients:;"), 0U);
}

TEST(Coherence, SeesThatAnswersAreLikeTheirParents) {
  // Eight conversations of two, each about eight words that no other has.
  std::vector<std::string> bodies;
  for (char topic = 'a'; topic < 'i'; ++topic) {
    std::string body;
    for (char word = 'a'; word < 'i'; ++word) body += std::string{topic, word, ' '};
    bodies.push_back(body);
    bodies.push_back(body);
  }
  std::vector<Answer> texts;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    texts.push_back({bodies[i], i % 2 == 1 ? i - 1 : kNoParent});
  }
  const Coherence found = measure_coherence(texts);
  EXPECT_EQ(found.pairs, 8U);
  EXPECT_NEAR(found.parent_cosine, 1, 1e-12);
  EXPECT_DOUBLE_EQ(found.chance_cosine, 0);
  EXPECT_DOUBLE_EQ(found.nearer_parent, 1);
  EXPECT_EQ(found.neighbours, 8U);
}

TEST(Coherence, SeesThatWordSaladIsNotCoherent) {
  // Two conversations use the same words, so an answer is as like the other as like its parent.
  // The other texts share no word with any; without them, the words would be in too many.
  std::vector<std::string> bodies(4, "aa ab ac ad ae af ag ah");
  for (int i = 0; i < 40; ++i) bodies.push_back("x" + std::to_string(i));
  std::vector<Answer> texts;
  for (const std::string& body : bodies) texts.push_back({body, kNoParent});
  texts[1].parent = 0;
  texts[3].parent = 2;
  const Coherence found = measure_coherence(texts);
  EXPECT_EQ(found.pairs, 2U);
  EXPECT_DOUBLE_EQ(found.nearer_parent, 0.5);
  EXPECT_NEAR(found.topic_persistence, 1, 1e-12);
}

TEST(Traffic, ComparesSharesByHalfTheSumOfDifferences) {
  constexpr Histogram::Bin kBins[] = {{"a", 50}, {"b", 30}, {"c", 20}};
  Histogram histogram(kBins);
  for (const std::size_t bin : {0U, 0U, 0U, 0U, 0U, 0U, 1U, 1U, 1U, 1U}) histogram.add(bin);
  // 0.6, 0.4, 0 against 0.5, 0.3, 0.2.
  EXPECT_DOUBLE_EQ(histogram.distance(), 0.2);
}

TEST(Traffic, FindsQuantilesBetweenNeighbours) {
  const double sorted[] = {1, 2, 4};
  EXPECT_DOUBLE_EQ(quantile(sorted, 0.5), 2);
  EXPECT_DOUBLE_EQ(quantile(sorted, 0.75), 3);
  EXPECT_DOUBLE_EQ(quantile(sorted, 1), 4);
  EXPECT_DOUBLE_EQ(quantile({}, 0.5), 0);
}

TEST(Goal, IsMetAtItsEnds) {
  EXPECT_EQ(Goal::at_most(3.2).met_by(3.2), true);
  EXPECT_EQ(Goal::at_least(0.45).met_by(0.44), false);
  EXPECT_EQ(Goal::between(0.5, 0.6).met_by(0.61), false);
  EXPECT_EQ(Goal{}.met_by(1), std::nullopt);
  EXPECT_EQ(Goal::between(0.5, 0.6).text(), "0.5 to 0.6");
}

double value_of(const InspectReport& report, MailClass mail_class, std::string_view name) {
  for (const Metric& metric : report.metrics) {
    if (metric.mail_class == mail_class && metric.name == name) return metric.value;
  }
  return -1;
}

std::vector<FixtureMessage> template_mail(std::uint64_t count) {
  std::vector<FixtureMessage> messages;
  for (std::uint64_t i = 0; i < count; ++i) {
    messages.push_back(fixture_message(
        i, "Dear Client, please find attached report number " + std::to_string(i) +
               " for your review before the meeting with the board of the company this week.\r\n"));
  }
  return messages;
}

TEST(Inspect, FailsACorpusThatIsOneTemplate) {
  const CorpusFixture corpus;
  corpus.write(template_mail(200));
  const auto report = inspect(corpus.out_dir(), {});
  ASSERT_TRUE(report);
  EXPECT_FALSE(report->good());
  EXPECT_EQ(value_of(*report, MailClass::human, "messages"), 200);
  EXPECT_GT(value_of(*report, MailClass::human, "gzip -9 ratio"), 10);
  EXPECT_GT(value_of(*report, MailClass::human, "self-BLEU-4"), 0.8);
  EXPECT_EQ(value_of(*report, MailClass::human, "top 100 sentence skeletons, share"), 1);
  EXPECT_EQ(value_of(*report, MailClass::human, "skeleton near duplicates, J >= 0.8"), 1);
  EXPECT_THAT(to_table(*report), HasSubstr("FAIL"));
  const auto json = boost::json::parse(to_json(*report));
  EXPECT_EQ(json.at("good"), false);
  EXPECT_EQ(json.at("metrics").as_array().size(), report->metrics.size());
}

TEST(Inspect, MeasuresEachClassApart) {
  const CorpusFixture corpus;
  auto messages = template_mail(8);
  const char* const fields[] = {"List-Unsubscribe: <https://x.example/>\r\n",
                                "Precedence: bulk\r\n", "Auto-Submitted: auto-generated\r\n",
                                "Auto-Submitted: auto-replied\r\n", "Auto-Submitted: no\r\n"};
  for (std::size_t i = 0; i < std::size(fields); ++i) messages[i].bytes.insert(0, fields[i]);
  corpus.write(messages);
  const auto report = inspect(corpus.out_dir(), {});
  ASSERT_TRUE(report);
  EXPECT_EQ(value_of(*report, MailClass::newsletter, "messages"), 2);
  EXPECT_EQ(value_of(*report, MailClass::notice, "messages"), 1);
  EXPECT_EQ(value_of(*report, MailClass::auto_reply, "messages"), 1);
  EXPECT_EQ(value_of(*report, MailClass::human, "messages"), 4);
}

TEST(Inspect, SamplesRunsThatLieEvenlyOverTheCorpus) {
  const CorpusFixture corpus;
  corpus.write(template_mail(5'000), {sink::Package::tar, sink::Compression::none, 1});
  const auto sample = MailSample::read(corpus.out_dir(), 2'000);
  ASSERT_TRUE(sample);
  // Of the runs 0 to 4, two: run 0 and run 2, of which the second gives 976 messages.
  ASSERT_EQ(sample->messages().size(), 2'000U);
  EXPECT_EQ(sample->messages()[0].id, "<0@mail.example>");
  EXPECT_EQ(sample->messages()[1'024].id, "<2048@mail.example>");
  EXPECT_EQ(sample->messages().back().id, "<3023@mail.example>");
}

}  // namespace
}  // namespace haymaker::audit
