"""The answer key and the mail agree, whatever the packaging; and a key that is wrong is found out.

Usage: answer_key_test.py HAYMAKER
"""

import json
import re
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
        labels, incidents = lines(key / "labels.jsonl"), lines(key / "incidents.jsonl")
        own = [label for label in labels if label["role"] in ("primary", "context")]
        self.assertEqual(len(incidents), INCIDENTS)
        self.assertEqual(len({label["msg_uid"] for label in own if label["polarity"] != "true"}), DECOYS)
        planted = {(label["incident_id"], label["msg_uid"]) for label in own if label["incident_id"]}
        for incident in incidents:
            for member in incident["members"]:
                self.assertIn((incident["incident_id"], member), planted)
            self.assertIn(incident["sufficient_at_uid"], incident["members"])

    def test_plants_every_level_decoy_class_and_length_of_incident(self):
        _, key = self.generate()
        labels, incidents = lines(key / "labels.jsonl"), lines(key / "incidents.jsonl")
        self.assertEqual({incident["level"] for incident in incidents}, {1, 2, 3, 4, 5})
        self.assertEqual({label["decoy_class"] for label in labels if "decoy_class" in label},
                         {f"D{number}" for number in range(1, 9)})
        self.assertEqual({label["polarity"] for label in labels}, {"true", "decoy", "acceptable_alert"})
        sizes = {len(incident["members"]) for incident in incidents}
        self.assertEqual((min(sizes), max(sizes)), (1, 12))
        self.assertGreater(max(incident["conversations"] for incident in incidents), 1)

    def test_a_copy_names_the_label_whose_words_it_repeats(self):
        _, key = self.generate()
        labels = {label["label_id"]: label for label in lines(key / "labels.jsonl")}
        copies = [label for label in labels.values() if label["source_label_id"]]
        self.assertGreater(len(copies), 100)
        for copy in copies:
            source = labels[copy["source_label_id"]]
            self.assertIn(copy["role"], ("quoted_copy", "forward_copy"))
            self.assertIn(source["role"], ("primary", "context"))
            self.assertEqual(copy["spans"][0]["text_norm"], source["spans"][0]["text_norm"])

    def test_an_evasion_hides_words_that_the_key_still_spells_out(self):
        _, key = self.generate()
        disguises = {"character_swap", "character_drop", "spacing", "dots", "leet", "homoglyph", "zero_width",
                     "full_width", "abbreviation"}
        disguised = [label for label in lines(key / "labels.jsonl")
                     if label["role"] == "primary" and disguises & set(label["evasion"])]
        self.assertGreater(len(disguised), 5)
        for label in disguised:
            self.assertEqual(label["level"], 4)
            self.assertNotEqual(label["spans"][0]["text"], label["spans"][0]["text_norm"])

    def test_a_span_that_is_moved_by_one_is_found_out(self):
        out, key = self.generate()
        labels = lines(key / "labels.jsonl")
        labels[0]["spans"][0]["start"] += 1
        (key / "labels.jsonl").write_text("".join(json.dumps(label) + "\n" for label in labels))
        self.assertEqual(run("verify", out, "--truth", key).returncode, 1)

    def test_nothing_of_the_key_is_in_the_mail(self):
        out, key = self.generate("--package", "mbox")
        mail = b"".join(part.read_bytes() for part in (out / "mail").iterdir()).lower()
        # As words: base64 and queue identifiers spell anything in time.
        found = re.search(rb"\b(plant_\w*|incident_id|x-haymaker[\w-]*|decoys?)\b", mail)
        self.assertIsNone(found)


if __name__ == "__main__":
    HAYMAKER = sys.argv.pop(1)
    unittest.main()
