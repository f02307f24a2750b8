#pragma once

#include <optional>

#include "notify/event.h"

namespace haymaker::notify {

// What a change from one status to another means to those who watch: nothing where nothing that
// they see is different. Pure: the same two give the same event, wherever it is worked out.
// `before` is null for a new job, `after` for one that is deleted.
std::optional<Event> translate(const job::Status* before, const job::Status* after);

}  // namespace haymaker::notify
