#pragma once

// status.txt: the state and progress of a job as text that a person can read and a program can
// parse, one "name: value" a line (docs/formats/output.md).

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "base/buffer.h"
#include "base/civil_time.h"
#include "base/error.h"
#include "job/progress.h"

namespace haymaker::job {

enum class State : std::uint8_t { queued, running, completed, failed, cancelled };
std::string_view name(State state) noexcept;  // "RUNNING"
// True for the states that nothing follows.
bool is_final(State state) noexcept;

struct Status {
  State state = State::queued;
  std::string job;  // One line.
  std::uint64_t messages_done = 0;
  std::uint64_t messages_total = 0;
  std::uint64_t bytes = 0;
  std::uint64_t rate = 0;              // Messages a second of this attempt.
  std::optional<std::uint64_t> eta_s;  // Unknown until the first message is done.
  UnixSeconds started = 0;             // Of this attempt.
  UnixSeconds updated = 0;
  std::uint64_t shards_done = 0;  // Parts, where one process makes them all.
  std::uint64_t shards_total = 0;
  std::uint64_t attempt = 1;
  std::string error;  // Empty unless failed or cancelled.
  friend bool operator==(const Status&, const Status&) = default;
};

// A line end within `job` or `error` becomes a space.
void append_status(const Status& status, Buffer& out);
// Unknown names are skipped, so that later versions can add some; `corrupt` if a known one is
// missing or does not parse.
std::expected<Status, Error> parse_status(std::string_view text);

// Fills in the numbers: counts, rate and time left, at the instant `now`.
void apply(const Progress& progress, UnixSeconds now, Status& status) noexcept;

}  // namespace haymaker::job
