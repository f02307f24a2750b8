"""PDF by pypdf."""

import datetime
import io

import pypdf
from PIL import Image

from expectation import PAGE, PAGE_PICTURE, collapsed, size_faults, squeezed
from pixel_text import sheet_lines, visible_form


def moment(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)


def without_number(text):
    """A page's text without the number at its foot."""
    return text.rstrip().rstrip("0123456789")


def info_faults(reader, wanted):
    info = reader.metadata
    if info.title != wanted["title"] or info.author != wanted["author"]:
        yield f"title {info.title!r}, author {info.author!r}"
    if info.creation_date != moment(wanted["created"]):
        yield f"created {info.creation_date}"
    if info.modification_date != moment(wanted["modified"]):
        yield f"modified {info.modification_date}"


def text_faults(pages, wanted):
    texts = [wanted["title"], *wanted["paragraphs"], *wanted["header"],
             *(cell["text"] for cell in wanted["cells"])]
    whole = squeezed("".join(without_number(page) for page in pages))
    if whole != squeezed("".join(texts)):
        yield f"text differs: {len(whole)} characters for {len(squeezed(''.join(texts)))}"
    for place in wanted["places"]:
        if place["unit"] != PAGE:
            yield f"unit {place['unit']} of {place['locator']}"
            continue
        page = pages[place["number"] - 1]
        words, form = place["text"], collapsed if place["field"] == 1 else squeezed
        if form(words) not in form(page):
            yield f"{place['locator']}: {words!r} is not there"


def scan_faults(pictures, wanted):
    sheets = [picture for picture in pictures if picture.mode == "L"]
    for place in wanted["places"]:
        if place["field"] == 2:
            continue  # A scan has no table.
        if place["unit"] != PAGE_PICTURE:
            yield f"unit {place['unit']} of {place['locator']}"
            continue
        sheet = sheets[place["number"] - 1]
        tail = " ".join(sheet_lines(sheet, place["row"], place["row"] + 2))
        if collapsed(visible_form(place["text"])) not in collapsed(tail):
            yield f"{place['locator']}: {place['text']!r} is not in {tail!r}"


def pictures_of(reader):
    for page in reader.pages:
        for name, resource in page.get("/Resources", {}).get("/XObject", {}).items():
            picture = Image.open(io.BytesIO(resource.get_object()._data))
            if f"{name} Do".encode() not in page.get_contents().get_data():
                raise ValueError(f"{name} is not shown")
            picture.load()
            yield picture


def faults(path, wanted):
    reader = pypdf.PdfReader(path, strict=True)
    yield from info_faults(reader, wanted)
    pictures = list(pictures_of(reader))
    if wanted["scanned"]:
        yield from scan_faults(pictures, wanted)
    else:
        yield from text_faults([page.extract_text() for page in reader.pages], wanted)
    yield from size_faults(path, wanted, bool(pictures) and not wanted["scanned"])
