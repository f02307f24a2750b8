#!/usr/bin/env python3
"""judge.py WHAT DIRECTORY: reads what media_samples wrote with programs that nobody here wrote.

WHAT is one of pdf, pdf_programs, docx, xlsx, pptx, pictures, plain, zip. Each file must open without
a complaint, say what expected.jsonl says, have about the size that was asked for, and hold each
planted text at the place that was reported.
"""

import importlib
import json
import pathlib
import sys

KINDS = {"pdf": ("judge_pdf", ["pdf"]),
         "pdf_programs": ("judge_pdf_programs", ["pdf"]),
         "docx": ("judge_office", ["docx"]),
         "xlsx": ("judge_office", ["xlsx"]),
         "pptx": ("judge_office", ["pptx"]),
         "pictures": ("judge_pictures", ["png", "jpg"]),
         "plain": ("judge_plain", ["csv", "txt", "ics", "vcf"]),
         "zip": ("judge_zip", ["zip"])}


def main():
    what, directory = sys.argv[1], pathlib.Path(sys.argv[2])
    module, kinds = KINDS[what]
    faults_of = importlib.import_module(module).faults
    judged, faulty = 0, 0
    for line in open(directory / "expected.jsonl", encoding="utf-8"):
        wanted = json.loads(line)
        if wanted["kind"] not in kinds:
            continue
        judged += 1
        found = list(faults_of(directory / wanted["file"], wanted))
        faulty += bool(found)
        for fault in found[:5]:
            print(f"{wanted['file']}: {fault}")
    print(f"{judged} files, {faulty} with faults")
    return 1 if faulty or not judged else 0


if __name__ == "__main__":
    sys.exit(main())
