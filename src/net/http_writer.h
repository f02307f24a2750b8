#pragma once

// Writes answers to a connection: whole, in a known number of bytes, or chunked.

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/tcp_stream.hpp>

#include "base/http.h"
#include "net/server.h"

namespace haymaker::net {

// How the request bears on the form of its answer.
struct AnswerForm {
  bool head = false;  // Only the header is wanted.
  unsigned version = 11;
  bool keep_alive = true;
};

// False where the connection is of no further use. Streams are read on the pool.
boost::asio::awaitable<bool> write_answer(boost::beast::tcp_stream& stream, Response response,
                                          AnswerForm form, const Limits& limits,
                                          boost::asio::thread_pool& pool);

}  // namespace haymaker::net
