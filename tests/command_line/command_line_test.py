"""What programs and people may rely on: exit codes, JSON lines, help with examples, a seed that is told.

usage: command_line_test.py HAYMAKER
"""

import json
import os
import shlex
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HAYMAKER = None
SOURCE = Path(__file__).resolve().parents[2]
VERBS = ["generate", "verify", "inspect", "preview", "truth", "estimate", "presets", "scenarios", "spec",
         "spec check", "bench", "completion"]
WRONG_USE = {
    "no verb": [],
    "an unknown verb": ["make"],
    "an unknown option": ["presets", "--fast"],
    "no spec": ["generate"],
    "an unknown preset": ["generate", "smoke-1m", "--out", "null:"],
    "an unknown package": ["generate", "smoke", "--out", "null:", "--package", "rar"],
    "an unknown compression": ["generate", "smoke", "--out", "null:", "--compress", "lzma"],
    "a compression that a package lacks": ["generate", "smoke", "--out", "null:", "--package", "zip",
                                           "--compress", "zstd"],
    "a count of none": ["generate", "smoke", "--out", "null:", "--count", "0"],
    "a count that is no number": ["generate", "smoke", "--out", "null:", "--count", "many"],
    "a shard beyond the end": ["generate", "smoke", "--out", "null:", "--first", "1000"],
    "a shard that is too long": ["generate", "smoke", "--out", "null:", "--first", "900", "--limit", "101"],
    "a key among the mail": ["generate", "smoke", "--out", "out", "--truth", "out/mail/key"],
    "a message beyond the end": ["preview", "smoke", "1000"],
    "more threads than there are": ["verify", "out", "--threads", "5000"],
    "an unknown shell": ["completion", "csh"],
}


