#pragma once

// The forms in which a part can be written.

#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.h"
#include "sink/part_writer.h"
#include "sink/store.h"
#include "sink/write_behind.h"

namespace haymaker::sink {

enum class Package : std::uint8_t { objects, tar, zip, mbox };
enum class Compression : std::uint8_t { none, zstd, gzip };

struct Packaging {
  Package package = Package::objects;
  Compression compression = Compression::none;
  int level = 1;  // Of the compression; 1 is the fastest.
  friend bool operator==(Packaging, Packaging) = default;
};

std::string_view name(Package package) noexcept;          // "objects"
std::string_view name(Compression compression) noexcept;  // "none"
// bad_input for a name that is none of those.
std::expected<Package, Error> parse_package(std::string_view text);
std::expected<Compression, Error> parse_compression(std::string_view text);

// bad_input where the two do not go together: objects are never compressed, and a zip compresses
// within itself, by deflate, which goes by the name of gzip. Or where the level is not one of the
// compression's: 1 to 19 for zstd, 1 to 12 for gzip.
std::expected<void, Error> check(Packaging packaging);

// "mail/part-00000.tar.zst" for "part-00000"; "mail" for objects.
std::string part_file(Packaging packaging, std::string_view part);

// Opens the part for writing. A store that discards gets the messages as they are. `packaging` has
// passed check(); objects are always written in line.
std::expected<std::unique_ptr<PartWriter>, Error> open_part(Store& store, Packaging packaging,
                                                            std::string_view part, Writing writing);

}  // namespace haymaker::sink
