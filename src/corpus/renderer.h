#pragma once

#include <span>
#include <string_view>

#include "base/buffer.h"
#include "base/digest.h"
#include "corpus/corpus.h"
#include "corpus/message_writer.h"
#include "corpus/scene.h"
#include "threads/planner.h"

namespace haymaker::corpus {

// A finished message. The views are valid until the renderer's next call.
struct Rendered {
  std::string_view bytes;       // The .eml, with CRLF line ends.
  std::string_view message_id;  // With its angle brackets.
  std::uint64_t uid = 0;
  UnixSeconds date = 0;
  Digest digest;  // Of the bytes.
};

// Renders any message of a corpus, in any order; consecutive ones are the cheapest, since a block
// is planned once. Used by one thread at a time; allocates nothing once its buffers have grown.
class Renderer {
 public:
  explicit Renderer(const Corpus& corpus);

  // `index` is below corpus.count().
  void render(MessageIndex index, Rendered& out) noexcept;

  // What was planted in the message rendered last, and where it stands. Valid until the next call.
  [[nodiscard]] std::span<const PlantedWords> planted() const noexcept { return writer_.planted(); }
  // The plan of the block that is entered with the index, rendered or not.
  const threads::BlockPlan& plan_of(BlockIndex block) {
    enter(block);
    return plan_;
  }

 private:
  void enter(BlockIndex block);

  const Corpus& corpus_;
  threads::Planner planner_;
  threads::BlockPlan plan_;
  Scene scene_;
  BlockTexts texts_;
  MessageWriter writer_;
  Buffer message_;
  bool entered_ = false;
};

}  // namespace haymaker::corpus
