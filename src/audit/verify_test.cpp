#include "audit/verify.h"

#include <gmock/gmock.h>

#include "audit/corpus_fixture.h"

namespace haymaker::audit {
namespace {

using sink::Compression;
using sink::Package;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<FixtureMessage> three_messages() {
  return {fixture_message(1, "Un café, s'il vous plaît.\r\nFrom here on\r\n"),
          fixture_message(2, "As you like.\r\n", "<1@mail.example>"),
          fixture_message(0xAB00000000000003, "Bon\r\n\r\n")};
}

// "where: what" of each finding.
std::vector<std::string> findings(const CorpusFixture& corpus, bool with_truth = false,
                                  unsigned threads = 1) {
  VerifyOptions options{.truth_dir = {}, .threads = threads, .progress = {}};
  if (with_truth) options.truth_dir = corpus.truth_dir();
  const auto report = verify(corpus.out_dir(), options);
  if (!report) return {"error: " + to_string(report.error())};
  std::vector<std::string> lines;
  for (const Finding& finding : report->findings.kept()) {
    lines.push_back(finding.where + ": " + finding.what);
  }
  return lines;
}

TEST(Verify, FindsNothingWrongWithARightCorpusInAnyPackage) {
  const sink::Packaging packagings[] = {
      {Package::objects, Compression::none, 1}, {Package::tar, Compression::none, 1},
      {Package::tar, Compression::zstd, 1},     {Package::tar, Compression::gzip, 1},
      {Package::zip, Compression::none, 1},     {Package::zip, Compression::gzip, 6},
      {Package::mbox, Compression::none, 1},    {Package::mbox, Compression::zstd, 1},
      {Package::mbox, Compression::gzip, 1}};
  for (const sink::Packaging& packaging : packagings) {
    const CorpusFixture corpus;
    corpus.write(three_messages(), packaging);
    EXPECT_THAT(findings(corpus), IsEmpty()) << sink::part_file(packaging, "part-00000");
    const auto report = verify(corpus.out_dir(), {});
    ASSERT_TRUE(report);
    EXPECT_EQ(report->messages, 3U);
  }
}

TEST(Verify, SaysWhenThereIsNoCorpus) {
  const CorpusFixture corpus;
  const auto report = verify(corpus.out_dir(), {});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::not_found);
}

TEST(Verify, CatchesAChangedByte) {
  const CorpusFixture corpus;
  corpus.write(three_messages());
  const std::string path = "mail/00/0000000000000002.eml";
  std::string bytes = corpus.get(path);
  bytes[bytes.find("like")] = 'L';
  corpus.put(path, bytes);
  EXPECT_THAT(findings(corpus),
              ElementsAre(HasSubstr("0000000000000002: has"), HasSubstr("part-00000: has"),
                          HasSubstr("manifest.json: says")));
}

TEST(Verify, CatchesAMissingAndAStrayFile) {
  const CorpusFixture corpus;
  corpus.write(three_messages());
  std::filesystem::remove(corpus.out_dir() / "mail/00/0000000000000002.eml");
  EXPECT_THAT(findings(corpus), ElementsAre(HasSubstr("0000000000000002.eml: is in the index but"),
                                            HasSubstr("part-00000"), HasSubstr("manifest.json")));
  corpus.write(three_messages());
  corpus.put("mail/ff/ff00000000000000.eml", "x");
  corpus.put("mail/part-00001.tar", "x");
  EXPECT_THAT(findings(corpus),
              ElementsAre("mail/part-00001.tar: belongs to no part of the manifest",
                          "mail: holds 4 messages as files, but 3 in the manifest"));
}

TEST(Verify, CatchesATruncatedArchive) {
  const CorpusFixture corpus;
  corpus.write(three_messages(), {Package::tar, Compression::zstd, 1});
  const std::string bytes = corpus.get("mail/part-00000.tar.zst");
  corpus.put("mail/part-00000.tar.zst", bytes.substr(0, bytes.size() / 2));
  const auto lines = findings(corpus);
  ASSERT_FALSE(lines.empty());
  EXPECT_THAT(lines.front(), HasSubstr("part-00000.tar.zst: does not read"));
}

TEST(Verify, CatchesAnIndexThatTellsOtherThings) {
  const CorpusFixture corpus;
  auto messages = three_messages();
  messages[1].date += 1;
  messages[2].id = "<other@mail.example>";
  corpus.write(messages, {Package::tar, Compression::none, 1});
  EXPECT_THAT(findings(corpus),
              ElementsAre("0000000000000002: is dated 2025-03-05T09:14:09Z, but "
                          "2025-03-05T09:14:10Z in the index",
                          "ab00000000000003: is <12321848580485677059@mail.example>, but "
                          "<other@mail.example> in the index"));
}

TEST(Verify, CatchesARepeatedIdAndADanglingAnswer) {
  const CorpusFixture corpus;
  auto first = fixture_message(1, "a\r\n");
  auto second = first;
  second.uid = 2;
  corpus.write({first, second, fixture_message(3, "b\r\n", "<gone@mail.example>")});
  EXPECT_THAT(
      findings(corpus),
      ElementsAre("0000000000000003: answers <gone@mail.example>, which is not in the corpus",
                  "0000000000000002: has the Message-ID of 0000000000000001: <1@mail.example>"));
}

constexpr const char* kIncident =
    R"({"incident_id":"i1","scenario":"MA.X","members":["0000000000000001"]})"
    "\n";

std::string label(const std::string& part, int start, int end, int start_byte, int end_byte,
                  const std::string& text) {
  return R"({"label_id":"l1","msg_uid":"0000000000000001","incident_id":"i1","scenario":"MA.X",)"
         R"("level":1,"polarity":"true","spans":[{"part_path":")" +
         part + R"(","unit":"codepoint","start":)" + std::to_string(start) + R"(,"end":)" +
         std::to_string(end) + R"(,"start_byte":)" + std::to_string(start_byte) +
         R"(,"end_byte":)" + std::to_string(end_byte) + R"(,"text":")" + text + "\"}]}\n";
}

