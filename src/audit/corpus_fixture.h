#pragma once

// For tests: a small corpus written by the sinks, with the index, manifest and answer key of
// docs/formats, in a directory that vanishes.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sink/package.h"

namespace haymaker::audit {

struct FixtureMessage {
  std::uint64_t uid = 0;
  std::string id;  // With its angle brackets.
  std::int64_t date = 0;
  std::string bytes;
};

// A right message with `text` as its body, dated 2025-03-05T09:14:07Z plus `uid` modulo 1,000
// seconds; an answer if `parent` is not empty.
FixtureMessage fixture_message(std::uint64_t uid, const std::string& text,
                               const std::string& parent = "");

class CorpusFixture {
 public:
  CorpusFixture();
  CorpusFixture(const CorpusFixture&) = delete;
  CorpusFixture& operator=(const CorpusFixture&) = delete;
  ~CorpusFixture();

  // Writes `messages` as one part, part-00000, and the manifest over it.
  void write(const std::vector<FixtureMessage>& messages, sink::Packaging packaging = {}) const;
  void write_truth(const std::string& labels, const std::string& incidents) const;

  [[nodiscard]] std::filesystem::path out_dir() const { return path_ / "out"; }
  [[nodiscard]] std::filesystem::path truth_dir() const { return path_ / "truth"; }
  // Replaces the file at `name` under out_dir().
  void put(const std::string& name, const std::string& bytes) const;
  [[nodiscard]] std::string get(const std::string& name) const;

 private:
  std::filesystem::path path_;
};

}  // namespace haymaker::audit
