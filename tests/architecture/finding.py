"""What a check of the house reports, and the sources that it reads."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Finding:
    path: str  # Relative to the root, with forward slashes.
    line: int  # 1 is the first; 0 stands for the file as a whole.
    word: str  # What exceptions.txt names: the include, the word or the rule.
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.message}"


def sources(root, folder, suffixes):
    """(relative path, text) of each file below root/folder with one of the suffixes, in order."""
    for file in sorted((Path(root) / folder).rglob("*")):
        outside = "node_modules" in file.parts or "__pycache__" in file.parts
        if file.is_file() and file.suffix in suffixes and not outside:
            yield file.relative_to(root).as_posix(), file.read_text(encoding="utf-8")
