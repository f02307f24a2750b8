"""The program under test, and what it leaves behind."""

import json
import os
import shlex
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

PATIENCE_S = 120


class Program:
    path = None


def command(*arguments):
    return [Program.path, *map(str, arguments)]


def run(*arguments, **options):
    return subprocess.run(command(*arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          **options)


def start(*arguments):
    return subprocess.Popen(command(*arguments), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def run_as_told(stderr):
    """Runs the command that a failure names as the way on, as a shell would."""
    line = next(line for line in stderr.splitlines() if line.startswith("  haymaker generate "))
    return run(*shlex.split(line)[1:])


def digest_of(*arguments):
    """The digest of a corpus, from a run that nobody disturbs and that writes nothing."""
    made = run("generate", *arguments, "--out", "null:", "--json")
    return json.loads(made.stdout.splitlines()[-1])["digest"]


def wait_until(there, process):
    """Waits for a condition; says whether it came true while the process still ran."""
    end = time.monotonic() + PATIENCE_S
    while not there():
        if process.poll() is not None or time.monotonic() > end:
            return False
        os.sched_yield()
    return process.poll() is None


def tree(place):
    """Each file by relative path, but for those that hold times."""
    files = (path for path in Path(place).rglob("*") if path.is_file() and not path.match("status*.txt"))
    return {str(path.relative_to(place)): path.read_bytes() for path in files}


def status(place):
    lines = (Path(place) / "status.txt").read_text().splitlines()
    return dict(line.split(": ", 1) if ": " in line else (line.rstrip(":"), "") for line in lines)


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.place = Path(folder.name)
        self.out = self.place / "out"

    def fails(self, made, *words, code=1):
        """That a run failed as it should, and told why and what to do."""
        self.assertEqual(made.returncode, code, made.stderr)
        for word in words:
            self.assertIn(word, made.stderr)

    def holds_the_corpus(self, digest):
        """That the manifest and the bytes are those of an undisturbed run."""
        self.assertEqual(json.loads((self.out / "manifest.json").read_text())["totals"]["digest"], digest)
        self.assertEqual(list(self.out.rglob("*.partial")), [])
        checked = run("verify", self.out)
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)
        self.assertIn(digest, checked.stdout)

    def same_files(self, there, wanted):
        """That two trees are equal; names those that differ, not their bytes."""
        names = there.keys() | wanted.keys()
        self.assertEqual(sorted(name for name in names if there.get(name) != wanted.get(name)), [])

    def holds_no_corpus(self):
        self.assertFalse((self.out / "manifest.json").exists())
        self.fails(run("verify", self.out), "no complete corpus")
