#include "notify/translate.h"

namespace haymaker::notify {
namespace {

std::string id_of(const job::Status& status, Change change) {
  const std::string_view state = change == Change::deleted ? name(change) : name(status.state);
  return status.job + '/' + std::to_string(status.attempt) + '/' + std::string(state) + '/' +
         std::to_string(status.messages_done);
}

Event event(Change change, const job::Status& status) {
  return {change, id_of(status, change), status};
}

}  // namespace

std::optional<Event> translate(const job::Status* before, const job::Status* after) {
  if (after == nullptr) {
    return before != nullptr ? std::optional(event(Change::deleted, *before)) : std::nullopt;
  }
  if (before == nullptr) return event(Change::created, *after);
  if (before->state != after->state || before->attempt != after->attempt) {
    return event(Change::state, *after);
  }
  if (before->messages_done != after->messages_done) return event(Change::progress, *after);
  return std::nullopt;
}

}  // namespace haymaker::notify
