#include "corpus/spec.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus.h"

namespace haymaker::corpus {
namespace {

namespace json = boost::json;

const json::object& schema() {
  static const json::value value = [] {
    std::ifstream file(HAYMAKER_SOURCE_DIR "/contract/spec.schema.json", std::ios::binary);
    return json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
  }();
  return value.as_object();
}

const json::object& properties_of(const json::object& object) {
  return object.at("properties").as_object();
}

// A field of the schema that is not an object, with the names that lead to it.
struct Field {
  std::vector<std::string> path;
  const json::object* schema;

  [[nodiscard]] std::string dotted() const {
    std::string text;
    for (const std::string& name : path) text += (text.empty() ? "" : ".") + name;
    return text;
  }

  // A specification of this field alone.
  [[nodiscard]] std::string with(std::string value) const {
    for (auto name = path.rbegin(); name != path.rend(); ++name) {
      value.insert(0, "{\"" + *name + "\":").append("}");
    }
    return value;
  }
};

void add_fields(const json::object& object, const std::vector<std::string>& path,
                std::vector<Field>& out) {
  for (const auto& [name, value] : properties_of(object)) {
    std::vector<std::string> inner = path;
    inner.emplace_back(name);
    const json::object& field = value.as_object();
    if (field.at("type") == "object") {
      add_fields(field, inner, out);
    } else {
      out.push_back({inner, &field});
    }
  }
}

std::vector<Field> fields() {
  std::vector<Field> result;
  add_fields(schema(), {}, result);
  return result;
}

std::uint64_t whole(const json::value& value) { return value.to_number<std::uint64_t>(); }

const json::value* at(const json::value& value, const std::vector<std::string>& path) {
  const json::value* found = &value;
  for (const std::string& name : path) {
    if (found != nullptr) found = found->as_object().if_contains(name);
  }
  return found;
}

// The names of an object, and of those inside it, are the schema's and no others.
void expect_same_names(const json::object& object, const json::object& schema) {
  const json::object& properties = properties_of(schema);
  EXPECT_EQ(schema.at("additionalProperties"), json::value(false));
  for (const auto& [name, value] : object) {
    ASSERT_TRUE(properties.contains(name)) << name << " is not in the schema";
    const json::object& field = properties.at(name).as_object();
    if (value.is_object()) expect_same_names(value.as_object(), field);
  }
  for (const auto& [name, value] : properties) {
    EXPECT_TRUE(object.contains(name)) << name << " is not in the specification";
  }
}

// "where: message" of each mistake.
std::vector<std::string> mistakes(std::string_view text) {
  std::vector<std::string> result;
  if (const auto spec = parse_spec(text); !spec) {
    for (const Error& error : spec.error()) {
      EXPECT_EQ(error.code, ErrorCode::bad_input);
      result.push_back(to_string(error));
    }
  }
  return result;
}

TEST(SpecSchema, NamesTheFieldsOfASpecAndNoOthers) {
  expect_same_names(json::parse(to_json(Spec{})).as_object(), schema());
}

TEST(SpecSchema, GivesTheDefaultsOfASpec) {
  const json::value spec = json::parse(to_json(Spec{}));
  for (const Field& field : fields()) {
    const json::value* const value = at(spec, field.path);
    ASSERT_NE(value, nullptr) << field.dotted();
    EXPECT_EQ(*value, field.schema->at("default")) << field.dotted();
  }
}

TEST(SpecSchema, DescribesEachFieldAndItsUnit) {
  for (const Field& field : fields()) {
    EXPECT_TRUE(field.schema->at("description").as_string().ends_with('.')) << field.dotted();
    EXPECT_FALSE(field.schema->at("x-unit").as_string().empty()) << field.dotted();
    if (field.schema->at("type") != "integer") continue;
    EXPECT_LT(whole(field.schema->at("minimum")), whole(field.schema->at("maximum")));
  }
}

TEST(SpecSchema, GivesTheRangesThatParsingHolds) {
  int numbers = 0;
  for (const Field& field : fields()) {
    if (field.schema->at("type") != "integer") continue;
    ++numbers;
    const std::uint64_t low = whole(field.schema->at("minimum"));
    const std::uint64_t high = whole(field.schema->at("maximum"));
    const std::string range = field.dotted() + ": is not a whole number from " +
                              std::to_string(low) + " to " + std::to_string(high);
    EXPECT_THAT(mistakes(field.with(std::to_string(low))), testing::IsEmpty());
    EXPECT_THAT(mistakes(field.with(std::to_string(high))), testing::IsEmpty());
    const std::string below = low == 0 ? "-1" : std::to_string(low - 1);
    const std::string above =
        high + 1 == 0 ? "18446744073709551616" : std::to_string(high + 1);  // 2^64
    EXPECT_THAT(mistakes(field.with(below)), testing::ElementsAre(range));
    EXPECT_THAT(mistakes(field.with(above)), testing::ElementsAre(range));
  }
  EXPECT_GE(numbers, 10);
}

TEST(SpecSchema, GivesTheTypesThatParsingAsksFor) {
  for (const Field& field : fields()) {
    const bool text = field.schema->at("type") == "string";
    for (const char* value : {text ? "7" : "\"7\"", text ? "[]" : "1.5", "null", "{}"}) {
      EXPECT_EQ(mistakes(field.with(value)).size(), 1U) << field.with(value);
    }
  }
}

TEST(SpecSchema, GivesTheFieldsOfASite) {
  const json::object& site =
      schema().at("properties").at("company").at("properties").at("sites").at("items").as_object();
  Spec spec;
  spec.company.sites = {{"London", 3}};
  const json::value text = json::parse(to_json(spec));
  expect_same_names(text.at("company").at("sites").at(0).as_object(), site);
  const json::object& share = properties_of(site).at("share").as_object();
  EXPECT_EQ(whole(share.at("default")), people::SiteSpec{}.share);
  for (const auto& [value, fits] : {std::pair{whole(share.at("minimum")), true},
                                    {whole(share.at("minimum")) - 1, false},
                                    {whole(share.at("maximum")), true},
                                    {whole(share.at("maximum")) + 1, false}}) {
    EXPECT_EQ(mistakes(R"({"company":{"sites":[{"city":"London","share":)" + std::to_string(value) +
                       "}]}}")
                  .empty(),
              fits)
        << value;
  }
}

TEST(Spec, ReadsBackWhatItWrites) {
  Spec spec;
  spec.count = 12'345'678'901;
  spec.seed = 18'446'744'073'709'551'615U;
  spec.first_day = "2024-02-29";
  spec.last_day = "2024-03-01";
  spec.html = 0;
  spec.company.name = "Lark & \"Hale\" \u00e9";
  spec.company.employees = 20;
  spec.company.sites = {{"London", 3}, {"New York", 1}};
  spec.traffic.machine = 38;
  const auto read = parse_spec(to_json(spec));
  ASSERT_TRUE(read);
  EXPECT_EQ(to_json(*read), to_json(spec));
  EXPECT_EQ(read->seed, spec.seed);
  EXPECT_EQ(read->company.sites.at(1).city, "New York");
  EXPECT_EQ(spec_digest(*read), spec_digest(spec));
}

TEST(Spec, KeepsTheDefaultsOfWhatIsLeftOut) {
  Spec defaults;
  defaults.count = 77;
  defaults.company.clients = 3;
  const auto read = parse_spec(R"({"html": 9, "company": {"vendors": 2}})", defaults);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->count, 77U);
  EXPECT_EQ(read->company.clients, 3U);
  EXPECT_EQ(read->company.vendors, 2U);
  EXPECT_EQ(read->html, 9U);
}

TEST(Spec, NamesTheNearestKnownFieldOfAnUnknownOne) {
  EXPECT_THAT(mistakes(R"({"cuont": 5})"),
              testing::ElementsAre("cuont: unknown field; the nearest known one is `count`"));
  EXPECT_THAT(mistakes(R"({"company": {"employes": 50}})"),
              testing::ElementsAre(
                  "company.employes: unknown field; the nearest known one is `employees`"));
  EXPECT_THAT(mistakes(R"({"traffic": {"newsletter": 50}})"),
              testing::ElementsAre(
                  "traffic.newsletter: unknown field; the nearest known one is `newsletters`"));
  EXPECT_THAT(mistakes(R"({"company": {"sites": [{"town": "London"}]}})"),
              testing::ElementsAre(testing::StartsWith("company.sites[0].town: unknown field")));
}

TEST(Spec, ReportsAllMistakesAtOnceWithTheirPaths) {
  const std::string_view text = R"({
    "count": 0, "last_day": "2025-02-30", "html": 101, "sead": 4,
    "company": {"employees": 19, "domain": 3, "sites": [{"city": "London", "share": 0}, 7]},
    "traffic": {"machine": 39, "personal": -1}})";
  EXPECT_THAT(
      mistakes(text),
      testing::UnorderedElementsAre(
          testing::StartsWith("count: "), testing::StartsWith("last_day: "),
          testing::StartsWith("html: "), testing::StartsWith("sead: unknown field"),
          testing::StartsWith("company.employees: "), "company.domain: is not a text",
          testing::StartsWith("company.sites[0].share: "), "company.sites[1]: is not an object",
          testing::StartsWith("traffic.machine: "), testing::StartsWith("traffic.personal: ")));
}

