#include "api/looks.h"

#include <algorithm>
#include <boost/json.hpp>
#include <chrono>

#include "api/answer.h"
#include "api/contract.h"
#include "api/messages.h"
#include "audit/message_view.h"
#include "corpus/renderer.h"
#include "job/order.h"
#include "job/part_grid.h"
#include "job/status_json.h"

namespace haymaker::api {
namespace {

namespace json = boost::json;

json::value spec_json(const corpus::Spec& spec) { return json::parse(corpus::to_json(spec)); }

Response list_presets(const Call& /*call*/) {
  json::array presets;
  for (const corpus::Preset& preset : corpus::presets()) {
    presets.push_back(
        {{"name", preset.name}, {"summary", preset.summary}, {"spec", spec_json(preset.spec)}});
  }
  return json_answer(json::object{{"presets", std::move(presets)}});
}

Response list_scenarios(Corpora& corpora) {
  const auto entry = corpora.get(*corpus::preset("smoke"));
  if (!entry) return problem(entry.error());
  json::array scenarios;
  for (const text::Topic& topic : entry->corpus->pack().topics()) {
    if (topic.kind != text::TopicKind::scenario) continue;
    scenarios.push_back(
        {{"code", topic.scenario.code},
         {"about", topic.scenario.about},
         {"severity", topic.scenario.severity},
         {"regs", json::array(topic.scenario.regs.begin(), topic.scenario.regs.end())}});
  }
  return json_answer(json::object{{"scenarios", std::move(scenarios)}});
}

// Renders a few runs of messages, spread over the corpus: blocks differ.
struct Sample {
  std::uint64_t messages = 0;
  std::uint64_t bytes = 0;
  double seconds = 0;
};
Sample take_sample(const corpus::Corpus& corpus) {
  constexpr std::uint64_t kRuns = 4;
  constexpr std::uint64_t kRun = 256;
  Sample sample;
  corpus::Renderer renderer(corpus);
  corpus::Rendered message;
  const auto started = std::chrono::steady_clock::now();
  for (std::uint64_t run = 0; run < kRuns; ++run) {
    const std::uint64_t first = corpus.count() / kRuns * run;
    const std::uint64_t next =
        run + 1 < kRuns ? corpus.count() / kRuns * (run + 1) : corpus.count();
    const std::uint64_t end = std::min(first + kRun, next);
    for (std::uint64_t i = first; i < end; ++i, ++sample.messages) {
      renderer.render(MessageIndex{i}, message);
      sample.bytes += message.bytes.size();
    }
  }
  sample.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
  return sample;
}

// How the messages spread over the days of the period.
json::array traffic_of(const corpus::Corpus& corpus) {
  const threads::Timeline& timeline = corpus.timeline();
  json::array days;
  const Days first = days_from_seconds(timeline.begin());
  const Days end = days_from_seconds(timeline.end());
  std::uint64_t before = 0;
  for (Days day = first; day < end; ++day) {
    const std::uint64_t by_its_end = timeline.messages_before(day + 1, corpus.count());
    days.push_back(json::object{{"day", job::iso_time(day * kSecondsPerDay).substr(0, 10)},
                                {"messages", by_its_end - before}});
    before = by_its_end;
  }
  return days;
}

Response estimate(Corpora& corpora, unsigned threads, const Call& call) {
  const auto look = job::parse_look(call.request.body);
  if (!look) return problem(look.error());
  const auto entry = corpora.get(look->spec);
  if (!entry) return problem(entry.error());
  const std::uint64_t count = look->spec.count;
  const Sample sample = take_sample(*entry->corpus);
  const double scale = static_cast<double>(count) / static_cast<double>(sample.messages);
  return json_answer(json::object{
      {"messages", count},
      {"bytes", static_cast<std::uint64_t>(static_cast<double>(sample.bytes) * scale)},
      {"seconds", sample.seconds * scale / threads},
      {"threads", threads},
      {"sampled", sample.messages},
      {"files",
       {{"objects", count},
        {"parts", (count + job::kDefaultPartMessages - 1) / job::kDefaultPartMessages}}},
      {"traffic", traffic_of(*entry->corpus)}});
}

Response preview(Corpora& corpora, const Call& call) {
  const auto look = job::parse_look(call.request.body);
  if (!look) return problem(look.error());
  const auto entry = corpora.get(look->spec);
  if (!entry) return problem(entry.error());
  corpus::Renderer renderer(*entry->corpus);
  corpus::Rendered message;
  const MessageIndex index{look->index};
  renderer.render(index, message);
  audit::MessageReader reader;
  reader.read(message.bytes);
  const std::string base =
      "/api/v1/previews/" + entry->digest + "/messages/" + std::to_string(look->index);
  return json_answer(message_answer(*entry, base, index, message, reader));
}

}  // namespace

void add_look_routes(Router& router, Corpora& corpora, unsigned threads) {
  router.add({"GET", "/api/v1/presets", Scope::user, list_presets});
  router.add({"GET", "/api/v1/scenarios", Scope::user,
              [&corpora](const Call&) { return list_scenarios(corpora); }});
  router.add({"GET", "/api/v1/spec/schema", Scope::user, [](const Call&) {
                return text_answer("application/schema+json", std::string(spec_schema()));
              }});
  router.add({"POST", "/api/v1/estimate", Scope::user,
              [&corpora, threads](const Call& call) { return estimate(corpora, threads, call); }});
  router.add({"POST", "/api/v1/preview", Scope::user,
              [&corpora](const Call& call) { return preview(corpora, call); }});
}

}  // namespace haymaker::api
