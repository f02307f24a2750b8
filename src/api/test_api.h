#pragma once

// For tests: an API over a service in a directory of its own, asked without a socket.

#include <boost/json.hpp>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

#include "api/api.h"

namespace haymaker::api {

class TestApi {
 public:
  TestApi();
  ~TestApi();

  // With the fields that any client sends.
  Response ask(std::string method, std::string target, std::string body = "",
               std::vector<HttpField> more = {});
  // The body of an answer, which must be JSON.
  static boost::json::value parse(const Response& response);
  // Orders a corpus and waits for its end; returns the job's id.
  std::string make(const std::string& order);

  static constexpr const char* kTruth = "Bearer truth-token-of-the-test";

 private:
  std::filesystem::path place_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::string, job::State> states_;
  std::unique_ptr<job::Service> service_;
  std::unique_ptr<Api> api_;
};

}  // namespace haymaker::api
