#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace haymaker::people {

// Keeps texts where they are for as long as it lives itself, many to a piece of memory.
class StringArena {
 public:
  std::string_view keep(std::string_view text) {
    if (left_ < text.size()) {
      left_ = std::max(kPieceBytes, text.size());
      pieces_.push_back(std::make_unique_for_overwrite<char[]>(left_));
      free_ = pieces_.back().get();
    }
    text.copy(free_, text.size());
    const std::string_view kept(free_, text.size());
    free_ += text.size();
    left_ -= text.size();
    return kept;
  }

 private:
  static constexpr std::size_t kPieceBytes = std::size_t{1} << 18;

  std::vector<std::unique_ptr<char[]>> pieces_;
  char* free_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace haymaker::people
