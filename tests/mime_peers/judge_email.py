#!/usr/bin/env python3
"""judge_email.py DIRECTORY: reads what mime_samples wrote with Python's email package.

Every message must parse without a defect in any part or header field, and say what
expected.jsonl says. Two exceptions. The RFC 2047 form of a file name in Content-Type's `name` is a
defect, since RFC 2047 forbids it; the clients that are imitated write it all the same. And the
package keeps the white space between the encoded words of one display name (RFC 2047 section 6.2
drops it), so names too long for one word are compared without spaces.
"""

import email
import email.policy
import json
import pathlib
import sys
from datetime import datetime, timedelta, timezone

ALLOWED_IN_NAME = ("encoded word inside quoted string", "whitespace after encoded-word")
LONGEST_IN_ONE_WORD = 45  # Octets: 60 characters of base64.


def header_defects(part):
    for name, value in part.items():
        for defect in getattr(value, "defects", ()):
            if name.lower() == "content-type" and any(a in str(defect) for a in ALLOWED_IN_NAME):
                continue
            yield f"{name}: {defect!r}"


def addresses(field):
    if field is None:
        return []
    return [{"name": a.display_name, "address": a.addr_spec} for a in field.addresses]


def same_people(found, wanted):
    def comparable(person):
        name = person["name"]
        long = not name.isascii() and len(name.encode()) > LONGEST_IN_ONE_WORD
        return (name.replace(" ", "") if long else name, person["address"])

    return [comparable(p) for p in found] == [comparable(p) for p in wanted]


def ids(field):
    return [] if field is None else [word.strip("<>") for word in str(field).split()]


def trimmed_references(found, wanted):
    """A field that would be too long keeps the root and the latest."""
    return bool(found) and found[0] == wanted[0] and found[1:] == wanted[len(wanted) - len(found) + 1:]


def leaves(message):
    """The parts that hold something; what a forwarded message holds is its own affair."""
    if message.get_content_type() == "message/rfc822":
        yield message
    elif message.is_multipart():
        for part in message.iter_parts():
            yield from leaves(part)
    else:
        yield message


def part_faults(part, wanted):
    if part.get_content_type() != wanted["type"]:
        yield f"type {part.get_content_type()} is not {wanted['type']}"
    if "file_name" in wanted and part.get_filename() != wanted["file_name"]:
        yield f"file name {part.get_filename()!r} is not {wanted['file_name']!r}"
    if "text" in wanted:
        text = part.get_content().replace("\r\n", "\n")
        if text != wanted["text"]:
            yield f"text {text!r} is not {wanted['text']!r}"
    if "hex" in wanted:
        payload = part.get_payload(decode=True)
        if payload.hex() != wanted["hex"]:
            yield "bytes differ"
    if wanted.get("content_id") and part["content-id"] != f"<{wanted['content_id']}>":
        yield f"content id {part['content-id']}"


def faults(message, wanted):
    for part in message.walk():
        for defect in part.defects:
            yield f"defect {defect!r}"
        yield from header_defects(part)
    zone = timezone(timedelta(minutes=wanted["offset_minutes"]))
    if message["date"].datetime != datetime.fromtimestamp(wanted["date"], zone):
        yield f"date {message['date']}"
    if message["date"].datetime.utcoffset() != timedelta(minutes=wanted["offset_minutes"]):
        yield f"zone {message['date']}"
    if not same_people(addresses(message["from"]), [wanted["from"]]):
        yield f"from {addresses(message['from'])} is not {wanted['from']}"
    for name in ("to", "cc"):
        if not same_people(addresses(message[name]), wanted[name]):
            yield f"{name} {addresses(message[name])} is not {wanted[name]}"
    if str(message["subject"]) != wanted["subject"].rstrip(" "):
        yield f"subject {str(message['subject'])!r} is not {wanted['subject']!r}"
    if ids(message["message-id"]) != [wanted["message_id"]]:
        yield f"message id {message['message-id']}"
    if ids(message["in-reply-to"]) != [i for i in [wanted["in_reply_to"]] if i]:
        yield f"in reply to {message['in-reply-to']}"
    found = ids(message["references"])
    if found != wanted["references"] and not trimmed_references(found, wanted["references"]):
        yield f"references {found}"
    parts = list(leaves(message))
    if len(parts) != len(wanted["parts"]):
        yield f"{len(parts)} parts, not {len(wanted['parts'])}"
    for part, wanted_part in zip(parts, wanted["parts"]):
        yield from part_faults(part, wanted_part)


def main():
    directory = pathlib.Path(sys.argv[1])
    failed = total = 0
    for line in open(directory / "expected.jsonl", encoding="utf-8"):
        wanted = json.loads(line)
        raw = (directory / wanted["file"]).read_bytes()
        message = email.message_from_bytes(raw, policy=email.policy.default)
        found = list(faults(message, wanted))
        total += 1
        failed += bool(found)
        for fault in found if failed <= 20 else ():
            print(f"{wanted['file']}: {fault[:400]}")
    print(f"{total - failed} of {total} messages agree")
    return 1 if failed or not total else 0


if __name__ == "__main__":
    sys.exit(main())
