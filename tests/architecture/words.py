"""Words that must not stand in the pure wing, because they bring in the world or the machine."""

import re

from cpp_text import code, includes
from finding import Finding, sources

HEADERS = {
    "clock": {"chrono", "ctime", "time.h", "sys/time.h"},
    "thread": {"thread", "mutex", "shared_mutex", "condition_variable", "future", "atomic",
               "semaphore", "latch", "barrier", "stop_token", "pthread.h"},
    "file": {"fstream", "iostream", "filesystem", "cstdio", "stdio.h", "fcntl.h", "unistd.h"},
    "locale": {"locale", "clocale", "locale.h", "sstream", "iomanip"},
    "random": {"random"},
}

WORDS = {
    "clock": r"(?:steady|system|high_resolution|utc|file)_clock|clock_gettime|gettimeofday"
             r"|localtime(?:_r)?|gmtime(?:_r)?|mktime"
             r"|std::time|std::clock",
    "thread": r"std::j?thread|this_thread|std::\w*mutex|thread_local|std::atomic\w*|std::async",
    "file": r"fopen|std::[io]?fstream|std::filesystem|std::c(?:out|err|in)|printf|fprintf",
    "environment": r"getenv|secure_getenv|setenv|putenv|environ",
    "locale": r"setlocale|std::locale|imbue|stringstream"
              r"|std::(?:to(?:upper|lower)|is(?:alnum|alpha|digit|lower|punct|space|upper))",
    "random": r"s?rand|rand_r|drand48|random_device|mt19937(?:_64)?"
              r"|std::\w+_distribution|std::(?:ranges::)?shuffle",
    "floating point": r"float|double|strto[df]|stod|stof",
}

_PATTERNS = {kind: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for kind, words in WORDS.items()}

# A media file may need a real number of points on a page; a decision never does.
_MAY_FLOAT = {"media"}

_UNORDERED = re.compile(r"\bunordered_(?:multi)?(?:map|set)\s*<[^;{}()]*>\s*&?\s*(\w+)\s*[;={(,)]")


def check_words(root, rooms):
    for path, text in sources(root, "src", {".h", ".cpp"}):
        room = rooms.get(path.split("/")[1])
        is_test = re.search(r"_(test|bench)\.cpp$", path)
        if room is None or room.wing != "pure" or is_test:
            continue
        for line, target, is_system in includes(text):
            for kind, headers in HEADERS.items():
                if is_system and target in headers:
                    yield Finding(path, line, f"<{target}>", f"<{target}> brings in: {kind}")
        yield from _words(path, code(text), room)
        yield from _unordered_walks(root, path, code(text))


def _words(path, text, room):
    for number, line in enumerate(text.splitlines(), 1):
        for kind, pattern in _PATTERNS.items():
            if kind == "floating point" and room.name in _MAY_FLOAT:
                continue
            for match in pattern.finditer(line):
                yield Finding(path, number, match.group(), f"{match.group()} brings in: {kind}")


def _unordered_walks(root, path, text):
    """Loops over what is declared as an unordered container here or in the header of this file."""
    declarations = text
    header = root / path.replace(".cpp", ".h")
    if path.endswith(".cpp") and header.exists():
        declarations += code(header.read_text(encoding="utf-8"))
    for name in sorted(set(_UNORDERED.findall(declarations))):
        walk = re.compile(rf":\s*(?:\w+(?:\.|->))*{name}\s*\)"
                          rf"|\b{name}\s*(?:\.|->)\s*c?begin\s*\("
                          rf"|ranges::\w+\s*\(\s*{name}\b")
        for number, line in enumerate(text.splitlines(), 1):
            if walk.search(line):
                yield Finding(path, number, name, f"{name} is unordered and must not be walked")
