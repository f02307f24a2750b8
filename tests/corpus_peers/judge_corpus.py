"""Makes 10,000 messages and has a parser that nobody here wrote read every one of them.

usage: judge_corpus.py HAYMAKER [NODE]

The judge is Python's email package, or nodemailer's mailparser if NODE is given. Each message must
parse without a defect, every part decode, and date, message id, size, sender and recipients agree with
the corpus's own index and with the form of an address. Invitations are read by icalendar, too, and an
answer to one must be about the same meeting.
"""

import csv
import email
import email.policy
import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from datetime import datetime, timezone
from pathlib import Path

from judge_meetings import Meetings

HERE = Path(__file__).resolve().parent
COUNT = 10_000
SHOWN = 20
ADDRESS = re.compile(r"[a-z0-9][a-z0-9._+-]*@([a-z0-9-]+\.)+(example|test|invalid)")
# The clients that are imitated write RFC 2047 words into Content-Type's `name`, which RFC 2047 forbids.
ALLOWED_IN_NAME = ("encoded word inside quoted string", "whitespace after encoded-word")


def generate(haymaker, out):
    subprocess.run([haymaker, "generate", "realistic", "--seed", "1", "--count", str(COUNT), "--package",
                    "tar", "--out", out], check=True, stdout=subprocess.DEVNULL)


def index_rows(out):
    for part in sorted(Path(out, "index").glob("*.csv.zst")):
        table = subprocess.run(["zstd", "-dcq", part], check=True, stdout=subprocess.PIPE).stdout
        yield from csv.DictReader(io.StringIO(table.decode()))


def messages(out):
    """Each message's bytes with its row of the index."""
    rows = {row["path"].removeprefix("mail/"): row for row in index_rows(out)}
    for archive in sorted(Path(out, "mail").glob("*.tar")):
        with tarfile.open(archive) as tar:
            for member in tar:
                yield rows.pop(member.name), tar.extractfile(member).read()
    if rows:
        sys.exit(f"{len(rows)} rows of the index have no message")


def header_defects(part):
    for name, value in part.items():
        for defect in getattr(value, "defects", ()):
            if name.lower() == "content-type" and any(a in str(defect) for a in ALLOWED_IN_NAME):
                continue
            yield f"{name}: {defect!r}"


def part_faults(part):
    yield from (f"defect {defect!r}" for defect in part.defects)
    yield from header_defects(part)
    if part.is_multipart():
        return
    content = part.get_content()  # Decodes; a wrong charset or transfer encoding raises.
    yield from (f"defect in the content {defect!r}" for defect in part.defects)
    if part.get_content_maintype() == "text" and "\ufffd" in content:
        yield "text that is not in its character set"
    if part.get_content_type() == "text/plain" and not content.strip():
        yield "empty text"


def people_faults(message):
    if len(message["from"].addresses) != 1:
        yield f"from {message['from']}"
    fields = [message[name] for name in ("from", "to", "cc") if message[name] is not None]
    if message["to"] is None or not message["to"].addresses:
        yield "no recipient"
    for field in fields:
        for address in field.addresses:
            if not ADDRESS.fullmatch(address.addr_spec):
                yield f"address {address.addr_spec!r}"


def faults(row, raw):
    if len(raw) != int(row["bytes"]):
        yield f"{len(raw)} bytes, not {row['bytes']}"
    if raw.count(b"\n") != raw.count(b"\r\n") or max(map(len, raw.split(b"\r\n"))) > 998:
        yield "line ends or lengths against RFC 5322"
    message = email.message_from_bytes(raw, policy=email.policy.default)
    for part in message.walk():
        yield from part_faults(part)
    yield from people_faults(message)
    if str(message["message-id"]).strip() != row["message_id"]:
        yield f"message id {message['message-id']}, not {row['message_id']}"
    date = message["date"].datetime.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    if date != row["date"]:
        yield f"date {message['date']}, not {row['date']}"


def judge_by_python(out):
    failed = total = 0
    meetings = Meetings()
    for row, raw in messages(out):
        found = [*faults(row, raw), *meetings.faults(raw)]
        total += 1
        failed += bool(found)
        for fault in found if failed <= SHOWN else ():
            print(f"{row['path']}: {fault[:400]}")
    for fault in meetings.final_faults():
        failed += 1
        print(fault)
    print(f"{total - failed} of {total} messages agree, {meetings.requests} invitations, {meetings.replies} answers")
    return failed == 0 and total == COUNT


def judge_by_mailparser(out, node):
    """Feeds mailparser one JSON line a message."""
    command = [node, HERE / "judge_corpus.mjs", str(COUNT)]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as judge:
        for row, raw in messages(out):
            line = {"row": row, "raw": raw.decode("latin-1")}
            judge.stdin.write(json.dumps(line).encode() + b"\n")
        judge.stdin.close()
        return judge.wait() == 0


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__.strip())
    with tempfile.TemporaryDirectory() as out:
        generate(sys.argv[1], out)
        agree = judge_by_mailparser(out, sys.argv[2]) if len(sys.argv) > 2 else judge_by_python(out)
    return 0 if agree else 1


if __name__ == "__main__":
    sys.exit(main())