class CommandLine(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.place = Path(folder.name)

    def run_it(self, *arguments, **options):
        return subprocess.run([HAYMAKER, *map(str, arguments)], cwd=self.place, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)

    def last_line(self, *arguments):
        made = self.run_it(*arguments)
        self.assertEqual((made.returncode, made.stderr), (0, ""))
        lines = [json.loads(line) for line in made.stdout.splitlines()]
        return lines[-1]

    def test_wrong_use_is_exit_code_2_with_a_reason_and_leaves_nothing(self):
        for name, arguments in WRONG_USE.items():
            with self.subTest(name):
                said = self.run_it(*arguments)
                self.assertEqual(said.returncode, 2, said.stderr)
                self.assertNotEqual(said.stderr.strip(), "")
                self.assertEqual(list(self.place.iterdir()), [])

    def test_a_spec_with_mistakes_names_each_with_its_path(self):
        (self.place / "spec.json").write_text('{"count": 0, "company": {"employes": 50}}')
        for verb, code in (("generate", 2), ("estimate", 2), ("spec check", 1)):
            with self.subTest(verb):
                said = self.run_it(*verb.split(), "spec.json")
                self.assertEqual(said.returncode, code)
                self.assertEqual(len(said.stderr.splitlines()), 2)
                self.assertIn("spec.json: count:", said.stderr)
                self.assertIn("employees", said.stderr)  # The nearest field there is.

    def test_every_verb_has_help_with_examples_and_exit_codes(self):
        for verb in ["", *VERBS]:
            with self.subTest(verb):
                said = self.run_it(*verb.split(), "--help")
                self.assertEqual((said.returncode, said.stderr), (0, ""))
                self.assertIn(f"\n  haymaker {verb}", said.stdout.split("Examples:")[1])
                self.assertIn("Exit codes: 0 done", said.stdout)
                self.assertLessEqual(max(map(len, said.stdout.splitlines())), 100)

    def test_the_examples_of_the_help_are_understood(self):
        (self.place / "spec.json").write_text('{"count": 100}')
        (self.place / "my-company.json").write_text('{"count": 100}')
        for verb in ("generate smoke", "generate spec.json", "preview", "truth", "presets", "scenarios",
                     "spec check"):
            examples = self.run_it(*verb.split()[:1], *verb.split()[1:2] if verb == "spec check" else (),
                                   "--help").stdout.split("Examples:\n")[1].split("\n\n")[0]
            for line in examples.splitlines():
                command = line.strip().split("   ")[0].split(" > ")[0]
                if not command.startswith(f"haymaker {verb}"):
                    continue
                with self.subTest(command):
                    self.assertEqual(self.run_it(*shlex.split(command)[1:]).returncode, 0)

    def test_a_spec_is_checked_as_a_whole_and_the_examples_pass(self):
        for example in sorted((SOURCE / "examples").glob("*.json")):
            with self.subTest(example.name):
                said = self.run_it("spec", "check", example)
                self.assertEqual((said.returncode, said.stderr), (0, ""))
        (self.place / "spec.json").write_text('{"company": {"sites": [{"city": "Atlantis"}]}}')
        said = self.run_it("spec", "check", "spec.json")
        self.assertEqual(said.returncode, 1)
        self.assertIn('spec.json: company.sites[0].city: "Atlantis" is none of', said.stderr)

    def test_the_last_json_line_has_the_totals(self):
        line = self.last_line("generate", "smoke", "--seed", 5, "--out", "out", "--truth", "key", "--json")
        self.assertEqual((line["messages"], line["parts"], line["seed"], line["incidents"]), (1000, 1, 5, 6))
        key = (self.place / "key" / "labels.jsonl").read_text().splitlines()
        self.assertEqual(line["labels"], len(key))
        files = list((self.place / "out" / "mail").glob("*/*.eml"))
        self.assertEqual(line["bytes"], sum(file.stat().st_size for file in files))
        totals = json.loads((self.place / "out" / "manifest.json").read_text())["totals"]
        self.assertEqual(totals, {key: line[key] for key in ("messages", "bytes", "parts", "digest")})
        self.assertGreater(line["seconds"], 0)

    def test_a_run_without_a_seed_chooses_one_and_tells_the_command_that_repeats_it(self):
        first = self.last_line("generate", "smoke", "--out", "null:", "--json")
        other = self.last_line("generate", "smoke", "--out", "null:", "--json")
        self.assertNotEqual(first["seed"], other["seed"])
        repeat = shlex.split(first["repeat"])
        self.assertEqual(repeat[0], "haymaker")
        self.assertEqual(self.last_line(*repeat[1:], "--json")["digest"], first["digest"])

    def test_the_command_that_repeats_a_shard_in_an_odd_place_can_be_pasted(self):
        place = "a place's name"
        made = self.run_it("generate", "smoke", "--first", 100, "--limit", 50, "--package", "mbox",
                           "--compress", "gzip", "--out", place, "--truth", "the key")
        self.assertEqual(made.returncode, 0, made.stderr)
        command = next(line.split("repeat")[1] for line in made.stdout.splitlines() if "repeat" in line)
        before = (self.place / place / "mail").stat().st_mtime_ns
        shell = f"haymaker() {{ {shlex.quote(HAYMAKER)} \"$@\"; }}; {command}"
        subprocess.run(["bash", "-c", shell], check=True, cwd=self.place, stdout=subprocess.DEVNULL)
        self.assertEqual((self.place / place / "mail").stat().st_mtime_ns, before)  # All was there.

    def test_any_count_of_a_preset_can_be_made(self):
        for count in (1, 2, 5, 1023, 1025):
            with self.subTest(count):
                line = self.last_line("generate", "enriched", "--count", count, "--out", "null:", "--json")
                self.assertEqual(line["messages"], count)

    def test_is_quiet_where_nobody_watches(self):
        made = self.run_it("generate", "smoke", "--out", "out")
        self.assertEqual((made.returncode, made.stderr), (0, ""))
        self.assertNotIn("\r", made.stdout)
        self.assertLessEqual(len(made.stdout.splitlines()), 5)

    def test_what_cannot_be_printed_is_a_failure(self):
        with open("/dev/full", "w") as full:
            for verb in (["presets"], ["preview", "smoke", "0"], ["spec", "check", "smoke"]):
                with self.subTest(verb):
                    code = subprocess.run([HAYMAKER, *verb], stdout=full, stderr=subprocess.DEVNULL).returncode
                    self.assertEqual(code, 1)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__.strip())
    HAYMAKER = os.path.abspath(sys.argv.pop(1))
    unittest.main()
