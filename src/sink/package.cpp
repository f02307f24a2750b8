#include "sink/package.h"

#include <array>

#include "sink/compressed_sink.h"
#include "sink/mbox_part.h"
#include "sink/tar_part.h"
#include "sink/zip_part.h"

namespace haymaker::sink {
namespace {

constexpr std::array<std::string_view, 4> kPackages = {"objects", "tar", "zip", "mbox"};
constexpr std::array<std::string_view, 3> kCompressions = {"none", "zstd", "gzip"};

std::unexpected<Error> bad(std::string message, std::string_view where) {
  return std::unexpected(Error{ErrorCode::bad_input, std::move(message), std::string(where)});
}

template <class Name, std::size_t kCount>
std::expected<Name, Error> parse_name(std::string_view text,
                                      const std::array<std::string_view, kCount>& names,
                                      std::string_view where) {
  std::string known;
  for (std::size_t i = 0; i < kCount; ++i) {
    if (text == names[i]) return static_cast<Name>(i);
    known.append(i == 0 ? "" : ", ").append(names[i]);
  }
  return bad(std::string(text).append(" is not one of ").append(known), where);
}

std::string_view compression_suffix(Packaging packaging) {
  if (packaging.package == Package::zip) return "";
  switch (packaging.compression) {
    case Compression::none: return "";
    case Compression::zstd: return ".zst";
    case Compression::gzip: return ".gz";
  }
  return "";
}

std::unique_ptr<ByteSink> compressed(std::unique_ptr<ByteSink> sink, Packaging packaging) {
  switch (packaging.compression) {
    case Compression::none: return sink;
    case Compression::zstd: return zstd_sink(std::move(sink), packaging.level);
    case Compression::gzip: return gzip_sink(std::move(sink), packaging.level);
  }
  return sink;
}

}  // namespace

std::string_view name(Package package) noexcept {
  return kPackages[static_cast<std::size_t>(package)];
}

std::string_view name(Compression compression) noexcept {
  return kCompressions[static_cast<std::size_t>(compression)];
}

std::expected<Package, Error> parse_package(std::string_view text) {
  return parse_name<Package>(text, kPackages, "package");
}

std::expected<Compression, Error> parse_compression(std::string_view text) {
  return parse_name<Compression>(text, kCompressions, "compress");
}

std::expected<void, Error> check(Packaging packaging) {
  const bool compresses = packaging.compression != Compression::none;
  if (packaging.package == Package::objects && compresses) {
    return bad("single messages are not compressed; choose none, or the package tar, zip or mbox",
               "compress");
  }
  if (packaging.package == Package::zip && packaging.compression == Compression::zstd) {
    return bad("a zip archive is compressed by deflate only; choose gzip or none", "compress");
  }
  const int highest = packaging.compression == Compression::gzip ? 12 : 19;
  if (compresses && (packaging.level < 1 || packaging.level > highest)) {
    return bad("a level of " + std::string(name(packaging.compression)) + " is from 1 to " +
                   std::to_string(highest),
               "level");
  }
  return {};
}

std::string part_file(Packaging packaging, std::string_view part) {
  if (packaging.package == Package::objects) return "mail";
  return "mail/" + std::string(part) + "." + std::string(name(packaging.package)) +
         std::string(compression_suffix(packaging));
}

std::expected<std::unique_ptr<PartWriter>, Error> open_part(Store& store, Packaging packaging,
                                                            std::string_view part,
                                                            Writing writing) {
  if (packaging.package == Package::objects || store.discards()) return store.create_objects();
  auto file = store.create(part_file(packaging, part));
  if (!file) return std::unexpected(std::move(file.error()));
  switch (packaging.package) {
    case Package::zip: {
      const bool deflates = packaging.compression == Compression::gzip;
      return std::make_unique<ZipPart>(std::move(*file), deflates ? packaging.level : 0, writing);
    }
    case Package::mbox:
      return std::make_unique<MboxPart>(compressed(std::move(*file), packaging), writing);
    case Package::objects:
    case Package::tar: break;
  }
  return std::make_unique<TarPart>(compressed(std::move(*file), packaging), writing);
}

}  // namespace haymaker::sink
