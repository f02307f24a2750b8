#pragma once

// Reads requests off a connection, each within its limits.

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <string_view>

#include "base/http.h"
#include "net/server.h"

namespace haymaker::net {

using BeastRequest = boost::beast::http::request<boost::beast::http::string_body>;

// How reading a request has ended.
struct ReadOutcome {
  bool complete = false;
  unsigned refusal = 0;  // A status to refuse it with; 0 where there is nobody to tell.
  std::string_view why = "";
};

class HttpReader {
 public:
  HttpReader(boost::beast::tcp_stream& stream, const Limits& limits)
      : stream_(stream), limits_(limits), buffer_(limits.header_bytes + 64 * 1024) {}

  // Waits for a request to begin; false where the client has ended or waited too long.
  boost::asio::awaitable<bool> wait();
  boost::asio::awaitable<ReadOutcome> read(BeastRequest& request);
  // Reads on, and forgets, for as long as it takes a client to see what it was told.
  boost::asio::awaitable<void> drain();

 private:
  boost::beast::tcp_stream& stream_;
  const Limits& limits_;
  boost::beast::flat_buffer buffer_;
};

// What Haymaker's rooms see of a request.
Request to_request(BeastRequest& request);

}  // namespace haymaker::net
