#include "sink/tar_header.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "sink/tar_fields.h"

namespace haymaker::sink {

using namespace tar;

namespace {

// Octal digits that fill the field but for its last byte, which stays NUL.
void put_octal(std::uint64_t value, Field field, char* header) {
  for (std::size_t i = field.size - 1; i-- > 0; value >>= 3) {
    header[field.at + i] = static_cast<char>('0' + (value & 7));
  }
}

}  // namespace

bool append_tar_header(std::string_view name, std::uint64_t size, UnixSeconds time, Buffer& out) {
  if (name.size() > kName.size || size > kMostOctal) return false;
  std::array<char, kTarBlock> header = {};
  name.copy(header.data() + kName.at, name.size());
  put_octal(0644, kMode, header.data());
  put_octal(0, kOwner, header.data());
  put_octal(0, kGroup, header.data());
  put_octal(size, kSize, header.data());
  put_octal(static_cast<std::uint64_t>(
                std::clamp<UnixSeconds>(time, 0, static_cast<UnixSeconds>(kMostOctal))),
            kTime, header.data());
  header[kType] = '0';
  std::memcpy(header.data() + kMagic.at, "ustar\00000", kMagic.size);
  // The checksum counts as spaces in its own sum, and ends, unlike all others, in NUL and space.
  std::memset(header.data() + kChecksum.at, ' ', kChecksum.size);
  unsigned sum = 0;
  for (const char c : header) sum += static_cast<unsigned char>(c);
  put_octal(sum, {kChecksum.at, kChecksum.size - 1}, header.data());
  header[kChecksum.at + kChecksum.size - 2] = '\0';
  out.append({header.data(), header.size()});
  return true;
}

}  // namespace haymaker::sink
