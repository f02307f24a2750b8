#include "audit/attachments.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "audit/traffic.h"

namespace haymaker::audit {
namespace {

using Bin = Histogram::Bin;

// What is known of real mail, in per cent.
constexpr std::array kKinds = {
    Bin{"pdf", 34},       Bin{"xlsx", 22}, Bin{"docx", 16}, Bin{"png or jpg", 12}, Bin{"pptx", 5},
    Bin{"csv or txt", 4}, Bin{"eml", 3},   Bin{"zip", 2},   Bin{"ics", 1},         Bin{"other", 1}};
constexpr std::size_t kOther = kKinds.size() - 1;
constexpr double kMostKindDistance = 0.15;

// Medians, in bytes. No goals: a specification may ask for smaller files, as the usual one does.
struct Size {
  std::string_view kind;
  double median;
};
constexpr std::array kSizes = {Size{"pdf", 150'000}, Size{"xlsx", 45'000}, Size{"docx", 40'000},
                               Size{"pptx", 900'000}};
constexpr std::size_t kLeastFiles = 50;  // Fewer of a kind are not measured.

std::size_t bin_of(std::string_view kind) {
  if (kind.size() < 3) return kOther;
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    const std::string_view label = kKinds[i].label;
    if (label.starts_with(kind) || label.ends_with(kind)) return i;
  }
  return kOther;
}

// Of what an encoded body decodes to, near enough for a median.
std::size_t decoded_size(const PartView& part) {
  if (part.encoding != "base64") return part.body.size();
  const auto breaks =
      std::ranges::count_if(part.body, [](char c) { return c == '\r' || c == '\n'; });
  return (part.body.size() - static_cast<std::size_t>(breaks)) / 4 * 3;
}

void measure_sizes(const std::vector<const SampledFile*>& files, std::vector<Metric>& out) {
  for (const auto& [kind, median] : kSizes) {
    std::vector<double> bytes;
    for (const SampledFile* file : files)
      if (file->kind == kind) bytes.push_back(static_cast<double>(file->bytes));
    if (bytes.size() < kLeastFiles) continue;
    std::ranges::sort(bytes);
    out.push_back({.name = fmt::format("bytes of a {}, p50 (real: {:.0f})", kind, median),
                   .sample = fmt::format("{} files", bytes.size()),
                   .value = quantile(bytes, 0.5),
                   .goal = {}});
  }
}

}  // namespace

std::vector<SampledFile> files_of(const MessageReader& message) {
  std::vector<SampledFile> files;
  for (const PartView& part : message.parts()) {
    if (!part.attached || part.filename.empty()) continue;
    const std::size_t dot = part.filename.rfind('.');
    files.push_back(
        {dot == std::string::npos ? "" : part.filename.substr(dot + 1), decoded_size(part)});
  }
  return files;
}

void measure_attachments(const MailSample& sample, std::vector<Metric>& out) {
  std::vector<const SampledFile*> files;
  std::size_t with_files = 0;
  for (const SampledMessage& message : sample.messages()) {
    with_files += message.files.empty() ? 0U : 1U;
    for (const SampledFile& file : message.files) files.push_back(&file);
  }
  const auto messages = static_cast<double>(std::max<std::size_t>(sample.messages().size(), 1));
  out.push_back({.name = "messages with files, share (real: 0.15 to 0.22)",
                 .sample = fmt::format("{} messages", sample.messages().size()),
                 .value = static_cast<double>(with_files) / messages,
                 .goal = files.empty() ? Goal{} : Goal::between(0.15, 0.22)});
  if (files.size() < kLeastFiles) return;
  Histogram kinds(kKinds);
  for (const SampledFile* file : files) kinds.add(bin_of(file->kind));
  kinds.report(MailClass::human, "files", kMostKindDistance, out);
  measure_sizes(files, out);
}

}  // namespace haymaker::audit
