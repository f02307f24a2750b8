#include "job/index_writer.h"

#include <algorithm>

#include "base/append.h"
#include "job/receipt.h"
#include "sink/compressed_sink.h"
#include "sink/message_path.h"

namespace haymaker::job {
namespace {

constexpr int kLevel = 1;

bool needs_quotes(char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; }

void append_field(std::string_view text, Buffer& out) {
  if (std::ranges::none_of(text, needs_quotes)) {
    out.append(text);
    return;
  }
  out.append('"');
  for (const char c : text) {
    if (c == '"') out.append('"');
    out.append(c);
  }
  out.append('"');
}

}  // namespace

std::expected<IndexWriter, Error> IndexWriter::create(sink::Store& store, std::string_view part,
                                                      sink::Package package,
                                                      sink::Writing writing) {
  auto file = store.create(index_file(part));
  if (!file) return std::unexpected(std::move(file.error()));
  return IndexWriter(sink::zstd_sink(std::move(*file), kLevel),
                     package == sink::Package::objects ? "mail/" : "", writing);
}

IndexWriter::IndexWriter(std::unique_ptr<sink::ByteSink> sink, std::string_view folder,
                         sink::Writing writing)
    : out_(std::move(sink), writing), folder_(folder) {
  out_.buffer().append("uid,path,message_id,date,bytes,digest\n");
}

std::expected<void, Error> IndexWriter::append(const Rendered& message) {
  const sink::MessagePath path(message.uid);
  Buffer& out = out_.buffer();
  out.append(path.uid());
  out.append(',');
  out.append(folder_);
  out.append(path.view());
  out.append(',');
  append_field(message.message_id, out);
  out.append(',');
  append_iso_time(message.date, out);
  out.append(',');
  append_decimal(std::uint64_t{message.bytes.size()}, out);
  out.append(',');
  append_hex(message.digest.high, 16, out);
  append_hex(message.digest.low, 16, out);
  out.append('\n');
  return out_.flush_if_full();
}

std::expected<void, Error> IndexWriter::finish() {
  if (auto done = out_.finish(); !done) return std::unexpected(std::move(done.error()));
  return {};
}

}  // namespace haymaker::job
