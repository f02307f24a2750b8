#include "mime/filter_fields.h"

namespace haymaker::mime {

namespace {

// Numbers of rules that have matched, as many as `token` has bits for: "(366016)(1800799024)".
constexpr std::array<std::string_view, 12> kRules = {
    "366016",      "1800799024", "376014",     "38070700018", "4022899009", "8096899003",
    "10070799003", "7416014",    "7053199007", "52116014",    "921020",     "4092899012"};

template <class Put>
void each_rule(std::uint64_t token, Put put) {
  for (std::size_t i = 0; i < kRules.size(); ++i) {
    const bool usual = i < 3;
    if (((token >> (2 * i)) & 3) < (usual ? 3U : 1U)) put(kRules[i]);
  }
}

// Base64 that nobody but the filter can read: `lines` lines of 64 characters.
void put_opaque(Pen& pen, std::uint64_t seed, std::uint64_t lines) {
  for (std::uint64_t line = 0; line < lines; ++line) {
    const std::uint64_t at = seed + line * 8;
    pen.put(line == 0 ? "\r\n\t" : "\r\n ", Base64Text<10>{mix64(at)},
            Base64Text<10>{mix64(at + 1)}, Base64Text<10>{mix64(at + 2)},
            Base64Text<10>{mix64(at + 3)}, Base64Text<10>{mix64(at + 4)},
            Base64Text<10>{mix64(at + 5)}, Base64Text<4>{mix64(at + 6)});
  }
  pen.put("\r\n");
}

void put_tracing(Pen& pen, const Delivery& delivery) {
  const OnlineServer mailbox = delivery.mailbox_server();
  const OnlineServer hub = delivery.hub_server();
  std::array<char, OnlineServer::kBound> text;
  const auto name = [&](const OnlineServer& server) {
    server.write_name(text.data());
    return std::string_view(text.data(), OnlineServer::kNameBytes);
  };
  pen.put("X-MS-Office365-Filtering-Correlation-Id:\r\n\t", delivery.tokens.network_message_id(),
          "\r\nX-MS-TrafficTypeDiagnostic:\r\n\t", name(hub), ":EE_|");
  pen.put(name(mailbox), ":EE_\r\nX-MS-Exchange-Transport-CrossTenantHeadersStamped: ");
  pen.put(name(mailbox), "\r\n");
}

void put_antispam(Pen& pen, const Delivery& delivery) {
  const std::uint64_t rules = delivery.tokens(Token::antispam);
  const bool bulk = delivery.envelope.traffic == TrafficClass::bulk;
  pen.put("X-Microsoft-Antispam:\r\n\tBCL:", bulk ? '6' : '0', ";ARA:13230040");
  each_rule(rules, [&](std::string_view rule) { pen.put('|', rule); });
  pen.put(";\r\n");
}

void put_expiration(Pen& pen, const Delivery& delivery) {
  pen.put("X-MS-Exchange-Organization-ExpirationStartTime: ", delivery.arrival(),
          "\r\nX-MS-Exchange-Organization-ExpirationStartTimeReason: OriginalSubmit"
          "\r\nX-MS-Exchange-Organization-ExpirationInterval: 1:00:00:00.0000000"
          "\r\nX-MS-Exchange-Organization-ExpirationIntervalReason: OriginalSubmit\r\n");
}

}  // namespace

void put_online_filters(Pen& pen, const Delivery& delivery) {
  const std::uint64_t rules = delivery.tokens(Token::antispam);
  put_tracing(pen, delivery);
  pen.put("X-Forefront-Antispam-Report:\r\n\tCIP:255.255.255.255;CTRY:;LANG:",
          delivery.envelope.language.substr(0, 2),
          ";SCL:1;SRV:;IPV:NLI;SFV:NSPM;H:", delivery.hub_server(),
          ";\r\n\tPTR:;CAT:NONE;SFS:(13230040)");
  each_rule(rules, [&](std::string_view rule) { pen.put('(', rule, ')'); });
  pen.put(";\r\n\tDIR:", delivery.envelope.direction == Direction::outbound ? "OUT" : "INT",
          ";SFP:1101;\r\n");
  put_antispam(pen, delivery);
  // The filter looks closely at one message in four that stays inside.
  const std::uint64_t verdict = delivery.tokens(Token::verdict);
  if (verdict % 4 == 0) {
    pen.put("X-Microsoft-Antispam-Message-Info:");
    put_opaque(pen, verdict, 3 + (verdict >> 8) % 4);
  }
}

void put_inbound_filters(Pen& pen, const Delivery& delivery) {
  const Envelope& envelope = delivery.envelope;
  const PublicAddress peer{delivery.tokens(Token::peer_address)};
  const std::uint64_t rules = delivery.tokens(Token::antispam);
  const std::uint64_t verdict = delivery.tokens(Token::verdict);
  put_expiration(pen, delivery);
  put_tracing(pen, delivery);
  pen.put(
      "X-MS-Exchange-AtpMessageProperties: SA|SL\r\nX-EOPAttributedMessage: 0"
      "\r\nX-Sender-IP: ",
      peer, "\r\nX-SID-PRA: ", envelope.from.address, "\r\nX-SID-Result: PASS\r\n");
  pen.put("X-Forefront-Antispam-Report:\r\n\tCIP:", peer,
          ";CTRY:;LANG:", envelope.language.substr(0, 2),
          ";SCL:1;SRV:", envelope.traffic == TrafficClass::bulk ? "BULK" : "",
          ";IPV:NLI;SFV:NSPM;H:mail.", envelope.sender_domain,
          ";\r\n\tPTR:InfoDomainNonexistent;CAT:NONE;SFS:(13230040)");
  each_rule(rules, [&](std::string_view rule) { pen.put('(', rule, ')'); });
  pen.put(";\r\n\tDIR:INB;SFTY:;\r\n");
  put_antispam(pen, delivery);
  pen.put("X-Microsoft-Antispam-Mailbox-Delivery:\r\n\tucf:0;jmr:0;auth:0;dest:I;ENG:(910001)(",
          Decimal{944'506'400 + rules % 90}, ")(", Decimal{944'626'600 + (rules >> 8) % 90},
          ")(920097)(930097);\r\nX-Microsoft-Antispam-Message-Info:");
  put_opaque(pen, verdict, 3 + (verdict >> 8) % 5);
  pen.put(
      "X-MS-Exchange-AntiSpam-MessageData-ChunkCount: 1"
      "\r\nX-MS-Exchange-AntiSpam-MessageData-0:");
  put_opaque(pen, ~verdict, 1 + (verdict >> 16) % 3);
  pen.put("X-MS-Exchange-Processed-By-BccFoldering: 15.20.", Decimal{delivery.build()}, ".",
          Padded<3>{delivery.tokens(Token::build) % 48}, "\r\n");
}

void put_local_transport(Pen& pen, const Delivery& delivery) {
  const std::uint64_t verdict = delivery.tokens(Token::verdict);
  const std::uint64_t server = 1 + delivery.tokens(Token::hub_server) % 8;
  pen.put(
      "X-MS-Exchange-Organization-AVStamp-Enterprise: 1.0"
      "\r\nX-MS-Exchange-Organization-HygienePolicy: Standard"
      "\r\nX-MS-Exchange-Organization-MessageFingerprint:\r\n\t",
      UpperHex<8>{verdict}, '.', UpperHex<8>{verdict >> 16}, '.', UpperHex<8>{mix64(verdict)}, '.',
      UpperHex<8>{mix64(verdict) >> 32}, '.', UpperHex<4>{verdict >> 48}, "\r\n");
  pen.put("X-MS-Exchange-Forest-RulesExecuted: EXCH", Padded<2>{server},
          "\r\nX-MS-Exchange-Organization-RulesExecuted: EXCH", Padded<2>{server}, "\r\n");
}

}  // namespace haymaker::mime
