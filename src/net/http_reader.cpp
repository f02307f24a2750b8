#include "net/http_reader.h"

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <memory>

namespace haymaker::net {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

constexpr auto kTuple = asio::as_tuple(asio::use_awaitable);
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
constexpr std::chrono::milliseconds kDrainTime(2'000);
constexpr std::size_t kMostDrained = 8 * 1024 * 1024;

// Ends what a stream is waiting for once the time is up, but leaves it open, unlike the stream's
// own time-out: somebody is to be told.
class Deadline {
 public:
  Deadline(beast::tcp_stream& stream, std::chrono::milliseconds time)
      : timer_(stream.get_executor(), time) {
    timer_.async_wait([&stream, state = state_](const beast::error_code& cancelled) {
      if (cancelled || state->over) return;
      state->missed = true;
      stream.cancel();
    });
  }
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;
  ~Deadline() { state_->over = true; }

  [[nodiscard]] bool missed() const noexcept { return state_->missed; }

 private:
  // Outlives the deadline, because the timer may have fired already when it is cancelled.
  struct State {
    bool over = false;
    bool missed = false;
  };
  std::shared_ptr<State> state_ = std::make_shared<State>();
  asio::steady_timer timer_;
};

// What to say to a request that did not come through.
ReadOutcome refusal(const beast::error_code& failure, const Deadline& deadline) {
  if (deadline.missed()) return {false, 408, "the request took too long"};
  if (failure == http::error::body_limit) return {false, 413, "the body is too large"};
  if (failure == http::error::header_limit || failure == http::error::buffer_overflow) {
    return {false, 431, "the header is too large"};
  }
  // What ended in the middle has nobody left who listens; what else the parser says is about form.
  if (failure == http::error::end_of_stream || failure == http::error::partial_message) return {};
  if (failure.category() == http::make_error_code(http::error::bad_method).category()) {
    return {false, 400, "the request is not HTTP/1.1"};
  }
  return {};
}

}  // namespace

asio::awaitable<bool> HttpReader::wait() {
  if (buffer_.size() > 0) co_return true;
  stream_.expires_after(limits_.idle_time);
  const auto [failure, size] =
      co_await stream_.async_read_some(buffer_.prepare(limits_.header_bytes), kTuple);
  if (failure) co_return false;
  buffer_.commit(size);
  co_return true;
}

asio::awaitable<ReadOutcome> HttpReader::read(BeastRequest& request) {
  http::request_parser<http::string_body> parser;
  parser.header_limit(static_cast<std::uint32_t>(limits_.header_bytes));
  parser.body_limit(limits_.body_bytes);
  stream_.expires_never();
  {
    const Deadline deadline(stream_, limits_.header_time);
    const auto [failure, size] = co_await http::async_read_header(stream_, buffer_, parser, kTuple);
    if (failure) co_return refusal(failure, deadline);
  }
  const Deadline deadline(stream_, limits_.body_time);
  if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
    const auto [unsent, sent] = co_await asio::async_write(
        stream_, asio::buffer(kContinue.data(), kContinue.size()), kTuple);
    if (unsent) co_return ReadOutcome{};
  }
  const auto [failure, size] = co_await http::async_read(stream_, buffer_, parser, kTuple);
  if (failure) co_return refusal(failure, deadline);
  request = parser.release();
  co_return ReadOutcome{true, 0, ""};
}

asio::awaitable<void> HttpReader::drain() {
  beast::error_code ignored;
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  stream_.expires_after(kDrainTime);
  std::array<char, 16 * 1024> sink;
  for (std::size_t drained = 0; drained < kMostDrained;) {
    const auto [failure, size] = co_await stream_.async_read_some(asio::buffer(sink), kTuple);
    if (failure) co_return;
    drained += size;
  }
}

Request to_request(BeastRequest& request) {
  Request out;
  out.method = request.method_string();
  out.target = request.target();
  for (const auto& field : request) {
    HttpField& added = out.fields.emplace_back();
    added.name = field.name_string();
    for (char& c : added.name) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    added.value = field.value();
  }
  out.body = std::move(request.body());
  return out;
}

}  // namespace haymaker::net
