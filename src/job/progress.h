#pragma once

#include <cstdint>

namespace haymaker::job {

// How far a run has come. A value: the engine gives a new one each time it is asked.
struct Progress {
  std::uint64_t messages_done = 0;
  std::uint64_t messages_total = 0;
  std::uint64_t messages_found = 0;  // Of those done, made by earlier runs.
  std::uint64_t bytes = 0;           // Of the messages done.
  std::uint64_t parts_done = 0;
  std::uint64_t parts_total = 0;
};

}  // namespace haymaker::job
