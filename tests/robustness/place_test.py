"""Places where a corpus cannot be made, or is no longer what it was: a clear word, and a way out.

usage: place_test.py HAYMAKER

Small and read-only disks are mounted in memory, which takes root; users without rights are played by
`nobody`. Where neither is allowed those tests are skipped.
"""

import os
import resource
import shutil
import subprocess
import sys
import unittest
from contextlib import contextmanager

from haymaker import Case, Program, digest_of, run, run_as_told, tree

SPEC = ["smoke", "--count", "3000", "--seed", "4"]
TAR = ["--package", "tar"]
FULL = "the disk or the quota is full; make room"
NOBODY = 65534


class Places(Case):
    @contextmanager
    def disk(self, options):
        place = self.place / "disk"
        place.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", place]
        if not shutil.which("mount") or subprocess.run(mount, capture_output=True).returncode != 0:
            place.rmdir()
            self.skipTest("a disk in memory cannot be mounted here")
        try:
            yield place
        finally:
            subprocess.run(["umount", place], check=True)

    def remount(self, place, options):
        subprocess.run(["mount", "-o", f"remount,{options}", place], check=True)

    def test_a_full_disk_keeps_what_is_whole_and_the_run_goes_on_when_there_is_room(self):
        spec = self.place / "spec.json"
        spec.write_text('{"count": 40000, "seed": 4, "attachments": {"share": 0}}')
        spec = [spec]
        digest = digest_of(*spec)
        for name, packaging, size in (("tar", TAR, "180m"), ("objects", [], "200m")):
            with self.subTest(name), self.disk(f"size={size},nr_inodes=0") as disk:
                self.out = disk / "out"
                made = run("generate", *spec, *packaging, "--threads", "1", "--out", self.out)
                self.fails(made, FULL, "goes on from there")
                self.assertTrue((self.out / "index" / "part-00000.json").exists())
                self.assertEqual(list(self.out.rglob("*.partial")), [])
                self.holds_no_corpus()
                self.remount(disk, "size=1g")
                self.assertEqual(run_as_told(made.stderr).returncode, 0)
                self.holds_the_corpus(digest)
            (self.place / "disk").rmdir()

    def test_a_disk_without_room_for_anything_is_told_at_once(self):
        with self.disk("size=4k,nr_inodes=3") as disk:
            self.out = disk / "out"
            self.fails(run("generate", *SPEC, *TAR, "--out", self.out), FULL)
            self.holds_no_corpus()

    def test_a_full_disk_for_the_key_leaves_the_mail_and_no_summary_of_a_key(self):
        with self.disk("size=64k") as disk:
            key = disk / "key"
            made = run("generate", *SPEC, *TAR, "--out", self.out, "--truth", key)
            self.fails(made, FULL, str(key), "goes on from there")
            self.assertFalse((key / "truth.json").exists())
            self.remount(disk, "size=64m")
            self.assertEqual(run_as_told(made.stderr).returncode, 0)
            checked = run("verify", self.out, "--truth", key)
            self.assertEqual(checked.returncode, 0, checked.stdout)

    def test_a_read_only_disk_is_refused_before_anything_is_made(self):
        with self.disk("size=1m") as disk:
            (disk / "key").mkdir()
            self.remount(disk, "ro")
            self.fails(run("generate", *SPEC, "--out", disk / "out"), "the disk is read-only; choose another")
            made = run("generate", *SPEC, "--out", self.out, "--truth", disk / "key")
            self.fails(made, "the disk is read-only; choose another")
            self.assertFalse((self.out / "mail").exists())

    def test_a_place_where_one_may_not_write_is_refused(self):
        locked = self.place / "locked"
        locked.mkdir(mode=0o555)
        user = {}
        if os.geteuid() == 0:
            self.place.chmod(0o755)
            user = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        for out in (locked, locked / "out"):
            made = run("generate", *SPEC, "--out", out, **user)
            self.fails(made, str(out), "permission denied; choose another place")
        self.assertEqual(tree(locked), {})

    def test_a_place_that_holds_something_else_is_refused_and_left_alone(self):
        self.out.mkdir()
        (self.out / "thesis.txt").write_text("years of work")
        self.fails(run("generate", *SPEC, "--out", self.out), str(self.out), "choose an empty or new place")
        self.fails(run("generate", *SPEC, "--out", "null:", "--truth", self.out), "holds no answer key",
                   "choose an empty or new place")
        self.assertEqual(tree(self.out), {"thesis.txt": b"years of work"})

    def test_a_place_that_holds_another_corpus_is_refused_and_left_alone(self):
        key = self.place / "key"
        run("generate", *SPEC, *TAR, "--out", self.out, "--truth", key, check=True)
        before = tree(self.place)
        for change in (["--seed", "5"], ["--count", "2999"], ["--package", "mbox"], ["--compress", "zstd"]):
            with self.subTest(change):
                options = [*SPEC, *TAR]
                for name, value in zip(change[::2], change[1::2]):
                    options = [o for i, o in enumerate(options) if o != name and options[i - 1] != name]
                    options += [name, value]
                self.fails(run("generate", *options, "--out", self.out), "holds another corpus",
                           "choose another place")
        self.fails(run("generate", "smoke", "--seed", "5", "--out", "null:", "--truth", key),
                   "holds the answer key of another corpus")
        self.same_files(tree(self.place), before)

    def test_a_file_in_the_way_is_refused_and_left_alone(self):
        self.out.write_text("a file")
        for out in (self.out, self.out / "below"):
            self.fails(run("generate", *SPEC, "--out", out), "a file lies where a folder is needed")
        self.fails(run("generate", *SPEC, "--out", "null:", "--truth", self.out), "a file lies where")
        self.assertEqual(self.out.read_text(), "a file")

    def test_limits_of_the_process_are_told_by_name(self):
        def limit(what, value):
            return lambda: resource.setrlimit(what, (value, value))

        made = run("generate", *SPEC, *TAR, "--out", self.out, preexec_fn=limit(resource.RLIMIT_FSIZE, 100_000))
        self.fails(made, "ulimit -f")
        self.holds_no_corpus()
        files = self.place / "files"
        made = run("generate", *SPEC, "--out", files, preexec_fn=limit(resource.RLIMIT_NOFILE, 64))
        self.fails(made, "ulimit -n")