TEST(Verify, FindsPlantedSpansByCodePointsAndBytes) {
  const CorpusFixture corpus;
  corpus.write(three_messages());
  // "Un café, s'il vous plaît.\nFrom here on\n": "plaît" is at code points 19 to 24; the é before
  // it takes two bytes, and so does the î in it.
  corpus.write_truth(label("1", 19, 24, 20, 26, "plaît"), kIncident);
  EXPECT_THAT(findings(corpus, true), IsEmpty());
  corpus.write_truth(label("1", 26, 30, 28, 32, "From"), kIncident);
  EXPECT_THAT(findings(corpus, true), IsEmpty());
  corpus.write_truth(label("subject", 3, 6, 3, 7, "é p"), kIncident);
  EXPECT_THAT(findings(corpus, true), IsEmpty());
}

TEST(Verify, CatchesASpanThatIsElsewhere) {
  const CorpusFixture corpus;
  corpus.write(three_messages());
  const auto only_finding = [&](const std::string& labels) {
    corpus.write_truth(labels, kIncident);
    const auto lines = findings(corpus, true, 2);
    return lines.size() == 1 ? lines.front() : std::to_string(lines.size()) + " findings";
  };
  EXPECT_EQ(only_finding(label("1", 20, 25, 20, 26, "plaît")),
            "0000000000000001: label l1: part 1 has 'laît.' at code points 20 to 25, not 'plaît'");
  EXPECT_EQ(only_finding(label("1", 19, 24, 19, 24, "plaît")),
            "0000000000000001: label l1: 'plaît' is at bytes 20 to 26 of part 1, not 19 to 24");
  EXPECT_EQ(only_finding(label("2", 0, 1, 0, 1, "U")),
            "0000000000000001: label l1: there is no part 2");
  EXPECT_EQ(only_finding(label("1", 38, 41, 0, 0, "x")),
            "0000000000000001: label l1: code points 38 to 41 are not in part 1");
}

TEST(Verify, CatchesAnIncidentWithoutItsSteps) {
  const CorpusFixture corpus;
  corpus.write(three_messages());
  corpus.write_truth(
      label("1", 19, 24, 20, 26, "plaît"),
      R"({"incident_id":"i1","scenario":"MA.X","members":["0000000000000001","00000000000000ff"]})"
      "\n");
  EXPECT_THAT(
      findings(corpus, true),
      ElementsAre("answer key: incident i1: its member 00000000000000ff has no label of it"));
  corpus.write_truth(R"({"label_id":"l9","msg_uid":"00000000000000ff","scenario":"X","spans":[]})"
                     "\n",
                     "");
  EXPECT_THAT(findings(corpus, true),
              ElementsAre("l9: its message 00000000000000ff is not in the corpus"));
}

TEST(Verify, CatchesAKeyThatHasLostALine) {
  const CorpusFixture corpus;
  corpus.write(three_messages());
  corpus.write_truth(label("1", 19, 24, 20, 26, "plaît"), kIncident);
  corpus.put("../truth/truth.json", R"({"incidents":1,"labels":2})");
  EXPECT_THAT(findings(corpus, true),
              ElementsAre("answer key: has 1 incidents and 1 labels, but 1 and 2 in truth.json"));
}

TEST(Verify, TellsItsProgressToTheEnd) {
  const CorpusFixture corpus;
  corpus.write(three_messages());
  std::uint64_t last = 0;
  VerifyOptions options;
  options.progress = [&](std::uint64_t done, std::uint64_t total) {
    EXPECT_EQ(total, 3U);
    last = done;
  };
  ASSERT_TRUE(verify(corpus.out_dir(), options));
  EXPECT_EQ(last, 3U);
}

}  // namespace
}  // namespace haymaker::audit
