"""import_zones.py DIRECTORY: reads DIRECTORY/sites.txt, writes DIRECTORY/zones.csv."""

import pathlib
import re
import sys
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

FIRST = datetime(2015, 1, 1, tzinfo=timezone.utc)
LAST = datetime(2036, 1, 1, tzinfo=timezone.utc)
HEAD = """\
# zone,instant,minutes east of Greenwich from then on: 2015 to 2035. From the IANA time-zone
# database, public domain. Written by tools/import_calendar; do not edit.
"""


def offset_minutes(zone, instant):
    return int(instant.astimezone(zone).utcoffset().total_seconds()) // 60


def transition_between(zone, low, high):
    """The first second in (low, high] with the offset of `high`, which differs from that of `low`."""
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=(high - low).total_seconds() // 2)
        if offset_minutes(zone, middle) == offset_minutes(zone, low):
            low = middle
        else:
            high = middle
    return high


def rows_of(name):
    zone = ZoneInfo(name)
    yield f"{name},{FIRST:%Y-%m-%dT%H:%M:%SZ},{offset_minutes(zone, FIRST)}"
    day = FIRST
    while day < LAST:
        following = day + timedelta(days=1)
        if offset_minutes(zone, day) != offset_minutes(zone, following):
            at = transition_between(zone, day, following)
            yield f"{name},{at:%Y-%m-%dT%H:%M:%SZ},{offset_minutes(zone, at)}"
        day = following


def main():
    directory = pathlib.Path(sys.argv[1])
    sites = (directory / "sites.txt").read_text(encoding="utf-8")
    zones = sorted(set(re.findall(r"^zone: (\S+)$", sites, re.MULTILINE)))
    rows = [row for name in zones for row in rows_of(name)]
    (directory / "zones.csv").write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(zones)} zones, {len(rows)} rows")


if __name__ == "__main__":
    main()
