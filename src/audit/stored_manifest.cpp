#include "audit/stored_manifest.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <iterator>

#include "audit/hex.h"

namespace haymaker::audit {
namespace {

namespace fs = std::filesystem;

std::unexpected<Error> corrupt(const fs::path& path) {
  return std::unexpected(
      Error{ErrorCode::corrupt, "does not read as the manifest of a corpus", path.string()});
}

// Throws where a field is missing or of another type, which the caller catches.
StoredPart to_part(const boost::json::object& fields) {
  const auto digest = parse_digest(std::string_view(fields.at("digest").as_string()));
  if (!digest) throw std::invalid_argument("digest");
  return {.name = std::string(std::string_view(fields.at("part").as_string())),
          .file = std::string(std::string_view(fields.at("file").as_string())),
          .messages = fields.at("messages").to_number<std::uint64_t>(),
          .bytes = fields.at("bytes").to_number<std::uint64_t>(),
          .digest = *digest};
}

std::expected<void, Error> add_manifest(const fs::path& path, StoredManifest& manifest) {
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file.good() && !file.eof()) {
    return std::unexpected(Error{ErrorCode::io, "does not read", path.string()});
  }
  try {
    const boost::json::value value = boost::json::parse(text);
    const boost::json::object& fields = value.as_object();
    const boost::json::object& totals = fields.at("totals").as_object();
    const auto digest = parse_digest(std::string_view(totals.at("digest").as_string()));
    if (!digest) return corrupt(path);
    manifest.messages += totals.at("messages").to_number<std::uint64_t>();
    manifest.bytes += totals.at("bytes").to_number<std::uint64_t>();
    manifest.digest += *digest;
    for (const boost::json::value& part : fields.at("parts").as_array()) {
      manifest.parts.push_back(to_part(part.as_object()));
    }
  } catch (const std::exception&) {
    return corrupt(path);
  }
  return {};
}

}  // namespace

std::expected<StoredManifest, Error> read_manifest(const fs::path& out_dir) {
  std::vector<fs::path> files;
  std::error_code failure;
  if (const fs::path whole = out_dir / "manifest.json"; fs::exists(whole, failure)) {
    files.push_back(whole);
  } else {
    for (fs::directory_iterator entry(out_dir, failure), end; !failure && entry != end;
         entry.increment(failure)) {
      const std::string name = entry->path().filename().string();
      if (name.starts_with("manifest-") && name.ends_with(".json")) files.push_back(*entry);
    }
    std::ranges::sort(files);
  }
  if (files.empty()) {
    return std::unexpected(Error{ErrorCode::not_found,
                                 "holds no manifest.json, so no complete corpus; run the same "
                                 "generate command again to finish it",
                                 out_dir.string()});
  }
  StoredManifest manifest;
  for (const fs::path& file : files) {
    if (auto read = add_manifest(file, manifest); !read) return std::unexpected(read.error());
  }
  return manifest;
}

}  // namespace haymaker::audit
