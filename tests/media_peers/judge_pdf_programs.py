"""PDF by qpdf, which checks its structure, and pdftotext, which extracts its text (Poppler)."""

import subprocess

from expectation import squeezed


def faults(path, wanted):
    result = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
    if result.returncode != 0:
        yield f"qpdf: {result.stdout.splitlines()[-1:]} {result.stderr}"
    if wanted["scanned"]:
        return
    for place in wanted["places"]:
        number = str(place["number"])
        result = subprocess.run(
            ["pdftotext", "-raw", "-enc", "UTF-8", "-f", number, "-l", number, path, "-"],
            capture_output=True, text=True)
        if result.stderr:
            yield f"pdftotext: {result.stderr}"
        if squeezed(place["text"]) not in squeezed(result.stdout):
            yield f"pdftotext, {place['locator']}: {place['text']!r} is not there"
