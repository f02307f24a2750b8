#pragma once

// What the writers of formats work with. It keeps its memory from file to file.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "media/deflate.h"
#include "media/document.h"
#include "media/photo.h"
#include "media/place.h"
#include "media/raster.h"
#include "rng/key.h"

namespace haymaker::media {

struct Workbench {
  Deflater deflater;
  Buffer text;       // A part of the file before it is compressed.
  Buffer body;       // The main part, which is begun before and finished after others.
  Buffer strings;    // What the main part refers to by number.
  Buffer packed;     // A part, compressed.
  Buffer picture;    // A finished picture.
  Buffer directory;  // Of a zip archive.
  Raster raster;
  std::vector<std::uint64_t> offsets;   // Of the objects of a PDF.
  std::vector<std::uint32_t> pages;     // Objects that are pages of a PDF.
  std::vector<char32_t> characters;     // Those of a PDF that its standard fonts do not code.
  std::vector<std::string_view> lines;  // Of a picture of text.
  std::vector<Place> places;            // One for each of Document::planted.
};

// One file under way.
struct Order {
  const Document& document;
  rng::Key key;
  Workbench& bench;
  Buffer& out;
};

// The text that `planted` is a piece of.
std::string_view field_text(const Document& document, Field field, std::size_t index) noexcept;

// What of a unit of the file comes before a text of the document.
struct Offsets {
  std::size_t bytes = 0;
  std::size_t code_points = 0;
};

// Puts the planted words of a text of the document at `where`, with their words and ranges.
void locate(const Order& order, Field field, std::size_t index, const Place& where,
            Offsets before = {});

// The planted words of a text of the document that begin in [begin, end) of it are at `where`,
// which has no ranges: a page, a line, a slide.
void locate_within(const Order& order, Field field, std::size_t index, std::size_t begin,
                   std::size_t end, const Place& where);

// Bytes of pictures that are needed to bring a file that has `bytes` without them to its target; 0
// where a picture would not be worth it.
std::size_t missing_bytes(const Document& document, std::size_t bytes) noexcept;

}  // namespace haymaker::media
