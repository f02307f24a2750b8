#include "app/inspection.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "corpus/answer_key.h"
#include "corpus/renderer.h"
#include "job/part_grid.h"

namespace haymaker::app {

namespace {
// Enough for the mean size to be within a few per cent.
constexpr std::uint64_t kSample = 2'048;

Error no_such_message(const corpus::Corpus& corpus, std::uint64_t index) {
  return {ErrorCode::not_found,
          fmt::format("the corpus has the messages 0 to {}", corpus.count() - 1),
          fmt::format("message {}", index)};
}

}  // namespace

int preview(const SpecArgument& spec, std::uint64_t index) {
  const auto corpus = load_corpus(spec);
  if (!corpus) return report_wrong_use(corpus.error());
  if (index >= corpus->count()) return report_wrong_use({no_such_message(*corpus, index)});
  corpus::Renderer renderer(*corpus);
  corpus::Rendered message;
  renderer.render(MessageIndex{index}, message);
  std::fwrite(message.bytes.data(), 1, message.bytes.size(), stdout);
  return 0;
}

int truth(const SpecArgument& spec, std::uint64_t index) {
  const auto corpus = load_corpus(spec);
  if (!corpus) return report_wrong_use(corpus.error());
  if (index >= corpus->count()) return report_wrong_use({no_such_message(*corpus, index)});
  corpus::AnswerKey key(*corpus);
  key.add_message(MessageIndex{index});
  fmt::print("{}", key.labels());
  return 0;
}

int list_scenarios() {
  const auto corpus = load_corpus({"smoke", {}, {}});
  if (!corpus) return report_wrong_use(corpus.error());
  for (const text::Topic& topic : corpus->pack().topics()) {
    if (topic.kind != text::TopicKind::scenario) continue;
    fmt::print("{:<24}severity {}  {}\n", topic.scenario.code, topic.scenario.severity,
               fmt::join(topic.scenario.regs, ", "));
  }
  return 0;
}

int list_presets() {
  for (const corpus::Preset& preset : corpus::presets())
    fmt::print("{:<14}{}\n", preset.name, preset.summary);
  return 0;
}

int check_spec(const std::string& file) {
  const auto corpus = load_corpus({file, {}, {}});
  if (!corpus) return report(corpus.error());
  fmt::print("{}\n", corpus::to_json(corpus->spec()));
  return 0;
}

int estimate(const SpecArgument& spec) {
  const auto corpus = load_corpus(spec);
  if (!corpus) return report_wrong_use(corpus.error());
  corpus::Renderer renderer(*corpus);
  corpus::Rendered message;
  const std::uint64_t sample = std::min(corpus->count(), kSample);
  std::uint64_t bytes = 0;
  const auto started = std::chrono::steady_clock::now();
  for (std::uint64_t i = 0; i < sample; ++i) {
    renderer.render(MessageIndex{i}, message);
    bytes += message.bytes.size();
  }
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
  const double scale = static_cast<double>(corpus->count()) / static_cast<double>(sample);
  fmt::print(
      "messages  {}\nbytes     {:.0f}\nseconds   {:.1f} for one thread that writes nowhere\n",
      corpus->count(), static_cast<double>(bytes) * scale, seconds * scale);
  fmt::print("files     {} as objects, {} as parts\n", corpus->count(),
             (corpus->count() + job::kDefaultPartMessages - 1) / job::kDefaultPartMessages);
  return 0;
}

}  // namespace haymaker::app
