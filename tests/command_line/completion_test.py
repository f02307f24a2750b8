"""The completion scripts, judged by the shells themselves: a line is typed, Tab pressed, Enter pressed.

usage: completion_test.py HAYMAKER

In bash and zsh the typed command is a function that says what arguments came out; fish says itself what
it would offer. A shell that is not installed is left out.
"""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

HAYMAKER = None
PATIENCE_S = 30
ECHO = "haymaker() { printf 'ARGU''MENTS<%s>\\n' \"$*\"; }; printf 'REA''DY\\n'\n"

# What is typed before Tab, and what the whole line's arguments are afterwards.
TYPED = [
    ("gen", "generate"),
    ("generate sm", "generate smoke"),
    ("generate smoke --pack", "generate smoke --package"),
    ("generate smoke --package m", "generate smoke --package mbox"),
    ("generate --seed 7 --count 5 benchm", "generate --seed 7 --count 5 benchmark-1m"),
    ("generate smoke --tru", "generate smoke --truth"),
    ("spec ch", "spec check"),
    ("spec check en", "spec check enriched"),
    ("preview real", "preview realistic"),
    ("verify inb", "verify inbox"),
    ("verify inbox --trut", "verify inbox --truth"),
    ("bench --lo", "bench --long"),
    ("bench --json figures.j", "bench --json figures.json"),
    ("completion f", "completion fish"),
]


class Terminal:
    """A shell with a terminal of its own, in a folder with something to complete."""

    def __init__(self, command, folder):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.environ.update(TERM="dumb", HOME=folder, PS1="> ", HISTFILE="")
            os.execvp(command[0], command)
        self.seen = ""

    def type(self, text):
        os.write(self.terminal, text.encode())

    def wait_for(self, pattern):
        """The match's group in what the shell says; what comes after it is kept."""
        end = time.monotonic() + PATIENCE_S
        while not (match := re.search(pattern, self.seen)):
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.terminal], [], [], left)[0]:
                raise AssertionError(f"no {pattern!r} in {self.seen[-2000:]!r}")
            self.seen += os.read(self.terminal, 65536).decode(errors="replace")
        self.seen = self.seen[match.end():]
        return match.group(1)

    def close(self):
        os.close(self.terminal)
        os.waitpid(self.process, 0)


class Completion(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        os.mkdir(os.path.join(self.folder.name, "inbox"))
        open(os.path.join(self.folder.name, "figures.json"), "w").close()

    def shell(self, name):
        if not shutil.which(name):
            self.skipTest(f"{name} is not installed")

    def complete_all(self, command, preparation):
        terminal = Terminal(command, self.folder.name)
        self.addCleanup(terminal.close)
        terminal.type(preparation + ECHO)
        terminal.wait_for("(READY)")
        for typed, arguments in TYPED:
            with self.subTest(command[0], typed=typed):
                terminal.type(f"haymaker {typed}\t\n")
                self.assertEqual(terminal.wait_for("ARGUMENTS<([^>]*)>").strip().removesuffix("/"), arguments)

    def test_bash_completes_verbs_options_presets_words_and_folders(self):
        self.complete_all(["bash", "--noprofile", "--norc", "-i"],
                          f"source <({HAYMAKER} completion bash)\n")

    def test_bash_completes_a_value_after_an_equals_sign(self):
        terminal = Terminal(["bash", "--noprofile", "--norc", "-i"], self.folder.name)
        self.addCleanup(terminal.close)
        terminal.type(f"source <({HAYMAKER} completion bash)\n" + ECHO + "haymaker generate --compress=z\t\n")
        self.assertEqual(terminal.wait_for("ARGUMENTS<([^>]*)>").strip(), "generate --compress=zstd")

    def test_zsh_completes_the_same(self):
        self.shell("zsh")
        self.complete_all(["zsh", "-f", "-i"], "unsetopt prompt_cr zle_bracketed_paste; autoload -U compinit; "
                          f"compinit -u -D; source <({HAYMAKER} completion zsh)\n")

    def test_fish_offers_the_same(self):
        self.shell("fish")
        script = subprocess.run([HAYMAKER, "completion", "fish"], check=True, capture_output=True).stdout
        for typed, arguments in TYPED:
            with self.subTest("fish", typed=typed):
                asked = subprocess.run(["fish", "-N", "-c", script.decode() + f"\ncomplete -C 'haymaker {typed}'"],
                                       check=True, capture_output=True, text=True, cwd=self.folder.name,
                                       env={**os.environ, "HOME": self.folder.name}).stdout
                offers = [line.split("\t")[0] for line in asked.splitlines()]
                self.assertEqual([offer.removesuffix("/") for offer in offers], [arguments.split()[-1]])


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__.strip())
    HAYMAKER = os.path.abspath(sys.argv.pop(1))
    unittest.main()
