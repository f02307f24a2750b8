#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "corpus/block_texts.h"
#include "corpus/corpus.h"
#include "mime/envelope.h"
#include "mime/text_span.h"
#include "threads/block_plan.h"

namespace haymaker::corpus {

// The plain text of a message with what it quotes below: LF line ends, not wrapped, in the manner
// of whoever quotes. Keeps the planted words of all its authors in sight.
class QuotedText {
 public:
  // Whose planted words a span holds, and which of those in that message's own text; or in its
  // subject, which stands in the header of a quote.
  struct Owner {
    std::uint16_t slot;
    std::uint16_t number;
    bool of_subject = false;
  };

  explicit QuotedText(const Corpus& corpus) : corpus_(corpus) {}

  // `ancestors` are the slots from the root to the parent, whose texts `texts` has.
  void build(const threads::BlockPlan& plan, const BlockTexts& texts, std::uint16_t slot,
             std::span<const std::uint16_t> ancestors);

  [[nodiscard]] std::string_view text() const noexcept { return text_.view(); }
  // The planted words, in bytes of text(), and whose they are.
  [[nodiscard]] std::span<const mime::TextSpan> spans() const noexcept { return spans_; }
  [[nodiscard]] std::span<const Owner> owners() const noexcept { return owners_; }

 private:
  void quote(const threads::BlockPlan& plan, const BlockTexts& texts, std::uint16_t root,
             std::uint16_t slot, std::uint16_t by);
  void add_planted(const BlockTexts& texts, std::uint16_t slot);
  void add_planted_subject(const BlockTexts& texts, const threads::PlannedMessage& quoted,
                           std::uint16_t root, std::size_t header);
  [[nodiscard]] mime::Mailbox mailbox(PersonId person) const noexcept;

  const Corpus& corpus_;
  Buffer text_;
  Buffer quoted_;
  std::vector<mime::Mailbox> mailboxes_;
  std::vector<mime::TextSpan> spans_;
  std::vector<Owner> owners_;
};

}  // namespace haymaker::corpus
