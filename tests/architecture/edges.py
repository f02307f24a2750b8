"""Includes and CMake dependencies run along the table of rooms, and nowhere else."""

import re

from cpp_text import includes
from finding import Finding, sources

_KEYWORDS = {"DEPS", "LIBRARIES", "SOURCES", "TESTS", "BENCHES"}
_NET_ONLY = re.compile(r"^boost/(asio|beast)\b")


def cmake_dependencies(text):
    """Room name -> set of rooms after DEPS, for each haymaker_room(...) of a CMakeLists.txt."""
    found = {}
    for call in re.findall(r"haymaker_room\s*\(([^)]*)\)", re.sub(r"#[^\n]*", "", text)):
        name, *words = call.split()
        keyword = None
        found[name] = set()
        for word in words:
            if word in _KEYWORDS:
                keyword = word
            elif keyword == "DEPS":
                found[name].add(word)
    return found


def check_edges(root, rooms):
    declared = {}
    for path, text in sources(root, "src", {".txt"}):
        folder = path.split("/")[1]
        for name, used in cmake_dependencies(text).items():
            declared[name] = used
            if name != folder or name not in rooms:
                yield Finding(path, 0, name, f"{name} is not the room of this folder in the table")
                continue
            for target in sorted(used - rooms[name].may_use):
                yield Finding(path, 0, target, f"DEPS names {target}, which {name} may not use")

    for path, text in sources(root, "src", {".h", ".cpp"}):
        name = path.split("/")[1]
        if name not in rooms:
            yield Finding(path, 0, name, f"{name} is not a room of the table")
            continue
        for line, target, is_system in includes(text):
            message = _fault(target, is_system, rooms[name], rooms, declared.get(name))
            if message:
                yield Finding(path, line, target, message)


def _fault(target, is_system, room, rooms, declared):
    """Why `room` may not include `target`; None if it may."""
    if _NET_ONLY.match(target) and room.name != "net":
        return f"<{target}> belongs to net alone"
    if is_system:
        return None
    used = target.split("/")[0]
    if used == room.name:
        return None
    if used not in rooms:
        return f'"{target}" does not start with the name of a room'
    if used not in room.may_use:
        return f'"{target}": {room.name} may not use {used}'
    if declared is not None and used not in declared:
        return f'"{target}": {used} is missing after DEPS of {room.name}'
    return None
