#include "api/messages.h"

#include "api/answer.h"
#include "api/message_json.h"
#include "corpus/answer_key.h"
#include "corpus/key_json.h"
#include "corpus/planted_index.h"

namespace haymaker::api {
namespace {

namespace json = boost::json;

constexpr std::uint64_t kMostListed = 200;
constexpr std::uint64_t kListed = 50;
constexpr std::uint64_t kBeyondAll = (std::uint64_t{1} << 63) - 1;  // A page there is empty.

// What a mail may do that is shown in a frame: be looked at.
constexpr const char* kMailPolicy =
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

// One message of one corpus, and where it is found.
struct Place {
  Corpora::Entry corpus;
  MessageIndex index{0};
  std::string base;  // "/api/v1/jobs/<id>/messages/17"
};

// The corpus that a call is about: that of a job, or one that was looked at before.
using Finder = std::function<std::expected<Corpora::Entry, Errors>(const Call&)>;

std::expected<Place, Errors> find_place(const Finder& finder, const Call& call) {
  auto corpus = finder(call);
  if (!corpus) return std::unexpected(std::move(corpus.error()));
  const auto index = parse_number(call.names[1]);
  if (!index || *index >= corpus->corpus->count()) {
    return std::unexpected(
        Errors{{ErrorCode::not_found,
                "the corpus has the messages 0 to " + std::to_string(corpus->corpus->count() - 1),
                "index"}});
  }
  const bool of_job = call.target.segments[2] == "jobs";
  return Place{std::move(*corpus), MessageIndex{*index},
               std::string(of_job ? "/api/v1/jobs/" : "/api/v1/previews/") +
                   std::string(call.names[0]) + "/messages/" + std::to_string(*index)};
}

// A route about one message, without the steps that all of them share.
using Show = Response (*)(const Place& place, const corpus::Rendered& message,
                          const audit::MessageReader& reader);

std::function<Response(const Call&)> show(Finder finder, Show show) {
  return [finder = std::move(finder), show](const Call& call) {
    const auto place = find_place(finder, call);
    if (!place) return problem(place.error());
    corpus::Renderer renderer(*place->corpus.corpus);
    corpus::Rendered message;
    renderer.render(place->index, message);
    audit::MessageReader reader;
    reader.read(message.bytes);
    return show(*place, message, reader);
  };
}

Response show_raw(const Place& place, const corpus::Rendered& message,
                  const audit::MessageReader& /*reader*/) {
  Response response = text_answer("message/rfc822", std::string(message.bytes));
  response.fields.push_back(
      {"content-disposition",
       "attachment; filename=\"" + corpus::hex(place.corpus.corpus->uid(place.index)) + ".eml\""});
  return response;
}

Response show_html(const Place& /*place*/, const corpus::Rendered& /*message*/,
                   const audit::MessageReader& reader) {
  auto html = html_of(reader);
  if (!html) return problem({ErrorCode::not_found, "the message has no HTML", "index"});
  Response response = text_answer("text/html; charset=utf-8", std::move(*html));
  response.fields.push_back({"content-security-policy", kMailPolicy});
  response.fields.push_back({"x-frame-options", "SAMEORIGIN"});
  return response;
}

Response show_whole(const Place& place, const corpus::Rendered& message,
                    const audit::MessageReader& reader) {
  return json_answer(message_answer(place.corpus, place.base, place.index, message, reader));
}

Response show_truth(const Finder& finder, const Call& call) {
  const auto place = find_place(finder, call);
  if (!place) return problem(place.error());
  corpus::AnswerKey key(*place->corpus.corpus);
  key.add_message(place->index);
  json::array labels;
  std::string_view lines = key.labels();
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    labels.push_back(json::parse(lines.substr(0, end)));
    lines.remove_prefix(std::min(end, lines.size() - 1) + 1);
  }
  return json_answer(json::object{{"labels", std::move(labels)}});
}

// Which messages a list is to show.
struct Range {
  std::uint64_t first = 0;
  std::uint64_t end = 0;
};

std::expected<Range, Error> range_of(const Target& target, const corpus::Corpus& corpus) {
  if (const auto name = target.value("uid")) {
    const auto uid = parse_uid(*name);
    const auto index = uid ? corpus.index_of(*uid) : std::nullopt;
    if (!index) {
      return std::unexpected(Error{ErrorCode::not_found, "the corpus has no such message", "uid"});
    }
    return Range{value(*index), value(*index) + 1};
  }
  const auto cursor = number_in(target, "cursor", 0, kBeyondAll, 0);
  if (!cursor) return std::unexpected(cursor.error());
  const auto limit = number_in(target, "limit", 1, kMostListed, kListed);
  if (!limit) return std::unexpected(limit.error());
  return Range{*cursor, std::min(corpus.count(), *cursor + *limit)};
}

Response list_messages(const Finder& finder, const Call& call) {
  const auto found = finder(call);
  if (!found) return problem(found.error());
  const corpus::Corpus& corpus = *found->corpus;
  const auto range = range_of(call.target, corpus);
  if (!range) return problem(range.error());
  corpus::Renderer renderer(corpus);
  corpus::Rendered message;
  audit::MessageReader reader;
  json::array entries;
  for (std::uint64_t i = range->first; i < range->end; ++i) {
    renderer.render(MessageIndex{i}, message);
    reader.read(message.bytes);
    entries.push_back(entry_json(MessageIndex{i}, message, reader));
  }
  json::object object{
      {"messages", std::move(entries)}, {"total", corpus.count()}, {"next", nullptr}};
  if (range->end < corpus.count()) object["next"] = range->end;
  return json_answer(object);
}

Response find_planted(const Finder& finder, const Call& call) {
  const auto found = finder(call);
  if (!found) return problem(found.error());
  const bool incident = call.names[1] == "incident";
  if (!incident && call.names[1] != "decoy") {
    return problem({ErrorCode::not_found, "is neither incident nor decoy", "kind"});
  }
  const auto number = parse_number(call.names[2]);
  if (!number) return problem({ErrorCode::not_found, "is not a whole number", "number"});
  const auto kind = incident ? corpus::Planted::incident : corpus::Planted::decoy;
  const std::uint64_t count = corpus::planted_count(*found->corpus, kind);
  if (count == 0) {
    return problem({ErrorCode::not_found, "none is planted", std::string(call.names[1])});
  }
  corpus::Renderer renderer(*found->corpus);
  const auto index = corpus::planted_index(*found->corpus, renderer, kind, *number % count);
  if (!index) return problem({ErrorCode::not_found, "none is planted", "number"});
  return json_answer(json::object{{"index", value(*index)}, {"count", count}});
}

Finder job_finder(job::Service& jobs, Corpora& corpora) {
  return [&](const Call& call) -> std::expected<Corpora::Entry, Errors> {
    const auto record = jobs.find(call.names[0]);
    if (!record) return std::unexpected(Errors{record.error()});
    const auto spec = corpus::parse_spec(record->recipe.spec);
    if (!spec) return std::unexpected(spec.error());
    auto entry = corpora.get(*spec);
    if (entry && entry->digest != record->recipe.spec_digest) {
      return std::unexpected(Errors{
          {ErrorCode::exists,
           "was made by generator " + record->recipe.generator + ", not by this one", record->id}});
    }
    return entry;
  };
}

Finder preview_finder(Corpora& corpora) {
  return [&](const Call& call) -> std::expected<Corpora::Entry, Errors> {
    std::string digest(call.names[0]);
    auto corpus = corpora.find(digest);
    if (corpus == nullptr) {
      return std::unexpected(
          Errors{{ErrorCode::not_found, "is no longer at hand; ask for the preview again",
                  std::move(digest)}});
    }
    return Corpora::Entry{std::move(digest), std::move(corpus)};
  };
}

void add_single(Router& router, const std::string_view (&patterns)[4], const Finder& finder) {
  router.add({"GET", patterns[0], Scope::user, show(finder, show_whole)});
  router.add({"GET", patterns[1], Scope::user, show(finder, show_raw)});
  router.add({"GET", patterns[2], Scope::user, show(finder, show_html)});
  router.add({"GET", patterns[3], Scope::truth,
              [finder](const Call& call) { return show_truth(finder, call); }});
}

}  // namespace

