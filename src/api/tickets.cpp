#include "api/tickets.h"

#include <algorithm>

namespace haymaker::api {

std::string Tickets::issue(Clock::time_point now) {
  std::string ticket = new_secret_();
  const std::lock_guard lock(mutex_);
  std::erase_if(out_, [&](const auto& entry) { return now - entry.second > kGoodFor; });
  if (out_.size() == kMostOut) {
    out_.erase(std::ranges::min_element(out_, {}, [](const auto& entry) { return entry.second; }));
  }
  out_.emplace(ticket, now);
  return ticket;
}

bool Tickets::redeem(std::string_view ticket, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  const auto found = out_.find(ticket);
  if (found == out_.end()) return false;
  const bool good = now - found->second <= kGoodFor;
  out_.erase(found);
  return good;
}

}  // namespace haymaker::api
