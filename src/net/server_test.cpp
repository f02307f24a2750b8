#include "net/server.h"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <stdexcept>

namespace haymaker::net {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

// A connection of the system's own sockets.
class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{60, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
      throw std::runtime_error("no connection");
    }
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client() { ::close(socket_); }

  Client& send(std::string_view bytes) {
    EXPECT_EQ(::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL),
              static_cast<ssize_t>(bytes.size()));
    return *this;
  }
  // What comes until the text has come, or the end.
  std::string read_until(std::string_view text) {
    std::string received;
    char byte = 0;
    while (!received.ends_with(text) && ::recv(socket_, &byte, 1, 0) == 1) received += byte;
    return received;
  }
  std::string read_to_end() {
    std::string received;
    char byte = 0;
    while (::recv(socket_, &byte, 1, 0) == 1) received += byte;
    return received;
  }

 private:
  int socket_;
};

// `count` pieces of a thousand bytes.
class Pieces final : public BodySource {
 public:
  Pieces(int count, bool fails) : left_(count), fails_(fails) {}
  std::expected<bool, Error> read(Buffer& out) override {
    if (left_ == 0 && fails_) return std::unexpected(Error{ErrorCode::io, "is gone", ""});
    if (left_ == 0) return false;
    --left_;
    out.append(1'000, 'x');
    return true;
  }

 private:
  int left_;
  bool fails_;
};

Response stream(int pieces, bool fails, std::optional<std::uint64_t> size) {
  Response response;
  response.stream = std::make_unique<Pieces>(pieces, fails);
  response.stream_size = size;
  return response;
}

Response answer(const Request& request) {
  if (request.target == "/events") {
    Response response;
    response.status = 101;
    response.topic = "a";
    return response;
  }
  if (request.target == "/chunked") return stream(3, false, std::nullopt);
  if (request.target == "/sized") return stream(3, false, 3'000);
  if (request.target == "/broken") return stream(3, true, std::nullopt);
  if (request.target == "/throws") throw std::runtime_error("a handler's own trouble");
  Response response;
  response.fields.push_back({"x-kind", "echo"});
  response.body = request.method + " " + request.target + " " + request.body;
  return response;
}

class ServerTest : public testing::Test {
 protected:
  void start(Limits limits = {}) {
    ServerOptions options;
    options.limits = limits;
    options.resync = "resync";
    auto listening = Server::listen(options);
    ASSERT_TRUE(listening.has_value()) << to_string(listening.error());
    server_ = std::move(*listening);
    server_->serve({answer, [](unsigned status, std::string_view why) {
                      Response response;
                      response.status = status;
                      response.body = why;
                      return response;
                    }});
  }
  Client connect() const { return Client(server_->port()); }
  std::string ask(std::string_view request) const { return connect().send(request).read_to_end(); }

  std::unique_ptr<Server> server_;
};

TEST_F(ServerTest, AnswersRequestAfterRequestOnOneConnection) {
  start();
  Client client = connect();
  client.send("GET /1 HTTP/1.1\r\n\r\n");
  EXPECT_THAT(client.read_until("GET /1 "), StartsWith("HTTP/1.1 200 OK\r\nx-kind: echo\r\n"));
  client.send("POST /2 HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc");
  EXPECT_THAT(client.read_until("POST /2 abc"), HasSubstr("Content-Length: 11\r\n"));
  client.send("GET /3 HTTP/1.1\r\n\r\nGET /4 HTTP/1.1\r\nConnection: close\r\n\r\n");
  const std::string both = client.read_to_end();
  EXPECT_THAT(both, HasSubstr("GET /3 HTTP/1.1 200 OK"));
  EXPECT_THAT(both, EndsWith("GET /4 "));
}

TEST_F(ServerTest, AnswersHeadWithTheHeaderOfGet) {
  start();
  const std::string head = ask("HEAD /1 HTTP/1.1\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(head, HasSubstr("Content-Length: 8\r\n"));
  EXPECT_THAT(head, EndsWith("\r\n\r\n"));
}

TEST_F(ServerTest, SendsStreamsInChunksOrInTheSizeThatWasPromised) {
  start();
  const std::string chunk = "3e8\r\n" + std::string(1'000, 'x') + "\r\n";
  EXPECT_THAT(ask("GET /chunked HTTP/1.1\r\nConnection: close\r\n\r\n"),
              EndsWith("\r\n\r\n" + chunk + chunk + chunk + "0\r\n\r\n"));
  const std::string sized = ask("GET /sized HTTP/1.1\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(sized, HasSubstr("Content-Length: 3000\r\n"));
  EXPECT_THAT(sized, EndsWith("\r\n\r\n" + std::string(3'000, 'x')));
  EXPECT_THAT(ask("GET /chunked HTTP/1.0\r\n\r\n"), EndsWith("\r\n\r\n" + std::string(3'000, 'x')));
}

TEST_F(ServerTest, CutsOffAStreamThatFailsSoThatItDoesNotSeemWhole) {
  start();
  EXPECT_THAT(ask("GET /broken HTTP/1.1\r\n\r\n"), testing::Not(EndsWith("0\r\n\r\n")));
}

TEST_F(ServerTest, TurnsAHandlersExceptionIntoARefusal) {
  start();
  EXPECT_THAT(ask("GET /throws HTTP/1.1\r\nConnection: close\r\n\r\n"),
              StartsWith("HTTP/1.1 500 "));
}

TEST_F(ServerTest, RefusesWhatIsTooLargeTooSlowOrMalformed) {
  Limits limits;
  limits.header_bytes = 1'000;
  limits.body_bytes = 1'000;
  limits.header_time = limits.body_time = std::chrono::milliseconds(300);
  start(limits);
  EXPECT_THAT(ask("GET / HTTP/1.1\r\nA: " + std::string(2'000, 'b') + "\r\n\r\n"),
              StartsWith("HTTP/1.1 431 "));
  EXPECT_THAT(ask("POST / HTTP/1.1\r\nContent-Length: 1001\r\n\r\n"), StartsWith("HTTP/1.1 413 "));
  EXPECT_THAT(ask("GET / HTTP/1.1\r\nA: b"), StartsWith("HTTP/1.1 408 "));
  EXPECT_THAT(ask("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nab"), StartsWith("HTTP/1.1 408 "));
  EXPECT_THAT(ask("nonsense\r\n\r\n"), StartsWith("HTTP/1.1 400 "));
}

TEST_F(ServerTest, TellsClientsThatThereAreTooMany) {
  Limits limits;
  limits.connections = 2;
  start(limits);
  Client first = connect();
  Client second = connect();
  for (Client* const client : {&first, &second}) {
    client->send("GET /1 HTTP/1.1\r\n\r\n");
    EXPECT_THAT(client->read_until("GET /1 "), StartsWith("HTTP/1.1 200 "));
  }
  EXPECT_THAT(ask("GET /1 HTTP/1.1\r\n\r\n"), StartsWith("HTTP/1.1 503 "));
}

TEST_F(ServerTest, BringsWhatIsPublishedToTheSocketsOfItsTopicAndSaysGoodbye) {
  start();
  Client client = connect();
  client.send(
      "GET /events HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
  // The answer to this key stands in RFC 6455 section 1.3.
  EXPECT_THAT(client.read_until("\r\n\r\n"), HasSubstr("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
  server_->publish("b", "", "not for it");
  server_->publish("a", "", "hello");
  EXPECT_EQ(client.read_until("hello"), "\x81\x05hello");
  server_.reset();
  EXPECT_EQ(client.read_to_end().substr(0, 4), std::string("\x88\x02\x03\xE9"));  // 1001.
}

TEST_F(ServerTest, EndsWithIdleConnectionsOpen) {
  start();
  Client client = connect();
  client.send("GET /1 HTTP/1.1\r\n\r\n");
  client.read_until("GET /1 ");
  server_.reset();
  EXPECT_EQ(client.read_to_end(), "");
}

TEST(Server, SaysWhyItCannotListen) {
  ServerOptions options;
  options.host = "localhost";
  EXPECT_EQ(to_string(Server::listen(options).error()), "localhost: is not an IP address");
  options.host = "127.0.0.1";
  const auto first = Server::listen(options);
  ASSERT_TRUE(first.has_value());
  options.port = (*first)->port();
  EXPECT_EQ(Server::listen(options).error().code, ErrorCode::exists);
}

}  // namespace
}  // namespace haymaker::net
