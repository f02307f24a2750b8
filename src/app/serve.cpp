#include "app/serve.h"

#include <fmt/core.h>
#include <pthread.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <memory>
#include <thread>

#include "api/api.h"
#include "app/page.h"
#include "app/secrets.h"
#include "app/spec_argument.h"
#include "job/service.h"
#include "net/server.h"
#include "notify/translate.h"

namespace haymaker::app {

namespace {

UnixSeconds now() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

// Brings events to the WebSockets. Jobs go on from the moment that their service is opened, which
// is before there is a server; what happens until then, nobody has asked to hear.
class SocketPublisher final : public notify::Publisher {
 public:
  void publish(const notify::Event& event) override {
    net::Server* const server = server_.load();
    if (server == nullptr) return;
    const bool replaceable = event.change == notify::Change::progress;
    server->publish(event.status.job, replaceable ? "progress/" + event.status.job : std::string(),
                    notify::to_json(event));
  }
  void connect(net::Server* server) { server_ = server; }

 private:
  std::atomic<net::Server*> server_ = nullptr;
};

bool is_loopback(const std::string& host) { return host == "::1" || host.starts_with("127."); }

// How a URL has it.
std::string authority(const std::string& host, std::uint16_t port) {
  const bool v6 = host.find(':') != std::string::npos;
  return fmt::format("{}{}{}:{}", v6 ? "[" : "", host, v6 ? "]" : "", port);
}

std::vector<std::string> loopback_names(const std::string& host, std::uint16_t port) {
  std::vector<std::string> names;
  for (const std::string& name :
       {std::string("localhost"), std::string("127.0.0.1"), std::string("::1"), host}) {
    names.push_back(authority(name, port));
    if (port == 80) names.push_back(names.back().substr(0, names.back().rfind(':')));
  }
  return names;
}

std::expected<api::AccessPolicy, Error> make_policy(const ServeOptions& options) {
  api::AccessPolicy policy;
  if (!options.token_file.empty()) {
    auto tokens = load_tokens(options.token_file);
    if (!tokens) return std::unexpected(std::move(tokens.error()));
    policy.token = std::move(tokens->user);
    policy.truth_token = std::move(tokens->truth);
    return policy;
  }
  if (!is_loopback(options.host)) policy.token = new_secret();
  policy.truth_token = new_secret();
  return policy;
}

void greet(const ServeOptions& options, const api::AccessPolicy& policy, std::uint16_t port) {
  fmt::print("Haymaker {} listens on http://{}/\n", corpus::kGeneratorVersion,
             authority(options.host, port));
  fmt::print("  data         {}\n", options.data);
  if (!options.token_file.empty()) {
    fmt::print("  tokens       as in {}\n", options.token_file);
  } else {
    if (!policy.token.empty()) fmt::print("  token        {}\n", policy.token);
    fmt::print("  truth token  {}\n", policy.truth_token);
  }
  fmt::print("Ctrl-C stops it; unfinished jobs go on when it is started again.\n");
  std::fflush(stdout);
}

// The signals that end the server, held back from all its threads.
sigset_t hold_signals() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

// Waits for the first one; the next ends the process at once.
void wait_for_signal(const sigset_t& signals) {
  int number = 0;
  sigwait(&signals, &number);
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

std::expected<std::unique_ptr<job::Service>, Error> open_jobs(const ServeOptions& options,
                                                              unsigned threads,
                                                              SocketPublisher& publisher) {
  job::Service::Options service;
  service.data = options.data;
  service.threads = threads;
  service.most_running = options.jobs;
  service.now = now;
  service.new_id = new_job_id;
  service.tell = [&](const job::Status* before, const job::Status* after) {
    if (const auto event = notify::translate(before, after)) publisher.publish(*event);
  };
  return job::Service::open(std::move(service));
}

}  // namespace

int serve(ServeOptions options) {
  if (options.host == "localhost") options.host = "127.0.0.1";
  const unsigned threads =
      options.threads > 0 ? options.threads : std::max(std::thread::hardware_concurrency(), 1U);
  auto policy = make_policy(options);
  if (!policy) return report_wrong_use({policy.error()});
  const sigset_t signals = hold_signals();
  net::ServerOptions listening;
  listening.host = options.host;
  listening.port = options.port;
  listening.resync = api::resync_event();
  const auto server = net::Server::listen(std::move(listening));
  if (!server) return report(server.error());
  if (is_loopback(options.host)) policy->hosts = loopback_names(options.host, (*server)->port());
  SocketPublisher publisher;
  const auto jobs = open_jobs(options, threads, publisher);
  if (!jobs) return report(jobs.error());
  api::Api api(**jobs, {*policy, threads, new_seed, new_secret, page_files()});
  publisher.connect(server->get());
  (*server)->serve({[&](const Request& request) { return api.answer(request); }, api::Api::refuse});
  greet(options, *policy, (*server)->port());
  wait_for_signal(signals);
  return 0;
}

}  // namespace haymaker::app
