#include "corpus/planting_fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "corpus/corpus.h"

namespace haymaker::corpus {
namespace {

namespace json = boost::json;

std::vector<std::string> mistakes(const std::string& row) {
  std::vector<std::string> result;
  if (const auto spec = parse_spec(R"({"scenarios":{"rows":[)" + row + "]}}"); !spec) {
    for (const Error& error : spec.error()) result.push_back(to_string(error));
  }
  return result;
}

Spec with_row(scenario::PlantingRow row) {
  Spec spec;
  spec.scenarios = {.incidents = 0, .decoys = 0, .rows = {std::move(row)}};
  return spec;
}

TEST(PlantingRow, IsReadBackAsItWasWritten) {
  const Spec spec = with_row({.code = "MA.INSIDER_TIP",
                              .incidents = 250,
                              .decoys = 9,
                              .levels = {3, 4},
                              .evasions = {scenario::Evasion::homoglyph},
                              .decoy_classes = {1, 8}});
  const auto read = parse_spec(to_json(spec));
  ASSERT_TRUE(read);
  EXPECT_EQ(to_json(*read), to_json(spec));
  EXPECT_THAT(to_json(spec), testing::HasSubstr(R"("levels":[3,4],"evasions":["homoglyph"],)"
                                                R"("decoy_classes":["D1","D8"])"));
}

TEST(PlantingRow, HasEachMistakeNamedWithItsPath) {
  EXPECT_THAT(mistakes(R"({"code":"MA.INSIDER_TIP","incident":3,"levels":[0,"L3"],)"
                       R"("evasions":["none","leet"],"decoy_classes":["D9"]},7)"),
              testing::UnorderedElementsAre(
                  "scenarios.rows[0].incident: unknown field; the nearest known one is `incidents`",
                  "scenarios.rows[0].levels[0]: is not a level from 1 to 5",
                  "scenarios.rows[0].levels[1]: is not a level from 1 to 5",
                  testing::StartsWith("scenarios.rows[0].evasions[0]: is not one of code_word, "),
                  "scenarios.rows[0].decoy_classes[0]: is not a class from D1 to D8",
                  "scenarios.rows[1]: is not an object"));
}

TEST(PlantingRow, OfAnUnknownScenarioIsRefused) {
  const auto corpus = Corpus::compile(with_row({.code = "MA.INSIDER", .incidents = 1}));
  ASSERT_FALSE(corpus);
  EXPECT_EQ(to_string(corpus.error().front()),
            "scenarios.rows[0].code: no scenario is called `MA.INSIDER`; see `haymaker scenarios`");
}

TEST(PlantingRow, IsDescribedByTheSchemaInFull) {
  std::ifstream file(HAYMAKER_SOURCE_DIR "/contract/spec.schema.json", std::ios::binary);
  const json::value schema = json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
  const json::object& described =
      schema.at_pointer("/properties/scenarios/properties/rows/items/properties").as_object();
  const json::value spec = json::parse(to_json(with_row({.code = "FC.BRIBERY"})));
  const json::object& row = spec.at_pointer("/scenarios/rows/0").as_object();
  EXPECT_EQ(row.size(), described.size());
  for (const auto& [name, value] : row) {
    ASSERT_TRUE(described.contains(name)) << name;
    if (name == "code") continue;
    EXPECT_EQ(value, described.at(name).at("default")) << name;
  }
  for (const json::value& code : described.at("code").at("enum").as_array()) {
    EXPECT_TRUE(Corpus::compile(with_row({.code = std::string(code.as_string())})));
  }
  for (const json::value& name : described.at("evasions").at("items").at("enum").as_array()) {
    EXPECT_THAT(mistakes(R"({"code":"FC.BRIBERY","evasions":[)" + json::serialize(name) + "]}"),
                testing::IsEmpty());
  }
}

TEST(PlantingRow, KeepsItsShareWhenTheSpecIsResized) {
  Spec spec = with_row({.code = "FC.BRIBERY", .incidents = 20, .decoys = 30});
  spec.count = 10'000;
  const Spec smaller = resized(spec, 1'000);
  EXPECT_EQ(smaller.scenarios.rows[0].incidents, 2U);
  EXPECT_EQ(smaller.scenarios.rows[0].decoys, 3U);
}

}  // namespace
}  // namespace haymaker::corpus
