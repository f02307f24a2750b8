#include "app/progress_bar.h"

#include <fmt/core.h>
#include <unistd.h>

#include <cstdio>
#include <string>

namespace haymaker::app {

namespace {
constexpr std::uint64_t kCells = 24;
}  // namespace

ProgressBar::ProgressBar() : terminal_(isatty(STDERR_FILENO) == 1) {}

void ProgressBar::show(const job::Progress& progress) {
  if (!terminal_ || progress.messages_total == 0) return;
  const double seconds = std::chrono::duration<double>(Clock::now() - started_).count();
  const auto made = static_cast<double>(progress.messages_done - progress.messages_found);
  const double rate = seconds > 0 ? made / seconds : 0;
  const auto left = static_cast<double>(progress.messages_total - progress.messages_done);
  const std::uint64_t full = progress.messages_done * kCells / progress.messages_total;
  std::string bar;
  for (std::uint64_t i = 0; i < kCells; ++i) bar += i < full ? "█" : "░";
  fmt::print(stderr, "\r{} {:>3}%  {} of {}  {:.0f}/s  {:.0f} MB/s  {:.0f} s left \033[K", bar,
             progress.messages_done * 100 / progress.messages_total, progress.messages_done,
             progress.messages_total, rate,
             seconds > 0 ? static_cast<double>(progress.bytes) / seconds / 1e6 : 0,
             rate > 0 ? left / rate : 0);
  std::fflush(stderr);
}

void ProgressBar::clear() const {
  if (terminal_) fmt::print(stderr, "\r\033[K");
}

}  // namespace haymaker::app
