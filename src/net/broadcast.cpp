#include "net/broadcast.h"

#include <boost/asio/post.hpp>

namespace haymaker::net {

void Broadcast::publish(Outgoing message) {
  {
    const std::lock_guard lock(mutex_);
    inbox_.put(std::move(message));
    if (scheduled_) return;
    scheduled_ = true;
  }
  boost::asio::post(io_, [this] { hand_out(); });
}

void Broadcast::hand_out() {
  for (;;) {
    std::optional<Outgoing> message;
    {
      const std::lock_guard lock(mutex_);
      message = inbox_.take();
      if (!message) scheduled_ = false;
    }
    if (!message) return;
    for (Subscriber* const subscriber : subscribers_) subscriber->deliver(*message);
  }
}

}  // namespace haymaker::net
