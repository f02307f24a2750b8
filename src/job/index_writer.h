#pragma once

// The index of a part, index/<part>.csv.zst: RFC 4180 with a header line and LF line ends, one row
// a message in the part's order.
//
//   uid,path,message_id,date,bytes,digest
//   3fa209c177e01b5d,mail/3f/3fa209c177e01b5d.eml,<a@b.example>,2025-03-05T09:14:07Z,4096,<32 hex>
//
// `path` is the file where each message is one, otherwise the name within the part's archive.

#include <expected>
#include <memory>
#include <string_view>

#include "base/error.h"
#include "job/message_source.h"
#include "sink/buffered_sink.h"
#include "sink/package.h"
#include "sink/store.h"

namespace haymaker::job {

class IndexWriter {
 public:
  static std::expected<IndexWriter, Error> create(sink::Store& store, std::string_view part,
                                                  sink::Package package, sink::Writing writing);

  std::expected<void, Error> append(const Rendered& message);
  // Without it, no index appears.
  std::expected<void, Error> finish();

 private:
  IndexWriter(std::unique_ptr<sink::ByteSink> sink, std::string_view folder, sink::Writing writing);

  sink::BufferedSink out_;
  std::string_view folder_;  // "mail/" or nothing; a literal.
};

}  // namespace haymaker::job
