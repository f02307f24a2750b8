#include "net/server.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <thread>

#include "net/http_session.h"

namespace haymaker::net {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr auto kTuple = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::milliseconds kRest(100);  // After accept() has failed: no descriptors, say.
// Beyond the limit, this many more are told so; others are closed without a word.
constexpr std::size_t kMostRefused = 64;

class AsioServer final : public Server {
 public:
  explicit AsioServer(const ServerOptions& options)
      : pool_(options.handler_threads),
        acceptor_(io_),
        grace_(io_),
        context_{options.limits,
                 {},
                 {},
                 {io_.get_executor(), std::make_shared<const std::string>(options.resync)},
                 pool_} {}

  ~AsioServer() override {
    if (thread_.joinable()) asio::post(io_, [this] { stop(); });
    thread_ = {};  // Joins.
    pool_.join();
  }

  std::expected<void, Error> open(const std::string& host, std::uint16_t port);
  void serve(Handlers handlers) override {
    context_.handlers = std::move(handlers);
    asio::co_spawn(io_, accept(), asio::detached);
    thread_ = std::jthread([this] { io_.run(); });
  }

  [[nodiscard]] std::uint16_t port() const noexcept override { return port_; }
  void publish(std::string topic, std::string key, std::string text) override {
    context_.broadcast.publish(
        {std::move(topic), std::move(key), std::make_shared<const std::string>(std::move(text))});
  }

 private:
  asio::awaitable<void> accept();
  asio::awaitable<void> attend(tcp::socket socket, bool refused);
  void stop();

  asio::io_context io_{1};
  asio::thread_pool pool_;
  tcp::acceptor acceptor_;
  asio::steady_timer grace_;
  SessionContext context_;
  std::size_t open_ = 0;
  std::uint16_t port_ = 0;
  std::jthread thread_;
};

std::expected<void, Error> AsioServer::open(const std::string& host, std::uint16_t port) {
  boost::system::error_code failure;
  const auto address = asio::ip::make_address(host, failure);
  if (failure) {
    return std::unexpected(Error{ErrorCode::bad_input, "is not an IP address", host});
  }
  const tcp::endpoint endpoint(address, port);
  const std::string where = host + ":" + std::to_string(port);
  acceptor_.open(endpoint.protocol(), failure);
  if (!failure) acceptor_.set_option(asio::socket_base::reuse_address(true), failure);
  if (!failure) acceptor_.bind(endpoint, failure);
  if (!failure) acceptor_.listen(asio::socket_base::max_listen_connections, failure);
  if (failure) {
    const ErrorCode code = failure == asio::error::address_in_use  ? ErrorCode::exists
                           : failure == asio::error::access_denied ? ErrorCode::denied
                                                                   : ErrorCode::io;
    return std::unexpected(Error{code, "cannot listen: " + failure.message(), where});
  }
  port_ = acceptor_.local_endpoint(failure).port();
  return {};
}

asio::awaitable<void> AsioServer::accept() {
  while (acceptor_.is_open()) {
    auto [failure, socket] = co_await acceptor_.async_accept(kTuple);
    if (failure == asio::error::operation_aborted) co_return;
    if (failure) {
      asio::steady_timer rest(io_, kRest);
      co_await rest.async_wait(kTuple);
      continue;
    }
    if (open_ >= context_.limits.connections + kMostRefused) continue;
    boost::system::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    asio::co_spawn(io_, attend(std::move(socket), open_ >= context_.limits.connections),
                   asio::detached);
  }
}

asio::awaitable<void> AsioServer::attend(tcp::socket socket, bool refused) {
  ++open_;
  try {
    if (refused) {
      co_await refuse_http(context_, std::move(socket));
    } else {
      co_await run_http(context_, std::move(socket));
    }
  } catch (const std::exception&) {
    // One connection's trouble, a want of memory for one, is not the server's.
  }
  --open_;
  if (open_ == 0 && context_.connections.stopping()) grace_.cancel();
}

void AsioServer::stop() {
  boost::system::error_code ignored;
  acceptor_.close(ignored);
  context_.connections.stop();
  if (open_ == 0) return;
  grace_.expires_after(context_.limits.grace_time);
  grace_.async_wait([this](const boost::system::error_code& cancelled) {
    if (!cancelled) context_.connections.abort();
  });
}

}  // namespace

std::expected<std::unique_ptr<Server>, Error> Server::listen(ServerOptions options) {
  auto server = std::make_unique<AsioServer>(options);
  if (auto opened = server->open(options.host, options.port); !opened) {
    return std::unexpected(std::move(opened.error()));
  }
  return server;
}

}  // namespace haymaker::net
