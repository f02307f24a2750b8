"""PNG and JPEG by Pillow; the text of screenshots and typed sheets is read off their pixels."""

from PIL import Image

from expectation import LINE, NOWHERE, collapsed, size_faults
from pixel_text import screenshot_lines, sheet_lines, visible_form

TEXT, CHART, LOGO, PHOTO = range(4)
SHEET_LINES, MOST_SHEET = 60, 150_000
FIRST_SHADE = 16  # Colours of the palette from there on are those of the camera's pane.


def place_faults(wanted, lines, most_lines):
    for place in wanted["places"]:
        if place["unit"] == NOWHERE and (place["field"] == 2 or most_lines):
            continue  # Pictures of text have no table, and a sheet has an end.
        if place["unit"] != LINE:
            yield f"unit {place['unit']} of {place['locator']}"
            continue
        tail = " ".join(lines[place["number"] - 1:place["number"] + 2])
        if most_lines and place["number"] > most_lines - 2:
            continue  # The words may go on where the sheet ends.
        if collapsed(visible_form(place["text"])) not in collapsed(tail):
            yield f"{place['locator']}: {place['text']!r} is not in {tail!r}"


def png_faults(path, picture, wanted):
    if picture.mode != "P":
        yield f"mode {picture.mode}"
    if wanted["picture"] not in (TEXT, PHOTO):
        return
    has_camera = picture.getpixel((1, picture.height - 1)) >= FIRST_SHADE
    yield from size_faults(path, wanted, has_camera)
    lines = screenshot_lines(picture)
    yield from place_faults(wanted, lines, 0)


def jpg_faults(path, picture, wanted):
    if wanted["picture"] != TEXT:
        if picture.mode != "RGB":
            yield f"mode {picture.mode}"
        yield from size_faults(path, wanted, True)
        return
    if picture.mode != "L":
        yield f"mode {picture.mode}"
    if wanted["target_bytes"] <= MOST_SHEET:
        yield from size_faults(path, wanted, not wanted["paragraphs"])
    lines = sheet_lines(picture, 1, SHEET_LINES)
    if any("\0" in line for line in lines):
        yield "a cell that is no character"
    yield from place_faults(wanted, lines, SHEET_LINES)


def faults(path, wanted):
    with Image.open(path) as picture:
        picture.verify()
    with Image.open(path) as picture:
        picture.load()
        judge = png_faults if wanted["kind"] == "png" else jpg_faults
        yield from judge(path, picture, wanted)
