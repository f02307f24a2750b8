#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/block_texts.h"

namespace haymaker::corpus {

// What a text says of files that come with it.
class FileMention {
 public:
  // Planted words are not looked at: they must not decide what a message has. The names are valid
  // as long as the text.
  void read(std::string_view text, std::span<const BlockTexts::Planted> planted);

  // "Attached", "enclosed", or the name of a file.
  [[nodiscard]] bool found() const noexcept { return found_; }
  // "recon_v3.xlsx", each once, in the order of the text.
  [[nodiscard]] std::span<const std::string_view> names() const noexcept { return names_; }

 private:
  bool found_ = false;
  std::vector<std::string_view> names_;
};

}  // namespace haymaker::corpus
