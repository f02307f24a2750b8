"""Holds the invitations in a corpus, and the answers to them, to what icalendar reads in them (RFC 6047)."""

import email
import email.policy
import re
from datetime import timedelta

import icalendar

ANSWERS = {"Accepted": "ACCEPTED", "Declined": "DECLINED", "Tentative": "TENTATIVE"}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CLOCK = re.compile(r"\b(\d{1,2})(?:[.:](\d\d))?(am|pm)|\b(\d\d):(\d\d)\b")


def address_of(calendar_address):
    return str(calendar_address).removeprefix("mailto:").removeprefix("MAILTO:")


def clocks(text):
    """The times of day that a text names, as (hour, minute)."""
    for hour, minute, half, hour24, minute24 in CLOCK.findall(text):
        if half:
            yield int(hour) % 12 + (12 if half == "pm" else 0), int(minute or 0)
        else:
            yield int(hour24), int(minute24)


class Meetings:
    """Feeds on messages in any order; who answers whom is judged at the end."""

    def __init__(self):
        self.uids = {}  # Of requests, by message id.
        self.answered = []  # (message id of the request, uid)
        self.requests = self.replies = 0

    def faults(self, raw):
        if b"text/calendar" not in raw:
            return
        message = email.message_from_bytes(raw, policy=email.policy.default)
        parts = [part for part in message.walk()
                 if part.get_content_type() == "text/calendar" and part.get_param("method")]
        if not parts:  # A file of that kind, as any message may have.
            return
        part, = parts
        calendar = icalendar.Calendar.from_ical(part.get_content())
        event, = calendar.walk("VEVENT")
        if part["content-type"].params["method"] != calendar["METHOD"]:
            yield "the part's method is not the calendar's"
        yield from self.file_faults(message, part)
        if not timedelta(0) < event.decoded("DTEND") - event.decoded("DTSTART") <= timedelta(hours=2):
            yield "a meeting of an odd length"
        text = message.get_body(("plain",)).get_content()
        if calendar["METHOD"] == "REQUEST":
            yield from self.request_faults(message, event, text)
        else:
            yield from self.reply_faults(message, event)

    @staticmethod
    def file_faults(message, part):
        for file in message.iter_attachments():
            if file.get_content_type() == "application/ics":
                if file.get_content().decode().splitlines() != part.get_content().splitlines():
                    yield "invite.ics is not the calendar of the message"

    def request_faults(self, message, event, text):
        self.requests += 1
        self.uids[str(message["message-id"]).strip()] = str(event["UID"])
        if address_of(event["ORGANIZER"]) != message["from"].addresses[0].addr_spec:
            yield "an organiser who is not the sender"
        if str(event["SUMMARY"]) != str(message["subject"]):
            yield f"the summary {event['SUMMARY']!r} is not the subject {message['subject']!r}"
        start = event.decoded("DTSTART")
        if not timedelta(0) <= start - message["date"].datetime <= timedelta(days=9):
            yield f"a meeting at {start} in a message of {message['date']}"
        named = {day for day in WEEKDAYS if day in text}
        if len(named) == 1 and "omorrow" not in text and start.weekday() != WEEKDAYS.index(*named):
            yield f"a meeting on a {WEEKDAYS[start.weekday()]}, but the text names {named}"

    def reply_faults(self, message, event):
        self.replies += 1
        attendees = event["ATTENDEE"]
        if isinstance(attendees, list):
            yield "an answer by several"
            return
        if address_of(attendees) != message["from"].addresses[0].addr_spec:
            yield "an answer by somebody else"
        prefix = str(message["subject"]).split(":")[0]
        if prefix in ANSWERS and attendees.params["PARTSTAT"] != ANSWERS[prefix]:
            yield f"{prefix}, but {attendees.params['PARTSTAT']}"
        parent = message["in-reply-to"]
        if parent is not None:
            self.answered.append((str(parent).strip(), str(event["UID"])))

    def final_faults(self):
        for parent, uid in self.answered:
            if self.uids.get(parent) != uid:
                yield f"the answer to {parent} is about another meeting"
        if self.requests < 30 or self.replies < 15:
            yield f"only {self.requests} invitations and {self.replies} answers"
