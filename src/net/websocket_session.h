#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <string>

#include "net/session_context.h"

namespace haymaker::net {

// Takes over a connection whose request asks for a WebSocket, and keeps it until either side ends
// it. What the client sends is read and ignored: the events go one way.
boost::asio::awaitable<void> run_websocket(
    SessionContext& context, boost::beast::tcp_stream stream,
    boost::beast::http::request<boost::beast::http::string_body> request, std::string topic);

}  // namespace haymaker::net
