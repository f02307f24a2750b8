#include "app/bench_yardsticks.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>
#include <zstd.h>

#include <boost/json.hpp>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>

#include "base/append.h"
#include "base/buffer.h"
#include "corpus/renderer.h"
#include "sink/file.h"
#include "sink/system_error.h"

namespace haymaker::app {

namespace {

namespace fs = std::filesystem;

constexpr int kLevel = 1;

// The standard output of a command, or nothing where it fails.
std::optional<std::string> output_of(const std::string& command) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(::popen(command.c_str(), "r"),
                                                             [](std::FILE*) { return 0; });
  if (!pipe) return std::nullopt;
  std::string out;
  char chunk[4096];
  for (std::size_t got; (got = std::fread(chunk, 1, sizeof chunk, pipe.get())) > 0;)
    out.append(chunk, got);
  if (::pclose(pipe.get()) != 0) return std::nullopt;
  return out;
}

// A number of the last line, which is a JSON object.
std::optional<double> number_in(const std::string& lines, std::string_view field) {
  const std::size_t end = lines.find_last_not_of('\n');
  if (end == std::string::npos) return std::nullopt;
  const std::size_t begin = lines.rfind('\n', end) + 1;
  boost::json::error_code code;
  const auto value =
      boost::json::parse(std::string_view(lines).substr(begin, end + 1 - begin), code);
  if (code || !value.is_object()) return std::nullopt;
  const boost::json::value* const found = value.get_object().if_contains(field);
  return found != nullptr && found->is_number() ? std::optional(found->to_number<double>())
                                                : std::nullopt;
}

struct FreeContext {
  void operator()(ZSTD_CCtx* context) const noexcept { ZSTD_freeCCtx(context); }
};

std::expected<std::uint64_t, Error> compress_file(const std::string& path, ZSTD_CCtx* context) {
  std::vector<char> in(ZSTD_CStreamInSize());
  std::vector<char> out(ZSTD_CStreamOutSize());
  std::ifstream from(path, std::ios::binary);
  std::ofstream to(path + ".zst", std::ios::binary);
  ZSTD_CCtx_reset(context, ZSTD_reset_session_only);
  std::uint64_t bytes = 0;
  while (from) {
    from.read(in.data(), static_cast<std::streamsize>(in.size()));
    ZSTD_inBuffer source{in.data(), static_cast<std::size_t>(from.gcount()), 0};
    bytes += source.size;
    const ZSTD_EndDirective end = from ? ZSTD_e_continue : ZSTD_e_end;
    for (bool done = false; !done;) {
      ZSTD_outBuffer target{out.data(), out.size(), 0};
      const std::size_t left = ZSTD_compressStream2(context, &target, &source, end);
      if (ZSTD_isError(left) != 0)
        return std::unexpected(Error{ErrorCode::io, ZSTD_getErrorName(left), path});
      to.write(out.data(), static_cast<std::streamsize>(target.pos));
      done = end == ZSTD_e_end ? left == 0 : source.pos == source.size;
    }
  }
  if (!to.flush()) return std::unexpected(Error{ErrorCode::io, "cannot be written", path + ".zst"});
  return bytes;
}

}  // namespace

Rate copy_memory() {
  constexpr std::size_t kBlock = 256 << 20;
  static const std::vector<char> from(kBlock, 'x');
  static std::vector<char> to(kBlock, 'y');
  const Stopwatch watch;
  std::memcpy(to.data(), from.data(), kBlock);
  return watch.stop(to[kBlock / 2] == 'x' ? 1 : 0, kBlock);
}

std::vector<MailFile> render_files(const corpus::Corpus& corpus) {
  corpus::Renderer renderer(corpus);
  corpus::Rendered message;
  std::vector<MailFile> files;
  files.reserve(corpus.count());
  for (std::uint64_t i = 0; i < corpus.count(); ++i) {
    renderer.render(MessageIndex{i}, message);
    const std::string uid = fmt::format("{:016x}", message.uid);
    files.push_back({uid.substr(0, 2) + "/" + uid + ".eml", std::string(message.bytes)});
  }
  return files;
}

std::expected<Rate, Error> write_files(const std::vector<MailFile>& files,
                                       const std::string& directory) {
  fs::remove_all(directory);
  std::vector<sink::File> folders;
  std::error_code code;
  for (int i = 0; i < 256; ++i) {
    const std::string folder = fmt::format("{}/{:02x}", directory, i);
    fs::create_directories(folder, code);
    folders.emplace_back(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folders.back()) return std::unexpected(sink::system_error(errno, "cannot open", folder));
  }
  const Stopwatch watch;
  std::uint64_t bytes = 0;
  for (const MailFile& file : files) {
    const sink::File& folder = folders[std::strtoul(file.name.substr(0, 2).c_str(), nullptr, 16)];
    const sink::File to(::openat(folder.descriptor(), file.name.c_str() + 3,
                                 O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (::write(to.descriptor(), file.bytes.data(), file.bytes.size()) !=
        static_cast<ssize_t>(file.bytes.size()))
      return std::unexpected(sink::system_error(errno, "cannot write", file.name));
    bytes += file.bytes.size();
  }
  return watch.stop(files.size(), bytes);
}

std::expected<Rate, Error> compress_files(const std::vector<std::string>& paths) {
  const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  const Stopwatch watch;
  std::uint64_t total = 0;
  for (const std::string& path : paths) {
    const auto bytes = compress_file(path, context.get());
    if (!bytes) return std::unexpected(bytes.error());
    total += *bytes;
  }
  return watch.stop(paths.size(), total);
}

std::optional<Rate> run_peer(const std::string& program, std::uint64_t mean_bytes) {
  if (!fs::is_regular_file(program)) return std::nullopt;
  const char* const python = std::getenv("HAYMAKER_PYTHON");
  const auto said =
      output_of(fmt::format("'{}' -B '{}' --json --seconds 2 --mean-bytes {} 2>/dev/null",
                            python != nullptr ? python : "python3", program, mean_bytes));
  if (!said) return std::nullopt;
  const auto messages = number_in(*said, "messages");
  const auto mean = number_in(*said, "mean_bytes");
  const auto seconds = number_in(*said, "processor_s");
  if (!messages || !mean || !seconds) return std::nullopt;
  return Rate{static_cast<std::uint64_t>(*messages), static_cast<std::uint64_t>(*messages * *mean),
              *seconds, *seconds};
}

std::expected<double, Error> peak_memory(std::uint64_t messages, const std::string& out) {
  std::error_code code;
  const fs::path self = fs::read_symlink("/proc/self/exe", code);
  const auto said =
      output_of(fmt::format("'{}' generate realistic --seed 1 --count {} --out '{}' --json",
                            self.string(), messages, out));
  const auto peak = said ? number_in(*said, "peak_memory") : std::nullopt;
  if (!peak) {
    return std::unexpected(
        Error{ErrorCode::io, fmt::format("{} messages could not be made", messages), out});
  }
  return *peak;
}

}  // namespace haymaker::app
