#pragma once

// A message as a reader sees it (RFC 5322, RFC 2045 to 2049, RFC 2231). Shares no code with the
// writer, so that one can judge the other.

#include <string>
#include <string_view>
#include <vector>

#include "audit/field_list.h"

namespace haymaker::audit {

struct PartView {
  std::string section;    // As IMAP counts (RFC 3501 section 6.4.5): "1", "1.2".
  std::string type;       // Lower case: "text/plain".
  std::string charset;    // As written; empty if left out.
  std::string encoding;   // Of the transfer, lower case; empty if left out.
  std::string filename;   // In UTF-8; empty if there is none.
  bool attached = false;  // Content-Disposition: attachment.
  std::string_view body;  // As it stands in the file.
  [[nodiscard]] bool is_text() const noexcept { return type.starts_with("text/"); }
};

struct Violation {
  std::string_view rule;  // What should hold, a literal.
  std::string detail;     // Where and what was found instead.
};

// Reads one message at a time; a reader that is used again allocates little. The views of the last
// message look into its bytes.
class MessageReader {
 public:
  // `bytes` outlive what is asked of the reader until the next read().
  void read(std::string_view bytes);

  [[nodiscard]] const FieldList& header() const noexcept { return header_; }
  // The leaves of the tree, in order; a message in a message/rfc822 part has its own.
  [[nodiscard]] const std::vector<PartView>& parts() const noexcept { return parts_; }
  [[nodiscard]] const PartView* part(std::string_view section) const noexcept;
  // What the structure itself breaks: boundaries, encodings, parameters. Content is not decoded.
  [[nodiscard]] const std::vector<Violation>& violations() const noexcept { return violations_; }

 private:
  void read_entity(std::string_view bytes, FieldList& header, const std::string& section, int depth,
                   bool root);
  void read_multipart(std::string_view body, std::string_view boundary, const std::string& section,
                      int depth);
  void fail(std::string_view rule, std::string detail);

  FieldList header_;
  std::vector<PartView> parts_;
  std::vector<Violation> violations_;
};

// The part's text: transfer encoding undone, in UTF-8, with LF line ends. False where it does not
// decode; `out` is replaced.
bool decode_text(const PartView& part, std::string& out);
// The field's text, unfolded and with encoded words decoded; empty if there is no such field.
std::string decoded_field(const FieldList& header, std::string_view name);

}  // namespace haymaker::audit
