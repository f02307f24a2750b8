"""A run that is stopped, gently or by force, leaves nothing that looks whole, and goes on.

usage: stop_test.py HAYMAKER
"""

import os
import signal
import subprocess
import sys
import unittest

from haymaker import Case, Program, digest_of, run, run_as_told, start, status, tree, wait_until

# Three parts and a bit, so that there is a middle to be stopped in.
SPEC = ["realistic", "--count", "50000", "--seed", "3"]
PACKAGES = {
    "tar": ["--package", "tar", "--compress", "zstd"],
    "mbox": ["--package", "mbox", "--compress", "gzip"],
    "zip": ["--package", "zip", "--compress", "gzip"],
}


class Stop(Case):
    def stop_in_the_middle(self, number, *options):
        """Starts a run and signals it once its first part is whole."""
        process = start("generate", *options, "--threads", "1", "--out", self.out)
        receipt = self.out / "index" / "part-00000.json"
        self.assertTrue(wait_until(receipt.exists, process), "the run ended before it could be stopped")
        process.send_signal(number)
        said = process.communicate()[1]
        return process.returncode, said

    def test_a_signal_stops_cleanly_and_the_command_that_is_told_goes_on(self):
        digest = digest_of(*SPEC)
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(number.name):
                self.out = self.place / number.name
                code, said = self.stop_in_the_middle(number, *SPEC, *PACKAGES["tar"])
                self.assertEqual(code, 1)
                self.assertIn("stopped as asked", said)
                self.assertEqual(list(self.out.rglob("*.partial")), [])
                self.assertEqual((status(self.out)["state"], status(self.out)["attempt"]), ("CANCELLED", "1"))
                self.holds_no_corpus()
                first = (self.out / "mail" / "part-00000.tar.zst").stat().st_mtime_ns
                self.assertEqual(run_as_told(said).returncode, 0)
                self.assertEqual((self.out / "mail" / "part-00000.tar.zst").stat().st_mtime_ns, first)
                self.assertEqual((status(self.out)["state"], status(self.out)["attempt"]), ("COMPLETED", "2"))
                self.holds_the_corpus(digest)

    def test_a_run_that_is_killed_leaves_the_same_files_once_it_has_gone_on(self):
        for name, packaging in PACKAGES.items():
            with self.subTest(name):
                self.out = self.place / name
                code, _ = self.stop_in_the_middle(signal.SIGKILL, *SPEC, *packaging)
                self.assertEqual(code, -signal.SIGKILL)
                self.assertEqual(status(self.out)["state"], "RUNNING")
                self.holds_no_corpus()
                again = run("generate", *SPEC, *packaging, "--out", self.out)
                self.assertEqual(again.returncode, 0, again.stderr)
                whole = self.place / (name + "-undisturbed")
                run("generate", *SPEC, *packaging, "--out", whole, check=True)
                self.same_files(tree(self.out), tree(whole))
                subprocess.run(["rm", "-r", self.out, whole], check=True)

    def test_messages_that_are_files_are_made_again_where_a_kill_cut_them_short(self):
        spec = ["realistic", "--count", "40000", "--seed", "3"]
        self.stop_in_the_middle(signal.SIGKILL, *spec)
        self.holds_no_corpus()
        self.assertEqual(run("generate", *spec, "--out", self.out).returncode, 0)
        self.holds_the_corpus(digest_of(*spec))

    def test_a_run_that_chose_its_seed_goes_on_with_it(self):
        spec = ["realistic", "--count", "50000", *PACKAGES["tar"]]
        code, _ = self.stop_in_the_middle(signal.SIGINT, *spec)
        self.assertEqual(code, 1)
        again = run("generate", *spec, "--out", self.out)
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertEqual(run("verify", self.out).returncode, 0)

    def test_a_second_run_in_the_same_place_is_refused_while_the_first_goes_on(self):
        process = start("generate", *SPEC, *PACKAGES["tar"], "--threads", "1", "--out", self.out)
        self.assertTrue(wait_until((self.out / "mail").exists, process))
        self.fails(run("generate", *SPEC, *PACKAGES["tar"], "--out", self.out), "another run is writing")
        os.kill(process.pid, signal.SIGINT)
        process.communicate()
        self.assertEqual(process.returncode, 1)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__.strip())
    Program.path = os.path.abspath(sys.argv.pop(1))
    unittest.main()
