#pragma once

// A message as the contract shows it. It is rendered from the specification and then read back by
// the reader that judges corpora, so that what is shown is what a mail system finds in it.

#include <boost/json.hpp>
#include <optional>
#include <string>

#include "audit/message_view.h"
#include "base/ids.h"
#include "corpus/renderer.h"

namespace haymaker::api {

// MessageEntry: one line of a list.
boost::json::object entry_json(MessageIndex index, const corpus::Rendered& message,
                               const audit::MessageReader& reader);

// Message: taken apart. `links` are added by whoever knows the routes.
boost::json::object message_json(MessageIndex index, const corpus::Rendered& message,
                                 const audit::MessageReader& reader);

// The decoded HTML alternative; nothing where there is none.
std::optional<std::string> html_of(const audit::MessageReader& reader);

}  // namespace haymaker::api
