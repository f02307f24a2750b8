#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "media/document.h"
#include "rng/key.h"
#include "text/composer.h"
#include "text/pack.h"
#include "text/situation.h"

namespace haymaker::corpus {

// The table of a file, as the rules of a topic of kind document have it: `columns` once, and a
// `row` for each row, whose cells are parted by semicolons.
class FileTable {
 public:
  FileTable(const text::Pack& pack, text::Composer& composer) noexcept
      : pack_(pack), composer_(composer) {}

  void clear();
  // `planted` is a rule whose words are the last cell of one of the rows; none for most files.
  void write(const text::Situation& situation, text::TopicId topic, std::uint32_t rows,
             text::Target planted, rng::Key key);

  // Valid until the next call.
  [[nodiscard]] media::Table table() const noexcept { return {.header = header_, .cells = cells_}; }
  [[nodiscard]] std::span<const media::Planted> planted() const noexcept { return planted_; }

 private:
  struct Slice {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  void split(std::size_t begin, std::vector<Slice>& cells) const;
  void plant(const text::Situation& situation, text::Target rule, rng::Key key);
  [[nodiscard]] std::string_view view(Slice slice) const noexcept {
    return text_.view().substr(slice.begin, slice.end - slice.begin);
  }
  media::Cell cell(Slice slice);

  const text::Pack& pack_;
  text::Composer& composer_;
  Buffer text_;
  Buffer digits_;  // Of numbers, without the commas between thousands.
  std::vector<Slice> columns_;
  std::vector<Slice> slices_;
  std::vector<std::string_view> header_;
  std::vector<media::Cell> cells_;
  std::vector<media::Planted> planted_;
};

}  // namespace haymaker::corpus