TEST(Spec, RefusesAPeriodThatEndsBeforeItBegins) {
  EXPECT_THAT(mistakes(R"({"first_day": "2025-01-06", "last_day": "2025-01-05"})"),
              testing::ElementsAre("last_day: is before first_day"));
  EXPECT_THAT(mistakes(R"({"first_day": "2025-01-06", "last_day": "2025-01-06"})"),
              testing::IsEmpty());
}

TEST(Spec, RefusesAPeriodOfMoreThanTenYears) {
  // 3,660 days after 2020-01-01, which has three leap days to come, is 2030-01-08.
  EXPECT_THAT(mistakes(R"({"first_day": "2020-01-01", "last_day": "2030-01-08"})"),
              testing::IsEmpty());
  EXPECT_THAT(mistakes(R"({"first_day": "2020-01-01", "last_day": "2030-01-09"})"),
              testing::ElementsAre("last_day: is more than ten years after first_day"));
}

TEST(Spec, RefusesWhatIsNoObject) {
  EXPECT_THAT(mistakes("[]"), testing::ElementsAre("is not a JSON object"));
  for (const std::string_view text : {"", "{", "{\"count\": 1,}", "count: 1"}) {
    EXPECT_THAT(mistakes(text), testing::ElementsAre(testing::StartsWith("is not JSON: "))) << text;
  }
  EXPECT_THAT(mistakes(std::string(100, '[')), testing::SizeIs(1));  // Deeper than a spec can be.
}

