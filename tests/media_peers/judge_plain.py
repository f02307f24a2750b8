"""csv by the csv module, ics by icalendar and vobject, vcf by vobject."""

import csv
import datetime
import io

import icalendar
import vobject

from expectation import FIELD, NOWHERE, PARAGRAPH, PROPERTY, span_faults


def line_faults(data, most):
    if not data:
        return
    if not data.endswith(b"\r\n") or b"\n" in data.replace(b"\r\n", b""):
        yield "line ends"
    if most and max(map(len, data.split(b"\r\n"))) > most:
        yield "a line of more than 75 octets"
    data.decode()


def csv_faults(data, wanted):
    records = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
    columns = len(wanted["header"])
    cells = [cell["text"] for cell in wanted["cells"]]
    asked = [wanted["header"]] * bool(columns) + [
        cells[i:i + columns] for i in range(0, len(cells), columns or 1)]
    if records != asked:
        yield f"{records} is not {asked}"
    for place in wanted["places"]:
        if place["field"] == 1 and place["unit"] == NOWHERE:
            continue
        if place["unit"] != FIELD:
            yield f"unit {place['unit']}"
            continue
        yield from span_faults(place, records[place["row"] - 1][place["column"] - 1])


def txt_faults(data, wanted):
    paragraphs = data.decode().removesuffix("\r\n").split("\r\n\r\n")
    if paragraphs != [wanted["title"], *wanted["paragraphs"]]:
        yield "paragraphs differ"
    for place in wanted["places"]:
        if place["unit"] == PARAGRAPH:
            yield from span_faults(place, paragraphs[place["number"] - 1])
        elif place["field"] != 2:
            yield f"unit {place['unit']}"


def property_faults(wanted, values):
    for place in wanted["places"]:
        if place["unit"] == PROPERTY:
            yield from span_faults(place, values[place["name"]])
        elif place["field"] != 2:
            yield f"unit {place['unit']}"


def ics_faults(data, wanted):
    calendar = icalendar.Calendar.from_ical(data)
    asked = wanted["event"]
    (event,) = calendar.walk("VEVENT")
    if event.errors or calendar.errors:
        yield f"errors {event.errors} {calendar.errors}"
    values = {"SUMMARY": str(event["SUMMARY"]), "DESCRIPTION": str(event.get("DESCRIPTION", ""))}
    if values["SUMMARY"] != wanted["title"]:
        yield f"summary {values['SUMMARY']!r}"
    if values["DESCRIPTION"] != "\n".join(wanted["paragraphs"]):
        yield "description differs"
    if (str(event["UID"]), str(calendar["METHOD"])) != (asked["uid"], asked["method"]):
        yield f"uid {event['UID']}, method {calendar['METHOD']}"
    if (str(event["LOCATION"]), event["SEQUENCE"]) != (asked["location"], asked["sequence"]):
        yield f"location {event['LOCATION']!r}, sequence {event['SEQUENCE']}"
    for name in ("start", "end"):
        time = event[f"DT{name.upper()}"].dt
        if time.timestamp() != asked[name]:
            yield f"{name} {time}"
        if time.utcoffset() != datetime.timedelta(minutes=asked["offset_minutes"]):
            yield f"{name} has the offset {time.utcoffset()}"
    attendees = event.get("ATTENDEE", [])
    attendees = attendees if isinstance(attendees, list) else [attendees]
    found = [{"name": a.params["CN"], "address": a.removeprefix("mailto:")} for a in attendees]
    if found != asked["attendees"]:
        yield f"attendees {found} are not {asked['attendees']}"
    if event["ORGANIZER"] != "mailto:" + asked["organiser"]:
        yield f"organiser {event['ORGANIZER']}"
    yield from property_faults(wanted, values)
    other = vobject.readOne(data.decode())
    if other.vevent.summary.value != wanted["title"]:
        yield f"vobject: summary {other.vevent.summary.value!r}"


def vcf_faults(data, wanted):
    card = vobject.readOne(data.decode())
    name = card.n.value
    if (name.family, name.given) != ("Żółć", "Łukasz, Jr."):
        yield f"name {name.family!r} {name.given!r}"
    if card.fn.value != "Łukasz, Jr. Żółć" or card.org.value != [wanted["company"]]:
        yield f"name {card.fn.value!r} of {card.org.value!r}"
    if card.email.value != "lukasz.zolc@castellan-am.example":
        yield f"address {card.email.value!r}"
    note = card.note.value if wanted["paragraphs"] else ""
    if note != "\n".join(wanted["paragraphs"]):
        yield "note differs"
    yield from property_faults(wanted, {"NOTE": note, "SUMMARY": wanted["title"]})


READERS = {"csv": csv_faults, "txt": txt_faults, "ics": ics_faults, "vcf": vcf_faults}


def faults(path, wanted):
    data = path.read_bytes()
    kind = wanted["kind"]
    yield from line_faults(data, 75 if kind in ("ics", "vcf") else 0)
    yield from READERS[kind](data, wanted)
