#include "notify/event.h"

#include <array>
#include <boost/json.hpp>

#include "job/status_json.h"

namespace haymaker::notify {

std::string_view name(Change change) noexcept {
  static constexpr std::array<std::string_view, 4> kNames = {"created", "state", "progress",
                                                             "deleted"};
  return kNames[static_cast<std::size_t>(change)];
}

std::string to_json(const Event& event) {
  const boost::json::object object{{"type", "job"},
                                   {"id", event.id},
                                   {"change", name(event.change)},
                                   {"job", event.status.job},
                                   {"status", job::to_json(event.status)}};
  return boost::json::serialize(object);
}

}  // namespace haymaker::notify
