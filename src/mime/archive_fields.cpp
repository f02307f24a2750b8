#include "mime/archive_fields.h"

#include "mime/filter_fields.h"
#include "mime/pen.h"

namespace haymaker::mime {

namespace {

void put_organisation(Pen& pen, const Delivery& delivery, bool from_inside) {
  const Guid id = delivery.tokens.network_message_id();
  pen.put("X-MS-Exchange-Organization-Network-Message-Id:\r\n\t", id,
          "\r\nX-MS-Exchange-Organization-AuthSource:\r\n\t");
  if (delivery.is_local()) {
    put_local_server(pen, delivery.tokens(Token::hub_server), delivery.envelope.sender_domain);
  } else {
    pen.put(delivery.mailbox_server());
  }
  if (from_inside) {
    pen.put(
        "\r\nX-MS-Exchange-Organization-AuthAs: Internal"
        "\r\nX-MS-Exchange-Organization-AuthMechanism: 04"
        "\r\nX-MS-Exchange-Organization-MessageDirectionality: Originating"
        "\r\nX-MS-Exchange-Organization-SCL: -1"
        "\r\nX-MS-Exchange-Organization-RecordReviewCfmType: 0\r\n");
  } else {
    pen.put(
        "\r\nX-MS-Exchange-Organization-AuthAs: Anonymous"
        "\r\nX-MS-Exchange-Organization-MessageDirectionality: Incoming"
        "\r\nX-MS-Exchange-Organization-SCL: 1\r\n");
  }
}

void put_cross_tenant(Pen& pen, const Delivery& delivery, bool from_inside) {
  const Guid tenant{mix64(delivery.tenant), mix64(delivery.tenant + 1)};
  pen.put("X-MS-PublicTrafficType: Email\r\nX-MS-Exchange-CrossTenant-OriginalArrivalTime: ");
  pen.put(delivery.arrival(),
          "\r\nX-MS-Exchange-CrossTenant-FromEntityHeader: ", from_inside ? "Hosted" : "Internet",
          "\r\nX-MS-Exchange-CrossTenant-Network-Message-Id:\r\n\t",
          delivery.tokens.network_message_id(),
          "\r\nX-MS-Exchange-CrossTenant-AuthAs: ", from_inside ? "Internal" : "Anonymous",
          "\r\nX-MS-Exchange-CrossTenant-Id: ", tenant, "\r\n");
  if (!from_inside) pen.put("X-EOPTenantAttributedMessage: ", tenant, ":0\r\n");
}

void put_latency(Pen& pen, const Delivery& delivery) {
  const std::uint64_t token = delivery.tokens(Token::delays);
  pen.put("X-MS-Exchange-Transport-EndToEndLatency: 00:00:0", Decimal{1 + token % 8}, '.',
          Padded<7>{token >> 24}, "\r\n");
}

}  // namespace

void append_archive_fields(const Delivery& delivery, bool has_attachments, Buffer& out) {
  const Envelope& envelope = delivery.envelope;
  const bool from_inside = envelope.direction != Direction::inbound;
  const bool microsoft = envelope.client == MailClient::outlook_desktop ||
                         envelope.client == MailClient::exchange_online;
  Pen pen(out);
  if (microsoft) {
    pen.put("X-MS-Has-Attach:", has_attachments ? " yes" : "", "\r\nX-MS-TNEF-Correlator:\r\n");
  }
  // Mail that stays inside Google's systems never meets an Exchange server.
  if (envelope.client == MailClient::gmail && from_inside) return;
  put_organisation(pen, delivery, from_inside);
  if (delivery.is_local()) {
    put_local_transport(pen, delivery);
  } else {
    put_cross_tenant(pen, delivery, from_inside);
    from_inside ? put_online_filters(pen, delivery) : put_inbound_filters(pen, delivery);
  }
  put_latency(pen, delivery);
}

}  // namespace haymaker::mime
