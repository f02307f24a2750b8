"""Everything about a message but its words, as numbers that a classifier can use."""

import email
import email.policy
import re
import zlib
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime

QUOTE_BEGINS = re.compile(
    r"^(>|On .+ wrote:|-+ ?(Original|Forwarded) [Mm]essage|_{20,}|From: |Begin forwarded)", re.MULTILINE)
LINK = re.compile(rb"^(Message-ID|In-Reply-To|Date):[ \r\n]+([^\r\n]+)", re.IGNORECASE | re.MULTILINE)
MACHINES = re.compile(rb"^(Auto-Submitted|Precedence):", re.IGNORECASE | re.MULTILINE)
ORIGIN = datetime(2000, 1, 1, tzinfo=timezone.utc)


def bucket(text, size=1000):
    """A name as a number: equal names are equal, and trees can cut between them."""
    return zlib.crc32(text.encode()) % size


def shape(text):
    """Digits and letters without their values: of boundaries and ids this is what a client gives them."""
    return re.sub(r"[a-z]+", "a", re.sub(r"[A-Z]+", "A", re.sub(r"[0-9]+", "0", text)))


def domains(value):
    return [address.lower() for address in re.findall(r"@([A-Za-z0-9.-]+)", str(value or ""))]


def links(raw):
    """What makes conversations of messages: cheap, because it is asked of all."""
    head = raw[:raw.index(b"\r\n\r\n")]
    found = {name.lower(): value for name, value in LINK.findall(head)}
    return {"id": found[b"message-id"].strip().decode(), "parent": found.get(b"in-reply-to", b"").strip().decode(),
            "sent": (parsedate_to_datetime(found[b"date"].decode()) - ORIGIN).total_seconds(),
            "machine": bool(MACHINES.search(head))}


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
        found[f"readers in {name}"] = len(domains(message[name]))
    found["references"] = str(message["references"] or "").count("<")


def direction(message):
    """internal, inbound or outbound, as the addresses say."""
    writer = domains(message["from"])[0]
    readers = domains(message["to"]) + domains(message["cc"])
    home = "meridianhale.example"
    if writer != home:
        return "inbound"
    return "internal" if all(reader == home for reader in readers) else "outbound"


def of_time(message, found):
    date = parsedate_to_datetime(message["date"])
    found.update({"hour": date.hour, "minute": date.minute, "second": date.second, "weekday": date.weekday(),
                  "day": date.toordinal(), "zone": date.utcoffset().total_seconds(),
                  "hour in UTC": date.astimezone(timezone.utc).hour})


def of_text(text, found):
    """Sizes of the body; the words themselves are not looked at, only where a quote begins."""
    quote = QUOTE_BEGINS.search(text)
    own = text[:quote.start()] if quote else text
    lines = own.splitlines()
    found.update({"own characters": len(own), "own lines": len(lines), "quoted characters": len(text) - len(own),
                  "own paragraphs": len(re.findall(r"\n\s*\n", own.strip())) + 1,
                  "longest own line": max(map(len, lines), default=0), "own words": len(own.split())})
    return own


def of_parts(message, found):
    """Adds what the parts are like; returns the author's own text."""
    parts = list(message.walk())
    found["parts"] = len(parts)
    found["structure"] = bucket(",".join(part.get_content_type() for part in parts))
    found["boundary shape"] = bucket(shape(str(message.get_boundary())))
    html = [part for part in parts if part.get_content_type() == "text/html"]
    found["html bytes"] = sum(len(part.get_payload(decode=True)) for part in html)
    attached = [part for part in parts if part.get_filename()]
    found["attachments"] = len(attached)
    found["attached bytes"] = sum(len(part.get_payload(decode=True) or b"") for part in attached)
    found["attached names"] = sum(len(part.get_filename()) for part in attached)
    found["attached kinds"] = bucket(",".join(sorted(part.get_content_type() for part in attached)))
    texts = [part for part in parts if part.get_content_type() == "text/plain" and not part.get_filename()]
    if not texts:
        return ""
    charset = texts[0].get_content_charset("us-ascii")
    found["charset"] = bucket(charset)
    found["encoding"] = bucket(str(texts[0]["content-transfer-encoding"]).lower())
    return of_text(texts[0].get_payload(decode=True).decode(charset, "replace").replace("\r\n", "\n"), found)


def extract(raw, uid, place):
    """(features, its author, direction, own text) of one message; `place` is its number in the corpus."""
    message = email.message_from_bytes(raw, policy=email.policy.compat32)
    found = {"bytes": len(raw), "lines": raw.count(b"\n"), "place": place, "place in block": place % 1024}
    for digit in range(0, 16, 4):
        found[f"uid {digit}"] = int(uid[digit:digit + 4], 16)
    of_headers(message, found)
    of_time(message, found)
    own = of_parts(message, found)
    return found, str(message["from"]), direction(message), own


def of_conversations(rows):
    """What only the corpus as a whole shows: answers, how deep, how long after. Row by row, features."""
    by_id = {row["id"]: row for row in rows}
    answers = {}
    for row in rows:
        answers.setdefault(row["parent"], []).append(row)

    def root_and_depth(row):
        depth = 0
        while row["parent"] in by_id:
            row, depth = by_id[row["parent"]], depth + 1
        return row["id"], depth

    roots = [root_and_depth(row) for row in rows]
    sizes = {}
    for root, _ in roots:
        sizes[root] = sizes.get(root, 0) + 1
    for row, (root, depth) in zip(rows, roots):
        parent = by_id.get(row["parent"])
        replies = answers.get(row["id"], [])
        yield {
            "conversation size": sizes[root],
            "depth": depth,
            "answers": len(replies),
            "since it began": row["sent"] - by_id[root]["sent"],
            "delay": row["sent"] - parent["sent"] if parent else -1,
            "delay of the answer": min((reply["sent"] - row["sent"] for reply in replies), default=-1),
        }
