#include "mime/author_fields.h"

#include <algorithm>

#include "mime/base64.h"
#include "mime/header_field.h"
#include "mime/pen.h"

namespace haymaker::mime {

namespace {

// The fields that all clients have, one function each, so that a client's order is a list of calls.
class AuthorFields {
 public:
  AuthorFields(const Delivery& delivery, Buffer& out)
      : delivery_(delivery),
        envelope_(delivery.envelope),
        words_(word_encoding(envelope_.client)),
        out_(out) {}

  void originators() {
    append_mailboxes("From:", {&envelope_.from, 1}, words_, out_);
    if (envelope_.sender) append_mailboxes("Sender:", {&*envelope_.sender, 1}, words_, out_);
    if (envelope_.reply_to) append_mailboxes("Reply-To:", {&*envelope_.reply_to, 1}, words_, out_);
  }
  void to() {
    if (envelope_.to.empty()) {
      out_.append("To: undisclosed-recipients:;\r\n");
    } else {
      append_mailboxes("To:", envelope_.to, words_, out_);
    }
  }
  void cc() { append_mailboxes("Cc:", envelope_.cc, words_, out_); }
  void subject() { append_unstructured("Subject:", envelope_.subject, words_, out_); }
  void date() {
    Pen(out_).put("Date: ", DateText(envelope_.date, envelope_.offset_minutes), "\r\n");
  }
  void message_id(std::string_view name) {
    Pen(out_).put(name, " <", envelope_.message_id, ">\r\n");
  }
  void references(std::size_t most = kLongestField) {
    append_message_ids("References:", envelope_.references, most, out_);
  }
  void in_reply_to() {
    if (!envelope_.in_reply_to.empty()) {
      append_message_ids("In-Reply-To:", {&envelope_.in_reply_to, 1}, kLongestField, out_);
    }
  }
  void thread() {
    if (!envelope_.thread_topic.empty()) {
      append_unstructured("Thread-Topic:", envelope_.thread_topic, words_, out_);
    }
    if (envelope_.thread_index.empty()) return;
    // Deep conversations have indices longer than a line; base64 has no place to fold, but the
    // field's readers skip white space.
    out_.append("Thread-Index: ");
    const std::span<const std::uint8_t> index = envelope_.thread_index;
    for (std::size_t at = 0; at < index.size(); at += kIndexLineBytes) {
      if (at != 0) out_.append("\r\n ");
      const auto line = index.subspan(at, std::min(kIndexLineBytes, index.size() - at));
      append_base64({reinterpret_cast<const char*>(line.data()), line.size()}, out_);
    }
    out_.append("\r\n");
  }
  void importance() {
    if (envelope_.importance == Importance::high) {
      out_.append("Importance: high\r\nX-Priority: 1\r\n");
    } else if (envelope_.importance == Importance::low) {
      out_.append("Importance: low\r\nX-Priority: 5\r\n");
    }
    switch (envelope_.sensitivity) {
      case Sensitivity::normal: return;
      case Sensitivity::personal: out_.append("Sensitivity: personal\r\n"); return;
      case Sensitivity::private_: out_.append("Sensitivity: private\r\n"); return;
      case Sensitivity::company_confidential:
        out_.append("Sensitivity: company-confidential\r\n");
        return;
    }
  }
  void languages() {
    Pen(out_).put("Accept-Language: ", envelope_.language,
                  envelope_.language == "en-US" ? "" : ", en-US",
                  "\r\nContent-Language: ", envelope_.language, "\r\n");
  }
  void traffic() {
    Pen pen(out_);
    if (envelope_.traffic == TrafficClass::notice) {
      pen.put("Auto-Submitted: auto-generated\r\nX-Auto-Response-Suppress: All\r\n");
    } else if (envelope_.traffic == TrafficClass::auto_reply) {
      pen.put("Auto-Submitted: auto-replied\r\nX-Auto-Response-Suppress: All\r\n");
    } else if (envelope_.traffic == TrafficClass::bulk) {
      pen.put("Precedence: bulk\r\n");
      if (!envelope_.list_id.empty()) pen.put("List-Id: <", envelope_.list_id, ">\r\n");
      if (!envelope_.list_unsubscribe.empty()) {
        pen.put("List-Unsubscribe: <", envelope_.list_unsubscribe, ">\r\n");
      }
      if (envelope_.list_unsubscribe.starts_with("https:")) {
        pen.put("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
      }
      const std::uint64_t campaign = delivery_.tokens(Token::state);
      pen.put("Feedback-ID: ", Decimal{campaign % 90'000}, ':', Decimal{(campaign >> 20) % 900},
              ":news:", envelope_.sender_domain, "\r\n");
    }
  }

 private:
  static constexpr std::size_t kIndexLineBytes = 45;

  const Delivery& delivery_;
  const Envelope& envelope_;
  WordEncoding words_;
  Buffer& out_;
};

bool has_calendar(const Part& part) noexcept {
  return part.kind == PartKind::calendar || std::ranges::any_of(part.parts, has_calendar);
}

// Outlook and Exchange drop the middle of a long chain, so that the unfolded field stays a line
// (RFC 5322 section 2.1.1).
constexpr std::size_t kExchangeReferences = 998;

Framing append_outlook(AuthorFields& fields, const Delivery& delivery, const Part& body,
                       PartWriter& parts, Buffer& out) {
  const bool desktop = delivery.envelope.client == MailClient::outlook_desktop;
  fields.originators();
  fields.to();
  fields.cc();
  fields.subject();
  fields.thread();
  fields.importance();
  fields.date();
  fields.message_id("Message-ID:");
  fields.references(kExchangeReferences);
  fields.in_reply_to();
  fields.languages();
  fields.traffic();
  if (desktop) {
    Pen(out).put("X-Mailer: Microsoft Outlook 16.0\r\nX-Originating-IP: [",
                 PrivateAddress{delivery.tokens(Token::peer_address)}, "]\r\n");
  }
  const Framing framing = parts.append_fields(body);
  if (has_calendar(body)) out.append("Content-class: urn:content-classes:calendarmessage\r\n");
  out.append("MIME-Version: 1.0\r\n");
  return framing;
}

Framing append_gmail(AuthorFields& fields, const Delivery& delivery, const Part& body,
                     PartWriter& parts, Buffer& out) {
  const std::uint64_t state = delivery.tokens(Token::state);
  const std::uint64_t session = delivery.tokens(Token::session);
  const UnixSeconds date = delivery.envelope.date;
  const int offset = pacific_offset_minutes(date);
  Pen(out).put("X-Gm-Message-State: AOJu0Y", Base64Token<10>{state}, Base64Token<10>{mix64(state)},
               Base64Token<10>{mix64(state + 1)}, "\r\n\t", Base64Token<10>{mix64(state + 2)},
               Base64Token<10>{mix64(state + 3)}, Base64Token<10>{mix64(state + 4)},
               "==\r\nX-Google-Smtp-Source: AGHT+I", Base64Token<10>{mix64(session)},
               Base64Token<10>{mix64(session + 1)}, Base64Token<10>{mix64(session + 2)},
               Base64Token<10>{mix64(session + 3)}, "==\r\nX-Received: by ",
               DocumentationAddress{session}, " with SMTP id\r\n ", Hex<14>{session >> 4}, "-",
               Hex<12>{state}, "mr", Padded<8>{state >> 8}, "a12.5.",
               Decimal{static_cast<std::uint64_t>(date)}, ";\r\n        ", DateText(date, offset),
               offset == -480 ? " (PST)\r\n" : " (PDT)\r\n");
  out.append("MIME-Version: 1.0\r\n");
  fields.traffic();
  fields.references();
  fields.in_reply_to();
  fields.importance();
  fields.originators();
  fields.date();
  fields.message_id("Message-ID:");
  fields.subject();
  fields.to();
  fields.cc();
  return parts.append_fields(body);
}

Framing append_apple_mail(AuthorFields& fields, const Part& body, PartWriter& parts, Buffer& out) {
  const Framing framing = parts.append_fields(body);
  out.append("Mime-Version: 1.0 (Mac OS X Mail 16.0 \\(3774.600.62\\))\r\n");
  fields.subject();
  fields.originators();
  fields.in_reply_to();
  fields.importance();
  fields.date();
  fields.cc();
  fields.message_id("Message-Id:");
  fields.references();
  fields.to();
  fields.traffic();
  out.append("X-Mailer: Apple Mail (2.3774.600.62)\r\n");
  return framing;
}

Framing append_iphone(AuthorFields& fields, const Delivery& delivery, const Part& body,
                      PartWriter& parts, Buffer& out) {
  constexpr std::array<std::string_view, 4> kBuilds = {"21E236", "21D61", "20H320", "21F90"};
  const Framing framing = parts.append_fields(body);
  fields.originators();
  out.append("Mime-Version: 1.0 (1.0)\r\n");
  fields.subject();
  fields.date();
  fields.message_id("Message-Id:");
  fields.references();
  fields.cc();
  fields.in_reply_to();
  fields.importance();
  fields.to();
  fields.traffic();
  // A telephone keeps its system for long, so the build is the author's.
  const std::uint64_t phone = stable_hash(delivery.envelope.from.address);
  Pen(out).put("X-Mailer: iPhone Mail (", kBuilds[phone % kBuilds.size()], ")\r\n");
  return framing;
}

Framing append_machine(AuthorFields& fields, const Part& body, PartWriter& parts, Buffer& out) {
  fields.date();
  fields.originators();
  fields.to();
  fields.cc();
  fields.message_id("Message-ID:");
  fields.references();
  fields.in_reply_to();
  fields.subject();
  out.append("MIME-Version: 1.0\r\n");
  const Framing framing = parts.append_fields(body);
  fields.importance();
  fields.traffic();
  return framing;
}

}  // namespace

Framing append_author_fields(const Delivery& delivery, const Part& body, PartWriter& parts,
                             Buffer& out) {
  AuthorFields fields(delivery, out);
  switch (delivery.envelope.client) {
    case MailClient::outlook_desktop:
    case MailClient::exchange_online: return append_outlook(fields, delivery, body, parts, out);
    case MailClient::gmail: return append_gmail(fields, delivery, body, parts, out);
    case MailClient::apple_mail: return append_apple_mail(fields, body, parts, out);
    case MailClient::iphone: return append_iphone(fields, delivery, body, parts, out);
    case MailClient::machine: return append_machine(fields, body, parts, out);
  }
  return {};
}

}  // namespace haymaker::mime
