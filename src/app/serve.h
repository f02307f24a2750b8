#pragma once

#include <cstdint>
#include <string>

namespace haymaker::app {

struct ServeOptions {
  std::string host = "127.0.0.1";
  std::uint16_t port = 8'080;  // 0: the system chooses.
  std::string data = "haymaker-data";
  std::string token_file;  // Empty: tokens that hold until the server stops.
  unsigned threads = 0;    // 0: as many as the machine has.
  unsigned jobs = 4;       // At a time.
};

// Serves the page and the API until it is told to stop. Returns the exit code.
int serve(ServeOptions options);

}  // namespace haymaker::app
