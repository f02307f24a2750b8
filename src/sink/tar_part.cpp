#include "sink/tar_part.h"

#include <algorithm>
#include <cstring>

#include "sink/message_path.h"
#include "sink/tar_fields.h"

namespace haymaker::sink {

using namespace tar;

namespace {

// Writes the digits and returns the sum of their bytes.
unsigned put_octal(std::uint64_t value, Field field, char* header) {
  unsigned sum = 0;
  for (std::size_t i = field.size - 1; i-- > 0;) {
    const char digit = static_cast<char>('0' + (value & 7));
    header[field.at + i] = digit;
    sum += static_cast<unsigned>(digit);
    value >>= 3;
  }
  return sum;
}

unsigned put_name(std::string_view name, char* header) {
  std::memcpy(header + kName.at, name.data(), name.size());
  unsigned sum = 0;
  for (const char c : name) sum += static_cast<unsigned char>(c);
  return sum;
}

}  // namespace

TarPart::Header TarPart::constant_fields() {
  Header header = {};
  put_octal(0644, kMode, header.data());
  put_octal(0, kOwner, header.data());
  put_octal(0, kGroup, header.data());
  header[kType] = '0';
  std::memcpy(header.data() + kMagic.at, "ustar\00000", kMagic.size);
  return header;
}

TarPart::TarPart(std::unique_ptr<ByteSink> sink, Writing writing) : out_(std::move(sink), writing) {
  for (const char c : header_) constant_sum_ += static_cast<unsigned char>(c);
  constant_sum_ += kChecksum.size * ' ';  // The field counts as spaces in its own sum.
}

std::expected<void, Error> TarPart::append(const Message& message) {
  const MessagePath path(message.uid);
  const std::size_t size = message.bytes.size();
  if (size > kMostOctal) {
    return std::unexpected(Error{ErrorCode::bad_input, "a message in a tar archive is below 8 GiB",
                                 std::string(path.view())});
  }
  const auto time = static_cast<std::uint64_t>(
      std::clamp<UnixSeconds>(message.date, 0, static_cast<UnixSeconds>(kMostOctal)));
  const std::size_t padding = (kBlock - size % kBlock) % kBlock;

  Buffer& out = out_.buffer();
  char* const header = out.grow(kBlock + size + padding);
  std::memcpy(header, header_.data(), kBlock);
  const unsigned sum = constant_sum_ + put_name(path.view(), header) +
                       put_octal(size, kSize, header) + put_octal(time, kTime, header);
  // Six digits, a NUL and a space: the one field that ends so.
  put_octal(sum, {kChecksum.at, kChecksum.size - 1}, header);
  header[kChecksum.at + kChecksum.size - 1] = ' ';
  std::memcpy(header + kBlock, message.bytes.data(), size);
  std::memset(header + kBlock + size, 0, padding);
  out.commit(kBlock + size + padding);
  return out_.flush_if_full();
}

std::expected<std::uint64_t, Error> TarPart::finish() {
  out_.buffer().append(2 * kBlock, '\0');
  return out_.finish();
}

}  // namespace haymaker::sink
