#include "audit/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <boost/json.hpp>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <utility>
#include <vector>

#include "audit/answer_key.h"
#include "audit/corpus_reader.h"
#include "audit/part_check.h"
#include "base/hash.h"

namespace haymaker::audit {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kTickMessages = 1'024;

class Ticker {
 public:
  Ticker(const VerifyOptions& options, std::uint64_t total) : options_(options), total_(total) {}

  void tick() {
    const std::uint64_t done = ++done_;
    if (!options_.progress || (done % kTickMessages != 0 && done != total_)) return;
    const std::scoped_lock lock(mutex_);
    options_.progress(done, total_);
  }

 private:
  const VerifyOptions& options_;
  std::uint64_t total_;
  std::atomic<std::uint64_t> done_ = 0;
  std::mutex mutex_;
};

std::vector<PartResult> check_parts(const fs::path& out_dir, const StoredManifest& manifest,
                                    const AnswerKey* key, const VerifyOptions& options) {
  std::vector<PartResult> results(manifest.parts.size());
  Ticker ticker(options, manifest.messages);
  const std::function<void()> tick = [&ticker] { ticker.tick(); };
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < results.size(); i = next++) {
      results[i] = check_part(out_dir, manifest.parts[i], key, tick);
    }
  };
  std::vector<std::jthread> threads;
  threads.reserve(options.threads);
  for (unsigned i = 1; i < options.threads; ++i) threads.emplace_back(work);
  work();
  return results;
}

// Goes through the indexes once more to name the messages behind hashes that occur twice.
void name_repeated_ids(const fs::path& out_dir, const StoredManifest& manifest,
                       const std::set<std::uint64_t>& repeated, Findings& findings) {
  std::map<std::string, std::uint64_t> first_with;
  for (const StoredPart& part : manifest.parts) {
    const auto index = IndexPart::read(index_path(out_dir, part));
    if (!index) continue;  // Reported when the part was checked.
    for (const IndexRow& row : index->rows()) {
      if (!repeated.contains(stable_hash(row.message_id))) continue;
      const auto [first, fresh] = first_with.try_emplace(std::string(row.message_id), row.uid);
      if (fresh) continue;
      findings.add(fmt::format("{:016x}", row.uid),
                   fmt::format("has the Message-ID of {:016x}: {}", first->second, row.message_id));
    }
  }
}

void check_ids(const fs::path& out_dir, const StoredManifest& manifest,
               const std::vector<PartResult>& results, Findings& findings) {
  std::vector<std::uint64_t> ids;
  ids.reserve(manifest.messages);
  for (const PartResult& result : results) {
    ids.insert(ids.end(), result.id_hashes.begin(), result.id_hashes.end());
  }
  std::ranges::sort(ids);
  for (const PartResult& result : results) {
    for (const OpenReply& reply : result.open_replies) {
      if (std::ranges::binary_search(ids, stable_hash(reply.parent))) continue;
      findings.add(fmt::format("{:016x}", reply.uid),
                   fmt::format("answers {}, which is not in the corpus", reply.parent));
    }
  }
  std::set<std::uint64_t> repeated;
  for (auto at = std::ranges::adjacent_find(ids); at != ids.end();
       at = std::adjacent_find(at + 1, ids.end())) {
    repeated.insert(*at);
  }
  if (!repeated.empty()) name_repeated_ids(out_dir, manifest, repeated, findings);
}

// Files under mail/ that the manifest does not account for.
void check_strays(const fs::path& out_dir, const StoredManifest& manifest, Findings& findings) {
  std::set<std::string> known;
  std::uint64_t objects = 0;
  for (const StoredPart& part : manifest.parts) {
    known.insert(part.file);
    if (part.file == "mail") objects += part.messages;
  }
  std::uint64_t found = 0;
  std::error_code failure;
  for (fs::recursive_directory_iterator entry(out_dir / "mail", failure), end;
       !failure && entry != end; entry.increment(failure)) {
    if (!entry->is_regular_file(failure)) continue;
    const std::string name = entry->path().lexically_relative(out_dir).generic_string();
    if (entry.depth() == 1 && name.ends_with(".eml")) {
      ++found;
    } else if (!known.contains(name)) {
      findings.add(name, "belongs to no part of the manifest");
    }
  }
  if (found > objects) {
    findings.add("mail",
                 fmt::format("holds {} messages as files, but {} in the manifest", found, objects));
  }
}

void check_key(const AnswerKey& key, const std::vector<PartResult>& results, Findings& findings) {
  std::set<std::uint64_t> present;
  for (const PartResult& result : results) {
    present.insert(result.labelled.begin(), result.labelled.end());
  }
  for (const PlantedLabel& label : key.labels()) {
    if (present.contains(label.uid)) continue;
    findings.add(label.id, fmt::format("its message {:016x} is not in the corpus", label.uid));
  }
  for (std::string& wrong : check_links(key)) findings.add("answer key", std::move(wrong));
}

}  // namespace

std::expected<VerifyReport, Error> verify(const fs::path& out_dir, const VerifyOptions& options) {
  const auto manifest = read_manifest(out_dir);
  if (!manifest) return std::unexpected(manifest.error());
  VerifyReport report;
  std::optional<AnswerKey> key;
  if (options.truth_dir) {
    auto read = AnswerKey::read(*options.truth_dir);
    if (!read) return std::unexpected(std::move(read.error()));
    key = std::move(*read);
    report.incidents = key->incidents().size();
    report.labels = key->labels().size();
  }
  std::vector<PartResult> results = check_parts(out_dir, *manifest, key ? &*key : nullptr, options);
  for (PartResult& result : results) {
    report.messages += result.messages;
    report.bytes += result.bytes;
    report.digest += result.digest;
    report.spans += result.spans;
    report.findings.add(std::move(result.findings));
  }
  report.parts = results.size();
  if (report.messages != manifest->messages || report.bytes != manifest->bytes ||
      report.digest != manifest->digest) {
    report.findings.add(
        "manifest.json",
        fmt::format("says {} messages, {} bytes, digest {}, but {}, {}, {} were read",
                    manifest->messages, manifest->bytes, to_string(manifest->digest),
                    report.messages, report.bytes, to_string(report.digest)));
  }
  check_ids(out_dir, *manifest, results, report.findings);
  check_strays(out_dir, *manifest, report.findings);
  if (key) check_key(*key, results, report.findings);
  return report;
}

std::string to_json(const VerifyReport& report) {
  boost::json::array findings;
  for (const Finding& finding : report.findings.kept()) {
    findings.push_back({{"where", finding.where}, {"what", finding.what}});
  }
  return boost::json::serialize(boost::json::object{{"messages", report.messages},
                                                    {"bytes", report.bytes},
                                                    {"parts", report.parts},
                                                    {"digest", to_string(report.digest)},
                                                    {"incidents", report.incidents},
                                                    {"labels", report.labels},
                                                    {"spans", report.spans},
                                                    {"findings_total", report.findings.total()},
                                                    {"findings", std::move(findings)}});
}

}  // namespace haymaker::audit
