#include "media/ooxml.h"

#include <algorithm>

namespace haymaker::media {

namespace {

constexpr std::string_view kOfficeRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

void append_core_properties(const Document& document, Buffer& out) {
  put(out, kXmlHeader,
      "<cp:coreProperties"
      " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
      " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
      " xmlns:dcmitype=\"http://purl.org/dc/dcmitype/\""
      " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>",
      XmlText{document.title}, "</dc:title><dc:creator>", XmlText{document.author},
      "</dc:creator><cp:lastModifiedBy>", XmlText{document.author},
      "</cp:lastModifiedBy><cp:revision>2</cp:revision>"
      "<dcterms:created xsi:type=\"dcterms:W3CDTF\">");
  append_iso_time(document.created, out);
  put(out, "</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">");
  append_iso_time(document.modified, out);
  put(out, "</dcterms:modified></cp:coreProperties>");
}

void append_application_properties(const Document& document, std::string_view application,
                                   Buffer& out) {
  put(out, kXmlHeader,
      "<Properties"
      " xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
      "<Application>",
      application, "</Application><DocSecurity>0</DocSecurity><Company>", XmlText{document.company},
      "</Company><AppVersion>16.0300</AppVersion></Properties>");
}

}  // namespace

void append_content_types_begin(Buffer& out) {
  put(out, kXmlHeader,
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>"
      "<Default Extension=\"rels\""
      " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
  append_override({"/docProps/core.xml", "package.core-properties"}, out);
  append_override({"/docProps/app.xml", "officedocument.extended-properties"}, out);
}

void append_override(Override part, Buffer& out) {
  put(out, "<Override PartName=\"", part.part, "\" ContentType=\"application/vnd.openxmlformats-",
      part.type, "+xml\"/>");
}

void append_content_types_end(Buffer& out) { put(out, "</Types>"); }

void append_relations_begin(Buffer& out) {
  put(out, kXmlHeader,
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
}

void append_relation(std::size_t number, Relation relation, Buffer& out) {
  put(out, "<Relationship Id=\"rId", number, "\" Type=\"", kOfficeRelations, relation.type,
      "\" Target=\"", relation.target, "\"/>");
}

void append_relations_end(Buffer& out) { put(out, "</Relationships>"); }

void add_shared_parts(const Document& document, std::string_view main_part,
                      std::string_view application, Buffer& text, ZipArchive& archive) {
  text.clear();
  append_relations_begin(text);
  append_relation(1, {"officeDocument", main_part}, text);
  put(text,
      "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/"
      "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>");
  append_relation(3, {"extended-properties", "docProps/app.xml"}, text);
  append_relations_end(text);
  archive.add("_rels/.rels", text.view());
  text.clear();
  append_core_properties(document, text);
  archive.add("docProps/core.xml", text.view());
  text.clear();
  append_application_properties(document, application, text);
  archive.add("docProps/app.xml", text.view());
}

EmuSize fit(PictureSize picture, EmuSize most) noexcept {
  constexpr std::int64_t kEmuOfPixel = 9'525;
  const EmuSize own{picture.width * kEmuOfPixel, picture.height * kEmuOfPixel};
  // The narrower of the two limits decides: compare width / height with cross products.
  if (own.width * most.height >= own.height * most.width) {
    const std::int64_t width = std::min(own.width, most.width);
    return {width, own.height * width / own.width};
  }
  const std::int64_t height = std::min(own.height, most.height);
  return {own.width * height / own.height, height};
}

void append_picture_fill(std::string_view prefix, std::size_t relation, Buffer& out) {
  put(out, "<", prefix, ":blipFill><a:blip r:embed=\"rId", relation,
      "\"/><a:stretch><a:fillRect/></a:stretch></", prefix, ":blipFill>");
}

bool needs_photo(const Order& order, std::string_view xml, std::size_t rest) {
  const Document& document = order.document;
  // XML becomes half as large at least; only where that is not enough to tell, it is compressed.
  if (missing_bytes(document, xml.size() / 2 + rest) != 0) return true;
  if (missing_bytes(document, rest) == 0) return false;
  Buffer& packed = order.bench.packed;
  packed.clear();
  order.bench.deflater.append_deflated(xml, packed);
  return missing_bytes(document, packed.size() + rest) != 0;
}

void add_photo(const Order& order, std::string_view name, std::size_t start, ZipArchive& archive) {
  Workbench& bench = order.bench;
  const std::size_t bytes = order.out.size() - start + bench.directory.size();
  const std::size_t missing = missing_bytes(order.document, bytes);
  bench.picture.clear();
  append_photo(order.key / "picture", std::max(missing, kLeastPhotoBytes), bench.picture);
  archive.add_stored(name, bench.picture.view());
}

}  // namespace haymaker::media
