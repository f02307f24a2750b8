#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "media/font_metrics.h"
#include "media/pdf_objects.h"

namespace haymaker::media {

enum class Typeface : std::uint8_t { helvetica, times };

// The fonts of a PDF file: a standard one and its bold companion, coded by WinAnsiEncoding, and
// further ones for the characters that it lacks. Those take the glyphs by their Unicode names, and
// a table tells readers what text they stand for, so that each character can be extracted.
class PdfFonts {
 public:
  // `characters` is scratch: those of the further fonts, in the order of their codes.
  PdfFonts(Typeface face, std::vector<char32_t>& characters) : face_(face), extra_(characters) {
    extra_.clear();
  }

  // Of a character in thousandths of the size.
  [[nodiscard]] std::uint32_t width(char32_t c, bool bold) const noexcept {
    return c >= 0x20 && c < 0x7F ? widths(bold)[c - 0x20] : foreign_width(c, bold);
  }
  [[nodiscard]] std::uint32_t width(std::string_view text, bool bold) const noexcept;

  // Operators that show `text` where the text matrix stands: "/F1 11 Tf (...) Tj".
  void show(std::string_view text, bool bold, int size, Buffer& out);

  // The dictionary of fonts as the object `object`, with all that it refers to.
  void write(std::uint32_t object, Buffer& scratch, PdfObjects& objects, Buffer& out) const;

 private:
  // Font 0 is the standard one, 1 the first of the further ones.
  struct Code {
    std::uint32_t font = 0;
    std::uint8_t byte = 0;
  };
  [[nodiscard]] const WidthTable& widths(bool bold) const noexcept {
    if (face_ == Typeface::helvetica) return bold ? kHelveticaBold : kHelvetica;
    return bold ? kTimesBold : kTimes;
  }
  [[nodiscard]] std::uint32_t foreign_width(char32_t c, bool bold) const noexcept;
  Code code(char32_t c);
  void write_extra(std::uint32_t object, std::size_t first, Buffer& scratch, PdfObjects& objects,
                   Buffer& out) const;

  Typeface face_;
  std::vector<char32_t>& extra_;
};

}  // namespace haymaker::media
