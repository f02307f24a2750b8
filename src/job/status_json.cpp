#include "job/status_json.h"

namespace haymaker::job {

std::string iso_time(UnixSeconds at) {
  Buffer text;
  append_iso_time(at, text);
  return std::string(text.view());
}

boost::json::object to_json(const Status& status) {
  boost::json::object object{{"state", name(status.state)},
                             {"messages_done", status.messages_done},
                             {"messages_total", status.messages_total},
                             {"bytes", status.bytes},
                             {"rate", status.rate},
                             {"eta_s", nullptr},
                             {"started", iso_time(status.started)},
                             {"updated", iso_time(status.updated)},
                             {"shards_done", status.shards_done},
                             {"shards_total", status.shards_total},
                             {"attempt", status.attempt},
                             {"error", nullptr}};
  if (status.eta_s) object["eta_s"] = *status.eta_s;
  if (!status.error.empty()) object["error"] = status.error;
  return object;
}

}  // namespace haymaker::job
