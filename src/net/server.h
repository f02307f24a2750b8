#pragma once

// An HTTP/1.1 server that can also keep WebSockets (RFC 9112, RFC 6455). It knows bytes, limits and
// times; what a request means is its handlers' business.
//
//   accept -> read request -> answer() on a handler thread -> write ... keep-alive
//                                   └── status 101 -> WebSocket: publish() -> outbox -> write

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/http.h"

namespace haymaker::net {

struct Limits {
  std::size_t header_bytes = 16 * 1024;
  std::size_t body_bytes = 1024 * 1024;
  std::size_t connections = 2'048;
  std::chrono::milliseconds header_time{10'000};  // From its first byte to its last.
  std::chrono::milliseconds body_time{30'000};
  std::chrono::milliseconds write_time{30'000};  // For each 256 KiB at most.
  std::chrono::milliseconds idle_time{75'000};   // Between two requests, and for a WebSocket.
  std::chrono::milliseconds grace_time{3'000};   // For what is under way when the server stops.
};

struct Handlers {
  // Answers a request. Called by several threads at once; may block.
  std::function<Response(const Request&)> answer;
  // Says no to what is no request: it is malformed, too large, too late, or one too many.
  std::function<Response(unsigned status, std::string_view why)> refuse;
};

struct ServerOptions {
  std::string host = "127.0.0.1";  // An address, v4 or v6.
  std::uint16_t port = 0;          // 0: the system chooses.
  unsigned handler_threads = 4;
  Limits limits;
  std::string resync;  // What a WebSocket is sent in place of messages that it was too slow for.
};

class Server {
 public:
  // Takes the port, and lets clients wait until it serves. `bad_input` for a host that is no
  // address, `exists` for a port in use, `denied` for one that is not allowed.
  static std::expected<std::unique_ptr<Server>, Error> listen(ServerOptions options);
  Server() = default;
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  // Stops, if it serves: no new connections, idle ones are closed, answers under way are finished
  // as far as `grace_time` goes, WebSockets are told that the server goes away.
  virtual ~Server() = default;

  [[nodiscard]] virtual std::uint16_t port() const noexcept = 0;

  // Begins to answer, on threads of its own. Called once.
  virtual void serve(Handlers handlers) = 0;

  // Sends a text to all WebSockets of a topic and to those that hear everything. Safe from any
  // thread and never blocks; a newer text under the same key replaces one that waits.
  virtual void publish(std::string topic, std::string key, std::string text) = 0;
};

}  // namespace haymaker::net
