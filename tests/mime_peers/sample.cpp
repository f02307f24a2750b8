#include "mime_peers/sample.h"

#include "base/hash.h"
#include "mime/html.h"
#include "mime/message.h"
#include "mime/message_id.h"
#include "mime/quote.h"
#include "mime/thread_index.h"
#include "mime/wrap.h"

namespace haymaker::mime_peers {

namespace {

constexpr std::string_view kNames[] = {
    "Anna Smith",
    "Smith, Anna (FX)",
    "Sørensen, Ines (Settlements)",
    "Łukasz Żółć",
    "Jürgen Groß",
    "O'Brien, Pat",
    "J. R. \"Bob\" Dobbs",
    "back\\slash",
    "山田 太郎",
    "Анна Смирнова",
    "Maximilian Ferdinand Augustus von und zu Hohenberg-Schwarzenfels (Settlements, Frankfurt)",
    "Владислав Константинопольский-Преображенский, отдел расчётов и сверки позиций по сделкам",
    "=?looks?=",
    "Team: Ops; Desk",
    "",
};
constexpr std::string_view kDomains[] = {"meridianhale.example", "castellan-am.example",
                                         "a.very.long.department.name.of.a.vendor.test", "x.test"};
constexpr std::string_view kSubjects[] = {
    "March roll",
    "RE: Settlement of the March roll",
    "Überweisung über 5.000 €",
    "RE: AW: Übersicht der offenen Posten zum Quartalsende, bitte bis Freitag um 12:00 prüfen",
    "FW: a subject that goes on for so long that it has to be folded more than once, since whoever "
    "wrote it put the whole of the message into it and left the body empty",
    "決算報告書の確認をお願いします。来週の月曜日までにご返信ください。よろしくお願いいたします。",
    "Emoji 🤐📞🚀 here",
    "50% = half? _yes_",
    "=?not?Q?encoded?=",
    "tail ",
    "x",
    "",
};
constexpr std::string_view kLines[] = {
    "Hi,",
    "From here it is a single line.",
    ".",
    "..",
    "-- ",
    "--",
    "> quoted",
    "> > quoted twice, and for long enough that a client has to break the line that it stands in",
    " indented",
    "trailing   ",
    "tab\tin\tit",
    "1 + 1 = 2, =3D, =",
    "<b>not bold</b> & P&L < 5 > 4",
    "Please send the reconciliation of the nostro accounts before noon, and do copy the desk, "
    "since "
    "they have asked for it twice already and the auditors of the seventh floor ask for it as "
    "well.",
    "https://meridianhale.example/a/very/long/path/that/no/client/should/ever/break/into/two/"
    "lines?x=1",
    "",
    "",
};
constexpr std::string_view kForeignLines[] = {
    "Grüße aus München, der Betrag ist 5.000,00.",
    "Ça va? L'été dernier, à Orléans, on a déjà réglé ça.",
    "“Don’t” – he said… for 5 €",
    "Żółta łódź podwodna",
    "Привет, как дела? Нужно подтвердить расчёты по сделке до конца рабочего дня, пожалуйста.",
    "明日の会議は十時からです。資料を事前に共有してください。",
    "🤐 quiet",
};
constexpr std::string_view kFileNames[] = {
    "report.pdf",
    "Q3 \"final\" (2).xlsx",
    "Übersicht März.pdf",
    "決算報告書-二〇二四年三月期-連結財務諸表及び附属明細書-最終版-改訂二.xlsx",
    "a-very-long-name-of-a-file-that-nobody-would-ever-type-but-programs-make-up-20240304-093000."
    "csv",
    "semi;colon, comma.txt",
    "100% sure.txt",
};
constexpr std::string_view kMediaTypes[] = {
    "application/pdf", "application/octet-stream",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "image/png"};
constexpr mime::Charset kCharsets[] = {mime::Charset::utf_8, mime::Charset::us_ascii,
                                       mime::Charset::iso_8859_1, mime::Charset::iso_8859_15,
                                       mime::Charset::windows_1252};
constexpr mime::Encoding kEncodings[] = {mime::Encoding::automatic, mime::Encoding::seven_bit,
                                         mime::Encoding::eight_bit,
                                         mime::Encoding::quoted_printable, mime::Encoding::base64};
constexpr std::string_view kLanguages[] = {"en-GB", "en-US", "de-DE", "fr-FR", "pt-BR"};

std::string string_of(const Buffer& buffer) { return std::string(buffer.view()); }

}  // namespace

Sample::Sample(std::uint64_t number) : number_(number) {
  envelope.client = static_cast<MailClient>(number % kMailClients);
  envelope.direction = static_cast<mime::Direction>(draw(3));
  envelope.date = 1'400'000'000 + static_cast<UnixSeconds>(draw(500'000'000));
  envelope.offset_minutes = static_cast<int>(draw(27)) * 60 - 720 + (one_in(5) ? 30 : 0);
  envelope.language = pick(kLanguages);
  envelope.entropy = {mix64(number), mix64(number + 1), mix64(number + 2), mix64(number + 3)};
  envelope.importance = static_cast<mime::Importance>(draw(3));
  envelope.sensitivity = static_cast<mime::Sensitivity>(draw(4));
  choose_people();
  choose_subject();
  choose_thread();
  choose_traffic();
  body = text_part();
  if (!one_in(3)) body = with_html(body);
  if (one_in(4)) body = with_image(body);
  if (one_in(3)) body = with_files(body);
}

std::uint64_t Sample::draw(std::uint64_t below) {
  return mix64(number_ * 0x9E3779B97F4A7C15U + mix64(++draws_)) % below;
}

std::string_view Sample::keep(std::string text) { return texts_.emplace_back(std::move(text)); }

std::span<const mime::Part> Sample::keep_parts(std::vector<mime::Part> parts) {
  return parts_.emplace_back(std::move(parts));
}

void Sample::choose_people() {
  const auto mailbox = [&]() -> mime::Mailbox {
    const std::string_view domain = pick(kDomains);
    return {pick(kNames),
            keep("person" + std::to_string(draw(10'000)) + "@" + std::string(domain))};
  };
  envelope.from = mailbox();
  envelope.sender_domain = envelope.from.address.substr(envelope.from.address.find('@') + 1);
  envelope.company_domain = kDomains[0];
  if (one_in(8)) envelope.sender = mailbox();
  if (one_in(8)) envelope.reply_to = mailbox();
  const std::uint64_t count = one_in(40) ? 300 : draw(5);
  for (std::uint64_t i = 0; i < count; ++i) to_.push_back(mailbox());
  for (std::uint64_t i = draw(4); i > 1; --i) cc_.push_back(mailbox());
  envelope.to = to_;
  envelope.cc = cc_;
}

void Sample::choose_subject() { envelope.subject = pick(kSubjects); }

void Sample::choose_thread() {
  const auto id = [&](std::uint64_t entropy) {
    Buffer out;
    const auto client = static_cast<MailClient>(draw(kMailClients));
    mime::append_message_id(client, pick(kDomains), envelope.date, entropy, out);
    return keep(string_of(out));
  };
  Buffer own;
  mime::append_message_id(envelope.client, envelope.sender_domain, envelope.date, number_, own);
  envelope.message_id = keep(string_of(own));
  envelope.thread_topic = envelope.subject;
  const mime::ThreadRoot root =
      mime::thread_root(mime::ThreadIndexForm::classic, envelope.date - 90'000, {});
  thread_index_.assign(root.begin(), root.end());
  const std::uint64_t depth = one_in(60) ? 150 : one_in(2) ? draw(12) : 0;
  for (std::uint64_t i = 0; i < depth; ++i) {
    references_.push_back(id(number_ * 1'000 + i));
    const auto child = mime::thread_child(thread_index_, envelope.date - 80'000, 7);
    thread_index_.insert(thread_index_.end(), child.begin(), child.end());
  }
  envelope.references = references_;
  if (!references_.empty()) envelope.in_reply_to = references_.back();
  envelope.thread_index = thread_index_;
}

void Sample::choose_traffic() {
  if (envelope.client == MailClient::machine) {
    envelope.traffic = one_in(2) ? mime::TrafficClass::bulk : mime::TrafficClass::notice;
    envelope.list_id = "research.castellan-am.example";
    envelope.list_unsubscribe = "https://castellan-am.example/u/8f3c";
  } else if (one_in(10)) {
    envelope.traffic = mime::TrafficClass::auto_reply;
  }
}

std::string Sample::text(bool foreign) {
  std::string text;
  for (std::uint64_t lines = 1 + draw(14); lines != 0; --lines) {
    text += foreign && one_in(2) ? pick(kForeignLines) : pick(kLines);
    text += '\n';
  }
  if (one_in(20)) text += std::string(1'500, 'x') + " end of a line that no server would take\n";
  return text;
}

mime::Part Sample::text_part() {
  std::string whole = text(one_in(2));
  if (one_in(3)) {
    Buffer quote;
    const mime::QuotedHeader header{.from = envelope.from,
                                    .to = envelope.cc,
                                    .cc = {},
                                    .subject = envelope.subject,
                                    .date = envelope.date - 5'000,
                                    .offset_minutes = envelope.offset_minutes};
    const mime::QuoteForm form = mime::reply_form(envelope.client);
    mime::append_quote_header(form, mime::language_of(envelope.language), header, quote);
    const std::string quoted = text(one_in(2));
    if (mime::marks_lines(form)) {
      mime::append_marked(quoted, one_in(2), {}, quote);
    } else {
      quote.append(quoted);
    }
    whole += '\n' + string_of(quote);
  }
  const mime::TextLayout layout = mime::text_layout(envelope.client);
  Buffer laid;
  mime::wrap_text(layout, whole, {}, laid);
  return {.kind = mime::PartKind::plain,
          .content = keep(string_of(laid)),
          .charset = pick(kCharsets),
          .encoding = pick(kEncodings),
          .flowed = layout == mime::TextLayout::flowed};
}

mime::Part Sample::with_html(const mime::Part& plain) {
  Buffer html;
  mime::append_html(envelope.client, plain.content, envelope.language, {}, html);
  std::vector<mime::Part> parts = {
      plain, {.kind = mime::PartKind::html, .content = keep(string_of(html))}};
  if (one_in(6)) {
    parts.push_back({.kind = mime::PartKind::calendar,
                     .content = "BEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR\n",
                     .method = "REQUEST"});
  }
  return {.kind = mime::PartKind::alternative, .parts = keep_parts(std::move(parts))};
}

mime::Part Sample::file_part(bool shown) {
  std::string bytes;
  for (std::uint64_t i = draw(400); i != 0; --i) bytes += static_cast<char>(draw(256));
  return {.kind = shown ? mime::PartKind::inline_file : mime::PartKind::attachment,
          .content = keep(std::move(bytes)),
          .media_type = shown ? "image/png" : pick(kMediaTypes),
          .file_name = pick(kFileNames),
          .content_id = shown ? "image001.png@01DA6E16.87590000" : "",
          .modified = one_in(2) ? envelope.date - 3'600 : 0};
}

mime::Part Sample::with_image(const mime::Part& texts) {
  return {.kind = mime::PartKind::related, .parts = keep_parts({texts, file_part(true)})};
}

mime::Part Sample::with_files(const mime::Part& main) {
  std::vector<mime::Part> parts = {main};
  for (std::uint64_t i = 1 + draw(3); i != 0; --i) parts.push_back(file_part(false));
  if (one_in(4)) {
    const Sample inner(number_ + 1'000'000'007);
    Buffer message;
    mime::append_message(inner.envelope, inner.body, message);
    parts.push_back({.kind = mime::PartKind::message,
                     .content = keep(string_of(message)),
                     .file_name = "Forwarded.eml"});
  }
  return {.kind = mime::PartKind::mixed, .parts = keep_parts(std::move(parts))};
}

}  // namespace haymaker::mime_peers
