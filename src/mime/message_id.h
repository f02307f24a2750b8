#pragma once

#include <cstdint>
#include <string_view>

#include "base/buffer.h"
#include "base/civil_time.h"
#include "base/mail_client.h"

namespace haymaker::mime {

// A Message-ID in the client's shape, "left@right" without the angle brackets, both sides dot-atoms
// (RFC 5322 section 3.6.4). `domain` is the sender's. Within a client, different entropy gives a
// different id, always: each shape holds all 64 bits of a bijection of it.
void append_message_id(MailClient client, std::string_view domain, UnixSeconds time,
                       std::uint64_t entropy, Buffer& out);

}  // namespace haymaker::mime
