#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "corpus/corpus.h"
#include "threads/block_plan.h"

namespace haymaker::corpus {

// The identifiers of a block's messages, each made once however many answers refer to it.
class BlockIds {
 public:
  explicit BlockIds(const Corpus& corpus) : corpus_(corpus) {}

  // Forgets the block before.
  void start(const threads::BlockPlan& plan);

  // What names the message outside its bytes.
  [[nodiscard]] std::uint64_t uid(std::uint16_t slot) const noexcept { return uids_[slot]; }
  // Makes the slot's Message-ID if it is not yet there. Ends the views of others.
  void need(const threads::BlockPlan& plan, std::uint16_t slot);
  // "<left@right>" of a slot that was needed.
  [[nodiscard]] std::string_view bracketed(std::uint16_t slot) const noexcept {
    const Slice slice = slices_[slot];
    return text_.view().substr(slice.begin, slice.end - slice.begin);
  }
  // "left@right".
  [[nodiscard]] std::string_view bare(std::uint16_t slot) const noexcept {
    const std::string_view id = bracketed(slot);
    return id.substr(1, id.size() - 2);
  }

 private:
  struct Slice {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;  // 0: not yet made.
  };

  const Corpus& corpus_;
  std::vector<std::uint64_t> uids_;
  std::vector<Slice> slices_;
  Buffer text_;
};

}  // namespace haymaker::corpus
