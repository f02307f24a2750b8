#include "job/part_maker.h"

#include <optional>

#include "job/index_writer.h"
#include "sink/package.h"

namespace haymaker::job {
namespace {

constexpr auto kRelaxed = std::memory_order_relaxed;

// Counts a part's messages while they are made. Only its own thread writes the tally, so a plain
// store does.
class PartTally {
 public:
  explicit PartTally(ThreadTally& tally)
      : tally_(tally),
        messages_(tally.messages.load(kRelaxed)),
        bytes_(tally.bytes.load(kRelaxed)) {}
  PartTally(const PartTally&) = delete;
  PartTally& operator=(const PartTally&) = delete;
  ~PartTally() {
    if (!kept_) show(0, 0);
  }

  void show(std::uint64_t messages, std::uint64_t bytes) {
    tally_.messages.store(messages_ + messages, kRelaxed);
    tally_.bytes.store(bytes_ + bytes, kRelaxed);
  }
  void keep() { kept_ = true; }

 private:
  ThreadTally& tally_;
  std::uint64_t messages_;  // Before the part.
  std::uint64_t bytes_;
  bool kept_ = false;
};

}  // namespace

Error stopped(const sink::Store& store) {
  return {ErrorCode::cancelled, "stopped as asked; run the same command again to go on",
          store.where()};
}

std::expected<Receipt, Error> make_part(const Part& part, const Recipe& recipe, sink::Store& store,
                                        Renderer& renderer, sink::Writing writing,
                                        const std::stop_token& stop, ThreadTally& thread_tally) {
  auto mail = sink::open_part(store, recipe.packaging, part.name, writing);
  if (!mail) return std::unexpected(std::move(mail.error()));
  std::optional<IndexWriter> index;
  if (!store.discards()) {
    auto opened = IndexWriter::create(store, part.name, recipe.packaging.package, writing);
    if (!opened) return std::unexpected(std::move(opened.error()));
    index.emplace(std::move(*opened));
  }

  Receipt receipt{.part = part,
                  .spec_digest = recipe.spec_digest,
                  .digest = {},
                  .file = sink::part_file(recipe.packaging, part.name)};
  PartTally tally(thread_tally);
  Rendered message;
  for (std::uint64_t i = 0; i < part.range.count; ++i) {
    if (stop.stop_requested()) {
      return std::unexpected(stopped(store));
    }
    renderer.render(MessageIndex{part.range.first + i}, message);
    auto done = (*mail)->append({.uid = message.uid, .date = message.date, .bytes = message.bytes});
    if (done && index) done = index->append(message);
    if (!done) return std::unexpected(std::move(done.error()));
    receipt.bytes += message.bytes.size();
    receipt.digest += message.digest;
    tally.show(i + 1, receipt.bytes);
  }

  auto file_bytes = (*mail)->finish();
  if (!file_bytes) return std::unexpected(std::move(file_bytes.error()));
  receipt.file_bytes = *file_bytes;
  if (index) {
    if (auto done = index->finish(); !done) return std::unexpected(std::move(done.error()));
    auto done = sink::put(store, receipt_file(part.name), to_json(receipt) + "\n");
    if (!done) return std::unexpected(std::move(done.error()));
  }
  tally.keep();
  return receipt;
}

}  // namespace haymaker::job
