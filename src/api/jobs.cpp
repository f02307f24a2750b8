#include "api/jobs.h"

#include <algorithm>
#include <boost/json.hpp>
#include <limits>

#include "api/answer.h"
#include "base/digest.h"
#include "job/order.h"
#include "job/result_files.h"
#include "job/status_json.h"

namespace haymaker::api {
namespace {

namespace json = boost::json;

constexpr std::uint64_t kMostListed = 200;
constexpr std::uint64_t kListed = 50;
constexpr std::size_t kLongestKey = 128;
constexpr auto kNewest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

json::object job_json(const job::JobRecord& record) {
  json::object object{{"id", record.id},
                      {"title", record.title},
                      {"created", job::iso_time(record.created)},
                      {"spec", json::parse(record.recipe.spec)},
                      {"spec_digest", record.recipe.spec_digest},
                      {"messages", record.recipe.messages},
                      {"package", record.package()},
                      {"compress", record.compression()},
                      {"generator", record.recipe.generator},
                      {"status", job::to_json(record.status)},
                      {"digest", nullptr}};
  if (!record.digest.empty()) object["digest"] = record.digest;
  return object;
}

Response job_answer(const std::expected<job::JobRecord, Error>& record, unsigned status = 200) {
  return record ? json_answer(job_json(*record), status) : problem(record.error());
}

bool is_key(std::string_view key) {
  return key.size() <= kLongestKey &&
         std::ranges::all_of(key, [](char c) { return c >= '!' && c <= '~'; });
}

Response create_job(job::Service& jobs, Corpora& corpora,
                    const std::function<std::uint64_t()>& random_seed, const Call& call) {
  const std::string_view key = call.request.field("idempotency-key");
  if (!is_key(key)) {
    return problem(422, "is not 1 to 128 visible ASCII characters", "Idempotency-Key");
  }
  const auto order = job::parse_order(call.request.body, random_seed);
  if (!order) return problem(order.error());
  // What compiling finds belongs to the order's mistakes, too; and whoever orders, soon looks.
  if (const auto compiled = corpora.get(order->spec); !compiled) return problem(compiled.error());
  const auto added = jobs.create(*order, {std::string(key), to_string(digest(call.request.body))});
  if (!added) return problem(added.error());
  Response response = json_answer(job_json(added->record), 202);
  response.fields.push_back({"location", "/api/v1/jobs/" + added->record.id});
  return response;
}

Response list_jobs(job::Service& jobs, const Call& call) {
  const auto cursor = number_in(call.target, "cursor", 0, kNewest, kNewest);
  if (!cursor) return problem(cursor.error());
  const auto limit = number_in(call.target, "limit", 1, kMostListed, kListed);
  if (!limit) return problem(limit.error());
  // One more tells whether there is a next page.
  const auto records = jobs.list(*cursor, *limit + 1);
  if (!records) return problem(records.error());
  json::array page;
  for (const job::JobRecord& record : *records) {
    if (page.size() < *limit) page.push_back(job_json(record));
  }
  json::object object{{"jobs", std::move(page)}, {"next", nullptr}};
  if (records->size() > *limit) object["next"] = (*records)[*limit - 1].number;
  return json_answer(object);
}

Response get_job(job::Service& jobs, const Call& call) {
  const auto record = jobs.find(call.names[0]);
  if (!record) return problem(record.error());
  return unless_known(call.request, job_answer(record));
}

Response get_status(job::Service& jobs, const Call& call) {
  const auto record = jobs.find(call.names[0]);
  if (!record) return problem(record.error());
  Buffer text;
  append_status(record->status, text);
  return unless_known(call.request,
                      text_answer("text/plain; charset=utf-8", std::string(text.view())));
}

Response delete_job(job::Service& jobs, const Call& call) {
  if (const auto removed = jobs.remove(call.names[0]); !removed) return problem(removed.error());
  Response response;
  response.status = 204;
  return response;
}

Response get_manifest(job::Service& jobs, const Call& call) {
  auto text = job::read_manifest_of(jobs, call.names[0]);
  if (!text) return problem(text.error());
  return text_answer("application/json", std::move(*text));
}

Response download(job::Service& jobs, const Call& call) {
  auto archive = job::open_download(jobs, call.names[0]);
  if (!archive) return problem(archive.error());
  Response response = text_answer("application/x-tar", "");
  response.fields.push_back(
      {"content-disposition", "attachment; filename=\"" + archive->name + "\""});
  response.stream = std::move(archive->bytes);
  response.stream_size = archive->size;
  return response;
}

Response truth_file(job::Service& jobs, const Call& call, std::string_view name,
                    std::string_view type) {
  auto file = job::open_truth(jobs, call.names[0], name);
  if (!file) return problem(file.error());
  Response response = text_answer(type, "");
  response.stream = std::move(file->bytes);
  response.stream_size = file->size;
  return response;
}

void add_truth_routes(Router& router, job::Service& jobs) {
  const auto serve = [&jobs](std::string_view name, std::string_view type) {
    return [&jobs, name, type](const Call& call) { return truth_file(jobs, call, name, type); };
  };
  router.add(
      {"GET", "/api/v1/jobs/{job}/truth", Scope::truth, serve("truth.json", "application/json")});
  router.add({"GET", "/api/v1/jobs/{job}/truth/labels.jsonl", Scope::truth,
              serve("labels.jsonl", "application/jsonl")});
  router.add({"GET", "/api/v1/jobs/{job}/truth/incidents.jsonl", Scope::truth,
              serve("incidents.jsonl", "application/jsonl")});
}

}  // namespace

void add_job_routes(Router& router, job::Service& jobs, Corpora& corpora,
                    const std::function<std::uint64_t()>& random_seed) {
  const auto with = [&jobs](Response (*answer)(job::Service&, const Call&)) {
    return [&jobs, answer](const Call& call) { return answer(jobs, call); };
  };
  router.add(
      {"POST", "/api/v1/jobs", Scope::user, [&jobs, &corpora, random_seed](const Call& call) {
         return create_job(jobs, corpora, random_seed, call);
       }});
  router.add({"GET", "/api/v1/jobs", Scope::user, with(list_jobs)});
  router.add({"GET", "/api/v1/jobs/{job}", Scope::user, with(get_job)});
  router.add({"DELETE", "/api/v1/jobs/{job}", Scope::user, with(delete_job)});
  router.add({"POST", "/api/v1/jobs/{job}/cancel", Scope::user,
              [&jobs](const Call& call) { return job_answer(jobs.cancel(call.names[0]), 202); }});
  router.add({"POST", "/api/v1/jobs/{job}/resume", Scope::user,
              [&jobs](const Call& call) { return job_answer(jobs.resume(call.names[0]), 202); }});
  router.add({"GET", "/api/v1/jobs/{job}/status.txt", Scope::user, with(get_status)});
  router.add({"GET", "/api/v1/jobs/{job}/manifest.json", Scope::user, with(get_manifest)});
  router.add({"GET", "/api/v1/jobs/{job}/download", Scope::user, with(download)});
  add_truth_routes(router, jobs);
}

}  // namespace haymaker::api
