#include "api/api.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "api/test_api.h"

namespace haymaker::api {
namespace {

namespace json = boost::json;

std::string field(const Response& response, std::string_view name) {
  for (const HttpField& field : response.fields) {
    if (field.name == name) return field.value;
  }
  return "";
}

std::string read_all(Response& response) {
  Buffer all;
  for (;;) {
    Buffer piece;
    const auto more = response.stream->read(piece);
    EXPECT_TRUE(more.has_value());
    if (!more || !*more) return std::string(all.view());
    all.append(piece.view());
  }
}

TEST(Api, MakesACorpusAndHandsItOut) {
  TestApi api;
  const std::string id = api.make(R"({"preset":"smoke","package":"tar","title":"First"})");
  const json::value job = TestApi::parse(api.ask("GET", "/api/v1/jobs/" + id));
  EXPECT_EQ(job.at("status").at("state"), "COMPLETED");
  EXPECT_EQ(job.at("status").at("messages_done"), 1'000);
  EXPECT_EQ(job.at("title"), "First");
  EXPECT_EQ(job.at("spec").at("seed"), 4711);
  EXPECT_EQ(job.at("package"), "tar");
  const json::value manifest =
      TestApi::parse(api.ask("GET", "/api/v1/jobs/" + id + "/manifest.json"));
  EXPECT_EQ(manifest.at("totals").at("digest"), job.at("digest"));
  Response download = api.ask("GET", "/api/v1/jobs/" + id + "/download");
  EXPECT_EQ(field(download, "content-type"), "application/x-tar");
  EXPECT_EQ(read_all(download).size(), download.stream_size);
}

TEST(Api, AcceptsAnOrderOnceUnderItsKey) {
  TestApi api;
  const std::string order = R"({"preset":"smoke"})";
  const HttpField key{"idempotency-key", "3f0c"};
  const Response first = api.ask("POST", "/api/v1/jobs", order, {key});
  EXPECT_EQ(first.status, 202U);
  EXPECT_EQ(field(first, "location"), "/api/v1/jobs/job1");
  const Response second = api.ask("POST", "/api/v1/jobs", order, {key});
  EXPECT_EQ(second.status, 202U);
  EXPECT_EQ(field(second, "location"), "/api/v1/jobs/job1");
  EXPECT_EQ(api.ask("POST", "/api/v1/jobs", R"({"preset":"million"})", {key}).status, 422U);
  EXPECT_EQ(api.ask("POST", "/api/v1/jobs", order, {{"idempotency-key", "a b"}}).status, 422U);
  EXPECT_EQ(TestApi::parse(api.ask("GET", "/api/v1/jobs")).at("jobs").as_array().size(), 1U);
}

TEST(Api, ReportsEveryMistakeOfAnOrderAtItsField) {
  TestApi api;
  const Response response = api.ask(
      "POST", "/api/v1/jobs",
      R"({"spec":{"count":0,"last_day":"2020-01-01","company":{"employees":5}},"compress":"lz4"})");
  EXPECT_EQ(response.status, 422U);
  EXPECT_EQ(field(response, "content-type"), "application/problem+json");
  std::vector<std::string> paths;
  const json::value problem = TestApi::parse(response);
  for (const json::value& mistake : problem.at("errors").as_array()) {
    paths.emplace_back(mistake.at("path").as_string());
  }
  EXPECT_EQ(paths, (std::vector<std::string>{"spec.count", "spec.company.employees",
                                             "spec.last_day", "compress"}));
  // What only compiling can find.
  const Response crowded = api.ask("POST", "/api/v1/jobs",
                                   R"({"spec":{"count":1000,"scenarios":{"incidents":100000}}})");
  EXPECT_EQ(crowded.status, 422U);
}

TEST(Api, ListsJobsInPages) {
  TestApi api;
  for (int i = 0; i < 3; ++i) api.make(R"({"preset":"smoke","count":10})");
  const json::value first = TestApi::parse(api.ask("GET", "/api/v1/jobs?limit=2"));
  ASSERT_EQ(first.at("jobs").as_array().size(), 2U);
  EXPECT_EQ(first.at("jobs").at(0).at("id"), "job3");
  const std::string next = std::to_string(first.at("next").to_number<int>());
  const json::value rest = TestApi::parse(api.ask("GET", "/api/v1/jobs?limit=2&cursor=" + next));
  ASSERT_EQ(rest.at("jobs").as_array().size(), 1U);
  EXPECT_EQ(rest.at("jobs").at(0).at("id"), "job1");
  EXPECT_TRUE(rest.at("next").is_null());
  EXPECT_EQ(api.ask("GET", "/api/v1/jobs?limit=0").status, 422U);
}

TEST(Api, TellsAStatusOnceUntilItChanges) {
  TestApi api;
  const std::string id = api.make(R"({"preset":"smoke","count":10})");
  const std::string place = "/api/v1/jobs/" + id + "/status.txt";
  const Response first = api.ask("GET", place);
  EXPECT_TRUE(first.body.starts_with("state: COMPLETED\njob: job1\nmessages_done: 10\n"));
  const Response again = api.ask("GET", place, "", {{"if-none-match", field(first, "etag")}});
  EXPECT_EQ(again.status, 304U);
  EXPECT_EQ(again.body, "");
  EXPECT_EQ(field(again, "etag"), field(first, "etag"));
}

TEST(Api, PreviewsTheVeryMessageThatAJobMakes) {
  TestApi api;
  const std::string id = api.make(R"({"preset":"smoke","seed":9})");
  const json::value seen = TestApi::parse(
      api.ask("POST", "/api/v1/preview", R"({"preset":"smoke","seed":9,"index":17})"));
  const std::string place = "/api/v1/jobs/" + id + "/messages/17";
  json::value made = TestApi::parse(api.ask("GET", place));
  EXPECT_EQ(seen.at("raw"), made.at("raw"));
  EXPECT_EQ(seen.at("uid"), made.at("uid"));
  const std::string raw(seen.at("links").at("raw").as_string());
  EXPECT_EQ(api.ask("GET", raw).body, api.ask("GET", place + "/raw").body);
  EXPECT_EQ(api.ask("GET", "/api/v1/jobs/" + id + "/messages/1000").status, 404U);
  EXPECT_EQ(api.ask("GET", "/api/v1/jobs/" + id + "/messages/x").status, 404U);
  EXPECT_EQ(api.ask("GET", "/api/v1/previews/00000000000000000000000000000000/messages/0").status,
            404U);
}

TEST(Api, ShowsHtmlWhereItCanDoNothing) {
  TestApi api;
  const std::string id = api.make(R"({"preset":"smoke"})");
  const json::value page =
      TestApi::parse(api.ask("GET", "/api/v1/jobs/" + id + "/messages?limit=40"));
  ASSERT_EQ(page.at("messages").as_array().size(), 40U);
  EXPECT_EQ(page.at("next"), 40);
  const json::value beyond =
      TestApi::parse(api.ask("GET", "/api/v1/jobs/" + id + "/messages?cursor=9223372036854775807"));
  EXPECT_TRUE(beyond.at("messages").as_array().empty());
  EXPECT_TRUE(beyond.at("next").is_null());
  unsigned shown = 0;
  for (int i = 0; i < 40; ++i) {
    const std::string place = "/api/v1/jobs/" + id + "/messages/" + std::to_string(i);
    const json::value message = TestApi::parse(api.ask("GET", place));
    const Response html = api.ask("GET", place + "/html");
    EXPECT_EQ(html.status, message.at("html").is_null() ? 404U : 200U);
    if (html.status != 200) continue;
    ++shown;
    EXPECT_EQ(html.body, message.at("html").as_string());
    EXPECT_TRUE(field(html, "content-security-policy").starts_with("sandbox; default-src 'none'"));
  }
  EXPECT_GT(shown, 5U);
}

TEST(Api, OpensTheAnswerKeyByItsOwnTokenAlone) {
  TestApi api;
  const std::string id = api.make(R"({"preset":"smoke"})");
  const std::string job = "/api/v1/jobs/" + id;
  for (const char* place :
       {"/truth", "/truth/labels.jsonl", "/truth/incidents.jsonl", "/messages/0/truth"}) {
    EXPECT_EQ(api.ask("GET", job + place).status, 401U) << place;
    EXPECT_EQ(api.ask("GET", job + place, "", {{"authorization", TestApi::kTruth}}).status, 200U)
        << place;
  }
  Response labels =
      api.ask("GET", job + "/truth/labels.jsonl", "", {{"authorization", TestApi::kTruth}});
  const std::string lines = read_all(labels);
  Response summary = api.ask("GET", job + "/truth", "", {{"authorization", TestApi::kTruth}});
  EXPECT_EQ(json::parse(read_all(summary)).at("labels"), std::ranges::count(lines, '\n'));
}

TEST(Api, FindsAMessageByItsUid) {
  TestApi api;
  const std::string list = "/api/v1/jobs/" + api.make(R"({"preset":"smoke"})") + "/messages";
  const json::value page = TestApi::parse(api.ask("GET", list + "?cursor=700&limit=1"));
  const json::value& wanted = page.at("messages").at(0);
  const std::string uid(wanted.at("uid").as_string());
  const json::value found = TestApi::parse(api.ask("GET", list + "?uid=" + uid));
  ASSERT_EQ(found.at("messages").as_array().size(), 1U);
  EXPECT_EQ(found.at("messages").at(0), wanted);
  for (const char* other : {"0000000000000000", "", "7", "zzzzzzzzzzzzzzzz", "00000000000000001"})
    EXPECT_EQ(api.ask("GET", list + "?uid=" + other).status, 404U) << other;
}

TEST(Api, LeadsToWhatIsPlantedInAPreviewWhoeverHoldsTheKey) {
  TestApi api;
  const json::value look =
      TestApi::parse(api.ask("POST", "/api/v1/preview", R"({"preset":"smoke"})"));
  const std::string preview = "/api/v1/previews/" + std::string(look.at("spec_digest").as_string());
  const std::vector<HttpField> key = {{"authorization", TestApi::kTruth}};
  EXPECT_EQ(api.ask("GET", preview + "/planted/decoy/0").status, 401U);
  for (const char* kind : {"incident/0", "incident/5", "incident/6", "decoy/29", "decoy/1000000"}) {
    const json::value place = TestApi::parse(api.ask("GET", preview + "/planted/" + kind, "", key));
    EXPECT_EQ(place.at("count"), std::string_view(kind).starts_with("decoy") ? 30 : 6);
    const std::string index = std::to_string(place.at("index").to_number<std::uint64_t>());
    const json::value truth =
        TestApi::parse(api.ask("GET", preview + "/messages/" + index + "/truth", "", key));
    EXPECT_FALSE(truth.at("labels").as_array().empty()) << kind;
  }
  EXPECT_EQ(api.ask("GET", preview + "/planted/needle/0", "", key).status, 404U);
  EXPECT_EQ(api.ask("GET", preview + "/planted/decoy/-1", "", key).status, 404U);
}

TEST(Api, EstimatesHowTheMessagesSpreadOverTheDays) {
  TestApi api;
  const json::value estimate =
      TestApi::parse(api.ask("POST", "/api/v1/estimate", R"({"preset":"smoke"})"));
  EXPECT_EQ(estimate.at("sampled"), 1'000);
  const json::array& days = estimate.at("traffic").as_array();
  ASSERT_EQ(days.size(), 85U);  // 2025-01-06 to 2025-03-31
  EXPECT_EQ(days.front().at("day"), "2025-01-06");
  EXPECT_EQ(days.back().at("day"), "2025-03-31");
  std::uint64_t sum = 0;
  for (const json::value& day : days) sum += day.at("messages").to_number<std::uint64_t>();
  EXPECT_EQ(sum, 1'000);
}

TEST(Api, CancelsResumesAndDeletesAsTheStateAllows) {
  TestApi api;
  const std::string id = api.make(R"({"preset":"smoke","count":10})");
  const std::string job = "/api/v1/jobs/" + id;
  EXPECT_EQ(api.ask("POST", job + "/cancel").status, 409U);
  EXPECT_EQ(api.ask("POST", job + "/resume").status, 409U);
  EXPECT_EQ(api.ask("DELETE", job).status, 204U);
  EXPECT_EQ(api.ask("GET", job).status, 404U);
  EXPECT_EQ(api.ask("DELETE", job).status, 404U);
}

TEST(Api, SaysWhereThereIsNothingAndWhatAPlaceTakes) {
  TestApi api;
  EXPECT_EQ(api.ask("GET", "/api/v1/nothing").status, 404U);
  EXPECT_EQ(api.ask("GET", "/wp-login.php").status, 404U);
  EXPECT_EQ(api.ask("GET", "/api/v1/jobs/..%2f..%2fetc%2fpasswd").status, 404U);
  EXPECT_EQ(api.ask("GET", "/api/v1/../../etc/passwd").status, 400U);
  EXPECT_EQ(api.ask("TRACE", "/health", "", {{"x-haymaker", ""}}).status, 405U);
  const Response wrong = api.ask("PUT", "/api/v1/jobs");
  EXPECT_EQ(wrong.status, 405U);
  EXPECT_EQ(field(wrong, "allow"), "POST, GET, HEAD");
  EXPECT_EQ(api.ask("POST", "/api/v1/jobs", "{}", {{"content-type", "text/plain"}}).status, 415U);
}

TEST(Api, AdmitsToEventsByATicketOnce) {
  TestApi api;
  const Response issued = api.ask("POST", "/api/v1/events/tickets");
  EXPECT_EQ(issued.status, 201U);
  const std::string place = "/api/v1/events?job=job7&ticket=" +
                            std::string(TestApi::parse(issued).at("ticket").as_string());
  const Response first = api.ask("GET", place);
  EXPECT_EQ(first.status, 101U);
  EXPECT_EQ(first.topic, "job7");
  EXPECT_EQ(api.ask("GET", place).status, 401U);
  EXPECT_EQ(api.ask("GET", "/api/v1/events").status, 101U);  // On loopback, anybody is a user.
}

TEST(Api, SecuresEveryAnswer) {
  TestApi api;
  for (const char* place :
       {"/", "/health", "/api/v1/jobs", "/nothing", "/api/v1/jobs/none/truth"}) {
    const Response response = api.ask("GET", place);
    EXPECT_EQ(field(response, "x-content-type-options"), "nosniff") << place;
    EXPECT_EQ(field(response, "x-frame-options"), "DENY") << place;
    EXPECT_NE(field(response, "content-security-policy"), "") << place;
    EXPECT_EQ(field(response, "cache-control"), "no-store") << place;
  }
  EXPECT_EQ(field(Api::refuse(431, "the header is too large"), "x-content-type-options"),
            "nosniff");
}

}  // namespace
}  // namespace haymaker::api
