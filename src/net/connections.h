#pragma once

// All connections that are open. Used on the server's I/O thread alone.

#include <cstddef>
#include <memory>
#include <set>

namespace haymaker::net {

class Connection {
 public:
  Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  virtual ~Connection() = default;

  // Ends as soon as what is under way is finished; at once where nothing is.
  virtual void stop() = 0;
  // Ends at once.
  virtual void abort() = 0;
};

class Connections {
 public:
  [[nodiscard]] std::size_t size() const noexcept { return open_.size(); }
  [[nodiscard]] bool stopping() const noexcept { return stopping_; }

  void add(Connection& connection) { open_.insert(&connection); }
  void remove(Connection& connection) { open_.erase(&connection); }

  void stop() {
    stopping_ = true;
    for (Connection* const connection : open_) connection->stop();
  }
  void abort() {
    for (Connection* const connection : open_) connection->abort();
  }

 private:
  std::set<Connection*> open_;
  bool stopping_ = false;
};

}  // namespace haymaker::net
