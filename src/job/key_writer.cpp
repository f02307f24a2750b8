#include "job/key_writer.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <cerrno>
#include <filesystem>
#include <utility>

#include "corpus/answer_key.h"
#include "job/part_maker.h"
#include "sink/system_error.h"

namespace haymaker::job {

namespace {

constexpr const char* kLabels = "labels.jsonl";
constexpr const char* kIncidents = "incidents.jsonl";
constexpr const char* kSummary = "truth.json";

bool is_of_a_key(const std::string& name) {
  return name == kLabels || name == kIncidents || name == kSummary || name == "lost+found";
}

std::unexpected<Error> taken(const sink::Store& store, std::string what) {
  return std::unexpected(
      Error{ErrorCode::exists, std::move(what) + "; choose an empty or new place", store.where()});
}

// That nothing is lost by writing there.
std::expected<void, Error> check_content(sink::Store& store, const std::string& spec_digest) {
  const auto names = store.list("");
  if (!names) return std::unexpected(names.error());
  if (!std::ranges::all_of(*names, is_of_a_key))
    return taken(store, "is not empty and holds no answer key");
  const auto summary = store.get(kSummary);
  if (!summary && summary.error().code == ErrorCode::not_found) return {};
  if (!summary) return std::unexpected(summary.error());
  boost::json::error_code code;
  const boost::json::value value = boost::json::parse(*summary, code);
  const boost::json::value* const digest =
      !code && value.is_object() ? value.get_object().if_contains("spec_digest") : nullptr;
  if (digest == nullptr || *digest != boost::json::value(spec_digest))
    return taken(store, "holds the answer key of another corpus");
  return {};
}

}  // namespace

std::expected<std::unique_ptr<sink::Store>, Error> open_key(const std::string& directory,
                                                            const std::string& spec_digest) {
  auto store = sink::open_store(directory, sink::Durability::cached);
  if (!store) return store;
  if (const auto fits = check_content(**store, spec_digest); !fits)
    return std::unexpected(fits.error());
  std::error_code ignored;  // Not every file system has permissions.
  std::filesystem::permissions(directory, std::filesystem::perms::owner_all, ignored);
  if (::access(directory.c_str(), W_OK) != 0)
    return std::unexpected(sink::system_error(errno, "cannot write", directory));
  return store;
}

std::expected<KeyCounts, Error> write_key(const corpus::Corpus& corpus, sink::Store& store,
                                          const std::stop_token& stop) {
  corpus::AnswerKey key(corpus);
  // Only blocks that have pins are looked at: the cost follows the plantings.
  std::uint64_t next = 0;
  for (const threads::Pin& pin : corpus.plantings().pins()) {
    if (pin.block < next) continue;
    if (stop.stop_requested()) return std::unexpected(stopped(store));
    key.add_block(BlockIndex{pin.block});
    next = pin.block + 1;
  }
  const std::string incidents = key.incidents();
  const std::string summary = key.summary();
  for (const auto& [name, bytes] : {std::pair<const char*, std::string_view>{kLabels, key.labels()},
                                    {kIncidents, incidents},
                                    {kSummary, summary}}) {
    if (const auto written = sink::put(store, name, bytes); !written)
      return std::unexpected(written.error());
  }
  return KeyCounts{key.incident_count(), key.label_count()};
}

}  // namespace haymaker::job
