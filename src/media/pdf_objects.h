#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "media/deflate.h"
#include "rng/key.h"

namespace haymaker::media {

// The objects of a PDF file (ISO 32000-1 section 7.5), from where the buffer stands:
//
//   header | 7 0 obj ... endobj | 4 0 obj ... endobj | ... | xref | trailer
//
// Objects are numbered when they are reserved and written in any order; each reserved one is
// written.
class PdfObjects {
 public:
  // `offsets` and `packed` are scratch.
  PdfObjects(std::vector<std::uint64_t>& offsets, Buffer& packed, Deflater& deflater, Buffer& out);

  std::uint32_t reserve();
  // Between begin() and end() stands the object.
  void begin(std::uint32_t object);
  void end();
  // A stream that is compressed by zlib.
  void add_stream(std::uint32_t object, std::string_view bytes);
  // A stream whose dictionary, but for its length, is `dictionary`.
  void add_raw_stream(std::uint32_t object, std::string_view dictionary, std::string_view bytes);
  // The cross-reference table and the trailer.
  void finish(std::uint32_t catalog, std::uint32_t info, rng::Key id);

  [[nodiscard]] std::size_t count() const noexcept { return offsets_.size(); }
  [[nodiscard]] std::size_t bytes() const noexcept { return out_.size() - start_; }

 private:
  std::vector<std::uint64_t>& offsets_;
  Buffer& packed_;
  Deflater& deflater_;
  Buffer& out_;
  std::size_t start_;
};

}  // namespace haymaker::media
