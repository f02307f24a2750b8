#pragma once

// Hands what is published by any thread to the subscribers, which live on the I/O thread.

#include <boost/asio/any_io_executor.hpp>
#include <mutex>
#include <set>

#include "net/outbox.h"

namespace haymaker::net {

class Subscriber {
 public:
  Subscriber() = default;
  Subscriber(const Subscriber&) = delete;
  Subscriber& operator=(const Subscriber&) = delete;
  virtual ~Subscriber() = default;

  // Called on the I/O thread; returns at once.
  virtual void deliver(const Outgoing& message) = 0;
};

class Broadcast {
 public:
  Broadcast(boost::asio::any_io_executor io, SharedText resync)
      : io_(std::move(io)), resync_(resync), inbox_(std::move(resync)) {}

  // Safe from any thread.
  void publish(Outgoing message);

  // On the I/O thread.
  void add(Subscriber& subscriber) { subscribers_.insert(&subscriber); }
  void remove(Subscriber& subscriber) { subscribers_.erase(&subscriber); }
  [[nodiscard]] const SharedText& resync() const noexcept { return resync_; }

 private:
  void hand_out();

  boost::asio::any_io_executor io_;
  SharedText resync_;
  std::set<Subscriber*> subscribers_;

  std::mutex mutex_;  // Guards what follows.
  Outbox inbox_;
  bool scheduled_ = false;
};

}  // namespace haymaker::net
