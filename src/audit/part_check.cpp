#include "audit/part_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "audit/corpus_reader.h"
#include "audit/hex.h"
#include "audit/message_rules.h"
#include "audit/message_view.h"
#include "audit/span_check.h"
#include "base/buffer.h"
#include "base/hash.h"

namespace haymaker::audit {
namespace {

namespace fs = std::filesystem;

std::string iso_time(UnixSeconds at) {
  Buffer text;
  append_iso_time(at, text);
  return std::string(text.view());
}

class PartCheck {
 public:
  PartCheck(const fs::path& out_dir, const StoredPart& part, const AnswerKey* key,
            const std::function<void()>& tick)
      : out_dir_(out_dir), part_(part), key_(key), tick_(tick) {}

  PartResult run() {
    auto index = IndexPart::read(index_path(out_dir_, part_));
    if (!index) {
      add(index.error());
      return std::move(result_);
    }
    index_rows(*index);
    read_mail(*index);
    finish(*index);
    return std::move(result_);
  }

 private:
  struct Known {
    const IndexRow* row = nullptr;
    bool seen = false;
  };

  void add(const Error& error) { result_.findings.add(error.where, error.message); }
  void add(std::string_view where, std::string what) {
    result_.findings.add(std::string(where), std::move(what));
  }

  void index_rows(const IndexPart& index) {
    rows_.reserve(index.rows().size());
    for (const IndexRow& row : index.rows()) {
      if (!rows_.try_emplace(row.uid, Known{&row}).second) {
        add(row.path, "is in the index twice");
      }
      if (parse_hex64(uid_in(row.path)) != row.uid) {
        add(row.path, fmt::format("is not the path of message {:016x}", row.uid));
      }
    }
  }

  void read_mail(const IndexPart& index) {
    auto mail = open_mail(out_dir_, part_, index);
    if (!mail) return add(mail.error());
    StoredMessage message;
    for (;;) {
      const auto some = (*mail)->next(message);
      if (some && !*some) return;
      if (some) {
        check(message);
        if (tick_) tick_();
        continue;
      }
      add(some.error());
      if (some.error().code != ErrorCode::not_found) return;
    }
  }

  void check(const StoredMessage& message) {
    ++result_.messages;
    result_.bytes += message.bytes.size();
    const Digest found = digest(message.bytes);
    result_.digest += found;
    const auto uid = parse_hex64(message.uid);
    const auto known = uid ? rows_.find(*uid) : rows_.end();
    if (known == rows_.end()) {
      return add(message.uid, fmt::format("is in {} but not in the index", part_.file));
    }
    if (std::exchange(known->second.seen, true)) {
      return add(message.uid, fmt::format("is in {} twice", part_.file));
    }
    const IndexRow& row = *known->second.row;
    if (!message.path.empty() && message.path != row.path) {
      add(message.uid,
          fmt::format("is stored as {}, but as {} in the index", message.path, row.path));
    }
    if (found != row.digest || message.bytes.size() != row.bytes) {
      add(message.uid,
          fmt::format("has {} bytes of digest {}, but {} of {} in the index", message.bytes.size(),
                      to_string(found), row.bytes, to_string(row.digest)));
    }
    check_content(message, row);
  }

  void check_content(const StoredMessage& message, const IndexRow& row) {
    reader_.read(message.bytes);
    violations_.clear();
    const auto date = check_rules(message.bytes, reader_, violations_);
    for (const Violation& violation : violations_) {
      add(message.uid, violation.detail.empty() ? fmt::format("breaks a rule ({})", violation.rule)
                                                : fmt::format("breaks a rule ({}): {}",
                                                              violation.rule, violation.detail));
    }
    if (date && date->at != row.date) {
      add(message.uid,
          fmt::format("is dated {}, but {} in the index", iso_time(date->at), iso_time(row.date)));
    }
    if (const Field* field = reader_.header().find("Message-ID")) {
      const std::string_view id = trimmed(field->value);
      result_.id_hashes.push_back(stable_hash(id));
      if (id != row.message_id) {
        add(message.uid, fmt::format("is {}, but {} in the index", id, row.message_id));
      }
    }
    if (const Field* field = reader_.header().find("In-Reply-To")) {
      result_.open_replies.push_back({row.uid, std::string(trimmed(field->value))});
    }
    if (key_ != nullptr) check_labels(row.uid, message.bytes);
  }

  void check_labels(std::uint64_t uid, std::string_view bytes) {
    const auto& places = key_->labels_of(uid);
    if (!places.empty()) result_.labelled.push_back(uid);
    for (const std::size_t place : places) {
      const PlantedLabel& label = key_->labels()[place];
      for (const PlantedSpan& span : label.spans) {
        ++result_.spans;
        if (std::string wrong = check_span(span, bytes, reader_); !wrong.empty()) {
          add(fmt::format("{:016x}", uid), fmt::format("label {}: {}", label.id, wrong));
        }
      }
    }
  }

  void finish(const IndexPart& index) {
    for (const IndexRow& row : index.rows()) {
      const Known& known = rows_.at(row.uid);
      // A file of its own that is missing has been reported when it did not open.
      if (known.row == &row && !known.seen && part_.file != "mail") {
        add(row.path, fmt::format("is in the index but not in {}", part_.file));
      }
    }
    if (result_.messages != part_.messages || result_.bytes != part_.bytes ||
        result_.digest != part_.digest) {
      add(part_.name,
          fmt::format("has {} messages, {} bytes, digest {}, but {}, {}, {} in the manifest",
                      result_.messages, result_.bytes, to_string(result_.digest), part_.messages,
                      part_.bytes, to_string(part_.digest)));
    }
    // Most answers lie in the part of their parent; only the others wait for the end.
    std::vector<std::uint64_t> ids = result_.id_hashes;
    std::ranges::sort(ids);
    std::erase_if(result_.open_replies, [&](const OpenReply& reply) {
      return std::ranges::binary_search(ids, stable_hash(reply.parent));
    });
  }

  const fs::path& out_dir_;
  const StoredPart& part_;
  const AnswerKey* key_;
  const std::function<void()>& tick_;
  std::unordered_map<std::uint64_t, Known> rows_;
  MessageReader reader_;
  std::vector<Violation> violations_;
  PartResult result_;
};

}  // namespace

PartResult check_part(const fs::path& out_dir, const StoredPart& part, const AnswerKey* key,
                      const std::function<void()>& tick) {
  return PartCheck(out_dir, part, key, tick).run();
}

}  // namespace haymaker::audit
