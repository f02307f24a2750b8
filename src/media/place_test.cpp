#include "media/place.h"

#include <gtest/gtest.h>

#include <string>

namespace haymaker::media {
namespace {

std::string locator(const Place& place) {
  Buffer out;
  append_locator(place, out);
  return std::string(out.view());
}

TEST(Place, IsToldInWordsThatAReviewerCanFollow) {
  EXPECT_EQ(locator({}), "nowhere");
  EXPECT_EQ(locator({.unit = PlaceUnit::paragraph, .number = 4}), "paragraph 4");
  EXPECT_EQ(locator({.unit = PlaceUnit::table_cell, .row = 2, .column = 3}),
            "table row 2 column 3");
  EXPECT_EQ(locator({.unit = PlaceUnit::table_cell, .number = 5, .row = 2, .column = 3}),
            "slide 5 table row 2 column 3");
  EXPECT_EQ(locator({.unit = PlaceUnit::page, .number = 12}), "page 12");
  EXPECT_EQ(locator({.unit = PlaceUnit::page_picture, .number = 1, .row = 9}),
            "page 1 picture line 9");
  EXPECT_EQ(locator({.unit = PlaceUnit::sheet_cell, .number = 2, .row = 7, .column = 3}),
            "sheet 2 cell C7");
  EXPECT_EQ(locator({.unit = PlaceUnit::field, .row = 3, .column = 2}), "record 3 field 2");
  EXPECT_EQ(locator({.unit = PlaceUnit::property, .name = "NOTE"}), "property NOTE");
  EXPECT_EQ(locator({.unit = PlaceUnit::line, .number = 1}), "line 1");
  EXPECT_EQ(locator({.unit = PlaceUnit::slide, .number = 3}), "slide 3");
  EXPECT_EQ(locator({.unit = PlaceUnit::slide, .number = 3, .row = 2}), "slide 3 paragraph 2");
}

TEST(Place, NamesColumnsAsSheetsDo) {
  const auto name = [](std::uint32_t column) {
    Buffer out;
    append_column_name(column, out);
    return std::string(out.view());
  };
  EXPECT_EQ(name(1), "A");
  EXPECT_EQ(name(26), "Z");
  EXPECT_EQ(name(27), "AA");
  EXPECT_EQ(name(52), "AZ");
  EXPECT_EQ(name(53), "BA");
  EXPECT_EQ(name(702), "ZZ");
  EXPECT_EQ(name(703), "AAA");
}

}  // namespace
}  // namespace haymaker::media
