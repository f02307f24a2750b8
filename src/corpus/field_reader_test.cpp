#include "corpus/field_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace haymaker::corpus {
namespace {

namespace json = boost::json;

json::object parse(std::string_view text) { return json::parse(text).as_object(); }

std::vector<std::string> printed(const Errors& errors) {
  std::vector<std::string> result;
  for (const Error& error : errors) result.push_back(to_string(error));
  return result;
}

TEST(FieldReader, ReadsNumbersAndTextsAndKeepsTheRest) {
  const json::object object = parse(R"({"count": 7, "name": "Hale"})");
  Errors errors;
  std::uint32_t count = 1;
  std::uint32_t other = 5;
  std::string name = "none";
  {
    FieldReader reader(object, "", errors);
    reader.number("count", count, 1, 10);
    reader.number("other", other, 1, 10);
    reader.text("name", name);
  }
  EXPECT_TRUE(errors.empty());
  EXPECT_EQ(count, 7U);
  EXPECT_EQ(other, 5U);
  EXPECT_EQ(name, "Hale");
}

TEST(FieldReader, TakesBothEndsOfARangeAndNothingBeyond) {
  for (const auto& [text, fits] : {std::pair{"3", true},
                                   {"9", true},
                                   {"2", false},
                                   {"10", false},
                                   {"-3", false},
                                   {"3.0", false},
                                   {"\"3\"", false},
                                   {"true", false},
                                   {"null", false},
                                   {"18446744073709551616", false}}) {
    const json::object object = parse(std::string("{\"n\": ") + text + "}");
    Errors errors;
    std::uint8_t n = 5;
    {
      FieldReader reader(object, "top", errors);
      reader.number("n", n, 3, 9);
    }
    EXPECT_EQ(errors.empty(), fits) << text;
    EXPECT_EQ(n == 5, !fits) << text;
    if (!fits) {
      EXPECT_THAT(printed(errors),
                  testing::ElementsAre("top.n: is not a whole number from 3 to 9"));
    }
  }
}

TEST(FieldReader, ReadsTheGreatestNumber) {
  const json::object object = parse(R"({"seed": 18446744073709551615})");
  Errors errors;
  std::uint64_t seed = 0;
  {
    FieldReader reader(object, "", errors);
    reader.number("seed", seed, 0, UINT64_MAX);
  }
  EXPECT_TRUE(errors.empty());
  EXPECT_EQ(seed, UINT64_MAX);
}

TEST(FieldReader, ReportsWrongTypesWithTheirPaths) {
  const json::object object = parse(R"({"name": 1, "inner": [], "list": {}})");
  Errors errors;
  std::string name = "kept";
  {
    FieldReader reader(object, "a.b[2]", errors);
    reader.text("name", name);
    EXPECT_EQ(reader.object("inner"), nullptr);
    EXPECT_EQ(reader.array("list"), nullptr);
    EXPECT_EQ(reader.object("absent"), nullptr);
  }
  EXPECT_EQ(name, "kept");
  EXPECT_THAT(printed(errors),
              testing::ElementsAre("a.b[2].name: is not a text", "a.b[2].inner: is not an object",
                                   "a.b[2].list: is not an array"));
}

TEST(FieldReader, NamesTheNearestFieldThatIsAskedFor) {
  const json::object object = parse(R"({"emplyees": 1, "vendor": 2, "x": 3})");
  Errors errors;
  std::uint32_t value = 0;
  {
    FieldReader reader(object, "company", errors);
    for (const char* name : {"employees", "clients", "vendors"}) reader.number(name, value, 0, 9);
  }
  EXPECT_THAT(printed(errors),
              testing::ElementsAre(
                  "company.emplyees: unknown field; the nearest known one is `employees`",
                  "company.vendor: unknown field; the nearest known one is `vendors`",
                  testing::StartsWith("company.x: unknown field; the nearest known one is ")));
}

TEST(FieldReader, NamesNoFieldWhereNoneIsKnown) {
  const json::object object = parse(R"({"x": 3})");
  Errors errors;
  {
    const FieldReader reader(object, "", errors);
  }
  EXPECT_THAT(printed(errors), testing::ElementsAre("x: unknown field"));
}

}  // namespace
}  // namespace haymaker::corpus
