#pragma once

// The contract, answered: a request in, an answer out. Nothing here knows a socket.

#include <functional>
#include <memory>
#include <span>
#include <string>

#include "api/access.h"
#include "api/corpora.h"
#include "api/page.h"
#include "api/router.h"
#include "api/tickets.h"
#include "job/service.h"

namespace haymaker::api {

struct Options {
  AccessPolicy access;
  unsigned threads = 1;                        // Of the jobs, for estimates.
  std::function<std::uint64_t()> random_seed;  // Short enough to type.
  std::function<std::string()> new_secret;     // That nobody can guess.
  std::span<const EmbeddedFile> page;          // Empty: a few lines say how to go on without one.
};

class Api {
 public:
  // `jobs` outlives it.
  Api(job::Service& jobs, Options options);

  // Answers any request. Safe from any thread; may block.
  Response answer(const Request& request);
  // The answer to what could not be read as a request.
  [[nodiscard]] static Response refuse(unsigned status, std::string_view why);

 private:
  Response route(const Request& request);
  Response find_page(const Request& request, const Target& target) const;
  Response open_events(const Call& call);
  Response issue_ticket();
  void add_own_routes();

  Options options_;
  Corpora corpora_;
  Tickets tickets_;
  Page page_;
  Router router_;
};

// What a WebSocket is sent in place of events that it was too slow for.
std::string resync_event();

}  // namespace haymaker::api
