#include "media/zip_archive.h"

#include <algorithm>

#include "base/utf8.h"
#include "media/byte_order.h"
#include "media/checksum.h"

namespace haymaker::media {

namespace {

constexpr std::uint32_t kLocalHeader = 0x04034B50;
constexpr std::uint32_t kCentralHeader = 0x02014B50;
constexpr std::uint32_t kEndRecord = 0x06054B50;
constexpr std::uint16_t kNeedsDeflate = 20;
constexpr std::uint16_t kNameIsUtf8 = 1 << 11;

constexpr std::uint16_t kStored = 0;
constexpr std::uint16_t kDeflated = 8;

// Date in the high half: years since 1980, month, day; hours, minutes, pairs of seconds.
std::uint32_t dos_time(UnixSeconds seconds) {
  const CivilTime time = civil_time(std::max(seconds, kOfficeFileTime), 0);
  const int year = std::min(time.date.year - 1980, 127);
  return static_cast<std::uint32_t>(year << 25 | time.date.month << 21 | time.date.day << 16 |
                                    time.hour << 11 | time.minute << 5 | time.second / 2);
}

struct Entry {
  std::uint16_t flags = 0;
  std::uint16_t method = kStored;
  std::uint32_t dos_time = 0;
  std::uint32_t crc = 0;
  std::size_t packed_size = 0;
  std::size_t size = 0;
};

void put_shared_fields(const Entry& entry, std::size_t name_size, Buffer& out) {
  put_little(kNeedsDeflate, 2, out);
  put_little(entry.flags, 2, out);
  put_little(entry.method, 2, out);
  put_little(entry.dos_time, 4, out);
  put_little(entry.crc, 4, out);
  put_little(entry.packed_size, 4, out);
  put_little(entry.size, 4, out);
  put_little(name_size, 2, out);
  put_little(0, 2, out);  // No extra field.
}

void put_local_header(const Entry& entry, std::string_view name, Buffer& out) {
  put_little(kLocalHeader, 4, out);
  put_shared_fields(entry, name.size(), out);
  out.append(name);
}

void put_central_header(const Entry& entry, std::string_view name, std::size_t offset,
                        Buffer& out) {
  put_little(kCentralHeader, 4, out);
  put_little(kNeedsDeflate, 2, out);  // Made by: MS-DOS, whose attributes need no permissions.
  put_shared_fields(entry, name.size(), out);
  put_little(0, 2, out);  // No comment.
  put_little(0, 2, out);  // The only disk.
  put_little(0, 2, out);  // Not known to be text.
  put_little(0, 4, out);  // An ordinary file.
  put_little(offset, 4, out);
  out.append(name);
}

}  // namespace

ZipArchive::ZipArchive(UnixSeconds modified, Deflater& deflater, Buffer& directory, Buffer& out)
    : deflater_(deflater),
      directory_(directory),
      out_(out),
      start_(out.size()),
      dos_time_(dos_time(modified)) {
  directory_.clear();
}

void ZipArchive::add(std::string_view name, std::string_view bytes) { write(name, bytes, true); }

void ZipArchive::add_stored(std::string_view name, std::string_view bytes) {
  write(name, bytes, false);
}

void ZipArchive::write(std::string_view name, std::string_view bytes, bool deflate) {
  Entry entry{.flags = is_ascii(name) ? std::uint16_t{0} : kNameIsUtf8,
              .method = deflate ? kDeflated : kStored,
              .dos_time = dos_time_,
              .crc = crc32(bytes),
              .packed_size = bytes.size(),
              .size = bytes.size()};
  const std::size_t header = out_.size();
  put_local_header(entry, name, out_);
  const std::size_t data = out_.size();
  if (deflate) {
    deflater_.append_deflated(bytes, out_);
    entry.packed_size = out_.size() - data;
    if (entry.packed_size >= bytes.size()) {
      entry.method = kStored;
      entry.packed_size = bytes.size();
    }
    out_.truncate(header);
    put_local_header(entry, name, out_);  // Of the same size; what follows it stays in place.
  }
  if (entry.method == kStored) {
    out_.append(bytes);
  } else {
    out_.commit(entry.packed_size);
  }
  put_central_header(entry, name, header - start_, directory_);
  ++files_;
}

void ZipArchive::finish() {
  const std::size_t offset = out_.size() - start_;
  out_.append(directory_.view());
  put_little(kEndRecord, 4, out_);
  put_little(0, 2, out_);
  put_little(0, 2, out_);
  put_little(files_, 2, out_);
  put_little(files_, 2, out_);
  put_little(directory_.size(), 4, out_);
  put_little(offset, 4, out_);
  put_little(0, 2, out_);  // No comment.
}

}  // namespace haymaker::media
