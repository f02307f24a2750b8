#pragma once

// What the sessions of one server share. Everything here is used on its I/O thread, except for the
// pool, where handlers run.

#include <boost/asio/thread_pool.hpp>

#include "net/broadcast.h"
#include "net/connections.h"
#include "net/server.h"

namespace haymaker::net {

struct SessionContext {
  Limits limits;
  Handlers handlers;
  Connections connections;
  Broadcast broadcast;
  boost::asio::thread_pool& pool;
};

}  // namespace haymaker::net
