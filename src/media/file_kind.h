#pragma once

// The kinds of files that people attach, how often, and how large they are.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "rng/stream.h"

namespace haymaker::media {

enum class FileKind : std::uint8_t {
  pdf,
  docx,
  xlsx,
  pptx,
  csv,
  txt,
  ics,
  vcf,
  png,
  jpg,
  zip,
  eml
};
inline constexpr int kFileKinds = 12;

std::string_view extension(FileKind kind) noexcept;   // "pdf"
std::string_view media_type(FileKind kind) noexcept;  // "application/pdf"

// As often as in business mail, of 100 files: pdf 34, xlsx 22, docx 16, pictures 12, pptx 5, csv
// and txt 4, eml 3, zip 2, ics 1, others 1. A message as a file (eml) is written by mime, not here.
FileKind draw_file_kind(rng::Stream& stream) noexcept;

// A size from the distribution of the kind, for Document::target_bytes: lognormal, with medians of
// 150 kB (pdf), 45 kB (xlsx), 40 kB (docx) and 900 kB (pptx), between the 1st and 99th percentiles.
// 0 for the kinds whose size is that of their content.
std::size_t draw_file_bytes(FileKind kind, rng::Stream& stream) noexcept;

}  // namespace haymaker::media
