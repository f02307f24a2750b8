// Holds contract/examples/ to what the code reads and writes, so that whoever programs against the
// examples programs against the server.

#include "api/contract.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <fstream>
#include <iterator>

#include "api/answer.h"
#include "api/api.h"
#include "job/order.h"
#include "notify/event.h"

namespace haymaker::api {
namespace {

namespace json = boost::json;

std::string example(const std::string& name) {
  std::ifstream file(std::string(HAYMAKER_SOURCE_DIR) + "/contract/examples/" + name,
                     std::ios::binary);
  EXPECT_TRUE(file.good()) << name;
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Contract, OrdersOfTheExamplesAreTaken) {
  const auto preset =
      job::parse_order(example("job_order_preset.json"), [] { return std::uint64_t{1}; });
  ASSERT_TRUE(preset.has_value()) << to_string(preset.error().front());
  EXPECT_EQ(preset->spec.count, 20'000U);
  EXPECT_EQ(preset->title, "Quarterly test");
  const auto spec =
      job::parse_order(example("job_order_spec.json"), [] { return std::uint64_t{1}; });
  ASSERT_TRUE(spec.has_value()) << to_string(spec.error().front());
  EXPECT_EQ(json::parse(corpus::to_json(spec->spec)),
            json::parse(example("job_order_spec.json")).at("spec"));
  EXPECT_EQ(job::parse_look(example("preview_choice.json"))->index, 17U);
}

TEST(Contract, EventsAreWrittenAsInTheExamples) {
  job::Status status;
  status.state = job::State::running;
  status.job = "6vjxzdw1p8vpp11s";
  status.messages_done = 8'192;
  status.messages_total = 20'000;
  status.bytes = 36'700'160;
  status.rate = 16'384;
  status.eta_s = 1;
  status.started = 1'741'166'047;
  status.updated = 1'741'166'048;
  status.shards_total = 2;
  const notify::Event event{notify::Change::progress, "6vjxzdw1p8vpp11s/1/RUNNING/8192", status};
  EXPECT_EQ(json::parse(notify::to_json(event)), json::parse(example("job_event.json")));
  EXPECT_EQ(json::parse(resync_event()), json::parse(example("resync_event.json")));
}

TEST(Contract, ProblemsAreWrittenAsInTheExample) {
  const auto order =
      job::parse_order(R"({"spec":{"count":0,"sede":1}})", [] { return std::uint64_t{1}; });
  ASSERT_FALSE(order.has_value());
  EXPECT_EQ(json::parse(problem(order.error()).body), json::parse(example("problem.json")));
}

TEST(Contract, LiesInTheProgram) {
  EXPECT_TRUE(openapi().starts_with("openapi: 3.0.3\n"));
  EXPECT_EQ(json::parse(spec_schema()).at("title"), "Corpus specification");
}

}  // namespace
}  // namespace haymaker::api
