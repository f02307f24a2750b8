#include "app/secrets.h"

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <span>
#include <stdexcept>
#include <string_view>

#include "base/append.h"
#include "sink/file.h"
#include "sink/system_error.h"

namespace haymaker::app {

namespace {

constexpr std::size_t kShortestToken = 16;

template <std::size_t kCount>
std::array<std::uint8_t, kCount> random_bytes() {
  std::array<std::uint8_t, kCount> bytes = {};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
    throw std::runtime_error("the system has no randomness");
  }
  return bytes;
}

std::expected<void, Error> make_token_file(const std::string& path) {
  sink::File file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!file) return std::unexpected(sink::system_error(errno, "cannot create", path));
  int failure = file.write_all("token: " + new_secret() + "\ntruth: " + new_secret() + "\n");
  if (failure == 0) failure = file.close();
  if (failure != 0) return std::unexpected(sink::system_error(failure, "cannot write", path));
  return {};
}

std::unexpected<Error> bad_file(const std::string& path, std::string message) {
  return std::unexpected(Error{ErrorCode::bad_input, std::move(message), path});
}

}  // namespace

std::string new_secret() {
  Buffer digits;
  for (const std::uint8_t byte : random_bytes<32>()) append_hex(byte, 2, digits);
  return std::string(digits.view());
}

std::string new_job_id() {
  constexpr std::string_view kDigits = "0123456789abcdefghjkmnpqrstvwxyz";  // Crockford's base 32.
  std::string id;
  for (const std::uint8_t byte : random_bytes<16>()) id += kDigits[byte % kDigits.size()];
  return id;
}

std::uint64_t new_seed() {
  std::uint64_t seed = 0;
  for (const std::uint8_t byte : random_bytes<6>()) seed = seed << 8 | byte;
  return seed;
}

std::expected<Tokens, Error> load_tokens(const std::string& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) {
    if (errno != ENOENT) return std::unexpected(sink::system_error(errno, "cannot open", path));
    if (auto made = make_token_file(path); !made) return std::unexpected(std::move(made.error()));
  } else if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return std::unexpected(
        Error{ErrorCode::denied, "can be read by others than its owner; chmod 600 it", path});
  }
  Tokens tokens;
  std::ifstream file(path);
  if (!file) return std::unexpected(Error{ErrorCode::denied, "cannot be read", path});
  for (std::string name, value; file >> name >> value;) {
    if (name == "token:") tokens.user = value;
    if (name == "truth:") tokens.truth = value;
  }
  if (tokens.user.size() < kShortestToken || tokens.truth.size() < kShortestToken) {
    return bad_file(path,
                    "needs the lines `token: ...` and `truth: ...`, each of 16 or more "
                    "characters");
  }
  if (tokens.user == tokens.truth) return bad_file(path, "has one token for both purposes");
  return tokens;
}

}  // namespace haymaker::app
