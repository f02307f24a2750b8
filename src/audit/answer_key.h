#pragma once

// The answer key of a corpus, read back: labels.jsonl, incidents.jsonl and truth.json
// (docs/formats/truth.md), one JSON object a line.

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/error.h"

namespace haymaker::audit {

struct ByteRange {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;  // Exclusive.
};

// Words of a file: programs of its format find them, so only the file itself is compared.
struct PlantedFile {
  std::string name;
  std::string digest;  // XXH3-128 of its bytes, in hexadecimal digits.
};

struct PlantedSpan {
  std::string part;              // A section number, or "subject".
  std::uint64_t start = 0;       // Code points into the decoded text with LF line ends.
  std::uint64_t end = 0;         // Exclusive.
  std::uint64_t start_byte = 0;  // The same in bytes of UTF-8.
  std::uint64_t end_byte = 0;
  std::string text;
  std::string html_part = {};            // Section of the HTML alternative; empty if there is none.
  std::optional<ByteRange> html = {};    // Of its decoded bytes.
  std::optional<ByteRange> raw = {};     // Of the whole message.
  std::optional<PlantedFile> file = {};  // Where set, the numbers above are not.
};

struct PlantedLabel {
  std::string id;
  std::uint64_t uid = 0;
  std::string incident;  // Empty for a decoy that belongs to none.
  std::string scenario;
  std::vector<PlantedSpan> spans;
};

struct PlantedIncident {
  std::string id;
  std::string scenario;
  std::vector<std::uint64_t> members;  // In order.
};

// Its memory follows the labels, never the messages.
class AnswerKey {
 public:
  // Errors name the file and the line.
  static std::expected<AnswerKey, Error> read(const std::filesystem::path& truth_dir);

  [[nodiscard]] const std::vector<PlantedLabel>& labels() const noexcept { return labels_; }
  [[nodiscard]] const std::vector<PlantedIncident>& incidents() const noexcept {
    return incidents_;
  }
  // What truth.json says that there are.
  [[nodiscard]] std::uint64_t claimed_labels() const noexcept { return claimed_labels_; }
  [[nodiscard]] std::uint64_t claimed_incidents() const noexcept { return claimed_incidents_; }
  // Places in labels() of the message's labels; none for most messages.
  [[nodiscard]] const std::vector<std::size_t>& labels_of(std::uint64_t uid) const noexcept;

 private:
  std::vector<PlantedLabel> labels_;
  std::vector<PlantedIncident> incidents_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_message_;
  std::uint64_t claimed_labels_ = 0;
  std::uint64_t claimed_incidents_ = 0;
};

// What is wrong in the key itself: counts that truth.json does not say, identifiers that repeat,
// incidents without members, members without a label of the incident, labels of incidents that do
// not exist.
std::vector<std::string> check_links(const AnswerKey& key);

}  // namespace haymaker::audit
