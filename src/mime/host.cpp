#include "mime/host.h"

#include <array>
#include <cstring>

#include "base/hash.h"

namespace haymaker::mime {

namespace {

// Data centres by three letters or digits; a home has four neighbours of them.
constexpr std::size_t kSiteBytes = 3;
constexpr std::array<char[kSiteBytes + 1], 8> kSites = {"DB9", "AM0", "GV1", "PAX",
                                                        "AS8", "VI1", "DU2", "PR3"};
constexpr std::uint64_t kSitesPerHome = 4;
constexpr std::uint64_t kMachinesPerHome = 48;

std::uint64_t forest_of(std::uint64_t home) { return 1 + (home >> 16) % 40; }

char* write_octet(char* at, std::uint64_t octet) noexcept {
  if (octet >= 100) *at++ = static_cast<char>('0' + octet / 100);
  if (octet >= 10) *at++ = static_cast<char>('0' + octet / 10 % 10);
  *at++ = static_cast<char>('0' + octet % 10);
  return at;
}

char* write_group(char* at, std::uint64_t group) noexcept {
  bool started = false;
  for (int shift = 12; shift >= 0; shift -= 4) {
    const auto digit = (group >> shift) & 15;
    started = started || digit != 0 || shift == 0;
    if (started) *at++ = "0123456789abcdef"[digit];
  }
  return at;
}

}  // namespace

char* OnlineServer::write_name(char* at) const noexcept {
  const std::uint64_t number = mix64(home + machine % kMachinesPerHome);
  const auto& site = kSites[((home >> 8) + number % kSitesPerHome) % kSites.size()];
  std::memcpy(at, site, kSiteBytes);
  at += kSiteBytes;
  at = piece::write(at, "PR");
  at = Padded<2>{forest_of(home)}.write(at);
  at = piece::write(at, "MB");
  return Padded<4>{1'000 + (number >> 8) % 9'000}.write(at);
}

char* OnlineServer::write(char* at) const noexcept {
  at = write_name(at);
  at = piece::write(at, ".eurprd");
  at = Padded<2>{forest_of(home)}.write(at);
  at = piece::write(at, ".prod.");
  return piece::write(at, kOutlookDomain);
}

char* PublicAddress::write(char* at) const noexcept {
  constexpr std::array<std::string_view, 3> kNetworks = {"192.0.2.", "198.51.100.", "203.0.113."};
  at = piece::write(at, kNetworks[(value >> 8) % kNetworks.size()]);
  return write_octet(at, 1 + value % 254);
}

char* PrivateAddress::write(char* at) const noexcept {
  at = piece::write(at, "10.");
  at = write_octet(at, (value >> 16) & 0x3F);
  *at++ = '.';
  at = write_octet(at, (value >> 8) & 0xFF);
  *at++ = '.';
  return write_octet(at, 1 + value % 254);
}

char* DocumentationAddress::write(char* at) const noexcept {
  at = piece::write(at, "2001:db8:10a6:");
  at = write_group(at, 1 + ((value >> 8) & 0x3FF));
  at = piece::write(at, "::");
  return write_group(at, 1 + (value & 0x1F));
}

}  // namespace haymaker::mime
