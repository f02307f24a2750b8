#include "sink/zip_part.h"

#include <libdeflate.h>

#include <algorithm>
#include <limits>
#include <new>

#include "base/append.h"
#include "sink/message_path.h"

namespace haymaker::sink {
namespace {

constexpr std::uint32_t kLocalHeader = 0x04034B50;
constexpr std::uint32_t kCentralHeader = 0x02014B50;
constexpr std::uint32_t kEnd = 0x06054B50;
constexpr std::uint32_t kZip64End = 0x06064B50;
constexpr std::uint32_t kZip64Locator = 0x07064B50;

constexpr std::uint16_t kNeedsZip64 = 45;  // Version 4.5 of the specification.
constexpr std::uint16_t kNeedsDeflate = 20;
constexpr std::uint16_t kMadeByUnix = 3 << 8;
constexpr std::uint32_t kRegularFile0644 = 0100644U << 16;

constexpr std::uint16_t kTimeTag = 0x5455;  // "UT", Info-ZIP's time in UTC.
constexpr std::uint16_t kTimeSize = 9;
constexpr std::uint16_t kZip64Tag = 0x0001;
constexpr std::uint16_t kZip64Size = 12;

constexpr std::uint64_t kMost32 = 0xFFFFFFFF;  // This value itself means "see the Zip64 field".
constexpr std::uint64_t kMost16 = 0xFFFF;

void put(std::uint64_t value, int bytes, Buffer& out) {
  char* const at = out.grow(static_cast<std::size_t>(bytes));
  for (int i = 0; i < bytes; ++i) at[i] = static_cast<char>(value >> (8 * i));
  out.commit(static_cast<std::size_t>(bytes));
}
void put16(std::uint64_t value, Buffer& out) { put(value, 2, out); }
void put32(std::uint64_t value, Buffer& out) { put(value, 4, out); }
void put64(std::uint64_t value, Buffer& out) { put(value, 8, out); }

struct Entry {
  std::uint16_t method = 0;  // 0 is stored, 8 is deflated.
  UnixSeconds date = 0;
  std::uint32_t crc = 0;
  std::uint64_t packed_size = 0;
  std::uint64_t size = 0;
  std::uint64_t offset = 0;  // Of the local header.
};

// Date in the high half: years since 1980, month, day; hours, minutes, pairs of seconds.
std::uint32_t dos_time(UnixSeconds seconds) {
  const CivilTime time = civil_time(seconds, 0);
  if (time.date.year < 1980) return (1U << 21) | (1U << 16);
  const int year = std::min(time.date.year - 1980, 127);
  return static_cast<std::uint32_t>(year << 25 | time.date.month << 21 | time.date.day << 16 |
                                    time.hour << 11 | time.minute << 5 | time.second / 2);
}

// The run of fields that the local and the central header share.
void put_shared_fields(const Entry& entry, bool zip64, Buffer& out) {
  put16(zip64 ? kNeedsZip64 : kNeedsDeflate, out);
  put16(0, out);  // Flags: sizes are known, the name is ASCII.
  put16(entry.method, out);
  put32(dos_time(entry.date), out);
  put32(entry.crc, out);
  put32(entry.packed_size, out);
  put32(entry.size, out);
}

void put_time_field(UnixSeconds date, Buffer& out) {
  constexpr std::uint8_t kHasModificationTime = 1;
  put16(kTimeTag, out);
  put16(kTimeSize - 4, out);
  put(kHasModificationTime, 1, out);
  put32(static_cast<std::uint64_t>(
            std::clamp<UnixSeconds>(date, 0, std::numeric_limits<std::int32_t>::max())),
        out);
}

void put_local_header(const Entry& entry, std::string_view name, Buffer& out) {
  put32(kLocalHeader, out);
  put_shared_fields(entry, false, out);
  put16(name.size(), out);
  put16(kTimeSize, out);
  out.append(name);
  put_time_field(entry.date, out);
}

void put_central_header(const Entry& entry, std::string_view name, Buffer& out) {
  const bool zip64 = entry.offset >= kMost32;
  put32(kCentralHeader, out);
  put16(kMadeByUnix | (zip64 ? kNeedsZip64 : kNeedsDeflate), out);
  put_shared_fields(entry, zip64, out);
  put16(name.size(), out);
  put16(kTimeSize + (zip64 ? kZip64Size : 0U), out);
  put16(0, out);  // No comment.
  put16(0, out);  // The first disk.
  put16(0, out);  // Not text, as far as anyone knows.
  put32(kRegularFile0644, out);
  put32(std::min(entry.offset, kMost32), out);
  out.append(name);
  put_time_field(entry.date, out);
  if (zip64) {
    put16(kZip64Tag, out);
    put16(kZip64Size - 4, out);
    put64(entry.offset, out);
  }
}

}  // namespace

void ZipPart::FreeCompressor::operator()(libdeflate_compressor* compressor) const noexcept {
  libdeflate_free_compressor(compressor);
}

ZipPart::ZipPart(std::unique_ptr<ByteSink> sink, int level, Writing writing)
    : out_(std::move(sink), writing) {
  if (level == 0) return;
  compressor_.reset(libdeflate_alloc_compressor(level));
  if (!compressor_) throw std::bad_alloc();
}

ZipPart::~ZipPart() = default;

std::expected<void, Error> ZipPart::append(const Message& message) {
  const MessagePath path(message.uid);
  const std::string_view bytes = message.bytes;
  if (bytes.size() >= kMost32) {
    return std::unexpected(Error{ErrorCode::bad_input, "a message in a zip archive is below 4 GiB",
                                 std::string(path.view())});
  }
  Entry entry{.date = message.date,
              .crc = libdeflate_crc32(0, bytes.data(), bytes.size()),
              .packed_size = bytes.size(),
              .size = bytes.size(),
              .offset = out_.offset()};
  Buffer& out = out_.buffer();
  const std::size_t header = out.size();
  put_local_header(entry, path.view(), out);
  char* const room = out.grow(bytes.size());
  // Returns 0 where the deflated bytes do not fit into the room, which is one less than stored.
  const std::size_t deflated =
      compressor_ && !bytes.empty()
          ? libdeflate_deflate_compress(compressor_.get(), bytes.data(), bytes.size(), room,
                                        bytes.size() - 1)
          : 0;
  if (deflated == 0) {
    out.append(bytes);
  } else {
    entry.method = 8;
    entry.packed_size = deflated;
    out.truncate(header);
    put_local_header(entry, path.view(), out);
    out.commit(deflated);
  }
  put_central_header(entry, path.view(), directory_);
  ++entries_;
  return out_.flush_if_full();
}

void ZipPart::append_end_records() {
  Buffer& out = out_.buffer();
  const std::uint64_t directory_size = directory_.size();
  const std::uint64_t directory_offset = out_.offset();
  out.append(directory_.view());
  if (entries_ >= kMost16 || directory_offset >= kMost32 || directory_size >= kMost32) {
    const std::uint64_t zip64_end = out_.offset();
    put32(kZip64End, out);
    put64(44, out);  // Bytes of this record that follow.
    put16(kMadeByUnix | kNeedsZip64, out);
    put16(kNeedsZip64, out);
    put32(0, out);  // This disk.
    put32(0, out);  // The directory's disk.
    put64(entries_, out);
    put64(entries_, out);
    put64(directory_size, out);
    put64(directory_offset, out);
    put32(kZip64Locator, out);
    put32(0, out);
    put64(zip64_end, out);
    put32(1, out);  // Disks.
  }
  put32(kEnd, out);
  put16(0, out);
  put16(0, out);
  put16(std::min(entries_, kMost16), out);
  put16(std::min(entries_, kMost16), out);
  put32(std::min(directory_size, kMost32), out);
  put32(std::min(directory_offset, kMost32), out);
  put16(0, out);  // No comment.
}

std::expected<std::uint64_t, Error> ZipPart::finish() {
  append_end_records();
  return out_.finish();
}

}  // namespace haymaker::sink
