#include "mime/trace.h"

#include <array>

#include "mime/pen.h"

namespace haymaker::mime {

namespace {

constexpr std::string_view kMicrosoftTls =
    "(version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384)";

// Seconds after submission at which the hops stamp the message, oldest first.
struct Clock {
  explicit Clock(const Delivery& delivery) noexcept : delivery_(delivery) {
    int at = 0;
    for (int hop = 0; hop < kHops; ++hop) {
      at += delivery.delay(hop, hop == kBorder ? 4 : 1);
      at_[hop] = at;
    }
  }
  [[nodiscard]] DateText stamp(int hop) const noexcept {
    return delivery_.submitted.later(at_[hop]);
  }
  [[nodiscard]] int seconds(int hop) const noexcept { return at_[hop]; }

  static constexpr int kHops = 6;
  static constexpr int kBorder = 2;  // Where a message from outside reaches the company.

 private:
  const Delivery& delivery_;
  std::array<int, kHops> at_{};
};

// A client hands the message to its mailbox server, which talks to itself.
void put_mapi_hop(Pen& pen, const Delivery& delivery, std::string_view server,
                  const DateText& stamp) {
  const std::uint64_t token = delivery.tokens(Token::server_address);
  const Hex<4> a{token};
  const Hex<4> b{token >> 16};
  const Hex<4> c{token >> 32};
  const Hex<4> d{token >> 48};
  pen.put("Received: from ", server, "\r\n ([fe80::", a, ':', b, ':', c, ':', d, "]) by ", server,
          "\r\n ([fe80::", a, ':', b, ':', c, ':', d, "%", Decimal{2 + token % 8},
          "]) with mapi id 15.20.", Decimal{delivery.build()}, ".", Padded<3>{token % 48}, ";\r\n ",
          stamp, "\r\n");
}

template <class From, class By>
void put_online_hop(Pen& pen, const Delivery& delivery, const From& from, const By& by,
                    const DateText& stamp) {
  const std::uint64_t token = delivery.tokens(Token::build);
  pen.put("Received: from ", from, " (", DocumentationAddress{token}, ")\r\n by ", by, " (",
          DocumentationAddress{token >> 24}, ") with\r\n Microsoft SMTP Server ");
  pen.put(kMicrosoftTls, "\r\n id 15.20.", Decimal{delivery.build()}, '.', Decimal{token % 48},
          "; ", stamp, "\r\n");
}

template <class From>
void put_https_hop(Pen& pen, const Delivery& delivery, const From& from, OnlineServer by,
                   const DateText& stamp) {
  pen.put("Received: from ", from, " (",
          DocumentationAddress{delivery.tokens(Token::server_address) >> 8}, ")\r\n by ", by,
          " with HTTPS; ", stamp, "\r\n");
}

// The name of the Exchange Online server that keeps the sender's mailbox. Outlook on the web leaves
// the Message-ID to that server, which signs with its name; a telephone makes its own.
class SenderServer {
 public:
  SenderServer(const Delivery& delivery, std::uint64_t home) noexcept {
    if (delivery.envelope.client == MailClient::exchange_online) {
      view_ = delivery.message_id_host();
      return;
    }
    OnlineServer{home, delivery.tokens(Token::mailbox_server) >> 32}.write(name_.data());
    view_ = {name_.data(), name_.size()};
  }
  SenderServer(const SenderServer&) = delete;
  SenderServer& operator=(const SenderServer&) = delete;
  [[nodiscard]] std::string_view view() const noexcept { return view_; }

