#include "api/page.h"

#include <algorithm>
#include <array>
#include <utility>

#include "api/answer.h"

namespace haymaker::api {
namespace {

constexpr std::string_view kIndex = "index.html";

// Its own scripts and styles, its own server, frames for mail; nothing inline, nothing of others.
constexpr const char* kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

std::string_view type_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kTypes = {{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json"},
      {".webmanifest", "application/manifest+json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".txt", "text/plain; charset=utf-8"},
      {".map", "application/json"},
      {".wasm", "application/wasm"},
  }};
  for (const auto& [ending, type] : kTypes) {
    if (name.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

std::string path_of(const Target& target) {
  std::string path;
  for (const std::string& segment : target.segments) {
    path.append(path.empty() ? "" : "/").append(segment);
  }
  return path.empty() ? std::string(kIndex) : path;
}

// Whether a list of codings takes gzip (RFC 9110 section 12.5.3).
bool takes_gzip(std::string_view list) {
  while (!list.empty()) {
    std::string_view coding = list.substr(0, list.find(','));
    list.remove_prefix(std::min(coding.size() + 1, list.size()));
    while (coding.starts_with(' ')) coding.remove_prefix(1);
    if (coding == "gzip") return true;
    if (coding.starts_with("gzip;")) return coding.find_first_of("123456789") != coding.npos;
  }
  return false;
}

}  // namespace

Page::Page(std::span<const EmbeddedFile> files) {
  for (const EmbeddedFile& file : files) files_.emplace(file.name, file.bytes());
}

std::optional<Response> Page::find(const Request& request, const Target& target) const {
  const std::string path = path_of(target);
  auto file = files_.find(path);
  if (file == files_.end()) {
    if (!target.segments.empty() && target.segments.back().find('.') != std::string::npos)
      return std::nullopt;
    file = files_.find(kIndex);
    if (file == files_.end()) return std::nullopt;
  }
  std::string_view bytes = file->second;
  const auto packed = files_.find(file->first + ".gz");
  const bool pack = packed != files_.end() && takes_gzip(request.field("accept-encoding"));
  if (pack) bytes = packed->second;
  const bool hashed = file->first.starts_with("assets/");  // A name there never changes its bytes.
  Response response = text_answer(type_of(file->first), std::string(bytes));
  response.fields.push_back({"content-security-policy", kPagePolicy});
  response.fields.push_back(
      {"cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache"});
  if (packed != files_.end()) response.fields.push_back({"vary", "accept-encoding"});
  if (pack) response.fields.push_back({"content-encoding", "gzip"});
  return unless_known(request, std::move(response));
}

}  // namespace haymaker::api
