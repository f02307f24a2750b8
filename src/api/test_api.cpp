#include "api/test_api.h"

#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkdtemp() is POSIX.

#include <chrono>
#include <stdexcept>

namespace haymaker::api {
namespace {

std::filesystem::path new_place() {
  std::string name = (std::filesystem::temp_directory_path() / "haymaker-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary directory");
  return name;
}

}  // namespace

TestApi::TestApi() : place_(new_place()) {
  job::Service::Options options;
  options.data = place_;
  options.threads = 2;
  options.now = [] { return UnixSeconds{1'741'166'047}; };
  options.new_id = [n = 0]() mutable { return "job" + std::to_string(++n); };
  options.tell = [this](const job::Status* /*before*/, const job::Status* after) {
    if (after == nullptr) return;
    const std::lock_guard lock(mutex_);
    states_[after->job] = after->state;
    changed_.notify_all();
  };
  auto service = job::Service::open(std::move(options));
  if (!service) throw std::runtime_error(to_string(service.error()));
  service_ = std::move(*service);
  api_ = std::make_unique<Api>(*service_,
                               Options{{{"localhost"}, "", "truth-token-of-the-test"},
                                       2,
                                       [] { return std::uint64_t{4711}; },
                                       [n = 0]() mutable { return "secret" + std::to_string(++n); },
                                       {}});
}

TestApi::~TestApi() {
  api_.reset();
  service_.reset();
  std::filesystem::remove_all(place_);
}

Response TestApi::ask(std::string method, std::string target, std::string body,
                      std::vector<HttpField> more) {
  Request request{std::move(method), std::move(target), std::move(more), std::move(body)};
  request.fields.push_back({"host", "localhost"});
  request.fields.push_back({"x-haymaker", "1"});
  if (!request.body.empty()) request.fields.push_back({"content-type", "application/json"});
  return api_->answer(request);
}

boost::json::value TestApi::parse(const Response& response) {
  return boost::json::parse(response.body);
}

std::string TestApi::make(const std::string& order) {
  const Response response = ask("POST", "/api/v1/jobs", order);
  if (response.status != 202) throw std::runtime_error(response.body);
  std::string id(parse(response).at("id").as_string());
  std::unique_lock lock(mutex_);
  const auto ended = [&] { return is_final(states_[id]); };
  if (!changed_.wait_for(lock, std::chrono::seconds(120), ended)) {
    throw std::runtime_error("the job does not end");
  }
  return id;
}

}  // namespace haymaker::api
