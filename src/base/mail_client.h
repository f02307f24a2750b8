#pragma once

#include <cstdint>

namespace haymaker {

// The program that a sender writes with. It is a habit of the person (people) and gives the shape
// of headers, identifiers, boundaries and quotes (mime).
enum class MailClient : std::uint8_t {
  outlook_desktop,  // Outlook for Windows against Exchange.
  exchange_online,  // Outlook on the web and Exchange Online.
  gmail,            // Gmail and Google Workspace in a browser.
  apple_mail,       // Apple Mail on macOS.
  iphone,           // Apple Mail on iOS.
  machine,          // A program: alerts, reports, newsletters, ticketing.
};
inline constexpr int kMailClients = 6;

}  // namespace haymaker
