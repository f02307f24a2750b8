#include "audit/metric.h"

#include <fmt/format.h>

#include <cmath>

namespace haymaker::audit {

std::string_view name(MailClass mail_class) noexcept {
  switch (mail_class) {
    case MailClass::human: return "human";
    case MailClass::newsletter: return "newsletter";
    case MailClass::notice: return "notice";
    case MailClass::auto_reply: return "auto_reply";
  }
  return "";
}

std::optional<bool> Goal::met_by(double value) const noexcept {
  if (std::isinf(least) && std::isinf(most)) return std::nullopt;
  return value >= least && value <= most;
}

std::string Goal::text() const {
  if (std::isinf(least) && std::isinf(most)) return "";
  if (std::isinf(most)) return fmt::format(">= {:.4g}", least);
  if (std::isinf(least)) return fmt::format("<= {:.4g}", most);
  return fmt::format("{:.4g} to {:.4g}", least, most);
}

}  // namespace haymaker::audit
