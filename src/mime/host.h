#pragma once

// Names and addresses of servers. All of them lie under reserved names (RFC 2606) and in ranges for
// documentation or private use (RFC 5737, 3849, 1918): the shapes of the large providers' hosts,
// none of their names.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "mime/pen.h"

namespace haymaker::mime {

inline constexpr std::string_view kOutlookDomain = "outlook.example";
inline constexpr std::string_view kGoogleDomain = "google.example";
inline constexpr std::string_view kGmailDomain = "gmail.example";

// "DB9PR10MB4711.eurprd10.prod.outlook.example": a mailbox server of Exchange Online. The forest is
// the `home`'s, the machine the `machine`'s.
struct OnlineServer {
  static constexpr std::size_t kNameBytes = 13;
  static constexpr std::size_t kBound = 43;
  std::uint64_t home;     // A hash of the tenant.
  std::uint64_t machine;  // A token; a few dozen machines per home.

  char* write(char* at) const noexcept;
  // "DB9PR10MB4711" alone.
  char* write_name(char* at) const noexcept;
};

// "EXCH03.corp.meridianhale.example": a server in an organisation's own computer room.
inline void put_local_server(Pen& pen, std::uint64_t number, std::string_view domain) {
  pen.put("EXCH", Padded<2>{1 + number % 8}, ".corp.", domain);
}

// "192.0.2.17", 198.51.100.x, 203.0.113.x: an address of the documentation ranges.
struct PublicAddress {
  static constexpr std::size_t kBound = 15;
  std::uint64_t value;
  char* write(char* at) const noexcept;
};

// "10.12.5.22".
struct PrivateAddress {
  static constexpr std::size_t kBound = 15;
  std::uint64_t value;
  char* write(char* at) const noexcept;
};

// "2001:db8:10a6:2c7::15".
struct DocumentationAddress {
  static constexpr std::size_t kBound = 26;
  std::uint64_t value;
  char* write(char* at) const noexcept;
};

}  // namespace haymaker::mime
