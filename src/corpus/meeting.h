#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "corpus/block_texts.h"
#include "corpus/corpus.h"
#include "corpus/scene.h"
#include "media/document.h"
#include "media/file.h"
#include "mime/part.h"
#include "mime/quote_words.h"
#include "threads/block_plan.h"

namespace haymaker::corpus {

// What a message says to calendars.
enum class MeetingRole : std::uint8_t { none, request, accepted, declined, tentative };

// Invitations to meetings, and the answers to them, as calendars exchange them (RFC 5546). Whoever
// begins a conversation by inviting sends one, and who of those invited accepts or declines in so
// many words answers it, as far as their programs do such a thing. When it takes place is what the
// text of the invitation says, where that says it.
class Meeting {
 public:
  explicit Meeting(const Corpus& corpus);

  // Of the message in `slot`, which is that of the next write().
  [[nodiscard]] MeetingRole role(const threads::BlockPlan& plan, const Scene& scene,
                                 std::uint16_t slot) const noexcept;
  // The calendar object of a message that has a role. `root` is the slot of the invitation. What
  // the accessors return is valid until the next call.
  void write(const threads::BlockPlan& plan, const Scene& scene, const BlockTexts& texts,
             std::uint16_t root, std::uint16_t slot);

  // The alternative text/calendar, and the file that Google's calendar adds to it.
  [[nodiscard]] const mime::Part& calendar() const noexcept { return calendar_; }
  [[nodiscard]] const mime::Part& file() const noexcept { return file_; }
  // Where the words that are planted in the subject are in either, in the order of the subject.
  [[nodiscard]] std::span<const media::Place> places() const noexcept { return places_; }

 private:
  // What one call of write() is about.
  struct Block {
    const threads::BlockPlan& plan;
    const Scene& scene;
    const BlockTexts& texts;
    std::uint16_t root;
  };

  [[nodiscard]] bool invites(const threads::BlockPlan& plan, const Scene& scene,
                             std::uint16_t slot) const noexcept;
  void write_title(const Block& block);
  void write_people(const Block& block, std::uint16_t slot, bool request);
  void write_uid(const Block& block, bool google);
  void set_time(const Block& block);
  [[nodiscard]] Days day_of(const Block& block, const text::Situation& situation);
  [[nodiscard]] int minutes_of(const Block& block, const text::Situation& situation);
  [[nodiscard]] std::string_view fact_said(const Block& block, const text::Situation& situation,
                                           text::Fact fact, bool& said);
  void add_contact(PersonId person, media::Contact& contact) const;

  const Corpus& corpus_;
  std::optional<text::ActId> invite_;
  std::optional<text::ActId> accept_;
  std::optional<text::ActId> confirm_;
  std::optional<text::ActId> decline_;
  std::optional<text::ActId> counter_;
  media::FileWriter writer_;
  media::Document document_;
  std::vector<media::Contact> attendees_;
  std::vector<media::Planted> planted_;
  std::span<const media::Place> places_;
  Buffer uid_;
  Buffer fact_;
  Buffer bytes_;  // With CRLF line ends,
  Buffer text_;   // and with LF.
  mime::Part calendar_;
  mime::Part file_;
};

// What Outlook and Google write before the subject of an answer to an invitation: "Accepted: ".
std::string_view meeting_prefix(MeetingRole role, mime::Language language) noexcept;

}  // namespace haymaker::corpus
