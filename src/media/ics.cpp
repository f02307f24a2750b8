#include "media/ics.h"

#include "base/utf8.h"
#include "media/content_line.h"

namespace haymaker::media {

namespace {

// "20250305T091407"
struct LocalTime {
  UnixSeconds at;
  int offset_minutes;
};
void put_piece(LocalTime local, Buffer& out) {
  const CivilTime time = civil_time(local.at, local.offset_minutes);
  append_padded(static_cast<std::uint64_t>(time.date.year), 4, out);
  append_padded(static_cast<std::uint64_t>(time.date.month), 2, out);
  append_padded(static_cast<std::uint64_t>(time.date.day), 2, out);
  out.append('T');
  append_padded(static_cast<std::uint64_t>(time.hour), 2, out);
  append_padded(static_cast<std::uint64_t>(time.minute), 2, out);
  append_padded(static_cast<std::uint64_t>(time.second), 2, out);
}

// "+0530"
struct Offset {
  int minutes;
};
void put_piece(Offset offset, Buffer& out) {
  const int distance = offset.minutes < 0 ? -offset.minutes : offset.minutes;
  out.append(offset.minutes < 0 ? '-' : '+');
  append_padded(static_cast<std::uint64_t>(distance / 60), 2, out);
  append_padded(static_cast<std::uint64_t>(distance % 60), 2, out);
}

// "UTC+0530": no two zones of one name differ.
struct ZoneName {
  int offset_minutes;
};
void put_piece(ZoneName zone, Buffer& out) {
  out.append("UTC");
  put_piece(Offset{zone.offset_minutes}, out);
}

// A zone of one offset. It is true for the event, and makes no claim about other seasons.
void put_zone(int offset_minutes, Buffer& out) {
  put_line(out, "BEGIN:VTIMEZONE");
  put_line(out, "TZID:", ZoneName{offset_minutes});
  put_line(out, "BEGIN:STANDARD");
  put_line(out, "DTSTART:16010101T000000");
  put_line(out, "TZOFFSETFROM:", Offset{offset_minutes});
  put_line(out, "TZOFFSETTO:", Offset{offset_minutes});
  put_line(out, "END:STANDARD");
  put_line(out, "END:VTIMEZONE");
}

void put_time(std::string_view property, UnixSeconds at, int offset_minutes, Buffer& out) {
  if (offset_minutes == 0) {
    put_line(out, property, ":", LocalTime{at, 0}, "Z");
  } else {
    put_line(out, property, ";TZID=", ZoneName{offset_minutes}, ":", LocalTime{at, offset_minutes});
  }
}

void put_people(const Event& event, Buffer& out) {
  if (!event.organiser.address.empty()) {
    put_line(out, "ORGANIZER;CN=", QuotedValue{event.organiser.name},
             ":mailto:", event.organiser.address);
  }
  // In a request everyone is asked, in a reply the one attendee has answered.
  const bool answers = event.method == "REPLY";
  for (const Contact& attendee : event.attendees) {
    put_line(out,
             "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=", answers ? event.answer : "NEEDS-ACTION",
             answers ? "" : ";RSVP=TRUE", ";CN=", QuotedValue{attendee.name},
             ":mailto:", attendee.address);
  }
}

constexpr int kReminderMinutes = 15;

void put_reminder(Buffer& out) {
  put_line(out, "BEGIN:VALARM");
  put_line(out, "DESCRIPTION:REMINDER");
  put_line(out, "TRIGGER;RELATED=START:-PT", kReminderMinutes, "M");
  put_line(out, "ACTION:DISPLAY");
  put_line(out, "END:VALARM");
}

void put_event(const Order& order) {
  const Document& document = order.document;
  const Event& event = document.event;
  Buffer& out = order.out;
  put_line(out, "BEGIN:VEVENT");
  put_people(event, out);
  append_joined_paragraphs("DESCRIPTION", order);
  put_line(out, "UID:", EscapedText{event.uid});
  put_line(out, "SUMMARY:", EscapedText{document.title});
  locate(order, Field::title, 0, {.unit = PlaceUnit::property, .name = "SUMMARY"});
  put_time("DTSTART", event.start, event.offset_minutes, out);
  put_time("DTEND", event.end, event.offset_minutes, out);
  put_line(out, "CLASS:PUBLIC");
  put_line(out, "PRIORITY:5");
  put_line(out, "DTSTAMP:", LocalTime{document.modified, 0}, "Z");
  put_line(out, "TRANSP:OPAQUE");
  put_line(out, "STATUS:", event.method == "CANCEL" ? "CANCELLED" : "CONFIRMED");
  put_line(out, "SEQUENCE:", event.sequence);
  if (!event.location.empty()) put_line(out, "LOCATION:", EscapedText{event.location});
  if (event.program == CalendarProgram::exchange) {
    put_line(out, "X-MICROSOFT-CDO-BUSYSTATUS:", event.method == "REQUEST" ? "TENTATIVE" : "BUSY");
  }
  if (event.method == "REQUEST") put_reminder(out);
  put_line(out, "END:VEVENT");
}

}  // namespace

void append_ics(const Order& order) {
  const Event& event = order.document.event;
  Buffer& out = order.out;
  put_line(out, "BEGIN:VCALENDAR");
  put_line(out, "METHOD:", event.method);
  put_line(out, "PRODID:",
           event.program == CalendarProgram::google
               ? std::string_view("-//Google Inc//Google Calendar 70.9054//EN")
               : std::string_view("Microsoft Exchange Server 2010"));
  put_line(out, "VERSION:2.0");
  if (event.offset_minutes != 0) put_zone(event.offset_minutes, out);
  put_event(order);
  put_line(out, "END:VCALENDAR");
}

void append_joined_paragraphs(std::string_view property, const Order& order) {
  const auto paragraphs = order.document.paragraphs;
  if (paragraphs.empty()) return;
  Buffer& out = order.out;
  const std::size_t start = out.size();
  put(out, property, ":");
  Offsets before;  // Of the paragraph in the value.
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (i != 0) out.append("\\n");
    put_piece(EscapedText{paragraphs[i]}, out);
    locate(order, Field::paragraph, i, {.unit = PlaceUnit::property, .name = property}, before);
    before.bytes += paragraphs[i].size() + 1;
    before.code_points += count_code_points(paragraphs[i]) + 1;
  }
  fold_line(start, out);
}

}  // namespace haymaker::media
