"""C++ source reduced to what the compiler acts upon, line for line."""

import re

# In this order, so that a quote inside a comment opens no string, and the other way round.
_SILENT = re.compile(
    r"""
      //[^\n]*
    | /\*.*?\*/
    | R"(?P<fence>[^()\\\s]{0,16})\(.*?\)(?P=fence)"
    | "(?:[^"\\\n]|\\.)*"
    | (?<![0-9a-fA-F])'(?:[^'\\\n]|\\.)+'     # Not the separator of 1'000.
    """,
    re.DOTALL | re.VERBOSE,
)

_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)


def code(text):
    """The text with comments and literals emptied. Lines keep their numbers; includes are gone."""
    without_includes = _INCLUDE.sub("", text)
    return _SILENT.sub(lambda match: "\n" * match.group().count("\n"), without_includes)


def includes(text):
    """(line, path, is_system) of each include directive that is not in a comment."""
    uncommented = re.sub(r"/\*.*?\*/", lambda m: "\n" * m.group().count("\n"), text, flags=re.DOTALL)
    for match in _INCLUDE.finditer(uncommented):
        line = uncommented.count("\n", 0, match.start()) + 1
        yield line, match.group(2), match.group(1) == "<"
