#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/buffer.h"
#include "text/voice.h"

namespace haymaker::text {

// Puts pieces of text together as a writer does: single blanks between them and none before a
// comma, capitals where sentences begin, "an" where the next sound asks for it, and not two full
// stops.
class Pen {
 public:
  void start(const Voice& voice, Buffer& out) noexcept;

  void space() noexcept { space_ = true; }
  void article() noexcept;
  void write(std::string_view text);
  // Ends the sentence with a full stop, unless it has an end already. Nothing happens at the start
  // of a line.
  void end_sentence();
  void sentence_ended() noexcept { capital_ = true; }
  // What is written next begins as it is, capital or not.
  void keep_case() noexcept { capital_ = false; }
  void new_line();
  void new_paragraph();

  // Marks the next character that is written, behind the blank or the article that is due: the
  // begin of a span.
  void mark() noexcept { mark_due_ = true; }
  // Where the marked character lies; nothing if none has been written since.
  [[nodiscard]] std::optional<std::size_t> marked() const noexcept {
    return mark_due_ ? std::nullopt : std::optional(mark_);
  }
  [[nodiscard]] std::size_t at() const noexcept { return out_->size(); }
  // The blanks and line ends so far, which is one less than the words.
  [[nodiscard]] std::uint32_t words() const noexcept { return words_; }
  [[nodiscard]] bool at_line_start() const noexcept;
  [[nodiscard]] Buffer& out() noexcept { return *out_; }

 private:
  void blank_before(char next);

  Buffer* out_ = nullptr;
  std::size_t start_ = 0;
  std::size_t mark_ = 0;
  std::uint32_t words_ = 0;
  bool lower_case_ = false;
  bool double_space_ = false;
  bool space_ = false;
  bool capital_ = true;  // The next letter begins a sentence.
  bool mark_due_ = false;
  bool article_ = false;  // An "a" waits for the sound that follows.
};

}  // namespace haymaker::text
