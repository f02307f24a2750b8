#!/usr/bin/env python3
"""Imports what the room media knows of fonts. See README.md beside this file.

import_fonts.py bitmap 8x13.pcf.gz > packs/fonts/fixed_8x13.hex
import_fonts.py widths NAME=FILE.afm... > src/media/font_widths.cpp
"""

import gzip
import re
import struct
import sys

CELL_HEIGHT = 13
BASELINE = 11  # Rows above the baseline, of misc-fixed 8x13.

# Latin with its extensions, Greek, Cyrillic, and the punctuation of ordinary writing.
WANTED = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x386, 0x3CF), *range(0x400, 0x460),
          0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E,
          0x2020, 0x2022, 0x2026, 0x20AC, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0xFFFD]

METRICS, BITMAPS, ENCODINGS = 1 << 2, 1 << 3, 1 << 5


def pcf_tables(data):
    if data[:4] != b"\x01fcp":
        sys.exit("not a PCF font")
    (count,) = struct.unpack_from("<I", data, 4)
    for i in range(count):
        kind, form, size, offset = struct.unpack_from("<4I", data, 8 + 16 * i)
        yield kind, data[offset:offset + size]


def read_metrics(table):
    (form,) = struct.unpack_from("<I", table)
    order = ">" if form & 4 else "<"
    if form & 0x100:  # Compressed: five bytes with a bias of 128.
        (count,) = struct.unpack_from(order + "H", table, 4)
        return [[b - 128 for b in table[6 + 5 * i:11 + 5 * i]] for i in range(count)]
    (count,) = struct.unpack_from(order + "I", table, 4)
    return [struct.unpack_from(order + "5h", table, 8 + 12 * i) for i in range(count)]


def read_bitmaps(table):
    """Each glyph's rows as integers of 8 bits, the leftmost pixel highest."""
    (form,) = struct.unpack_from("<I", table)
    order = ">" if form & 4 else "<"
    pad, msb_first = 1 << (form & 3), bool(form & 8)
    (count,) = struct.unpack_from(order + "I", table, 4)
    offsets = struct.unpack_from(f"{order}{count}I", table, 8)
    data = table[8 + 4 * count + 16:]

    def rows(glyph, height):
        unit = 1 << ((form >> 4) & 3)
        for row in range(height):
            at = offsets[glyph] + row * pad
            word = data[at - at % unit:at - at % unit + unit]
            byte = word[at % unit] if bool(form & 4) == msb_first else word[::-1][at % unit]
            yield byte if msb_first else int(f"{byte:08b}"[::-1], 2)

    return rows


def read_encodings(table):
    (form,) = struct.unpack_from("<I", table)
    order = ">" if form & 4 else "<"
    first, last, high_first, high_last, _ = struct.unpack_from(order + "5H", table, 4)
    width = last - first + 1
    found = {}
    for high in range(high_first, high_last + 1):
        for low in range(first, last + 1):
            at = 14 + 2 * ((high - high_first) * width + low - first)
            (glyph,) = struct.unpack_from(order + "H", table, at)
            if glyph != 0xFFFF:
                found[high << 8 | low] = glyph
    return found


def bitmap(path):
    tables = dict(pcf_tables(gzip.open(path).read()))
    metrics, rows = read_metrics(tables[METRICS]), read_bitmaps(tables[BITMAPS])
    encodings = read_encodings(tables[ENCODINGS])
    for code_point in sorted(WANTED):
        glyph = encodings.get(code_point)
        if glyph is None:
            continue
        left, _, _, ascent, descent = metrics[glyph][:5]
        cell = [0] * CELL_HEIGHT
        for i, row in enumerate(rows(glyph, ascent + descent)):
            if 0 <= BASELINE - ascent + i < CELL_HEIGHT:
                cell[BASELINE - ascent + i] = row >> left & 0xFF if left >= 0 else row << -left & 0xFF
        print(f"{code_point:04X} " + "".join(f"{row:02X}" for row in cell))


