"""The table of rooms in ARCHITECTURE.md: which room may use which."""

from dataclasses import dataclass

HEADER = ["room", "wing", "may use", "owns"]


@dataclass(frozen=True)
class Room:
    name: str
    wing: str
    may_use: frozenset


def parse_rooms(markdown):
    """Room name -> Room, in the order of the table. ValueError where the table is not sound."""
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")]
            for line in markdown.splitlines() if line.lstrip().startswith("|")]
    if HEADER not in rows:
        raise ValueError(f"there is no table with the columns {HEADER}")
    rooms = {}
    for row in rows[rows.index(HEADER) + 2:]:
        if len(row) != len(HEADER) or row[1] not in ("pure", "world"):
            break  # The next table begins.
        name, wing, may_use, _ = row
        rooms[name] = Room(name, wing, _names(name, may_use, frozenset(rooms)))
    return rooms


def _names(name, cell, above):
    if cell == "-":
        return frozenset()
    if cell in ("all above", "everything"):
        return above
    used = frozenset(cell.split())
    if used - above:
        raise ValueError(f"{name} may use {sorted(used - above)}, not listed above it")
    return used
