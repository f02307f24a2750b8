"""Reads text off pictures: cells of pixels are compared with the glyphs of packs/fonts."""

import pathlib

FONT = pathlib.Path(__file__).parents[2] / "packs/fonts/fixed_8x13.hex"
GLYPH_WIDTH, GLYPH_HEIGHT = 8, 13
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
NO_WIDTH = {0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF, *range(0xFE00, 0xFE10)}


def read_font():
    glyphs = {}
    for line in open(FONT, encoding="ascii"):
        code, rows = line.split()
        glyphs.setdefault(bytes.fromhex(rows), chr(int(code, 16)))
    return glyphs


GLYPHS = read_font()
_CODES = {chr(int(line.split()[0], 16)): GLYPHS[bytes.fromhex(line.split()[1])]
          for line in open(FONT, encoding="ascii")}


def visible_form(text):
    """What can be read of a text: letters that look alike are one, unknown ones a replacement."""
    return "".join(_CODES.get(c, REPLACEMENT) for c in text if ord(c) not in NO_WIDTH)


def cell(pixels, x, y, scale):
    """The rows of a glyph whose upper left corner is at (x, y), darker than grey is ink."""
    rows = bytearray()
    for row in range(GLYPH_HEIGHT):
        bits = 0
        for column in range(GLYPH_WIDTH):
            bits = bits << 1 | (pixels[x + column * scale, y + row * scale] < 140)
        rows.append(bits)
    return bytes(rows)


def line_text(pixels, x, y, columns, scale):
    # A cell that matches nothing would be a fault of the picture.
    return "".join(GLYPHS.get(cell(pixels, x + i * GLYPH_WIDTH * scale, y, scale), "\0")
                   for i in range(columns)).rstrip()


def sheet_lines(picture, first, last):
    """Lines of a typed sheet (typed_sheet.h), which has 60 from 1 on, of 84 columns, 16 pixels high."""
    pixels = picture.load()
    return [line_text(pixels, 80, 96 + 16 * (line - 1) + 2, 84, 1)
            for line in range(first, min(last, 60) + 1)]


def screenshot_lines(picture):
    """The lines of a window (screenshot.cpp): a grey bar of 28 pixels, and then lines 17 high, from
    the margins of 16. A fine screen has twice as many pixels, which the height of the bar tells."""
    pixels = picture.convert("L").load()
    bar = next(y for y in range(picture.height) if pixels[8, y] == 255)
    scale = bar // 28
    columns = (picture.width // scale - 32) // GLYPH_WIDTH
    lines = []
    for y in range(44 * scale, picture.height - GLYPH_HEIGHT * scale, 17 * scale):
        if pixels[1, y] != 255:
            break  # The camera's pane begins.
        lines.append(line_text(pixels, 16 * scale, y, columns, scale))
    return lines
