#include "media/pdf_objects.h"

#include "media/put.h"

namespace haymaker::media {

namespace {
// Four bytes above 127 tell programs that move files that this one is not text.
constexpr std::string_view kHeader = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
}  // namespace

PdfObjects::PdfObjects(std::vector<std::uint64_t>& offsets, Buffer& packed, Deflater& deflater,
                       Buffer& out)
    : offsets_(offsets), packed_(packed), deflater_(deflater), out_(out), start_(out.size()) {
  offsets_.clear();
  out_.append(kHeader);
}

std::uint32_t PdfObjects::reserve() {
  offsets_.push_back(0);
  return static_cast<std::uint32_t>(offsets_.size());
}

void PdfObjects::begin(std::uint32_t object) {
  offsets_[object - 1] = bytes();
  put(out_, object, " 0 obj\n");
}

void PdfObjects::end() { put(out_, "\nendobj\n"); }

void PdfObjects::add_stream(std::uint32_t object, std::string_view bytes) {
  packed_.clear();
  deflater_.append_zlib(bytes, packed_);
  add_raw_stream(object, "/Filter /FlateDecode", packed_.view());
}

void PdfObjects::add_raw_stream(std::uint32_t object, std::string_view dictionary,
                                std::string_view bytes) {
  begin(object);
  put(out_, "<< ", dictionary, " /Length ", bytes.size(), " >>\nstream\n", bytes, "\nendstream");
  end();
}

void PdfObjects::finish(std::uint32_t catalog, std::uint32_t info, rng::Key id) {
  const std::size_t table = bytes();
  // Each entry is exactly 20 bytes (section 7.5.4).
  put(out_, "xref\n0 ", offsets_.size() + 1, "\n0000000000 65535 f \n");
  for (const std::uint64_t offset : offsets_) {
    append_padded(offset, 10, out_);
    put(out_, " 00000 n \n");
  }
  put(out_, "trailer\n<< /Size ", offsets_.size() + 1, " /Root ", catalog, " 0 R /Info ", info,
      " 0 R /ID [");
  for (int i = 0; i < 2; ++i) {
    put(out_, "<");
    append_hex_upper(id.high, 16, out_);
    append_hex_upper(id.low, 16, out_);
    put(out_, ">");
  }
  put(out_, "] >>\nstartxref\n", table, "\n%%EOF\n");
}

}  // namespace haymaker::media
