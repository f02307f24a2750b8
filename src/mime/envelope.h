#pragma once

// What the header of a message says, as values. Views and spans are borrowed: they live at least as
// long as the call that writes the message.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/civil_time.h"
#include "base/mail_client.h"

namespace haymaker::mime {

struct Mailbox {
  std::string_view display_name;  // UTF-8; may be empty.
  std::string_view address;       // "ines.sorensen@meridianhale.example": ASCII.
};

enum class Direction : std::uint8_t { internal, inbound, outbound };

enum class TrafficClass : std::uint8_t {
  human,
  bulk,        // Newsletters, research, marketing: List-* fields, Precedence.
  notice,      // A program reports: Auto-Submitted: auto-generated (RFC 3834).
  auto_reply,  // "Automatic reply: ...": Auto-Submitted: auto-replied, null Return-Path.
};

enum class Importance : std::uint8_t { normal, low, high };
enum class Sensitivity : std::uint8_t { normal, personal, private_, company_confidential };

// Where all that is opaque comes from: boundaries, queue ids, GUIDs, host numbers, addresses of
// hops, their delays. Two messages of equal entropy carry equal tokens, so each message has its
// own.
using Entropy = std::array<std::uint64_t, 4>;

struct Envelope {
  MailClient client = MailClient::exchange_online;
  Direction direction = Direction::internal;
  TrafficClass traffic = TrafficClass::human;
  Importance importance = Importance::normal;
  Sensitivity sensitivity = Sensitivity::normal;

  Mailbox from;
  std::optional<Mailbox> sender;    // Who wrote on behalf of `from`.
  std::span<const Mailbox> to;      // None: "undisclosed-recipients:;".
  std::span<const Mailbox> cc;      //
  std::optional<Mailbox> reply_to;  //
  std::string_view subject;         // UTF-8, one line.

  UnixSeconds date = 0;
  int offset_minutes = 0;  // Of the author's wall clock, east of Greenwich.

  std::string_view message_id;                   // "left@right", without angle brackets.
  std::string_view in_reply_to;                  // The same; empty: not a reply.
  std::span<const std::string_view> references;  // From the root to the parent.
  std::span<const std::uint8_t> thread_index;    // Raw bytes (thread_index.h); empty: no field.
  std::string_view thread_topic;                 // UTF-8; empty: no field.

  std::string_view sender_domain;     // Of the organisation that sends, "castellan-am.example".
  std::string_view company_domain;    // Of the company whose archive this is.
  std::string_view list_id;           // Bulk: "research.castellan-am.example".
  std::string_view list_unsubscribe;  // Bulk: "https://castellan-am.example/u/8f3c".
  std::string_view language = "en-GB";

  Entropy entropy{};
};

}  // namespace haymaker::mime
