#include "api/page.h"

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
  const bool hashed = file->first.starts_with("assets/");  // A name there never changes its bytes.
  Response response = text_answer(type_of(file->first), std::string(file->second));
  response.fields.push_back({"content-security-policy", kPagePolicy});
  response.fields.push_back(
      {"cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache"});
  return unless_known(request, std::move(response));
}

}  // namespace haymaker::api
