#include "api/tickets.h"

#include <gtest/gtest.h>

namespace haymaker::api {
namespace {

class TicketsTest : public testing::Test {
 protected:
  Tickets tickets_{[n = 0]() mutable { return "ticket" + std::to_string(n++); }};
  Tickets::Clock::time_point now_;
};

TEST_F(TicketsTest, AreGoodOnce) {
  const std::string ticket = tickets_.issue(now_);
  EXPECT_TRUE(tickets_.redeem(ticket, now_ + std::chrono::seconds(29)));
  EXPECT_FALSE(tickets_.redeem(ticket, now_ + std::chrono::seconds(29)));
  EXPECT_FALSE(tickets_.redeem("another", now_));
}

TEST_F(TicketsTest, AreVoidAfterHalfAMinute) {
  const std::string ticket = tickets_.issue(now_);
  EXPECT_FALSE(tickets_.redeem(ticket, now_ + std::chrono::seconds(31)));
}

TEST_F(TicketsTest, MakeTheOldestVoidWhereThereAreTooMany) {
  const std::string first = tickets_.issue(now_);
  const std::string second = tickets_.issue(now_ + std::chrono::milliseconds(1));
  for (std::size_t i = 2; i <= Tickets::kMostOut; ++i) {
    tickets_.issue(now_ + std::chrono::milliseconds(2));
  }
  EXPECT_FALSE(tickets_.redeem(first, now_));
  EXPECT_TRUE(tickets_.redeem(second, now_));
}

}  // namespace
}  // namespace haymaker::api
