#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/block_texts.h"
#include "corpus/corpus.h"
#include "corpus/scene.h"
#include "mime/envelope.h"
#include "mime/text_span.h"
#include "threads/block_plan.h"

namespace haymaker::corpus {

// Puts one message together: envelope, identifiers, text with quotes, parts.
class MessageWriter {
 public:
  explicit MessageWriter(const Corpus& corpus) : corpus_(corpus) {}

  // Appends the whole .eml. The slot's text is in `texts`.
  void write(const threads::BlockPlan& plan, const Scene& scene, const BlockTexts& texts,
             std::uint16_t slot, Buffer& out) noexcept;
  // Planted words in the plain text of the message written last, as a reader decodes it: the
  // message's own and those that it quotes.
  struct Planted {
    std::uint16_t slot;    // Of the message whose words they are.
    mime::TextSpan bytes;  // In decoded_text(), and, as code points, in `points`.
    mime::TextSpan points;
  };
  [[nodiscard]] std::span<const Planted> planted() const noexcept { return planted_; }
  [[nodiscard]] std::string_view decoded_text() const noexcept { return decoded_; }
  // The IMAP section number of that text.
  [[nodiscard]] std::string_view part_path() const noexcept { return "1"; }
  // "<left@right>" of the message written last.
  [[nodiscard]] std::string_view message_id() const noexcept { return id_.view(); }

 private:
  void add_ids(const threads::BlockPlan& plan, std::uint16_t slot, mime::Envelope& envelope);
  void add_thread_index(const threads::BlockPlan& plan, const Scene& scene,
                        mime::Envelope& envelope);
  void add_recipients(const threads::BlockPlan& plan, const threads::PlannedMessage& message,
                      mime::Envelope& envelope);
  void add_subject(const threads::PlannedMessage& message, std::string_view subject,
                   mime::Envelope& envelope);
  void build_text(const threads::BlockPlan& plan, const BlockTexts& texts, std::uint16_t slot);
  void quote(const threads::BlockPlan& plan, const BlockTexts& texts, std::uint16_t slot,
             std::uint16_t by);
  void add_planted(const BlockTexts& texts, std::uint16_t slot);
  void record_planted();
  void append_id_of(const threads::BlockPlan& plan, std::uint16_t slot, Buffer& out) const;
  [[nodiscard]] std::uint64_t uid_of(const threads::BlockPlan& plan,
                                     std::uint16_t slot) const noexcept;
  [[nodiscard]] mime::Mailbox mailbox(PersonId person) const noexcept;

  const Corpus& corpus_;
  Buffer id_;
  Buffer ids_;
  std::vector<std::uint16_t> ancestors_;  // From the root to the parent.
  std::vector<std::uint32_t> id_ends_;
  std::vector<std::string_view> references_;
  std::vector<mime::Mailbox> mailboxes_;
  std::vector<mime::Mailbox> quoted_mailboxes_;
  std::vector<std::uint8_t> thread_index_;
  std::vector<mime::TextSpan> spans_;      // Planted words in text_,
  std::vector<std::uint16_t> span_slots_;  // and whose they are.
  std::vector<Planted> planted_;
  std::string_view decoded_;
  Buffer subject_;
  Buffer text_;
  Buffer quoted_;
  Buffer wrapped_;
  Buffer html_;
};

}  // namespace haymaker::corpus
