#include "corpus/file_choice.h"

#include <array>
#include <cstdint>
#include <span>

namespace haymaker::corpus {

using media::FileKind;

namespace {

// Of a thousand messages that have files, how many have one, two ...
constexpr std::array<std::uint32_t, 8> kCounts = {640, 190, 85, 40, 20, 12, 8, 5};

struct KindShare {
  FileKind kind;
  std::uint32_t percent;
};

constexpr KindShare kPrivateKinds[] = {{FileKind::jpg, 55},
                                       {FileKind::pdf, 21},
                                       {FileKind::png, 9},
                                       {FileKind::xlsx, 8},
                                       {FileKind::docx, 7}};
constexpr KindShare kMachineKinds[] = {
    {FileKind::pdf, 66}, {FileKind::xlsx, 18}, {FileKind::csv, 16}};
constexpr KindShare kInnerKinds[] = {{FileKind::pdf, 40},
                                     {FileKind::xlsx, 25},
                                     {FileKind::docx, 20},
                                     {FileKind::csv, 10},
                                     {FileKind::txt, 5}};
// Words that can only be seen stand in a scan, on a screen or on a sheet in a photograph.
constexpr KindShare kSeenKinds[] = {{FileKind::pdf, 50}, {FileKind::jpg, 29}, {FileKind::png, 21}};

FileKind draw(std::span<const KindShare> shares, rng::Stream& stream) noexcept {
  std::uint32_t rank = stream.below(100);
  std::size_t item = 0;
  while (rank >= shares[item].percent) rank -= shares[item++].percent;
  return shares[item].kind;
}

// A message as a file is another message, which is not made here.
FileKind draw_business_kind(rng::Stream& stream) noexcept {
  FileKind kind = media::draw_file_kind(stream);
  while (kind == FileKind::eml) kind = media::draw_file_kind(stream);
  return kind;
}

}  // namespace

std::size_t draw_file_count(rng::Stream& stream) noexcept {
  std::uint32_t rank = stream.below(1'000);
  std::size_t more = 0;
  while (rank >= kCounts[more]) rank -= kCounts[more++];
  return more + 1;
}

FileKind draw_kind(threads::Traffic traffic, rng::Stream& stream) noexcept {
  switch (traffic) {
    case threads::Traffic::business: return draw_business_kind(stream);
    case threads::Traffic::personal: return draw(kPrivateKinds, stream);
    case threads::Traffic::notice:
    case threads::Traffic::newsletter: return draw(kMachineKinds, stream);
  }
  return FileKind::pdf;
}

FileKind draw_inner_kind(rng::Stream& stream) noexcept { return draw(kInnerKinds, stream); }

FileKind draw_planted_kind(bool seen, rng::Stream& stream) noexcept {
  if (seen) return draw(kSeenKinds, stream);
  FileKind kind = draw_business_kind(stream);
  while (!can_hold(kind, false)) kind = draw_business_kind(stream);
  return kind;
}

FileKind kind_of_name(std::string_view name) noexcept {
  for (int i = 0; i < media::kFileKinds; ++i) {
    const auto kind = static_cast<FileKind>(i);
    if (name.ends_with(media::extension(kind))) return kind;
  }
  return FileKind::pdf;
}

bool can_hold(FileKind kind, bool seen) noexcept {
  switch (kind) {
    case FileKind::pdf: return true;
    case FileKind::docx:
    case FileKind::xlsx:
    case FileKind::pptx:
    case FileKind::csv:
    case FileKind::txt: return !seen;
    case FileKind::png:
    case FileKind::jpg: return seen;
    case FileKind::ics:
    case FileKind::vcf:
    case FileKind::zip:
    case FileKind::eml: return false;
  }
  return false;
}

}  // namespace haymaker::corpus
