#pragma once

// What all Office Open XML files (ECMA-376) have in common: a zip of XML parts, of which some say
// what the others are.

#include <span>
#include <string_view>

#include "media/document.h"
#include "media/photo.h"
#include "media/put.h"
#include "media/workbench.h"
#include "media/zip_archive.h"

namespace haymaker::media {

inline constexpr std::string_view kXmlHeader =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";

// "/word/document.xml" and its content type after "application/vnd.openxmlformats-".
struct Override {
  std::string_view part;
  std::string_view type;
};

// `rels` is what stands after ".../relationships/" of the type.
struct Relation {
  std::string_view type;
  std::string_view target;
};

void append_content_types_begin(Buffer& out);
void append_override(Override part, Buffer& out);
void append_content_types_end(Buffer& out);

void append_relations_begin(Buffer& out);
// The relation "rId<number>".
void append_relation(std::size_t number, Relation relation, Buffer& out);
void append_relations_end(Buffer& out);

// The parts that every office file has: _rels/.rels to `main_part`, docProps/core.xml and
// docProps/app.xml. `text` is scratch.
void add_shared_parts(const Document& document, std::string_view main_part,
                      std::string_view application, Buffer& text, ZipArchive& archive);

// English Metric Units: 914,400 an inch, 9,525 a pixel at 96 dots an inch.
struct EmuSize {
  std::int64_t width = 0;
  std::int64_t height = 0;
};
// The picture's own size at 96 dots an inch, or smaller, so that it fits.
EmuSize fit(PictureSize picture, EmuSize most) noexcept;

// The frame of a picture whose own size is not known yet: a photo has four columns for three rows.
inline constexpr EmuSize kPhotoFrame{5'080'000, 3'810'000};

// Whether a file of `xml`, which is not compressed yet, and `rest` other bytes needs a picture to
// have the size that is asked for.
bool needs_photo(const Order& order, std::string_view xml, std::size_t rest);

// <a:blip> and what must stand around it: the picture of the relation, stretched over its frame.
// `prefix` is the namespace of the surrounding element: "pic", "xdr" or "p".
void append_picture_fill(std::string_view prefix, std::size_t relation, Buffer& out);

// The last part: a photo that brings the file, which began at `start` of the buffer, to its size.
void add_photo(const Order& order, std::string_view name, std::size_t start, ZipArchive& archive);

}  // namespace haymaker::media
