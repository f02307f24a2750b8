#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/block_ids.h"
#include "corpus/block_texts.h"
#include "corpus/corpus.h"
#include "corpus/enclosures.h"
#include "corpus/logo.h"
#include "corpus/meeting.h"
#include "corpus/message_body.h"
#include "corpus/planted_words.h"
#include "corpus/quoted_text.h"
#include "corpus/scene.h"
#include "mime/envelope.h"
#include "mime/text_span.h"
#include "threads/block_plan.h"

namespace haymaker::corpus {

// Puts one message together: envelope, identifiers, text with quotes, parts.
class MessageWriter {
 public:
  explicit MessageWriter(const Corpus& corpus)
      : corpus_(corpus),
        ids_(corpus),
        quoted_text_(corpus, ids_),
        enclosures_(corpus),
        meeting_(corpus),
        logo_(corpus) {}

  // Enters a block: what is written next is of this plan.
  void start(const threads::BlockPlan& plan) { ids_.start(plan); }
  // Appends the whole .eml. The slot's text is in `texts`.
  void write(const threads::BlockPlan& plan, const Scene& scene, const BlockTexts& texts,
             std::uint16_t slot, Buffer& out) noexcept;
  // Planted words in the message written last: its own, those of its subject and its files, and
  // copies in what it quotes and forwards.
  [[nodiscard]] std::span<const PlantedWords> planted() const noexcept { return planted_; }
  // What names the message in `slot` outside its bytes.
  [[nodiscard]] std::uint64_t uid(std::uint16_t slot) const noexcept { return ids_.uid(slot); }
  // "<left@right>" of a message that was written, until the next is.
  [[nodiscard]] std::string_view message_id(std::uint16_t slot) const noexcept {
    return ids_.bracketed(slot);
  }

 private:
  void add_ids(const threads::BlockPlan& plan, std::uint16_t slot, mime::Envelope& envelope);
  void add_thread_index(const threads::BlockPlan& plan, const Scene& scene,
                        mime::Envelope& envelope);
  void add_recipients(const threads::BlockPlan& plan, const threads::PlannedMessage& message,
                      mime::Envelope& envelope);
  void add_subject(const threads::PlannedMessage& message, MeetingRole role,
                   std::string_view subject, mime::Envelope& envelope);
  void record_planted(const threads::BlockPlan& plan, const BlockTexts& texts, std::uint16_t slot,
                      std::optional<mime::TextSpan> verbatim, const MessageBody::Form& form);
  void record_enclosed(std::uint16_t slot, bool own);
  void record_subject(const threads::BlockPlan& plan, const BlockTexts& texts, std::uint16_t slot);
  void record_meeting(const threads::BlockPlan& plan, const BlockTexts& texts, std::uint16_t slot,
                      const MessageBody::Form& form);
  void locate(std::size_t span, std::optional<mime::TextSpan> verbatim, PlantedWords& words) const;
  // Of the conversation of the message that is being written.
  [[nodiscard]] std::uint16_t root_of(std::uint16_t slot) const noexcept {
    return ancestors_.empty() ? slot : ancestors_.front();
  }
  [[nodiscard]] mime::Mailbox mailbox(PersonId person) const noexcept;

  const Corpus& corpus_;
  BlockIds ids_;
  std::vector<std::uint16_t> ancestors_;  // From the root to the parent.
  std::vector<std::string_view> references_;
  std::vector<mime::Mailbox> mailboxes_;
  std::vector<std::uint8_t> thread_index_;
  Buffer subject_;
  QuotedText quoted_text_;
  Enclosures enclosures_;
  Meeting meeting_;
  Logo logo_;
  MessageBody body_;
  Buffer locators_;  // Of planted words in calendar objects.
  Buffer sections_;  // Of files with planted words.
  std::vector<PlantedWords> planted_;
};

}  // namespace haymaker::corpus
