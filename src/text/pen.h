#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

#include "base/buffer.h"
#include "text/piece.h"
#include "text/voice.h"

namespace haymaker::text {

// Puts pieces of text together as a writer does: single blanks between them and none before a
// comma, capitals where sentences begin, "an" where the next sound asks for it, and not two full
// stops.
class Pen {
 public:
  void start(const Voice& voice, Buffer& out) noexcept;

  void space() noexcept { space_ = true; }
  void article();
  void write(std::string_view words);
  // Writes words of a pack, whose traits are known: `size` characters, with kSlack behind them that
  // may be read.
  void write(const char* words, std::size_t size, Traits traits, std::uint32_t blanks);
  // Ends the sentence with a full stop, unless it has an end already. Nothing happens at the start
  // of a line.
  void end_sentence();
  // What is written next begins as it is, capital or not.
  void keep_case() noexcept { capital_ = false; }
  void new_line();
  void new_paragraph();

  // Marks the next character that is written, behind the blank or the article that is due: the
  // begin of a span.
  void mark() noexcept { rare_ |= kMarkDue; }
  // Where the marked character lies; nothing if none has been written since.
  [[nodiscard]] std::optional<std::size_t> marked() const noexcept {
    return (rare_ & kMarkDue) != 0 ? std::nullopt : std::optional(mark_);
  }
  [[nodiscard]] std::size_t at() const noexcept { return out_->size(); }
  // The blanks and line ends so far, which is one less than the words.
  [[nodiscard]] std::uint32_t words() const noexcept { return words_; }
  [[nodiscard]] bool at_line_start() const noexcept;
  [[nodiscard]] Buffer& out() noexcept { return *out_; }

 private:
  // States that ask for more than the short way of write().
  static constexpr std::uint8_t kMarkDue = 1;
  static constexpr std::uint8_t kArticleDue = 2;  // An "a" waits for the sound that follows.
  static constexpr std::uint8_t kDoubleSpace = 4;

  void write_mark(const char* words, std::size_t size, Traits traits, std::uint32_t blanks);
  void write_with_care(const char* words, std::size_t size, Traits traits, std::uint32_t blanks);
  void drop_comma() noexcept;
  void put(const char* words, std::size_t size, Traits traits, std::uint32_t blanks);
  // Where nothing is rare and the words hug nothing; `copy` puts them where it is told, with room
  // for kSlack more.
  template <class Copy>
  [[gnu::always_inline]] void put_plainly(std::size_t size, Traits traits, std::uint32_t blanks,
                                          Copy copy);

  Buffer* out_ = nullptr;
  std::size_t start_ = 0;
  std::size_t mark_ = 0;
  std::uint32_t words_ = 0;
  std::uint8_t rare_ = 0;
  bool raises_ = true;  // Sentences begin with a capital.
  bool space_ = false;
  bool no_blank_ = true;  // No blank may stand here: at the start of a line, behind a bracket.
  bool capital_ = true;   // The next letter begins a sentence.
};

inline void Pen::write(const char* words, std::size_t size, Traits traits, std::uint32_t blanks) {
  if (((traits & kHugs) | rare_) != 0) [[unlikely]] {
    if (rare_ != 0) return write_with_care(words, size, traits, blanks);
    return write_mark(words, size, traits, blanks);
  }
  put_plainly(size, traits, blanks, [&](char* to) {
    for (std::size_t done = 0; done < size; done += kSlack) {
      std::memcpy(to + done, words + done, kSlack);
    }
  });
}

template <class Copy>
inline void Pen::put_plainly(std::size_t size, Traits traits, std::uint32_t blanks, Copy copy) {
  const bool blank = space_ && !no_blank_;
  char* to = out_->grow(size + 1 + kSlack);
  *to = ' ';
  to += blank ? 1 : 0;
  copy(to);
  const bool raise = capital_ && raises_ && (traits & kSmall) != 0;
  *to = static_cast<char>(*to - (raise ? 'a' - 'A' : 0));
  out_->commit(size + (blank ? 1 : 0));
  words_ += blanks + (blank ? 1 : 0);
  capital_ = (capital_ && (traits & kOpens) != 0) || (traits & kEndsSentence) != 0;
  no_blank_ = (traits & kNoBlank) != 0;
  space_ = false;
}

}  // namespace haymaker::text
