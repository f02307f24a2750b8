"""Words that are planted in attached files stand there, where the key says, and nowhere else in the message.

Usage: words_in_files_test.py HAYMAKER

The files are taken out of the mail by Python's email package and read by pypdf, python-docx, openpyxl,
python-pptx, csv and Pillow; what can only be seen is read off the pixels.
"""

import collections
import csv
import email
import email.policy
import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import unittest
from pathlib import Path

import docx
import openpyxl
import pptx
import pypdf
from PIL import Image

sys.path.append(str(Path(__file__).resolve().parents[1] / "media_peers"))
from expectation import collapsed, squeezed  # noqa: E402
from pixel_text import screenshot_lines, sheet_lines, visible_form  # noqa: E402

HAYMAKER = None
SPEC = {"count": 8000, "seed": 23, "attachments": {"size_percent": 3},
        "scenarios": {"incidents": 500, "decoys": 1500}}


def part_at(message, section):
    """The part that IMAP calls by that number."""
    part = message
    for number in section.split("."):
        part = part.get_payload()[int(number) - 1] if part.is_multipart() else part
    return part


def pdf_text(data, locator):
    page = pypdf.PdfReader(io.BytesIO(data), strict=True).pages[int(locator.split()[1]) - 1]
    if "picture" not in locator:
        return squeezed(page.extract_text())
    (picture,) = [Image.open(io.BytesIO(item.get_object()._data))
                  for item in page["/Resources"]["/XObject"].values()]
    line = int(locator.split()[-1])
    return collapsed(" ".join(sheet_lines(picture, line, line + 5)))


def docx_text(data, locator):
    return docx.Document(io.BytesIO(data)).paragraphs[int(locator.split()[1]) - 1].text


def xlsx_text(data, locator):
    _, sheet, _, cell = locator.split()
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[int(sheet) - 1][cell].value


def pptx_text(data, locator):
    _, slide, _, paragraph = locator.split()
    shown = pptx.Presentation(io.BytesIO(data)).slides[int(slide) - 1]
    (body,) = [shape for shape in shown.placeholders if shape.placeholder_format.idx == 1]
    return body.text_frame.paragraphs[int(paragraph) - 1].text


def csv_text(data, locator):
    _, record, _, field = locator.split()
    return list(csv.reader(io.StringIO(data.decode(), newline="")))[int(record) - 1][int(field) - 1]


def txt_text(data, locator):
    return data.decode().removesuffix("\r\n").split("\r\n\r\n")[int(locator.split()[1]) - 1]


def picture_text(data, locator):
    picture = Image.open(io.BytesIO(data))
    line = int(locator.split()[1])
    lines = (screenshot_lines(picture)[line - 1:] if picture.format == "PNG" else
             sheet_lines(picture, line, 60))
    return collapsed(" ".join(lines[:6]))


READERS = {"pdf": pdf_text, "docx": docx_text, "xlsx": xlsx_text, "pptx": pptx_text, "csv": csv_text,
           "txt": txt_text, "png": picture_text, "jpg": picture_text}


def texts_outside(message, section):
    """What a reader sees of the message without opening the part."""
    yield str(message["subject"])
    for part in message.walk():
        if not part.is_multipart() and part is not part_at(message, section):
            yield part.get_filename("")
            if part.get_content_maintype() == "text":
                yield part.get_content()


class WordsInFiles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        place = Path(cls.folder.name)
        (place / "spec.json").write_text(json.dumps(SPEC))
        subprocess.run([HAYMAKER, "generate", place / "spec.json", "--out", place / "out", "--truth", place / "key",
                        "--package", "tar"], check=True, stdout=subprocess.DEVNULL)
        cls.labels = [json.loads(line) for line in (place / "key/labels.jsonl").read_text().splitlines()]
        cls.in_files = [label for label in cls.labels if label["modality"] in ("attachment", "image")]
        wanted = {label["msg_uid"] for label in cls.in_files}
        cls.messages, cls.with_files = {}, {}
        for archive in (place / "out/mail").glob("*.tar"):
            with tarfile.open(archive) as tar:
                for member in tar:
                    raw, uid = tar.extractfile(member).read(), Path(member.name).stem
                    cls.with_files[uid] = b"Content-Disposition: attachment" in raw
                    if uid in wanted:
                        cls.messages[uid] = email.message_from_bytes(raw, policy=email.policy.default)
        cls.verified = subprocess.run([HAYMAKER, "verify", place / "out", "--truth", place / "key"],
                                      capture_output=True, text=True)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_verify_finds_each_file_by_its_digest(self):
        self.assertEqual(self.verified.returncode, 0, self.verified.stdout)

    def test_words_stand_where_the_key_says(self):
        for label in self.in_files:
            (span,) = label["spans"]
            with self.subTest(label=label["label_id"], file=span["file_name"], at=span["locator"]):
                part = part_at(self.messages[label["msg_uid"]], span["part_path"])
                self.assertEqual(part.get_filename(), span["file_name"])
                kind = span["file_name"].rsplit(".", 1)[-1]
                text = READERS[kind](part.get_payload(decode=True), span["locator"])
                if "start" in span:
                    self.assertEqual(text[span["start"]:span["end"]], span["text"])
                    self.assertEqual(text.encode()[span["start_byte"]:span["end_byte"]].decode(), span["text"])
                elif "line" in span["locator"]:
                    self.assertIn(collapsed(visible_form(span["text"])), text)
                else:
                    self.assertIn(squeezed(span["text"]), text)

    def test_words_stand_nowhere_else_in_the_message(self):
        for label in self.in_files:
            (span,) = label["spans"]
            words = collapsed(span["text"])
            for text in texts_outside(self.messages[label["msg_uid"]], span["part_path"]):
                self.assertNotIn(words, collapsed(re.sub(r"(?m)^[> ]+", "", text)), label["label_id"])

    def test_every_kind_of_file_holds_words_of_incidents_and_of_decoys(self):
        kinds = collections.Counter((label["modality"], label["spans"][0]["file_name"].rsplit(".", 1)[-1])
                                    for label in self.in_files)
        self.assertLessEqual({("attachment", kind) for kind in ("pdf", "docx", "xlsx", "csv", "pptx")} |
                             {("image", kind) for kind in ("pdf", "png", "jpg")}, set(kinds))
        for polarity in ("true", "decoy"):
            self.assertTrue(any(label["polarity"] == polarity for label in self.in_files))

    def test_a_forward_repeats_the_words_with_the_file(self):
        sources = {label["label_id"]: label for label in self.labels}
        copies = [label for label in self.in_files if label["role"] == "forward_copy"]
        self.assertGreater(len(copies), 2)
        for copy in copies:
            source = sources[copy["source_label_id"]]
            for field in ("file_name", "locator", "text", "part_digest"):
                self.assertEqual(copy["spans"][0][field], source["spans"][0][field])

    def test_planted_messages_have_files_as_often_as_others(self):
        first = {label["msg_uid"] for label in self.labels if label["role"] == "primary"}
        planted = sum(self.with_files[uid] for uid in first) / len(first)
        # 28 % of the first messages between people have files; the standard deviation of 2,000 is 1 %.
        self.assertAlmostEqual(planted, 0.26, delta=0.045)


if __name__ == "__main__":
    HAYMAKER = sys.argv.pop(1)
    unittest.main()
