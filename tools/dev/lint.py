"""Runs clang-tidy over the sources below src/, as far as the time goes.

A file that was found clean is not looked at again until it, a header of ours that it includes, or
.clang-tidy changes: build/lint/<hash> stands for a clean result. What is not committed comes first,
then what was committed last, so that a limited time goes to what is new in a fresh clone, too. Tests
and benchmarks are spared three things: the path-sensitive analyzer, which spends its time in
GoogleTest's macros; the wish for a `reserve` before each loop, which would hide what they say; and the
look at an optional before its use, because an empty one fails the test as it should.
"""

import argparse
import hashlib
import json
import math
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CLEAN = ROOT / "build" / "lint"
TIDY = "clang-tidy-19"
SPARED = ("-clang-analyzer-*,-performance-inefficient-vector-operation,"
          "-bugprone-unchecked-optional-access")


def dependencies(build):
    """Source file -> the files of ours that its object depends on, as ninja recorded them."""
    text = subprocess.run(["ninja", "-C", build, "-t", "deps"], check=True, text=True,
                          stdout=subprocess.PIPE).stdout
    found = {}
    for record in text.split("\n\n"):
        files = [(Path(build) / line.strip()).resolve() for line in record.splitlines()[1:]]
        ours = [file for file in files if file.is_relative_to(ROOT / "src")]
        if ours:
            found[ours[0]] = ours
    return found


def git(*arguments):
    return subprocess.run(["git", *arguments, "--", "src"], cwd=ROOT, text=True,
                          stdout=subprocess.PIPE).stdout.splitlines()


def last_changes():
    """File -> the second of its last commit; infinite where it is not committed."""
    found = {ROOT / line[3:]: math.inf for line in git("status", "--porcelain", "-uall")}
    second = 0
    for line in git("log", "--format=%ct", "--name-only"):
        if line.isdigit():
            second = int(line)
        elif line:
            found.setdefault(ROOT / line, second)
    return found


def key(files):
    digest = hashlib.sha256((ROOT / ".clang-tidy").read_bytes() + Path(__file__).read_bytes())
    for file in sorted(files):
        digest.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def tidy(build, file):
    """What clang-tidy finds in the file; empty when it is clean."""
    # The build is by g++, some of whose warnings clang does not know.
    command = [TIDY, "-p", build, "--quiet", "--extra-arg=-Wno-unknown-warning-option", str(file)]
    if file.stem.endswith(("_test", "_bench")):
        command.insert(1, f"--checks={SPARED}")
    result = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return "" if result.returncode == 0 else result.stdout or f"{TIDY} failed on {file}\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True, help="a build folder with compile_commands.json")
    parser.add_argument("--seconds", type=int, default=36_000, help="start no file after this time")
    options = parser.parse_args()
    end = time.monotonic() + options.seconds

    commands = json.loads((ROOT / options.build / "compile_commands.json").read_text())
    files = {Path(c["directory"], c["file"]).resolve() for c in commands}
    files = [file for file in files if file.is_relative_to(ROOT / "src")]
    changes = last_changes()
    files.sort(key=lambda file: (-changes.get(file, 0), file))
    headers = dependencies(options.build)
    CLEAN.mkdir(parents=True, exist_ok=True)

    def look(file):
        stamp = CLEAN / key(headers.get(file, [file]))
        if stamp.exists():
            return "clean"
        if time.monotonic() > end:
            return "left"
        findings = tidy(options.build, file)
        if not findings:
            stamp.touch()
            return "clean"
        print(findings, end="", flush=True)
        return "faulty"

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(look, files))
    clean, faulty, left = (results.count(word) for word in ("clean", "faulty", "left"))
    print(f"lint: {clean} files clean, {faulty} with findings, {left} not reached in the time given")
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main())