 private:
  std::array<char, OnlineServer::kBound> name_;
  std::string_view view_;
};

void put_online_chain(Pen& pen, const Delivery& delivery, const Clock& clock) {
  const SenderServer from(delivery, delivery.tenant);
  const OnlineServer to = delivery.mailbox_server();
  const std::uint64_t hops =
      delivery.envelope.direction == Direction::outbound ? 1 : 1 + delivery.tokens(Token::hops) % 3;
  if (hops == 3) put_https_hop(pen, delivery, from.view(), to, clock.stamp(2));
  if (hops >= 2) put_online_hop(pen, delivery, from.view(), to, clock.stamp(1));
  put_mapi_hop(pen, delivery, from.view(), clock.stamp(0));
}

void put_local_hop(Pen& pen, const Delivery& delivery, std::string_view domain,
                   const DateText& stamp) {
  const std::uint64_t token = delivery.tokens(Token::hub_server);
  pen.put("Received: from ", delivery.message_id_host(), " (", PrivateAddress{token >> 8},
          ") by\r\n ");
  put_local_server(pen, token, domain);
  pen.put(" (", PrivateAddress{(token >> 8) + 1}, ") with Microsoft SMTP Server\r\n ");
  pen.put(kMicrosoftTls, " id\r\n 15.1.2507.", Decimal{token % 60}, "; ", stamp, "\r\n");
}

void put_local_mapi_hop(Pen& pen, const Delivery& delivery, const DateText& stamp) {
  const std::uint64_t token = delivery.tokens(Token::hub_server);
  const std::string_view server = delivery.message_id_host();
  const Hex<4> a{token >> 16};
  const Hex<4> b{token >> 32};
  pen.put("Received: from ", server, "\r\n ([fe80::", a, ':', b, "]) by ", server,
          "\r\n ([fe80::", a, ':', b, "%", Decimal{2 + token % 12}, "]) with mapi id 15.01.2507.",
          Padded<3>{token % 60}, ";\r\n ", stamp, "\r\n");
}

void put_local_chain(Pen& pen, const Delivery& delivery, const Clock& clock) {
  const std::string_view domain = delivery.envelope.sender_domain;
  const bool moved =
      delivery.envelope.direction != Direction::outbound && delivery.tokens(Token::hops) % 4 != 0;
  if (moved) put_local_hop(pen, delivery, domain, clock.stamp(1));
  put_local_mapi_hop(pen, delivery, clock.stamp(0));
}

// "LEKMEHWZLa": a queue id of Postfix.
Base64Token<10> queue_id(const Delivery& delivery) {
  // The last two characters of the alphabet occur in no queue id: five of six bits choose one of
  // the first 32.
  return {delivery.tokens(Token::queue) & 0x7DF7DF7DF7DF7DFU};
}

void put_postfix_hop(Pen& pen, const Delivery& delivery, std::string_view by, int hop,
                     const Clock& clock) {
  const Envelope& envelope = delivery.envelope;
  const std::uint64_t peer = delivery.tokens(Token::peer_address);
  if (envelope.client == MailClient::machine) {
    pen.put("Received: from app", Padded<2>{1 + peer % 12}, '.', envelope.sender_domain, " (",
            PrivateAddress{peer >> 8}, ")\r\n\tby ");
  } else {
    pen.put("Received: from smtpclient.apple.example (", PublicAddress{peer >> 8}, ")\r\n\tby ");
  }
  const DateText date(envelope.date + clock.seconds(hop), envelope.offset_minutes);
  pen.put(by, '.', envelope.sender_domain, " (Postfix) with ESMTPSA id ", queue_id(delivery),
          "\r\n\tfor <", envelope.to.empty() ? envelope.from.address : envelope.to.front().address,
          ">; ", date, "\r\n");
}

void put_relay_chain(Pen& pen, const Delivery& delivery, const Clock& clock) {
  const std::uint64_t token = delivery.tokens(Token::hub_server);
  const std::string_view domain = delivery.envelope.sender_domain;
  pen.put("Received: from relay.", domain, " (", PrivateAddress{token >> 24}, ") by\r\n ");
  put_local_server(pen, token, domain);
  pen.put(" (", PrivateAddress{token >> 8}, ") with Microsoft SMTP Server\r\n ", kMicrosoftTls,
          " id\r\n 15.1.2507.", Decimal{token % 60}, "; ", clock.stamp(1), "\r\n");
  put_postfix_hop(pen, delivery, "relay", 0, clock);
}

// "mail-ed1-f45.google.example".
void put_google_server(Pen& pen, std::uint64_t token) {
  constexpr std::array<std::string_view, 6> kPlaces = {"ed1", "wr1", "lj1", "qt1", "pj1", "yb1"};
  pen.put("mail-", kPlaces[token % kPlaces.size()], "-f", Decimal{40 + (token >> 8) % 60}, '.',
          kGoogleDomain);
}

// Google's servers keep Pacific time.
void put_google_date(Pen& pen, UnixSeconds at) {
  const int offset = pacific_offset_minutes(at);
  pen.put(DateText(at, offset), offset == -480 ? " (PST)" : " (PDT)");
}

void put_google_chain(Pen& pen, const Delivery& delivery, const Clock& clock) {
  const Envelope& envelope = delivery.envelope;
  const std::uint64_t session = delivery.tokens(Token::session);
  pen.put("Received: by ");
  put_google_server(pen, delivery.tokens(Token::hub_server));
  pen.put(" with SMTP id ", Hex<10>{session}, "-", Hex<12>{session >> 8}, "so",
          Padded<7>{session >> 16}, "a12.1\r\n        for <",
          envelope.to.empty() ? envelope.from.address : envelope.to.front().address, ">; ");
  put_google_date(pen, envelope.date + clock.seconds(1));
  pen.put("\r\n");
}

// The host that connects to the company's border.
void put_peer(Pen& pen, const Delivery& delivery) {
  switch (delivery.envelope.client) {
    case MailClient::gmail: put_google_server(pen, delivery.tokens(Token::hub_server)); return;
    case MailClient::exchange_online:
      pen.put("mail-", Hex<8>{delivery.tokens(Token::hub_server)}, ".outbound.protection.",
              kOutlookDomain);
      return;
    default: pen.put("mail.", delivery.envelope.sender_domain); return;
  }
}

// "DB5EUR03FT021": a server at the border of Exchange Online.
void put_border(Pen& pen, const Delivery& delivery) {
  pen.put("DB5EUR03FT", Padded<3>{1 + delivery.tokens(Token::hub_server) % 180});
}

void put_border_verdicts(Pen& pen, const Delivery& delivery, PublicAddress peer) {
  const std::string_view domain = delivery.envelope.sender_domain;
  pen.put("Authentication-Results: spf=pass (sender IP is ", peer, ")\r\n smtp.mailfrom=", domain,
          "; dkim=none (message not signed)\r\n header.d=none;dmarc=pass action=none header.from=",
          domain, ";compauth=pass\r\n reason=100\r\n");
  pen.put("Received-SPF: Pass (protection.", kOutlookDomain, ": domain of\r\n ", domain,
          " designates ", peer, " as permitted\r\n sender) receiver=protection.", kOutlookDomain,
          ";\r\n client-ip=", peer, "; helo=");
  put_peer(pen, delivery);
  pen.put("; pr=C\r\n");
}

void put_border_chain(Pen& pen, const Delivery& delivery, const Clock& clock) {
  const OnlineServer mailbox = delivery.mailbox_server();
  const OnlineServer hub = delivery.hub_server();
  const std::uint64_t token = delivery.tokens(Token::build);
  const PublicAddress peer{delivery.tokens(Token::peer_address)};
  if (delivery.tokens(Token::hops) % 3 == 0) {
    put_https_hop(pen, delivery, hub, mailbox, clock.stamp(5));
  }
  put_online_hop(pen, delivery, hub, mailbox, clock.stamp(4));
  pen.put("Received: from ");
  put_border(pen, delivery);
  pen.put(".eop-EUR03.prod.protection.", kOutlookDomain, "\r\n (", DocumentationAddress{token >> 8},
          ") by ", hub, "\r\n (", DocumentationAddress{token >> 32},
          ") with Microsoft SMTP Server\r\n ");
  pen.put(kMicrosoftTls, " id\r\n 15.20.", Decimal{delivery.build()}, '.', Decimal{token % 48},
          " via Frontend Transport; ", clock.stamp(3), "\r\n");
  put_border_verdicts(pen, delivery, peer);
  pen.put("Received: from ");
  put_peer(pen, delivery);
  pen.put(" (", peer, ")\r\n by ");
  put_border(pen, delivery);
  pen.put(".mail.protection.", kOutlookDomain, " (", PrivateAddress{token >> 40},
          ")\r\n with Microsoft SMTP Server ");
  pen.put(kMicrosoftTls, "\r\n id 15.20.", Decimal{delivery.build()}, '.', Decimal{token % 48},
          " via Frontend Transport; ", clock.stamp(2), "\r\n");
}

// What the sender's own servers stamped before the message left them.
void put_sender_chain(Pen& pen, const Delivery& delivery, const Clock& clock) {
  const Envelope& envelope = delivery.envelope;
  switch (envelope.client) {
    case MailClient::gmail: put_google_chain(pen, delivery, clock); return;
    case MailClient::exchange_online: {
      const SenderServer server(delivery, stable_hash(envelope.sender_domain));
      put_online_hop(pen, delivery, server.view(), server.view(), clock.stamp(1));
      put_mapi_hop(pen, delivery, server.view(), clock.stamp(0));
      return;
    }
    case MailClient::outlook_desktop:
      put_local_hop(pen, delivery, envelope.sender_domain, clock.stamp(1));
      put_local_mapi_hop(pen, delivery, clock.stamp(0));
      return;
    case MailClient::apple_mail:
    case MailClient::iphone:
    case MailClient::machine: put_postfix_hop(pen, delivery, "mail", 1, clock); return;
  }
}

void put_return_path(Pen& pen, const Delivery& delivery) {
  const Envelope& envelope = delivery.envelope;
  if (envelope.traffic == TrafficClass::auto_reply) {
    pen.put("Return-Path: <>\r\n");
  } else if (envelope.traffic == TrafficClass::bulk) {
    pen.put("Return-Path: <bounce-", Hex<12>{delivery.tokens(Token::queue)}, '@',
            envelope.sender_domain, ">\r\n");
  } else if (envelope.direction == Direction::inbound) {
    pen.put("Return-Path: <", envelope.from.address, ">\r\n");
  }
}

}  // namespace

void append_trace(const Delivery& delivery, Buffer& out) {
  const Envelope& envelope = delivery.envelope;
  const Clock clock(delivery);
  Pen pen(out);
  if (envelope.direction == Direction::inbound) {
    put_border_chain(pen, delivery, clock);
    put_sender_chain(pen, delivery, clock);
  } else if (envelope.client == MailClient::outlook_desktop) {
    put_local_chain(pen, delivery, clock);
  } else if (envelope.client == MailClient::machine) {
    put_relay_chain(pen, delivery, clock);
  } else if (envelope.client == MailClient::gmail) {
    put_google_chain(pen, delivery, clock);
  } else {
    put_online_chain(pen, delivery, clock);
  }
  put_return_path(pen, delivery);
}

}  // namespace haymaker::mime