def widths_of(path):
    found = {}
    for line in open(path, encoding="latin-1"):
        match = re.match(r"C -?\d+ ; WX (\d+) ; N (\S+) ;", line)
        if match:
            found[match.group(2)] = int(match.group(1))
    return found


# Adobe's glyph names of the WinAnsi codes that are not named by their Unicode in an AFM file.
def glyph_names():
    import unicodedata
    special = {0x27: "quotesingle", 0x2D: "hyphen", 0x60: "grave", 0xA0: "space", 0xAD: "hyphen",
               0x80: "Euro", 0x82: "quotesinglbase", 0x83: "florin", 0x84: "quotedblbase",
               0x85: "ellipsis", 0x86: "dagger", 0x87: "daggerdbl", 0x88: "circumflex",
               0x89: "perthousand", 0x8A: "Scaron", 0x8B: "guilsinglleft", 0x8C: "OE",
               0x8E: "Zcaron", 0x91: "quoteleft", 0x92: "quoteright", 0x93: "quotedblleft",
               0x94: "quotedblright", 0x95: "bullet", 0x96: "endash", 0x97: "emdash",
               0x98: "tilde", 0x99: "trademark", 0x9A: "scaron", 0x9B: "guilsinglright",
               0x9C: "oe", 0x9E: "zcaron", 0x9F: "Ydieresis"}
    named = dict(zip(
        "!\"#$%&()*+,./:;<=>?@[\\]^_{|}~¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿×÷ÆÐØÞßæðøþ ",
        "exclam quotedbl numbersign dollar percent ampersand parenleft parenright asterisk plus "
        "comma period slash colon semicolon less equal greater question at bracketleft backslash "
        "bracketright asciicircum underscore braceleft bar braceright asciitilde exclamdown cent "
        "sterling currency yen brokenbar section dieresis copyright ordfeminine guillemotleft "
        "logicalnot registered macron degree plusminus twosuperior threesuperior acute mu "
        "paragraph periodcentered cedilla onesuperior ordmasculine guillemotright onequarter "
        "onehalf threequarters questiondown multiply divide AE Eth Oslash Thorn germandbls ae eth "
        "oslash thorn space".split()))
    digits = "zero one two three four five six seven eight nine".split()
    accents = {"GRAVE": "grave", "ACUTE": "acute", "CIRCUMFLEX": "circumflex", "TILDE": "tilde",
               "DIAERESIS": "dieresis", "RING": "ring", "CEDILLA": "cedilla", "CARON": "caron"}
    for code in range(0x20, 0x100):
        c = chr(code)
        if code in special:
            yield special[code]
        elif c in named:
            yield named[c]
        elif c.isascii() and c.isdigit():
            yield digits[int(c)]
        elif c.isascii() and c.isalpha():
            yield c
        elif 0xC0 <= code:
            words = unicodedata.name(c).replace(" ABOVE", "").split()
            letter = words[3] if words[1] == "CAPITAL" else words[3].lower()
            yield letter + accents[words[-1]]
        else:
            yield "bullet"  # The five codes that WinAnsi leaves empty.


def widths(arguments):
    names = list(glyph_names())
    print('// Made by tools/import_fonts from AFM files; see the README there.\n')
    print('#include "media/font_metrics.h"\n\nnamespace haymaker::media {\n')
    for argument in arguments:
        name, path = argument.split("=")
        table = widths_of(path)
        print(f"const WidthTable {name} = {{")
        row = "   "
        for glyph in names:
            piece = f" {table[glyph]},"
            if len(row + piece) > 100:
                print(row)
                row = "   "
            row += piece
        print(row + "\n};\n")
    print("}  // namespace haymaker::media")


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "bitmap":
        bitmap(sys.argv[2])
    elif len(sys.argv) > 2 and sys.argv[1] == "widths":
        widths(sys.argv[2:])
    else:
        sys.exit(__doc__)
