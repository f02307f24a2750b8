#include "mime/message_id.h"

#include "base/hash.h"
#include "mime/host.h"
#include "mime/pen.h"

namespace haymaker::mime {

namespace {

// A UUID that keeps all bits of `unique` in spite of its own six fixed ones.
UpperGuid unique_guid(std::uint64_t unique) noexcept {
  const std::uint64_t filler = mix64(~unique);
  return {{(unique & ~std::uint64_t{0xFFFF}) | (filler & 0xFFFF),
           (filler & ~std::uint64_t{0xFFFF}) | (unique & 0xFFFF)}};
}

}  // namespace

void append_message_id(MailClient client, std::string_view domain, UnixSeconds time,
                       std::uint64_t entropy, Buffer& out) {
  const std::uint64_t unique = mix64(entropy);
  const std::uint64_t filler = mix64(unique + 1);
  Pen pen(out);
  switch (client) {
    case MailClient::exchange_online: {
      const OnlineServer server{stable_hash(domain), filler >> 32};
      std::array<char, OnlineServer::kNameBytes> name;
      server.write_name(name.data());
      pen.put(std::string_view(name.data(), name.size()), UpperHex<16>{unique}, UpperHex<4>{filler},
              '@', server);
      return;
    }
    case MailClient::outlook_desktop:
      pen.put(Hex<16>{unique}, Hex<16>{filler}, "@EXCH", Padded<2>{1 + filler % 8}, ".corp.",
              domain);
      return;
    case MailClient::gmail:
      pen.put("CA", Base64Token<4>{filler}, "=", Base64Token<4>{filler >> 24}, "+",
              Base64Token<10>{unique}, Base64Token<1>{unique >> 60}, "_",
              Base64Token<9>{mix64(filler)}, "=", Base64Token<10>{mix64(filler + 1)}, "@mail.",
              kGmailDomain);
      return;
    case MailClient::apple_mail:
    case MailClient::iphone: pen.put(unique_guid(unique), '@', domain); return;
    case MailClient::machine:
      pen.put(Decimal{unique >> 32}, '.', Decimal{unique & 0xFFFFFFFF}, '.',
              Decimal{static_cast<std::uint64_t>(time) * 1'000 + filler % 1'000}, "@app",
              Padded<2>{1 + (filler >> 16) % 12}, '.', domain);
      return;
  }
}

}  // namespace haymaker::mime
