#include "text/morphology.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

namespace haymaker::text {
namespace {

struct Row {
  std::string_view base;
  std::string_view form;
};

struct VerbRow {
  std::string_view base, third, past, participle, gerund;
};

template <class Inflect>
void expect_forms(Inflect inflect, const auto& rows) {
  for (const Row& row : rows) EXPECT_EQ(inflect(row.base), row.form) << "of " << row.base;
}

void expect_verbs(const auto& rows) {
  for (const VerbRow& row : rows) {
    EXPECT_EQ(third_person(row.base), row.third);
    EXPECT_EQ(past(row.base), row.past);
    EXPECT_EQ(participle(row.base), row.participle);
    EXPECT_EQ(gerund(row.base), row.gerund);
  }
}

TEST(Morphology, FormsRegularPlurals) {
  expect_forms(plural, std::to_array<Row>({
                           {"trade", "trades"},
                           {"box", "boxes"},
                           {"tax", "taxes"},
                           {"batch", "batches"},
                           {"mismatch", "mismatches"},
                           {"process", "processes"},
                           {"push", "pushes"},
                           {"waltz", "waltzes"},
                           {"company", "companies"},
                           {"query", "queries"},
                           {"day", "days"},
                           {"survey", "surveys"},
                           {"buoy", "buoys"},
                           {"status", "statuses"},
                           {"bonus", "bonuses"},
                           {"consensus", "consensuses"},
                           {"memo", "memos"},
                           {"repo", "repos"},
                           {"portfolio", "portfolios"},
                           {"roof", "roofs"},
                           {"proof", "proofs"},
                           {"belief", "beliefs"},
                           {"SSI", "SSIs"},
                           {"face", "faces"},
                       }));
}

TEST(Morphology, KnowsIrregularPlurals) {
  expect_forms(plural, std::to_array<Row>({
                           {"person", "people"},
                           {"man", "men"},
                           {"woman", "women"},
                           {"child", "children"},
                           {"half", "halves"},
                           {"shelf", "shelves"},
                           {"life", "lives"},
                           {"thief", "thieves"},
                           {"analysis", "analyses"},
                           {"basis", "bases"},
                           {"crisis", "crises"},
                           {"emphasis", "emphases"},
                           {"axis", "axes"},
                           {"appendix", "appendices"},
                           {"matrix", "matrices"},
                           {"series", "series"},
                           {"aircraft", "aircraft"},
                           {"foot", "feet"},
                           {"criterion", "criteria"},
                           {"addendum", "addenda"},
                           {"medium", "media"},
                           {"quiz", "quizzes"},
                           {"embargo", "embargoes"},
                           {"salesperson", "salespeople"},
                           {"chairman", "chairmen"},
                           {"tech", "techs"},
                           {"phenomenon", "phenomena"},
                       }));
}

TEST(Morphology, InflectsTheLastWordOfANounPhrase) {
  expect_forms(plural, std::to_array<Row>({{"settlement date", "settlement dates"},
                                           {"gap analysis", "gap analyses"},
                                           {"reporting entity", "reporting entities"},
                                           {"follow-up", "follow-ups"},
                                           {"spot check", "spot checks"},
                                           {"vice-chairman", "vice-chairmen"},
                                           {"quarterly results", "quarterly results"},
                                           {"leaving drinks", "leaving drinks"},
                                           {"business premises", "business premises"}}));
}

TEST(Morphology, EndsPossessivesByTheirLastLetters) {
  for (const Row& row : std::to_array<Row>({{"desk", "desk's"},
                                            {"desks", "desks'"},
                                            {"people", "people's"},
                                            {"boss", "boss's"},
                                            {"address", "address's"},
                                            {"analyses", "analyses'"}})) {
    EXPECT_EQ(std::string(row.base).append(possessive_ending(row.base)), row.form);
  }
}

TEST(Morphology, FormsRegularVerbs) {
  expect_verbs(std::to_array<VerbRow>({
      {"chase", "chases", "chased", "chased", "chasing"},
      {"book", "books", "booked", "booked", "booking"},
      {"match", "matches", "matched", "matched", "matching"},
      {"fix", "fixes", "fixed", "fixed", "fixing"},
      {"age", "ages", "aged", "aged", "ageing"},
      {"re-submit", "re-submits", "re-submitted", "re-submitted", "re-submitting"},
      {"cross-refer", "cross-refers", "cross-referred", "cross-referred", "cross-referring"},
      {"infer", "infers", "inferred", "inferred", "inferring"},
      {"survey", "surveys", "surveyed", "surveyed", "surveying"},
      {"copy", "copies", "copied", "copied", "copying"},
      {"delay", "delays", "delayed", "delayed", "delaying"},
      {"stop", "stops", "stopped", "stopped", "stopping"},
      {"flag", "flags", "flagged", "flagged", "flagging"},
      {"quit smoking", "quits smoking", "quit smoking", "quit smoking", "quitting smoking"},
      {"defer", "defers", "deferred", "deferred", "deferring"},
      {"transfer", "transfers", "transferred", "transferred", "transferring"},
      {"overlap", "overlaps", "overlapped", "overlapped", "overlapping"},
      {"cancel", "cancels", "cancelled", "cancelled", "cancelling"},
      {"open", "opens", "opened", "opened", "opening"},
      {"audit", "audits", "audited", "audited", "auditing"},
      {"budget", "budgets", "budgeted", "budgeted", "budgeting"},
      {"offer", "offers", "offered", "offered", "offering"},
      {"agree", "agrees", "agreed", "agreed", "agreeing"},
      {"tie", "ties", "tied", "tied", "tying"},
      {"queue", "queues", "queued", "queued", "queuing"},
      {"show up", "shows up", "showed up", "shown up", "showing up"},
      {"panic", "panics", "panicked", "panicked", "panicking"},
      {"sync", "syncs", "synced", "synced", "syncing"},
      {"re-book", "re-books", "re-booked", "re-booked", "re-booking"},
      {"follow up on", "follows up on", "followed up on", "followed up on", "following up on"},
      {"veto", "vetoes", "vetoed", "vetoed", "vetoing"},
      {"relay", "relays", "relayed", "relayed", "relaying"},
      {"reply", "replies", "replied", "replied", "replying"},
  }));
}

TEST(Morphology, KnowsIrregularVerbs) {
  expect_verbs(std::to_array<VerbRow>({
      {"have", "has", "had", "had", "having"},
      {"do", "does", "did", "done", "doing"},
      {"go", "goes", "went", "gone", "going"},
      {"take", "takes", "took", "taken", "taking"},
      {"write", "writes", "wrote", "written", "writing"},
      {"begin", "begins", "began", "begun", "beginning"},
      {"forget", "forgets", "forgot", "forgotten", "forgetting"},
      {"get", "gets", "got", "got", "getting"},
      {"put", "puts", "put", "put", "putting"},
      {"cut", "cuts", "cut", "cut", "cutting"},
      {"read", "reads", "read", "read", "reading"},
      {"pay", "pays", "paid", "paid", "paying"},
      {"lend", "lends", "lent", "lent", "lending"},
      {"seek", "seeks", "sought", "sought", "seeking"},
      {"lie with", "lies with", "lay with", "lain with", "lying with"},
      {"underlie", "underlies", "underlay", "underlain", "underlying"},
      {"typeset", "typesets", "typeset", "typeset", "typesetting"},
      {"win", "wins", "won", "won", "winning"},
      {"forecast", "forecasts", "forecast", "forecast", "forecasting"},
      {"broadcast", "broadcasts", "broadcast", "broadcast", "broadcasting"},
      {"bear with", "bears with", "bore with", "borne with", "bearing with"},
      {"catch up with", "catches up with", "caught up with", "caught up with", "catching up with"},
      {"fly", "flies", "flew", "flown", "flying"},
      {"mean", "means", "meant", "meant", "meaning"},
      {"stick to", "sticks to", "stuck to", "stuck to", "sticking to"},
      {"spring", "springs", "sprang", "sprung", "springing"},
      {"beat", "beats", "beat", "beaten", "beating"},
  }));
}

TEST(Morphology, BendsAPrefixedVerbAsItsStem) {
  expect_verbs(std::to_array<VerbRow>({
      {"re-send", "re-sends", "re-sent", "re-sent", "re-sending"},
      {"resend", "resends", "resent", "resent", "resending"},
      {"underwrite", "underwrites", "underwrote", "underwritten", "underwriting"},
      {"undergo", "undergoes", "underwent", "undergone", "undergoing"},
      {"overcome", "overcomes", "overcame", "overcome", "overcoming"},
      {"foresee", "foresees", "foresaw", "foreseen", "foreseeing"},
      {"mislead", "misleads", "misled", "misled", "misleading"},
      {"reset", "resets", "reset", "reset", "resetting"},
      {"rerun", "reruns", "reran", "rerun", "rerunning"},
      {"outbid", "outbids", "outbid", "outbid", "outbidding"},
      {"unwind", "unwinds", "unwound", "unwound", "unwinding"},
      {"withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing"},
      {"upsell", "upsells", "upsold", "upsold", "upselling"},
      // These only look prefixed.
      {"remind", "reminds", "reminded", "reminded", "reminding"},
      {"release", "releases", "released", "released", "releasing"},
      {"report", "reports", "reported", "reported", "reporting"},
      {"outline", "outlines", "outlined", "outlined", "outlining"},
      {"update", "updates", "updated", "updated", "updating"},
      {"refund", "refunds", "refunded", "refunded", "refunding"},
  }));
}

TEST(Morphology, ComparesShortAdjectivesByEndings) {
  expect_forms(comparative, std::to_array<Row>({{"late", "later"},
                                                {"big", "bigger"},
                                                {"early", "earlier"},
                                                {"tight", "tighter"},
                                                {"thin", "thinner"},
                                                {"busy", "busier"},
                                                {"dry", "drier"},
                                                {"simple", "simpler"},
                                                {"quiet", "quieter"},
                                                {"new", "newer"},
                                                {"clear", "clearer"},
                                                {"tricky", "trickier"},
                                                {"dicey", "dicier"},
                                                {"grey", "greyer"},
                                                {"good", "better"},
                                                {"bad", "worse"},
                                                {"far", "further"}}));
  expect_forms(superlative, std::to_array<Row>({{"late", "latest"},
                                                {"big", "biggest"},
                                                {"early", "earliest"},
                                                {"wide", "widest"},
                                                {"messy", "messiest"},
                                                {"low", "lowest"},
                                                {"good", "best"},
                                                {"bad", "worst"},
                                                {"far", "furthest"}}));
}

TEST(Morphology, ComparesLongAdjectivesByMoreAndMost) {
  for (const std::string_view word : {"careful", "outstanding", "half-finished", "up to date",
                                      "stale-looking", "reliable", "expensive", "complete"}) {
    EXPECT_EQ(comparative(word), "more " + std::string(word));
    EXPECT_EQ(superlative(word), "most " + std::string(word));
  }
}

TEST(Morphology, FormsAdverbs) {
  expect_forms(adverb, std::to_array<Row>({
                           {"quick", "quickly"},
                           {"careful", "carefully"},
                           {"happy", "happily"},
                           {"easy", "easily"},
                           {"busy", "busily"},
                           {"possible", "possibly"},
                           {"simple", "simply"},
                           {"gentle", "gently"},
                           {"sole", "solely"},
                           {"agile", "agilely"},
                           {"automatic", "automatically"},
                           {"drastic", "drastically"},
                           {"public", "publicly"},
                           {"full", "fully"},
                           {"dull", "dully"},
                           {"true", "truly"},
                           {"due", "duly"},
                           {"whole", "wholly"},
                           {"timely", "in a timely way"},
                           {"ugly", "in an ugly way"},
                           {"good", "well"},
                           {"fast", "fast"},
                           {"hard", "hard"},
                           {"daily", "daily"},
                           {"early", "early"},
                           {"accurate", "accurately"},
                       }));
}

}  // namespace
}  // namespace haymaker::text
