"""The answer key and the mail agree, whatever the packaging; and a key that is wrong is found out.

Usage: answer_key_test.py HAYMAKER
"""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HAYMAKER = None
INCIDENTS = 120
DECOYS = 240
SPEC = {"count": 6000, "seed": 11, "scenarios": {"incidents": INCIDENTS, "decoys": DECOYS}}


def run(*arguments):
    return subprocess.run([HAYMAKER, *map(str, arguments)], capture_output=True, text=True)


def lines(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


class AnswerKey(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.place = Path(self.folder.name)
        spec = self.place / "spec.json"
        spec.write_text(json.dumps(SPEC))
        self.spec = spec

    def generate(self, *packaging):
        out, key = self.place / "out", self.place / "key"
        made = run("generate", self.spec, "--out", out, "--truth", key, *packaging)
        self.assertEqual(made.returncode, 0, made.stderr)
        return out, key

    def test_every_span_stands_where_the_key_says_in_each_packaging(self):
        for number, packaging in enumerate((["--package", "tar", "--compress", "zstd"], ["--package", "zip"],
                                            ["--package", "mbox"], ["--package", "objects"])):
            with self.subTest(packaging):
                self.place = Path(self.folder.name) / str(number)
                self.place.mkdir()
                out, key = self.generate(*packaging)
                checked = run("verify", out, "--truth", key)
                self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)

    def test_plants_exactly_what_was_asked_for(self):
        _, key = self.generate()
        primary = [label for label in lines(key / "labels.jsonl") if label["role"] == "primary"]
        self.assertEqual(len(lines(key / "incidents.jsonl")), INCIDENTS)
        self.assertEqual(len({label["msg_uid"] for label in primary if label["polarity"] == "decoy"}), DECOYS)
        planted = {(label["incident_id"], label["msg_uid"]) for label in primary if label["incident_id"]}
        for incident in lines(key / "incidents.jsonl"):
            for member in incident["members"]:
                self.assertIn((incident["incident_id"], member), planted)

    def test_a_span_that_is_moved_by_one_is_found_out(self):
        out, key = self.generate()
        labels = lines(key / "labels.jsonl")
        labels[0]["spans"][0]["start"] += 1
        (key / "labels.jsonl").write_text("".join(json.dumps(label) + "\n" for label in labels))
        self.assertEqual(run("verify", out, "--truth", key).returncode, 1)

    def test_nothing_of_the_key_is_in_the_mail(self):
        out, key = self.generate("--package", "mbox")
        mail = b"".join(part.read_bytes() for part in (out / "mail").iterdir()).lower()
        for word in (b"plant_", b"incident_id", b"x-haymaker", b"decoy"):
            self.assertNotIn(word, mail)


if __name__ == "__main__":
    HAYMAKER = sys.argv.pop(1)
    unittest.main()
