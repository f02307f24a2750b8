#pragma once

// A compiled pack as one run of bytes, which is made when haymaker is built, lies in the program,
// and is used where it lies:
//
//   | magic "HAYPACK1" | byte order |                                           8 bytes each
//   | characters | ops | branches | choices | columns | pieces | lexicons | variants | late | slots
//   | | contents |
//
// Each array is its length, as 8 bytes, and its elements, padded to 8 bytes; the contents are
// numbers of 8 bytes and strings of the same shape as arrays. Nothing refers to an address. Numbers
// have the byte order of the machine, which is checked, and images are never kept: who builds
// another version of the program builds its images, too.

#include <cstdint>
#include <expected>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "text/contents.h"
#include "text/program.h"

namespace haymaker::text {

// Bytes that begin at a multiple of eight.
class Image {
 public:
  explicit Image(std::vector<std::uint64_t> words) noexcept : words_(std::move(words)) {}
  // Moved, never copied: programs point into it.
  Image(Image&&) noexcept = default;
  Image& operator=(Image&&) noexcept = default;
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;
  ~Image() = default;

  [[nodiscard]] std::string_view bytes() const noexcept {
    return {reinterpret_cast<const char*>(words_.data()), words_.size() * sizeof(std::uint64_t)};
  }

 private:
  std::vector<std::uint64_t> words_;
};

Image make_image(Program program, Contents contents);

struct OpenedImage {
  Program program;  // Points into the image.
  Contents contents;
};

// `bytes` begin at a multiple of eight and outlive the program. bad_input where they are not an
// image of this version; what an image of this version holds is trusted.
std::expected<OpenedImage, Error> open_image(std::string_view bytes);

}  // namespace haymaker::text
