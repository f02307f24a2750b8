#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "audit/metric.h"
#include "base/civil_time.h"
#include "base/error.h"

namespace haymaker::audit {

struct SampledFile {
  std::string kind;       // The ending of its name: "pdf".
  std::size_t bytes = 0;  // Decoded.
};

// What is kept of a message for the measures.
struct SampledMessage {
  MailClass mail_class = MailClass::human;
  std::string id;      // With its angle brackets.
  std::string parent;  // In-Reply-To; empty for a message that answers none.
  UnixSeconds date = 0;
  int offset_minutes = 0;      // Of the sender's clock, east of Greenwich.
  std::size_t recipients = 0;  // Mailboxes in To and Cc.
  std::size_t bytes = 0;       // Of the .eml.
  std::string body;            // The author's own words: own_text() of the text part.
  std::vector<SampledFile> files = {};
};

// A corpus by `limit` of its messages, in runs of 1,024 that lie evenly over it, each from its
// start: a run is a block of the corpus and holds whole conversations. All messages where there are
// no more than `limit`.
class MailSample {
 public:
  static std::expected<MailSample, Error> read(const std::filesystem::path& out_dir,
                                               std::uint64_t limit);

  [[nodiscard]] const std::vector<SampledMessage>& messages() const noexcept { return messages_; }
  // The first four megabytes of the messages, whole, and of their headers alone.
  [[nodiscard]] const std::string& raw() const noexcept { return raw_; }
  [[nodiscard]] const std::string& headers() const noexcept { return headers_; }

 private:
  std::vector<SampledMessage> messages_;
  std::string raw_;
  std::string headers_;
};

// The mailboxes in an address list (RFC 5322 section 3.4): commas outside quotes, comments and
// angle brackets part them; those in a group count one by one.
std::size_t count_mailboxes(std::string_view list) noexcept;

}  // namespace haymaker::audit
