"""Files are short enough to be read at once, and named after what they hold."""

import re

from finding import Finding, sources

MOST_LINES = 400
SUFFIXES = {".h", ".cpp", ".py", ".sh", ".js", ".ts", ".vue", ".cmake"}
FOLDERS = ("src", "tests", "tools", "bench", "cmake", "fuzz")

_EMPTY_NAMES = {"util", "utils", "utility", "utilities", "helper", "helpers", "common", "manager",
                "misc", "stuff"}
_EMPTY_TYPE = re.compile(r"\b(?:class|struct)\s+(\w*(?:Utils?|Helpers?|Manager))\b")


def check_shape(root):
    for folder in FOLDERS:
        for path, text in sources(root, folder, SUFFIXES):
            lines = text.count("\n")
            if lines > MOST_LINES:
                yield Finding(path, 0, "lines", f"{lines} lines; look for the second noun in it")
            words = set(re.split(r"[/_.\-]", path))
            for word in sorted(words & _EMPTY_NAMES):
                yield Finding(path, 0, word, f"a name with '{word}' does not say what the file holds")
            for number, line in enumerate(text.splitlines(), 1):
                for match in _EMPTY_TYPE.finditer(line) if path.startswith("src/") else ():
                    yield Finding(path, number, match.group(1), f"{match.group(1)} says nothing")
