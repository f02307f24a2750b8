"""docx, xlsx and pptx by python-docx, openpyxl and python-pptx, and their parts by lxml."""

import datetime
import io
import zipfile

import docx
import openpyxl
import pptx
from lxml import etree
from PIL import Image

from expectation import SHEET_CELL, SLIDE, TABLE_CELL, PARAGRAPH, size_faults, span_faults


def package_faults(path, wanted):
    with zipfile.ZipFile(path) as archive:
        if archive.testzip() is not None:
            yield f"bad checksum of {archive.testzip()}"
        if archive.namelist()[0] != "[Content_Types].xml":
            yield f"the first part is {archive.namelist()[0]}"
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
            else:
                Image.open(io.BytesIO(archive.read(name))).load()
        company = etree.fromstring(archive.read("docProps/app.xml")).find("{*}Company").text
        if company != wanted["company"]:
            yield f"company {company!r}"
        yield from size_faults(path, wanted, any("media" in n for n in archive.namelist()))


def moment(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).replace(tzinfo=None)


def core_faults(core, wanted):
    author = getattr(core, "author", None) or getattr(core, "creator", None)
    created = core.created.replace(tzinfo=None)
    modified = core.modified.replace(tzinfo=None)
    if (core.title, author) != (wanted["title"], wanted["author"]):
        yield f"title {core.title!r}, author {author!r}"
    if (created, modified) != (moment(wanted["created"]), moment(wanted["modified"])):
        yield f"created {created}, modified {modified}"


def rows_of(wanted):
    columns = len(wanted["header"])
    cells = [cell["text"] for cell in wanted["cells"]]
    return [wanted["header"]] * bool(columns) + [
        cells[i:i + columns] for i in range(0, len(cells), columns or 1)]


def docx_faults(path, wanted):
    document = docx.Document(path)
    yield from core_faults(document.core_properties, wanted)
    texts = [paragraph.text for paragraph in document.paragraphs]
    asked = [wanted["title"], *wanted["paragraphs"]]
    if texts[:len(asked)] != asked or any(texts[len(asked):]):
        yield f"paragraphs {texts} are not {asked}"
    tables = [[[cell.text for cell in row.cells] for row in table.rows]
              for table in document.tables]
    if tables != [rows_of(wanted)] * bool(wanted["header"]):
        yield f"tables {tables} are not {rows_of(wanted)}"
    for place in wanted["places"]:
        if place["unit"] == PARAGRAPH:
            yield from span_faults(place, texts[place["number"] - 1])
        elif place["unit"] == TABLE_CELL:
            yield from span_faults(place, tables[0][place["row"] - 1][place["column"] - 1])
        else:
            yield f"unit {place['unit']}"


SHEETS = ("Positions", "Größe & Ort")  # Of the samples; Excel would refuse the other names.


def same_value(value, asked):
    if asked["number"] and asked["text"] != "n/a":
        return value == (float(asked["text"]) if "." in asked["text"] else int(asked["text"]))
    return value == asked["text"]


def xlsx_faults(path, wanted):
    book = openpyxl.load_workbook(path)
    yield from core_faults(book.properties, wanted)
    first = book.worksheets[0]
    if first.title != (wanted["sheet"] if wanted["sheet"] in SHEETS else "Sheet1") or first.sheet_state != "visible":
        yield f"sheet {first.title!r}, {first.sheet_state}"
    columns = len(wanted["header"])
    for i, name in enumerate(wanted["header"]):
        if first.cell(1, i + 1).value != name:
            yield f"header {first.cell(1, i + 1).value!r} is not {name!r}"
    for i, asked in enumerate(wanted["cells"]):
        found = first.cell(i // columns + 2, i % columns + 1).value
        if not same_value(found, asked):
            yield f"cell {i}: {found!r} is not {asked}"
    if bool(wanted["paragraphs"]) != (len(book.worksheets) == 2):
        yield f"{len(book.worksheets)} sheets"
    elif wanted["paragraphs"]:
        notes = book.worksheets[1]
        if notes.sheet_state != ("hidden" if wanted["hidden_notes"] else "visible"):
            yield f"notes are {notes.sheet_state}"
        if [row[0].value for row in notes.rows] != [wanted["title"], *wanted["paragraphs"]]:
            yield "notes differ"
    for place in wanted["places"]:
        if place["unit"] != SHEET_CELL:
            yield f"unit {place['unit']}"
            continue
        sheet = book.worksheets[place["number"] - 1]
        reference = place["locator"].split()[-1]
        if sheet.title != place["name"]:
            yield f"sheet {sheet.title!r} is not {place['name']!r}"
        yield from span_faults(place, sheet[reference].value)


def pptx_faults(path, wanted):
    show = pptx.Presentation(path)
    yield from core_faults(show.core_properties, wanted)
    slides = list(show.slides)
    bodies = [[p.text for shape in slide.placeholders if shape.placeholder_format.idx == 1
               for p in shape.text_frame.paragraphs] for slide in slides]
    tables = [[[c.text for c in row.cells] for shape in slide.shapes if shape.has_table
               for row in shape.table.rows] for slide in slides]
    if slides[0].shapes.title.text != wanted["title"]:
        yield f"title {slides[0].shapes.title.text!r}"
    if sum(bodies[1:], []) != wanted["paragraphs"]:
        yield "paragraphs differ"
    if sum((table[1:] for table in tables), []) != rows_of(wanted)[1:]:
        yield "tables differ"
    for place in wanted["places"]:
        if place["unit"] == SLIDE:
            yield from span_faults(place, bodies[place["number"] - 1][place["row"] - 1])
        elif place["unit"] == TABLE_CELL:
            table = tables[place["number"] - 1]
            yield from span_faults(place, table[place["row"] - 1][place["column"] - 1])
        else:
            yield f"unit {place['unit']}"


READERS = {"docx": docx_faults, "xlsx": xlsx_faults, "pptx": pptx_faults}


def faults(path, wanted):
    yield from package_faults(path, wanted)
    yield from READERS[wanted["kind"]](path, wanted)
