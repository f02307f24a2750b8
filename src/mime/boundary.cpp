#include "mime/boundary.h"

#include "mime/pen.h"

namespace haymaker::mime {

namespace {

template <class... Pieces>
char* write_all(char* at, const Pieces&... pieces) noexcept {
  ((at = piece::write(at, pieces)), ...);
  return at;
}

}  // namespace

Boundary::Boundary(MailClient client, const Tokens& tokens, std::size_t n, int kind) noexcept {
  const std::uint64_t high = tokens.boundary_high(n);
  const std::uint64_t low = tokens.boundary_low(n);
  char* const begin = text_.data();
  char* end = nullptr;
  switch (client) {
    case MailClient::outlook_desktop:
      end = write_all(begin, "----=_NextPart_", Padded<3>{n}, '_', UpperHex<4>{high}, "_01DA",
                      UpperHex<4>{high >> 16}, '.', UpperHex<8>{low});
      break;
    case MailClient::exchange_online:
      end = write_all(begin, '_', Padded<3>{static_cast<std::uint64_t>(kind)}, '_',
                      UpperHex<16>{high}, UpperHex<16>{low}, '_');
      break;
    case MailClient::gmail: end = write_all(begin, "000000000000", Hex<16>{high}); break;
    case MailClient::apple_mail:
    case MailClient::iphone:
      end = write_all(begin, client == MailClient::iphone ? "Apple-Mail-" : "Apple-Mail=_",
                      UpperGuid{{high, low}});
      break;
    case MailClient::machine:
      end = write_all(begin, "----=_Part_", Padded<4>{n}, '_', Padded<10>{high}, '.',
                      Padded<13>{low});
      break;
  }
  size_ = static_cast<std::uint8_t>(end - begin);
}

}  // namespace haymaker::mime
