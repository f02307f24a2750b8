#include "net/http_session.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <exception>

#include "net/http_reader.h"
#include "net/http_writer.h"
#include "net/websocket_session.h"

namespace haymaker::net {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

asio::awaitable<Response> ask(const Handlers& handlers, const Request& request) {
  try {
    co_return handlers.answer(request);
  } catch (const std::exception& failure) {
    co_return handlers.refuse(500, failure.what());
  }
}

class HttpSession final : public Connection {
 public:
  HttpSession(SessionContext& context, asio::ip::tcp::socket socket)
      : context_(context), stream_(std::move(socket)), reader_(stream_, context.limits) {
    context_.connections.add(*this);
  }
  ~HttpSession() override { context_.connections.remove(*this); }

  asio::awaitable<void> run();
  asio::awaitable<void> refuse(unsigned status, std::string_view why);

  void stop() override {
    if (idle_) stream_.close();
  }
  void abort() override { stream_.close(); }

 private:
  asio::awaitable<bool> serve_one();
  asio::awaitable<bool> answer(BeastRequest message);

  SessionContext& context_;
  beast::tcp_stream stream_;
  HttpReader reader_;
  bool idle_ = true;  // Waits for a request to begin.
};

asio::awaitable<void> HttpSession::run() {
  while (!context_.connections.stopping()) {
    idle_ = true;
    const bool begun = co_await reader_.wait();
    idle_ = false;
    if (!begun || !co_await serve_one()) break;
  }
}

asio::awaitable<bool> HttpSession::serve_one() {
  BeastRequest message;
  const ReadOutcome outcome = co_await reader_.read(message);
  if (outcome.complete) co_return co_await answer(std::move(message));
  if (outcome.refusal != 0) co_await refuse(outcome.refusal, outcome.why);
  co_return false;
}

asio::awaitable<void> HttpSession::refuse(unsigned status, std::string_view why) {
  AnswerForm form;
  form.keep_alive = false;
  co_await write_answer(stream_, context_.handlers.refuse(status, why), form, context_.limits,
                        context_.pool);
  co_await reader_.drain();
}

asio::awaitable<bool> HttpSession::answer(BeastRequest message) {
  const bool wants_websocket = beast::websocket::is_upgrade(message);
  const AnswerForm form{message.method() == http::verb::head, message.version(),
                        message.keep_alive() && !context_.connections.stopping()};
  const Request request = to_request(message);
  Response response =
      co_await asio::co_spawn(context_.pool, ask(context_.handlers, request), asio::use_awaitable);
  if (response.status != 101) {
    const bool go_on =
        co_await write_answer(stream_, std::move(response), form, context_.limits, context_.pool);
    if (!go_on) co_await reader_.drain();
    co_return go_on;
  }
  if (!wants_websocket) {
    co_await refuse(426, "this place is for WebSockets");
    co_return false;
  }
  co_await run_websocket(context_, std::move(stream_), std::move(message),
                         std::move(response.topic));
  co_return false;
}

}  // namespace

asio::awaitable<void> run_http(SessionContext& context, asio::ip::tcp::socket socket) {
  HttpSession session(context, std::move(socket));
  co_await session.run();
}

asio::awaitable<void> refuse_http(SessionContext& context, asio::ip::tcp::socket socket) {
  HttpSession session(context, std::move(socket));
  co_await session.refuse(503, "there are too many connections");
}

}  // namespace haymaker::net
