#include "net/websocket_session.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>

namespace haymaker::net {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;

constexpr auto kTuple = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t kMostReceived = 4 * 1024;  // Bytes of a message that a client may send.

class WebSocketSession final : public std::enable_shared_from_this<WebSocketSession>,
                               public Connection,
                               public Subscriber {
 public:
  WebSocketSession(SessionContext& context, beast::tcp_stream stream, std::string topic)
      : context_(context),
        socket_(std::move(stream)),
        signal_(socket_.get_executor(), asio::steady_timer::time_point::max()),
        topic_(std::move(topic)),
        outbox_(context.broadcast.resync()) {
    context_.connections.add(*this);
  }
  ~WebSocketSession() override {
    context_.broadcast.remove(*this);
    context_.connections.remove(*this);
  }

  asio::awaitable<bool> accept(beast::http::request<beast::http::string_body> request) {
    beast::get_lowest_layer(socket_).expires_never();
    websocket::stream_base::timeout times{};
    times.handshake_timeout = context_.limits.header_time;
    times.idle_timeout = context_.limits.idle_time;
    times.keep_alive_pings = true;
    socket_.set_option(times);
    socket_.read_message_max(kMostReceived);
    // Before the client can know that it is heard: from then on it misses nothing.
    context_.broadcast.add(*this);
    const auto [failure] = co_await socket_.async_accept(request, kTuple);
    co_return !failure;
  }

  asio::awaitable<void> read() {
    beast::flat_buffer received;
    for (;;) {
      const auto [failure, size] = co_await socket_.async_read(received, kTuple);
      if (failure) break;
      received.clear();
    }
    closed_ = true;
    signal_.cancel();
  }

  asio::awaitable<void> write() {
    while (!closed_ && !stopping_) {
      auto message = outbox_.take();
      if (!message) {
        co_await signal_.async_wait(kTuple);
        continue;
      }
      const auto [failure, size] =
          co_await socket_.async_write(asio::buffer(*message->text), kTuple);
      if (failure) break;
    }
    if (stopping_ && !closed_) {
      co_await socket_.async_close(websocket::close_code::going_away, kTuple);
    }
    abort();
  }

  void deliver(const Outgoing& message) override {
    if (!topic_.empty() && message.topic != topic_) return;
    outbox_.put(message);
    signal_.cancel();
  }
  void stop() override {
    stopping_ = true;
    signal_.cancel();
  }
  void abort() override { beast::get_lowest_layer(socket_).close(); }

 private:
  SessionContext& context_;
  websocket::stream<beast::tcp_stream> socket_;
  asio::steady_timer signal_;  // Never expires; its cancellation says that there is news.
  std::string topic_;
  Outbox outbox_;
  bool closed_ = false;
  bool stopping_ = false;
};

asio::awaitable<void> read(std::shared_ptr<WebSocketSession> session) { co_await session->read(); }

}  // namespace

asio::awaitable<void> run_websocket(SessionContext& context, beast::tcp_stream stream,
                                    beast::http::request<beast::http::string_body> request,
                                    std::string topic) {
  const auto session =
      std::make_shared<WebSocketSession>(context, std::move(stream), std::move(topic));
  if (!co_await session->accept(std::move(request))) co_return;
  if (context.connections.stopping()) session->stop();
  const auto executor = co_await asio::this_coro::executor;
  asio::co_spawn(executor, read(session), asio::detached);
  co_await session->write();
}

}  // namespace haymaker::net
