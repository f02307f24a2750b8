#include "media/file_kind.h"

#include <array>
#include <span>

#include "rng/quantiles.h"

namespace haymaker::media {

namespace {

struct Format {
  std::string_view extension;
  std::string_view media_type;
  std::uint32_t per_cent;  // Of the files in business mail.
};

constexpr std::array<Format, kFileKinds> kFormats = {{
    {"pdf", "application/pdf", 34},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 16},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 22},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", 5},
    {"csv", "text/csv", 3},
    {"txt", "text/plain", 1},
    {"ics", "text/calendar", 1},
    {"vcf", "text/vcard", 1},
    {"png", "image/png", 5},
    {"jpg", "image/jpeg", 7},
    {"zip", "application/zip", 2},
    {"eml", "message/rfc822", 3},
}};

constexpr const Format& format_of(FileKind kind) noexcept {
  return kFormats[static_cast<std::size_t>(kind)];
}

constexpr std::uint32_t kPerCent = 100;

consteval std::uint32_t total_share() {
  std::uint32_t sum = 0;
  for (const Format& format : kFormats) sum += format.per_cent;
  return sum;
}
static_assert(total_share() == kPerCent);

// exp(mu + sigma * z) at the percentiles 1, 5, 10, 20 ... 90, 95, 98, 99. The medians of documents
// and the sigmas of pdf and xlsx are published; the pictures are a chosen default.
using rng::QuantilePoint;
constexpr QuantilePoint kPdf[] = {{0, 4'600},          {3'277, 12'700},     {6'554, 21'900},
                                  {13'107, 42'400},    {19'661, 68'300},    {26'214, 102'600},
                                  {32'768, 150'000},   {39'322, 219'300},   {45'875, 329'400},
                                  {52'429, 530'100},   {58'982, 1'025'500}, {62'259, 1'768'600},
                                  {64'225, 3'265'800}, {65'536, 4'915'500}};
constexpr QuantilePoint kXlsx[] = {
    {0, 1'700},        {3'277, 4'500},    {6'554, 7'500},    {13'107, 13'900},   {19'661, 21'600},
    {26'214, 31'600},  {32'768, 45'000},  {39'322, 64'200},  {45'875, 93'800},   {52'429, 146'200},
    {58'982, 270'700}, {62'259, 450'100}, {64'225, 797'800}, {65'536, 1'168'600}};
constexpr QuantilePoint kDocx[] = {
    {0, 1'900},        {3'277, 4'700},    {6'554, 7'600},    {13'107, 13'400}, {19'661, 20'200},
    {26'214, 28'800},  {32'768, 40'000},  {39'322, 55'600},  {45'875, 79'100}, {52'429, 119'500},
    {58'982, 211'600}, {62'259, 339'400}, {64'225, 577'500}, {65'536, 823'100}};
constexpr QuantilePoint kPptx[] = {{0, 55'200},          {3'277, 125'000},    {6'554, 193'400},
                                   {13'107, 327'800},    {19'661, 479'700},   {26'214, 664'100},
                                   {32'768, 900'000},    {39'322, 1'219'800}, {45'875, 1'688'600},
                                   {52'429, 2'470'900},  {58'982, 4'189'200}, {62'259, 6'478'300},
                                   {64'225, 10'581'800}, {65'536, 14'676'600}};
constexpr QuantilePoint kPng[] = {
    {0, 4'600},        {3'277, 9'800},    {6'554, 14'700},   {13'107, 23'800},  {19'661, 33'700},
    {26'214, 45'400},  {32'768, 60'000},  {39'322, 79'300},  {45'875, 106'800}, {52'429, 151'400},
    {58'982, 245'700}, {62'259, 366'400}, {64'225, 574'500}, {65'536, 775'400}};
constexpr QuantilePoint kJpg[] = {{0, 13'900},         {3'277, 29'500},    {6'554, 44'000},
                                  {13'107, 71'300},    {19'661, 101'100},  {26'214, 136'200},
                                  {32'768, 180'000},   {39'322, 237'800},  {45'875, 320'500},
                                  {52'429, 454'300},   {58'982, 737'100},  {62'259, 1'099'200},
                                  {64'225, 1'723'400}, {65'536, 2'326'100}};

std::span<const QuantilePoint> sizes_of(FileKind kind) noexcept {
  switch (kind) {
    case FileKind::pdf: return kPdf;
    case FileKind::xlsx: return kXlsx;
    case FileKind::docx: return kDocx;
    case FileKind::pptx: return kPptx;
    case FileKind::png: return kPng;
    case FileKind::jpg: return kJpg;
    case FileKind::csv:
    case FileKind::txt:
    case FileKind::ics:
    case FileKind::vcf:
    case FileKind::zip:
    case FileKind::eml: return {};
  }
  return {};
}

}  // namespace

std::string_view extension(FileKind kind) noexcept { return format_of(kind).extension; }
std::string_view media_type(FileKind kind) noexcept { return format_of(kind).media_type; }

FileKind draw_file_kind(rng::Stream& stream) noexcept {
  std::uint32_t rank = stream.below(kPerCent);
  std::uint8_t kind = 0;
  while (rank >= kFormats[kind].per_cent) rank -= kFormats[kind++].per_cent;
  return static_cast<FileKind>(kind);
}

std::size_t draw_file_bytes(FileKind kind, rng::Stream& stream) noexcept {
  const std::span<const QuantilePoint> sizes = sizes_of(kind);
  if (sizes.empty()) return 0;
  return static_cast<std::size_t>(rng::Quantiles(sizes).draw(stream));
}

}  // namespace haymaker::media
