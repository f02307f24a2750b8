#include "threads/reply_delay.h"

#include <gtest/gtest.h>

#include <map>

#include "people/company.h"

namespace haymaker::threads {

namespace {

constexpr std::uint32_t kDraws = 20'000;

class ReplyTime : public testing::Test {
 protected:
  // London, 2025-01-14, a Tuesday, and the Saturday after; winter, so the clock is Greenwich's.
  static constexpr UnixSeconds kTuesday = UnixSeconds{20'102} * kSecondsPerDay;
  static constexpr UnixSeconds kSaturday = kTuesday + 4 * kSecondsPerDay;
  static constexpr UnixSeconds kHour = 3'600;

  [[nodiscard]] const people::Site& london() const { return company_.sites()[0]; }
  // Of answers to what came at `received`, those before `end`, in percent.
  [[nodiscard]] double answered(UnixSeconds received, UnixSeconds end) const {
    rng::Stream stream(rng::Key::root(3));
    std::uint32_t before = 0;
    for (std::uint32_t i = 0; i < kDraws; ++i)
      before += draw_reply_time(received, london(), stream) < end ? 1U : 0U;
    return 100.0 * before / kDraws;
  }

  people::Company company_ = [] {
    people::CompanySpec spec{.employees = 50, .clients = 5, .vendors = 5};
    spec.sites = {{"London", 1}};
    return people::Company::compile(spec, rng::Key::root(1), 20'089, 20'178).value();
  }();
};

TEST_F(ReplyTime, IsWithinTheHourForMostOfWhatComesInTheMorning) {
  EXPECT_NEAR(answered(kTuesday + 10 * kHour, kTuesday + 11 * kHour), 60, 5);
}

TEST_F(ReplyTime, IsNeverBeforeTheMailHasBeenRead) {
  EXPECT_EQ(answered(kTuesday + 10 * kHour, kTuesday + 10 * kHour + 18), 0);
}

TEST_F(ReplyTime, WaitsForTheMorningAfterAMessageInTheNight) {
  EXPECT_LT(answered(kTuesday + 2 * kHour, kTuesday + 5 * kHour), 5);
  EXPECT_GT(answered(kTuesday + 2 * kHour, kTuesday + 18 * kHour), 65);
}

TEST_F(ReplyTime, WaitsForMondayAfterMostMessagesOfASaturday) {
  EXPECT_LT(answered(kSaturday + 10 * kHour, kSaturday + 2 * kSecondsPerDay), 50);
  EXPECT_GT(answered(kSaturday + 10 * kHour, kSaturday + 3 * kSecondsPerDay), 75);
}

TEST_F(ReplyTime, IsMostOftenTwoMinutesLater) {
  rng::Stream stream(rng::Key::root(4));
  std::map<UnixSeconds, std::uint32_t> minutes;
  const UnixSeconds received = kTuesday + 10 * kHour;
  for (std::uint32_t i = 0; i < kDraws; ++i)
    ++minutes[(draw_reply_time(received, london(), stream) - received) / 60];
  for (const auto& [minute, count] : minutes) EXPECT_LE(count, minutes[2]) << minute;
}

}  // namespace

}  // namespace haymaker::threads
