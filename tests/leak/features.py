"""Everything about a message but its words, as numbers that a classifier can use."""

import email
import email.policy
import re
import zlib
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime

QUOTE_BEGINS = re.compile(
    r"^(>|On .+ wrote:|-+ ?(Original|Forwarded) [Mm]essage|_{20,}|From: |Begin forwarded)", re.MULTILINE)


def bucket(text, size=1000):
    """A name as a number: equal names are equal, and trees can cut between them."""
    return zlib.crc32(text.encode()) % size


def shape(text):
    """Digits and letters without their values: of boundaries and ids this is what a client gives them."""
    return re.sub(r"[a-z]+", "a", re.sub(r"[A-Z]+", "A", re.sub(r"[0-9]+", "0", text)))


def of_headers(message, found):
    names = [name.lower() for name in message.keys()]
    found["headers"] = len(names)
    found["header order"] = bucket(",".join(names))
    for name, value in message.items():
        if name.lower() == "subject":
            prefix = re.match(r"\s*((re|fw|fwd|aw|wg|tr|sv|external|\[ext\])\s*:?\s*)*", value, re.IGNORECASE)
            found["subject prefix"] = bucket(prefix.group().lower().strip())
        found[f"length of {name.lower()}"] = found.get(f"length of {name.lower()}", 0) + len(value)
    for name in ("x-mailer", "user-agent", "mime-version", "content-language", "importance"):
        found[f"value of {name}"] = bucket(str(message[name]))
    found["message id shape"] = bucket(shape(message["message-id"].split("@")[0]))
    found["id host"] = bucket(message["message-id"].rsplit("@", 1)[-1])
    for name in ("to", "cc"):
        found[f"readers in {name}"] = str(message[name] or "").count("@")
    found["references"] = str(message["references"] or "").count("<")


def of_time(message, found):
    date = parsedate_to_datetime(message["date"])
    found.update({"hour": date.hour, "minute": date.minute, "second": date.second, "weekday": date.weekday(),
                  "day": date.toordinal(), "zone": date.utcoffset().total_seconds()})
    return date.astimezone(timezone.utc)


def of_text(text, found):
    """Sizes of the body; the words themselves are not looked at, only where a quote begins."""
    quote = QUOTE_BEGINS.search(text)
    own = text[:quote.start()] if quote else text
    lines = own.splitlines()
    found.update({"own characters": len(own), "own lines": len(lines), "quoted characters": len(text) - len(own),
                  "own paragraphs": len(re.findall(r"\n\s*\n", own.strip())) + 1,
                  "longest own line": max(map(len, lines), default=0),
                  "own words": len(own.split()), "own non-ascii": sum(ord(c) > 127 for c in own)})


def of_parts(message, found):
    parts = list(message.walk())
    found["parts"] = len(parts)
    found["structure"] = bucket(",".join(part.get_content_type() for part in parts))
    found["boundary shape"] = bucket(shape(str(message.get_boundary())))
    texts = [part for part in parts if part.get_content_type() == "text/plain" and not part.get_filename()]
    if texts:
        charset = texts[0].get_content_charset("us-ascii")
        found["charset"] = bucket(charset)
        found["encoding"] = bucket(str(texts[0]["content-transfer-encoding"]).lower())
        of_text(texts[0].get_payload(decode=True).decode(charset, "replace").replace("\r\n", "\n"), found)
    html = [part for part in parts if part.get_content_type() == "text/html"]
    found["html bytes"] = sum(len(part.get_payload(decode=True)) for part in html)
    attached = [part for part in parts if part.get_filename()]
    found["attachments"] = len(attached)
    found["attached bytes"] = sum(len(part.get_payload(decode=True) or b"") for part in attached)
    found["attached names"] = sum(len(part.get_filename()) for part in attached)


def extract(raw, uid, place):
    """(features, UTC time, id, parent's id) of one message; `place` is its number in the corpus."""
    message = email.message_from_bytes(raw, policy=email.policy.compat32)
    found = {"bytes": len(raw), "lines": raw.count(b"\n"), "place": place, "place in block": place % 1024}
    for digit in range(0, 16, 4):
        found[f"uid {digit}"] = int(uid[digit:digit + 4], 16)
    of_headers(message, found)
    sent = of_time(message, found)
    of_parts(message, found)
    return found, sent, message["message-id"].strip(), (message["in-reply-to"] or "").strip()


def of_conversations(rows):
    """Adds what only the corpus as a whole shows: answers, how deep, how long after."""
    by_id = {row["id"]: row for row in rows}
    answers = {}
    for row in rows:
        answers.setdefault(row["parent"], []).append(row)
    origin = datetime(2000, 1, 1, tzinfo=timezone.utc)

    def root(row):
        while row["parent"] in by_id:
            row = by_id[row["parent"]]
        return row["id"]

    sizes = {}
    for row in rows:
        row["root"] = root(row)
        sizes[row["root"]] = sizes.get(row["root"], 0) + 1
    for row in rows:
        parent = by_id.get(row["parent"])
        replies = answers.get(row["id"], [])
        row["features"].update({
            "conversation size": sizes[row["root"]],
            "answers": len(replies),
            "delay": (row["sent"] - parent["sent"]).total_seconds() if parent else -1,
            "delay of the answer": min(((r["sent"] - row["sent"]).total_seconds() for r in replies), default=-1),
            "sent": (row["sent"] - origin).total_seconds() % 86400,
        })