class Damage(Case):
    """A corpus that was whole and is no longer: verify says what, and the same command mends it."""

    SHARDED = ["--first", "0", "--limit", "2048"], ["--first", "2048", "--limit", "952"]

    def setUp(self):
        super().setUp()
        self.digest = digest_of(*SPEC)
        self.make()

    def make(self):
        for shard in self.SHARDED:
            made = run("generate", *SPEC, *TAR, "--out", self.out, *shard)
            self.assertEqual(made.returncode, 0, made.stderr)

    def found_and_mended(self, *words):
        checked = run("verify", self.out)
        self.assertEqual(checked.returncode, 1)
        for word in words:
            self.assertIn(word, checked.stdout + checked.stderr)
        self.make()
        self.holds_the_corpus(self.digest)

    def part(self):
        return sorted((self.out / "mail").iterdir())[-1]

    def test_a_part_that_was_cut_short_is_found_and_made_again(self):
        os.truncate(self.part(), self.part().stat().st_size // 2)
        self.found_and_mended(self.part().name)

    def test_a_part_that_is_gone_is_found_and_made_again(self):
        name = self.part().name
        self.part().unlink()
        self.found_and_mended(name)

    def test_an_index_that_is_gone_is_found_and_made_again(self):
        index = sorted((self.out / "index").glob("*.csv.zst"))[0]
        index.unlink()
        self.found_and_mended(index.name)

    def test_a_bit_that_flipped_is_found(self):
        part = self.part()
        content = bytearray(part.read_bytes())
        content[len(content) // 2] ^= 1
        part.write_bytes(content)
        checked = run("verify", self.out)
        self.assertEqual(checked.returncode, 1, checked.stdout)

    def test_a_foreign_file_among_the_mail_is_found_and_left_alone(self):
        stray = self.out / "mail" / "notes.txt"
        stray.write_text("mine")
        checked = run("verify", self.out)
        self.assertEqual(checked.returncode, 1)
        self.assertIn("notes.txt", checked.stdout + checked.stderr)
        self.make()
        self.assertEqual(stray.read_text(), "mine")

    def test_what_a_killed_run_had_begun_is_not_taken_for_a_part(self):
        self.part().rename(self.part().with_name(self.part().name + ".partial"))
        self.found_and_mended(self.part().name.removesuffix(".partial"))

    def test_a_command_that_is_repeated_changes_nothing(self):
        before = tree(self.out)
        self.make()
        self.same_files(tree(self.out), before)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__.strip())
    Program.path = os.path.abspath(sys.argv.pop(1))
    unittest.main()
