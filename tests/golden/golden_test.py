"""Holds corpora to the bytes that they have always had.

usage: golden_test.py HAYMAKER

corpora.json names them: a preset, or a specification beside it, with seed and count. Of each there lie
here a few messages to be read in a review and the digest of all. The digest must come out the same for
one thread, for two, and of eight shards that were made into one directory, last shard first.

With HAYMAKER_REWRITE_GOLDEN=1 in the environment the files are written anew instead of compared.
"""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
CORPORA = json.loads((HERE / "corpora.json").read_text(encoding="utf-8"))
REWRITE = os.environ.get("HAYMAKER_REWRITE_GOLDEN") == "1"
SHARDS = 8


class Corpus:
    """One entry of corpora.json, and what the program makes of it."""

    haymaker = None

    def __init__(self, name):
        entry = CORPORA[name]
        spec = HERE / entry["spec"]
        self.folder = HERE / name
        self.messages = entry["messages"]
        self.count = entry["count"]
        self._spec = str(spec) if spec.is_file() else entry["spec"]
        self._options = ["--seed", str(entry["seed"]), "--count", str(entry["count"])]

    def _run(self, verb, *arguments):
        command = [self.haymaker, verb, self._spec, *arguments, *self._options]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout

    def preview(self, index):
        return self._run("preview", str(index))

    def generate(self, *options, out="null:"):
        """The digest that the last line of a run gives, as a number of 128 bits."""
        lines = self._run("generate", "--out", str(out), "--json", *options).splitlines()
        return int(json.loads(lines[-1])["digest"], 16)


class Golden(unittest.TestCase):
    maxDiff = None

    def hold(self, file, content):
        if REWRITE:
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(content)
        elif not file.exists():
            self.skipTest(f"{file.name} has not been reviewed yet: ./dev golden writes it")
        elif content != file.read_bytes():
            self.assertEqual(content.decode(errors="replace"),
                             file.read_bytes().decode(errors="replace"), f"{file} has changed")
            self.fail(f"{file} has changed in bytes that are not UTF-8")

    def test_messages_are_those_of_the_review(self):
        for name in CORPORA:
            corpus = Corpus(name)
            for index in corpus.messages:
                with self.subTest(corpus=name, message=index):
                    file = corpus.folder / f"{index:06}.eml"
                    self.hold(file, corpus.preview(index))

    def test_the_digest_of_all_messages_is_that_of_the_review(self):
        for name in CORPORA:
            with self.subTest(corpus=name):
                corpus = Corpus(name)
                digest = corpus.generate("--threads", "1")
                self.hold(corpus.folder / "digest.txt", f"{digest:032x}\n".encode())

    def test_two_threads_give_the_same_digest(self):
        for name in CORPORA:
            with self.subTest(corpus=name):
                corpus = Corpus(name)
                self.assertEqual(corpus.generate("--threads", "2"), corpus.generate("--threads", "1"))

    def test_shards_of_one_directory_add_up_to_the_corpus(self):
        for name in CORPORA:
            with self.subTest(corpus=name), tempfile.TemporaryDirectory() as out:
                corpus = Corpus(name)
                edges = [corpus.count * shard // SHARDS for shard in range(SHARDS + 1)]
                total = 0
                for first, end in reversed(list(zip(edges, edges[1:]))):
                    self.assertFalse((Path(out) / "manifest.json").exists())
                    total += corpus.generate("--package", "tar", "--first", str(first),
                                             "--limit", str(end - first), out=out)
                whole = corpus.generate()
                self.assertEqual(total % 2**128, whole)
                manifest = json.loads((Path(out) / "manifest.json").read_bytes())
                self.assertEqual(manifest["range"], {"first": 0, "messages": corpus.count})
                self.assertEqual(int(manifest["totals"]["digest"], 16), whole)
                subprocess.run([corpus.haymaker, "verify", out], check=True, stdout=subprocess.PIPE)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__.strip())
    Corpus.haymaker = sys.argv.pop(1)
    unittest.main()
