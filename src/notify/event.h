#pragma once

// What is said to whoever watches jobs.

#include <cstdint>
#include <string>
#include <string_view>

#include "job/status.h"

namespace haymaker::notify {

enum class Change : std::uint8_t { created, state, progress, deleted };
std::string_view name(Change change) noexcept;  // "created"

struct Event {
  Change change = Change::progress;
  // Equal for equal events, so that one that is delivered twice is known again:
  // "<job>/<attempt>/<state>/<messages done>".
  std::string id;
  job::Status status;  // As it is now; of a deleted job, as it was.
};

// As the contract has it (JobEvent).
std::string to_json(const Event& event);

// An interface, because events go to sockets, to web hooks and to mail alike.
class Publisher {
 public:
  Publisher() = default;
  Publisher(const Publisher&) = delete;
  Publisher& operator=(const Publisher&) = delete;
  virtual ~Publisher() = default;

  // Safe from any thread; does not wait for anybody who listens.
  virtual void publish(const Event& event) = 0;
};

}  // namespace haymaker::notify
