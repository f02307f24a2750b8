#include "net/http_writer.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/chunk_encode.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include "base/civil_time.h"

namespace haymaker::net {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

constexpr auto kTuple = asio::as_tuple(asio::use_awaitable);

// RFC 9110 section 5.6.7: "Wed, 05 Mar 2025 09:14:07 GMT".
std::string http_date() {
  const auto now = std::chrono::duration_cast<std::chrono::seconds>(
                       std::chrono::system_clock::now().time_since_epoch())
                       .count();
  Buffer text;
  append_rfc5322_date(now, 0, text);
  text.truncate(text.size() - std::string_view("+0000").size());
  text.append("GMT");
  return std::string(text.view());
}

bool has_body(unsigned status) { return status >= 200 && status != 204 && status != 304; }

template <class Body>
void fill(const Response& response, const AnswerForm& form, http::response<Body>& out) {
  out.result(response.status);
  out.version(form.version);
  for (const HttpField& field : response.fields) out.insert(field.name, field.value);
  out.set(http::field::date, http_date());
  out.keep_alive(form.keep_alive);
}

asio::awaitable<bool> write_whole(beast::tcp_stream& stream, Response response, AnswerForm form) {
  http::response<http::string_body> out;
  fill(response, form, out);
  if (has_body(response.status)) out.content_length(response.body.size());
  if (!form.head) out.body() = std::move(response.body);
  http::response_serializer<http::string_body> serializer(out);
  if (form.head) {
    const auto [failure, size] = co_await http::async_write_header(stream, serializer, kTuple);
    co_return !failure && form.keep_alive;
  }
  const auto [failure, size] = co_await http::async_write(stream, serializer, kTuple);
  co_return !failure && form.keep_alive;
}

struct Piece {
  std::expected<bool, Error> more = false;
  Buffer bytes;
};

asio::awaitable<Piece> read_piece(BodySource& source) {
  Piece piece;
  try {
    piece.more = source.read(piece.bytes);
  } catch (const std::exception& failure) {
    piece.more = std::unexpected(Error{ErrorCode::io, failure.what(), ""});
  }
  co_return piece;
}

asio::awaitable<bool> write_piece(beast::tcp_stream& stream, std::string_view bytes, bool chunked) {
  const asio::const_buffer buffer(bytes.data(), bytes.size());
  if (chunked) {
    const auto [failure, size] =
        co_await asio::async_write(stream, http::make_chunk(buffer), kTuple);
    co_return !failure;
  }
  const auto [failure, size] = co_await asio::async_write(stream, buffer, kTuple);
  co_return !failure;
}

asio::awaitable<bool> write_stream(beast::tcp_stream& stream, Response response, AnswerForm form,
                                   const Limits& limits, asio::thread_pool& pool) {
  http::response<http::empty_body> out;
  const bool sized = response.stream_size.has_value();
  // HTTP/1.0 knows no chunks: there the end of the connection is the end of the body.
  const bool chunked = !sized && form.version == 11;
  form.keep_alive = form.keep_alive && (sized || chunked);
  fill(response, form, out);
  if (sized) out.content_length(*response.stream_size);
  if (chunked) out.chunked(true);
  http::response_serializer<http::empty_body> serializer(out);
  const auto [failure, size] = co_await http::async_write_header(stream, serializer, kTuple);
  if (failure) co_return false;
  std::uint64_t left = sized ? *response.stream_size : 0;
  while (!form.head) {
    const Piece piece =
        co_await asio::co_spawn(pool, read_piece(*response.stream), asio::use_awaitable);
    if (!piece.more) co_return false;
    if (!*piece.more) break;
    if (piece.bytes.empty()) continue;
    if (sized && piece.bytes.size() > left) co_return false;
    left -= sized ? piece.bytes.size() : 0;
    stream.expires_after(limits.write_time);
    if (!co_await write_piece(stream, piece.bytes.view(), chunked)) co_return false;
  }
  if (form.head) co_return form.keep_alive;
  if (left > 0) co_return false;
  if (chunked) {
    const auto [unsent, last] = co_await asio::async_write(stream, http::make_chunk_last(), kTuple);
    if (unsent) co_return false;
  }
  co_return form.keep_alive;
}

}  // namespace

asio::awaitable<bool> write_answer(beast::tcp_stream& stream, Response response, AnswerForm form,
                                   const Limits& limits, asio::thread_pool& pool) {
  stream.expires_after(limits.write_time);
  if (response.stream) {
    return write_stream(stream, std::move(response), form, limits, pool);
  }
  return write_whole(stream, std::move(response), form);
}

}  // namespace haymaker::net