TEST(Spec, ChangesItsDigestWithEachField) {
  std::vector<std::string> digests = {spec_digest(Spec{})};
  for (const Field& field : fields()) {
    if (field.schema->at("type") != "integer") continue;
    const std::uint64_t other = whole(field.schema->at("default")) + 1;
    const auto spec = parse_spec(field.with(std::to_string(other)));
    ASSERT_TRUE(spec) << field.dotted();
    digests.push_back(spec_digest(*spec));
  }
  std::ranges::sort(digests);
  EXPECT_EQ(std::ranges::adjacent_find(digests), digests.end());
}

TEST(Preset, IsASpecThatParses) {
  for (const Preset& known : presets()) {
    const auto found = preset(known.name);
    ASSERT_TRUE(found);
    EXPECT_EQ(to_json(*found), to_json(known.spec));
    EXPECT_TRUE(parse_spec(to_json(*found))) << known.name;
  }
}

TEST(Preset, NamesThoseThereAreWhereOneIsUnknown) {
  const auto found = preset("smoek");
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::not_found);
  EXPECT_EQ(found.error().where, "smoek");
  for (const Preset& known : presets()) {
    EXPECT_THAT(found.error().message, testing::HasSubstr(std::string(known.name)));
  }
}

TEST(Spec, KeepsTheShareOfWhatIsPlantedWhenAPresetIsResized) {
  const Spec spec = resized(*preset("realistic"), 10'000);
  EXPECT_EQ(spec.count, 10'000U);
  EXPECT_EQ(spec.scenarios.incidents, 6U);  // 53 of 100,000 are 5.3 of 10,000, rounded up.
  EXPECT_EQ(spec.scenarios.decoys, 300U);
}

TEST(Spec, LeavesOutOfAResizedPresetWhatASmallCorpusHasNoRoomFor) {
  struct Row {
    std::uint64_t count, incidents, decoys;
  };
  for (const Row& row : {Row{1, 0, 0}, {2, 0, 1}, {6, 1, 0}, {8, 1, 1}, {100, 1, 3}}) {
    const Spec spec = resized(*preset("smoke"), row.count);
    EXPECT_EQ(spec.scenarios.incidents, row.incidents) << row.count;
    EXPECT_EQ(spec.scenarios.decoys, row.decoys) << row.count;
    EXPECT_TRUE(Corpus::compile(spec)) << row.count;
  }
}

}  // namespace
}  // namespace haymaker::corpus
