#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "net/session_context.h"

namespace haymaker::net {

// One connection from its first request to its end.
boost::asio::awaitable<void> run_http(SessionContext& context, boost::asio::ip::tcp::socket socket);

// Says that there are too many connections, and closes.
boost::asio::awaitable<void> refuse_http(SessionContext& context,
                                         boost::asio::ip::tcp::socket socket);

}  // namespace haymaker::net
