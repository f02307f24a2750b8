#pragma once

#include <string>

namespace haymaker::app {

struct BenchOptions {
  std::string json_file;  // Empty: the table is only printed.
  bool long_run = false;  // The peak memory of 10,000,000 messages, too.
  // A Python program that makes mail, to be measured against, see bench/peers. Left out where there
  // is no such file.
  std::string peer = "bench/peers/faker_email.py";
};

// Measures the engine on this machine and prints a table of ratios within this one run. What is
// compared is measured in turns, and medians count, so that a machine with other work is fair to
// both sides. Needs about 1.5 GB in /dev/shm. Returns the exit code: 0 also where goals are missed.
int bench(const BenchOptions& options);

}  // namespace haymaker::app
