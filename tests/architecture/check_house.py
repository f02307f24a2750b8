"""Holds the sources to ARCHITECTURE.md.

usage: check_house.py ROOT

Prints each finding as path:line: message, and exits 1 if there is any.
"""

import sys
from pathlib import Path

from edges import check_edges
from finding import Finding
from rooms import parse_rooms
from shape import check_shape
from words import check_words

EXCEPTIONS = "tests/architecture/exceptions.txt"


def read_exceptions(text):
    """{(path, word): line number}. ValueError where a line has no reason."""
    found = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = [part.strip() for part in line.replace("::", "\0").split(":", 2)]
        if len(parts) != 3 or not all(parts):
            raise ValueError(f"{EXCEPTIONS}:{number}: write `path: word: reason`")
        path, word, _ = (part.replace("\0", "::") for part in parts)
        found[path, word] = number
    return found


def excuse(findings, exceptions):
    """The findings without those excused, and one for each exception that excuses nothing."""
    left = [f for f in findings if (f.path, f.word) not in exceptions]
    used = {(f.path, f.word) for f in findings}
    stale = [Finding(EXCEPTIONS, number, word, f"{path}: {word} no longer needs an exception")
             for (path, word), number in exceptions.items() if (path, word) not in used]
    return sorted(left) + sorted(stale)


def check(root):
    """All that is wrong, exceptions considered."""
    rooms = parse_rooms((root / "ARCHITECTURE.md").read_text(encoding="utf-8"))
    exceptions = read_exceptions((root / EXCEPTIONS).read_text(encoding="utf-8"))
    findings = [*check_edges(root, rooms), *check_words(root, rooms), *check_shape(root)]
    return excuse(findings, exceptions)


def main(arguments):
    if len(arguments) != 1:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    findings = check(Path(arguments[0]).resolve())
    for finding in findings:
        print(finding)
    print(f"{len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
