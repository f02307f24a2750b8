"""What several judges look at: planted texts, sizes, and text without its layout."""

# The numbers of media::PlaceUnit.
(NOWHERE, PARAGRAPH, TABLE_CELL, PAGE, PAGE_PICTURE, SHEET_CELL, FIELD, PROPERTY, LINE,
 SLIDE) = range(10)

LEAST_PICTURE = 2_000  # Bytes that are too few for a picture that would bring a file to its size.


def collapsed(text):
    """Each run of white space, a line break too, as one space."""
    return " ".join(text.split())


def squeezed(text):
    """Without white space, for words that a narrow column breaks in two."""
    return "".join(text.split())


def span_faults(place, text):
    """The planted words are where their ranges say, in code points and in bytes."""
    begin, end = place["code_points"]
    if text[begin:end] != place["text"]:
        yield f"{place['locator']}: {text[begin:end]!r} is not {place['text']!r}"
    begin, end = place["bytes"]
    if text.encode()[begin:end].decode(errors="replace") != place["text"]:
        yield f"{place['locator']}: bytes differ"


def size_faults(path, wanted, has_picture):
    size, target = path.stat().st_size, wanted["target_bytes"]
    if not target:
        return
    if size < 0.85 * target and size < target - 2 * LEAST_PICTURE:
        yield f"{size} bytes, far below {target}"
    if size > 1.15 * target and has_picture and size > target + 2 * LEAST_PICTURE:
        yield f"{size} bytes, far above {target}"
