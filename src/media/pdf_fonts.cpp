#include "media/pdf_fonts.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/utf8.h"
#include "media/bitmap_font.h"
#include "media/put.h"

namespace haymaker::media {

namespace {

constexpr std::size_t kFirstCode = 0x20;
constexpr std::size_t kCodes = 224;
constexpr std::size_t kMostExtra = 8 * kCodes;  // Further characters; what comes then is a '?'.

constexpr std::string_view kNames[2][2] = {{"Helvetica", "Helvetica-Bold"},
                                           {"Times-Roman", "Times-Bold"}};

// Ideographs and their like fill a square; the others of no standard font are as wide as its
// letters on average.
std::uint32_t extra_width(char32_t c) noexcept {
  if (has_no_width(c)) return 0;
  return c >= 0x1100 && (c >= 0x1F000 || (c >= 0x2E80 && c < 0xFB00) || c < 0x1200) ? 1000 : 556;
}

// A tab or a line break stands for a space, and other control characters for nothing.
char32_t visible(char32_t c) noexcept { return c == '\t' || c == '\n' ? U' ' : c; }

bool is_control(char32_t c) noexcept { return c < 0x20 || c == 0x7F; }

void put_literal(std::uint8_t byte, Buffer& out) {
  const char c = static_cast<char>(byte);
  if (c == '(' || c == ')' || c == '\\') out.append('\\');
  out.append(c);
}

void put_utf16(char32_t c, Buffer& out) {
  if (c >= 0x10000) {
    append_hex_upper(0xD800 + ((c - 0x10000) >> 10), 4, out);
    append_hex_upper(0xDC00 + ((c - 0x10000) & 0x3FF), 4, out);
  } else {
    append_hex_upper(c, 4, out);
  }
}

// The name of a glyph by its Unicode (Adobe Glyph List specification, section 2).
void put_glyph_name(char32_t c, Buffer& out) {
  put(out, c < 0x10000 ? "/uni" : "/u");
  append_hex_upper(c, c < 0x10000 ? 4 : c < 0x100000 ? 5 : 6, out);
}

// ISO 32000-1 section 9.10.3, at most 100 lines to a section of it.
void put_unicode_map(std::span<const char32_t> characters, Buffer& out) {
  constexpr std::size_t kLines = 100;
  put(out,
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo\n"
      "<< /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\n"
      "endcodespacerange\n");
  for (std::size_t first = 0; first < characters.size(); first += kLines) {
    const std::size_t end = std::min(first + kLines, characters.size());
    put(out, end - first, " beginbfchar\n");
    for (std::size_t i = first; i < end; ++i) {
      put(out, "<");
      append_hex_upper(kFirstCode + i, 2, out);
      put(out, "> <");
      put_utf16(characters[i], out);
      put(out, ">\n");
    }
    put(out, "endbfchar\n");
  }
  put(out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
}

}  // namespace

std::uint32_t PdfFonts::foreign_width(char32_t c, bool bold) const noexcept {
  c = visible(c);
  if (is_control(c)) return 0;
  const std::uint8_t byte = win_ansi_code(c);
  return byte != 0 ? widths(bold)[byte - kFirstCode] : extra_width(c);
}

std::uint32_t PdfFonts::width(std::string_view text, bool bold) const noexcept {
  std::uint32_t sum = 0;
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    text.remove_prefix(point.bytes);
    sum += width(point.value, bold);
  }
  return sum;
}

PdfFonts::Code PdfFonts::code(char32_t c) {
  if (const std::uint8_t byte = win_ansi_code(c); byte != 0) return {0, byte};
  auto found = std::ranges::find(extra_, c);
  if (found == extra_.end()) {
    if (extra_.size() == kMostExtra) return {0, '?'};
    extra_.push_back(c);
    found = extra_.end() - 1;
  }
  const auto place = static_cast<std::size_t>(found - extra_.begin());
  return {static_cast<std::uint32_t>(1 + place / kCodes),
          static_cast<std::uint8_t>(kFirstCode + place % kCodes)};
}

void PdfFonts::show(std::string_view text, bool bold, int size, Buffer& out) {
  constexpr std::uint32_t kNone = 0xFFFF;
  std::uint32_t font = kNone;
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    text.remove_prefix(point.bytes);
    const char32_t c = visible(point.value);
    if (is_control(c)) continue;
    const Code code = this->code(c);
    if (code.font != font) {
      if (font != kNone) put(out, ") Tj ");
      font = code.font;
      if (font == 0) {
        put(out, bold ? "/F2 " : "/F1 ", size, " Tf (");
      } else {
        put(out, "/X", font, " ", size, " Tf (");
      }
    }
    put_literal(code.byte, out);
  }
  if (font != kNone) put(out, ") Tj\n");
}

void PdfFonts::write(std::uint32_t object, Buffer& scratch, PdfObjects& objects,
                     Buffer& out) const {
  const std::size_t extra_fonts = (extra_.size() + kCodes - 1) / kCodes;
  std::array<std::uint32_t, 2 + kMostExtra / kCodes> numbers{};
  for (std::size_t i = 0; i < 2 + extra_fonts; ++i) numbers[i] = objects.reserve();
  objects.begin(object);
  put(out, "<< /F1 ", numbers[0], " 0 R /F2 ", numbers[1], " 0 R");
  for (std::size_t i = 0; i < extra_fonts; ++i) put(out, " /X", i + 1, " ", numbers[2 + i], " 0 R");
  put(out, " >>");
  objects.end();
  for (std::size_t i = 0; i < 2; ++i) {
    objects.begin(numbers[i]);
    put(out, "<< /Type /Font /Subtype /Type1 /BaseFont /",
        kNames[static_cast<std::size_t>(face_)][i], " /Encoding /WinAnsiEncoding >>");
    objects.end();
  }
  for (std::size_t i = 0; i < extra_fonts; ++i) {
    write_extra(numbers[2 + i], i * kCodes, scratch, objects, out);
  }
}

void PdfFonts::write_extra(std::uint32_t object, std::size_t first, Buffer& scratch,
                           PdfObjects& objects, Buffer& out) const {
  const auto characters =
      std::span<const char32_t>(extra_).subspan(first, std::min(kCodes, extra_.size() - first));
  const std::string_view name = kNames[static_cast<std::size_t>(face_)][0];
  const std::uint32_t map = objects.reserve();
  const std::uint32_t descriptor = objects.reserve();
  objects.begin(object);
  put(out, "<< /Type /Font /Subtype /Type1 /BaseFont /", name, " /FirstChar ", kFirstCode,
      " /LastChar ", kFirstCode + characters.size() - 1, " /FontDescriptor ", descriptor,
      " 0 R /ToUnicode ", map, " 0 R\n/Widths [");
  for (const char32_t c : characters) put(out, extra_width(c), " ");
  put(out, "]\n/Encoding << /Type /Encoding /Differences [", kFirstCode);
  for (const char32_t c : characters) put_glyph_name(c, out);
  put(out, "] >> >>");
  objects.end();
  objects.begin(descriptor);
  put(out, "<< /Type /FontDescriptor /FontName /", name,
      " /Flags 32 /FontBBox [-166 -225 1000 931] /ItalicAngle 0 /Ascent 718 /Descent -207"
      " /CapHeight 718 /StemV 88 >>");
  objects.end();
  scratch.clear();
  put_unicode_map(characters, scratch);
  objects.add_stream(map, scratch.view());
}

}  // namespace haymaker::media
