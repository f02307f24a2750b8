#pragma once

// Tickets for WebSockets, each good once and not for long: a browser cannot send a token with such
// a request but in its URL, which ends up in logs.

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace haymaker::api {

class Tickets {
 public:
  using Clock = std::chrono::steady_clock;
  static constexpr std::chrono::seconds kGoodFor{30};
  static constexpr std::size_t kMostOut = 10'000;  // Beyond them the oldest is void.

  // `new_secret` gives a text that nobody can guess.
  explicit Tickets(std::function<std::string()> new_secret) : new_secret_(std::move(new_secret)) {}

  // Both are safe from any thread.
  std::string issue(Clock::time_point now);
  bool redeem(std::string_view ticket, Clock::time_point now);

 private:
  std::function<std::string()> new_secret_;
  std::mutex mutex_;                                           // Guards what follows.
  std::map<std::string, Clock::time_point, std::less<>> out_;  // When each was issued.
};

}  // namespace haymaker::api
