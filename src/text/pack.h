#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string_view>

#include "rng/stream.h"
#include "text/contents.h"
#include "text/image.h"
#include "text/program.h"
#include "text/source.h"

namespace haymaker::text {

// A compiled pack: lexicons, rules, topics and discourse of one language. Immutable.
class Pack {
 public:
  // Every mistake in the files, each with file, line, column and a caret.
  static std::expected<Pack, Errors> compile(std::span<const Source> sources);
  // The same as an image, for open() in another program.
  static std::expected<Image, Errors> compile_image(std::span<const Source> sources);
  // A pack that was compiled before; the image outlives it. See open_image().
  static std::expected<Pack, Errors> open(std::string_view image);

  [[nodiscard]] const Program& program() const noexcept { return program_; }
  [[nodiscard]] std::span<const Topic> topics() const noexcept { return contents_.topics; }
  [[nodiscard]] const Topic& topic(TopicId id) const noexcept {
    return contents_.topics[static_cast<std::size_t>(id)];
  }
  [[nodiscard]] const Frame& frame() const noexcept { return contents_.frame; }
  [[nodiscard]] const FactLexicons& fact_lexicons() const noexcept { return contents_.facts; }
  [[nodiscard]] const ActMoves& moves(ActId act) const noexcept {
    return contents_.moves[static_cast<std::size_t>(act)];
  }
  // How many acts there are: ActId 0 and those after it.
  [[nodiscard]] std::size_t acts() const noexcept { return contents_.acts.size(); }
  // Of the topics of a kind; none for most kinds.
  [[nodiscard]] const Blocks& blocks(TopicKind kind) const noexcept {
    return contents_.blocks[static_cast<std::size_t>(kind)];
  }
  [[nodiscard]] std::string_view act_name(ActId act) const noexcept {
    return contents_.acts[static_cast<std::size_t>(act)];
  }

  // The act of a conversation's first message, and of an answer to `parent`; `last` closes the
  // conversation where the answers to `parent` allow it.
  ActId draw_first_act(rng::Stream& stream) const noexcept;
  ActId draw_answer(ActId parent, bool last, rng::Stream& stream) const noexcept;

 private:
  explicit Pack(OpenedImage image) noexcept
      : program_(image.program), contents_(std::move(image.contents)) {}

  Program program_;
  Contents contents_;
  std::optional<Image> own_;  // Where `program_` points to, unless it is somebody else's.
};

}  // namespace haymaker::text
