#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "corpus/block_ids.h"
#include "corpus/block_texts.h"
#include "corpus/corpus.h"
#include "mime/envelope.h"
#include "mime/quote.h"
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

  // `ids` are of the block that is being written.
  QuotedText(const Corpus& corpus, const BlockIds& ids) : corpus_(corpus), ids_(ids) {}

  // `ancestors` are the slots from the root to the parent, whose texts `texts` has.
  void build(const threads::BlockPlan& plan, const BlockTexts& texts, std::uint16_t slot,
             std::span<const std::uint16_t> ancestors);

  [[nodiscard]] std::string_view text() const noexcept { return text_.view(); }
  // Where in text() the author's own words and signature end; nothing where they stand between the
  // lines of a quote.
  [[nodiscard]] std::optional<std::size_t> own_end() const noexcept { return own_end_; }
  // The planted words, in bytes of text(), and whose they are.
  [[nodiscard]] std::span<const mime::TextSpan> spans() const noexcept { return spans_; }
  [[nodiscard]] std::span<const Owner> owners() const noexcept { return owners_; }

 private:
  // What one call of build() is about.
  struct Block {
    const threads::BlockPlan& plan;
    const BlockTexts& texts;
    std::uint16_t root;  // Slot of the conversation's first message.
  };

  void quote(const Block& block, std::uint16_t slot, std::uint16_t by);
  bool quote_between_lines(const Block& block, std::uint16_t by, std::string_view header);
  void quote_below(const Block& block, std::uint16_t slot, std::uint16_t by, bool marked);
  void set_own(const Block& block, std::uint16_t slot);
  void append_own(const Block& block, std::uint16_t slot, Buffer& out) const;
  void append_header(const Block& block, std::uint16_t slot, std::uint16_t by,
                     mime::QuoteForm form);
  void add_planted(const Block& block, std::uint16_t slot);
  void add_planted_subject(const Block& block, std::uint16_t slot, std::size_t header);
  [[nodiscard]] const people::Person& author_of(const Block& block, std::uint16_t slot) const;
  [[nodiscard]] mime::Mailbox mailbox(PersonId person) const noexcept;

  const Corpus& corpus_;
  const BlockIds& ids_;
  Buffer text_;
  std::optional<std::size_t> own_end_;
  Buffer quoted_;
  Buffer header_;
  Buffer own_;  // Of an answer between the lines: its author's words, and the marked quote.
  Buffer marked_;
  std::vector<mime::Mailbox> mailboxes_;
  std::vector<mime::TextSpan> spans_;
  std::vector<Owner> owners_;
  std::vector<mime::TextSpan> unmarked_spans_;
};

}  // namespace haymaker::corpus
