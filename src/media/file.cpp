#include "media/file.h"

#include <algorithm>

#include "media/docx.h"
#include "media/ics.h"
#include "media/pdf.h"
#include "media/pictures.h"
#include "media/plain_files.h"
#include "media/pptx.h"
#include "media/xlsx.h"
#include "media/zip_archive.h"

namespace haymaker::media {

namespace {

void append_zip(const Order& order) {
  ZipArchive archive(order.document.modified, order.bench.deflater, order.bench.directory,
                     order.out);
  for (const InnerFile& file : order.document.files) archive.add(file.name, file.bytes);
  archive.finish();
}

void append(FileKind kind, const Order& order) {
  switch (kind) {
    case FileKind::pdf: append_pdf(order); return;
    case FileKind::docx: append_docx(order); return;
    case FileKind::xlsx: append_xlsx(order); return;
    case FileKind::pptx: append_pptx(order); return;
    case FileKind::csv: append_csv(order); return;
    case FileKind::txt: append_txt(order); return;
    case FileKind::ics: append_ics(order); return;
    case FileKind::vcf: append_vcf(order); return;
    case FileKind::png: append_png_file(order); return;
    case FileKind::jpg: append_jpg_file(order); return;
    case FileKind::zip: append_zip(order); return;
    case FileKind::eml: return;
  }
}

}  // namespace

std::span<const Place> FileWriter::append_file(FileKind kind, const Document& document,
                                               rng::Key key, Buffer& out) {
  bench_.places.assign(document.planted.size(), Place{});
  append(kind, Order{document, key, bench_, out});
  return bench_.places;
}

std::span<const Place> FileWriter::append_invitation(const Document& document, Buffer& out) {
  const std::size_t start = out.size();
  const auto places = append_file(FileKind::ics, document, rng::Key{}, out);
  char* const begin = out.data() + start;
  char* const end = std::remove(begin, out.data() + out.size(), '\r');
  out.truncate(static_cast<std::size_t>(end - out.data()));
  return places;
}

void FileWriter::append_logo(std::string_view company, rng::Key key, Buffer& out) {
  media::append_logo(draw_brand(company, key), key, bench_, out);
}

}  // namespace haymaker::media
