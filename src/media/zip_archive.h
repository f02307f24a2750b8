#pragma once

#include <cstdint>
#include <string_view>

#include "base/buffer.h"
#include "base/civil_time.h"
#include "media/deflate.h"

namespace haymaker::media {

// Writes a zip archive (PKWARE APPNOTE 6.3) into a buffer, from where the buffer stands; below
// 4 GiB and 65,535 files. Names are UTF-8. Files of office documents bear the first moment that the
// format can tell, as Office writes it.
//
//   local header, bytes | local header, bytes | ... | directory | end record
class ZipArchive {
 public:
  // `directory` is scratch; both buffers and the deflater live until finish().
  ZipArchive(UnixSeconds modified, Deflater& deflater, Buffer& directory, Buffer& out);

  // Deflated, or stored where that is smaller.
  void add(std::string_view name, std::string_view bytes);
  // For what is compressed already.
  void add_stored(std::string_view name, std::string_view bytes);
  void finish();

 private:
  void write(std::string_view name, std::string_view bytes, bool deflate);

  Deflater& deflater_;
  Buffer& directory_;
  Buffer& out_;
  std::size_t start_;
  std::uint32_t dos_time_;
  std::uint32_t files_ = 0;
};

// The moment of the files of an office document: 1980-01-01T00:00:00Z.
inline constexpr UnixSeconds kOfficeFileTime = 315'532'800;

}  // namespace haymaker::media