json::object message_answer(const Corpora::Entry& corpus, const std::string& base,
                            MessageIndex index, const corpus::Rendered& message,
                            const audit::MessageReader& reader) {
  json::object object = message_json(index, message, reader);
  object["spec_digest"] = corpus.digest;
  json::object links{{"raw", base + "/raw"}, {"html", nullptr}, {"truth", base + "/truth"}};
  if (!object["html"].is_null()) links["html"] = base + "/html";
  object["links"] = std::move(links);
  return object;
}

void add_message_routes(Router& router, job::Service& jobs, Corpora& corpora) {
  const Finder of_job = job_finder(jobs, corpora);
  router.add({"GET", "/api/v1/jobs/{job}/messages", Scope::user,
              [of_job](const Call& call) { return list_messages(of_job, call); }});
  add_single(
      router,
      {"/api/v1/jobs/{job}/messages/{index}", "/api/v1/jobs/{job}/messages/{index}/raw",
       "/api/v1/jobs/{job}/messages/{index}/html", "/api/v1/jobs/{job}/messages/{index}/truth"},
      of_job);
  add_single(router,
             {"/api/v1/previews/{digest}/messages/{index}",
              "/api/v1/previews/{digest}/messages/{index}/raw",
              "/api/v1/previews/{digest}/messages/{index}/html",
              "/api/v1/previews/{digest}/messages/{index}/truth"},
             preview_finder(corpora));
  router.add({"GET", "/api/v1/previews/{digest}/planted/{kind}/{number}", Scope::truth,
              [of_preview = preview_finder(corpora)](const Call& call) {
                return find_planted(of_preview, call);
              }});
}

}  // namespace haymaker::api
