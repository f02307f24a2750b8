#include "app/key_writer.h"

#include <filesystem>

#include "corpus/answer_key.h"
#include "sink/store.h"

namespace haymaker::app {

std::expected<KeyCounts, Error> write_key(const corpus::Corpus& corpus,
                                          const std::string& directory) {
  corpus::AnswerKey key(corpus);
  // Only blocks that have pins are looked at: the cost follows the plantings.
  std::uint64_t next = 0;
  for (const threads::Pin& pin : corpus.plantings().pins()) {
    if (pin.block < next) continue;
    key.add_block(BlockIndex{pin.block});
    next = pin.block + 1;
  }
  auto store = sink::open_store(directory, sink::Durability::cached);
  if (!store) return std::unexpected(store.error());
  for (const auto& [name, bytes] :
       {std::pair<std::string_view, std::string>{"labels.jsonl", key.labels()},
        {"incidents.jsonl", key.incidents()},
        {"truth.json", key.summary()}}) {
    if (const auto written = sink::put(**store, name, bytes); !written)
      return std::unexpected(written.error());
  }
  std::error_code ignored;  // Not every file system has permissions.
  std::filesystem::permissions(directory, std::filesystem::perms::owner_all, ignored);
  return KeyCounts{key.incident_count(), key.label_count()};
}

}  // namespace haymaker::app
