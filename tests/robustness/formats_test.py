"""Every package in every compression, opened by programs that nobody here wrote: the same messages.

usage: formats_test.py HAYMAKER
"""

import gzip
import hashlib
import io
import mailbox
import os
import re
import subprocess
import sys
import tarfile
import unittest
import zipfile

from haymaker import Case, Program, digest_of, run

SPEC = ["realistic", "--count", "2500", "--seed", "6"]
SHARDS = ["--first", "0", "--limit", "1024"], ["--first", "1024", "--limit", "1476"]  # Two parts.
FORMS = [("objects", "none"), *(("tar", c) for c in ("none", "zstd", "gzip")),
         *(("zip", c) for c in ("none", "gzip")), *(("mbox", c) for c in ("none", "zstd", "gzip"))]
REFUSED = [("objects", "zstd"), ("objects", "gzip"), ("zip", "zstd")]


def said_by(*command, given=None):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, input=given).stdout


def plain(part, compression):
    """The bytes of the archive, by the programs zstd and gzip, and by Python's gzip alike."""
    if compression == "zstd":
        said_by("zstd", "-tq", part)
        return said_by("zstd", "-dcq", part)
    if compression == "gzip":
        content = said_by("gzip", "-dc", part)
        assert gzip.decompress(part.read_bytes()) == content
        return content
    return part.read_bytes()


def from_objects(folder):
    for file in (folder / "mail").glob("*/*.eml"):
        yield str(file.relative_to(folder / "mail")), file.read_bytes()


def from_tar(content):
    names = said_by("tar", "-t", "-f", "-", given=content).decode().split()
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        assert archive.getnames() == names
        for member in archive:
            yield member.name, archive.extractfile(member).read()
    extracted = said_by("tar", "-x", "-O", "-f", "-", given=content)
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        assert extracted == b"".join(archive.extractfile(member).read() for member in archive)


def from_zip(part):
    said_by("unzip", "-tqq", part)
    with zipfile.ZipFile(part) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            yield name, archive.read(name)


def from_mbox(content, place):
    place.write_bytes(content)
    box = mailbox.mbox(place, create=False)
    for key in box.keys():
        uid = box.get_message(key).get_from().split("@")[0]
        # mailbox knows the older mboxo, so mboxrd's quotes are still there.
        body = re.sub(rb"(?m)^>(>*From )", rb"\1", box.get_bytes(key))
        yield f"{uid[:2]}/{uid}.eml", body.replace(b"\n", b"\r\n")
    box.close()


class Formats(Case):
    def messages(self, package, compression):
        if package == "objects":
            yield from from_objects(self.out)
            return
        parts = sorted((self.out / "mail").iterdir())
        self.assertEqual(len(parts), 2)
        for part in parts:
            if package == "tar":
                yield from from_tar(plain(part, compression))
            elif package == "zip":
                yield from from_zip(part)
            else:
                yield from from_mbox(plain(part, compression), self.place / "plain.mbox")

    def test_all_forms_hold_the_same_messages(self):
        digest = digest_of(*SPEC)
        seen = {}
        for package, compression in FORMS:
            with self.subTest(package=package, compression=compression):
                self.out = self.place / f"{package}-{compression}"
                for shard in SHARDS:
                    made = run("generate", *SPEC, "--package", package, "--compress", compression,
                               "--out", self.out, *shard)
                    self.assertEqual(made.returncode, 0, made.stderr)
                self.holds_the_corpus(digest)
                found = {name: hashlib.sha256(content).hexdigest()
                         for name, content in self.messages(package, compression)}
                self.assertEqual(len(found), 2500)
                seen = seen or found
                self.assertEqual([name for name in seen if found.get(name) != seen[name]], [])

    def test_forms_that_make_no_sense_are_refused_with_the_ones_that_do(self):
        for package, compression in REFUSED:
            with self.subTest(package=package, compression=compression):
                made = run("generate", *SPEC, "--package", package, "--compress", compression, "--out", self.out)
                self.fails(made, "choose", code=2)
                self.assertFalse(self.out.exists())


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__.strip())
    Program.path = os.path.abspath(sys.argv.pop(1))
    unittest.main()
