#include "job/test_run.h"

#include <stdexcept>

namespace haymaker::job {

std::unique_ptr<sink::Store> open_directory(const std::filesystem::path& path) {
  auto store = sink::open_store(path.string(), sink::Durability::cached);
  if (!store) throw std::runtime_error(to_string(store.error()));
  return std::move(*store);
}

std::expected<Totals, Error> run(const std::filesystem::path& path, const Recipe& recipe,
                                 Range range, Crew crew) {
  const TestSource source(recipe.messages);
  const auto store = open_directory(path);
  auto started = Run::start(source, *store, recipe, range, crew);
  if (!started) return std::unexpected(started.error());
  return (*started)->finish();
}

Digest sum_of_digests(Range range) {
  const TestSource source(range.end());
  const auto renderer = source.new_renderer();
  Rendered message;
  Digest sum;
  for (std::uint64_t i = range.first; i < range.end(); ++i) {
    renderer->render(MessageIndex{i}, message);
    sum += message.digest;
  }
  return sum;
}

Files undisturbed(sink::Packaging packaging) {
  const sink::ScratchDirectory scratch;
  const auto totals = run(scratch.path(), test_recipe(kMessages, packaging), kAll, {.threads = 1});
  if (!totals) throw std::runtime_error(to_string(totals.error()));
  return sink::read_tree(scratch.path());
}

}  // namespace haymaker::job
