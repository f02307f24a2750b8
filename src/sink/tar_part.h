#pragma once

// A part as a tar archive (POSIX.1-1988 ustar, which every tar reads), written here because a
// header of fixed shape costs a tenth of what a general archive library spends on an entry.
//
//   +------------------+---------------------+------------------+-- ... --+---------------+
//   | header, 512      | the message         | zeros to 512     |         | zeros, 1,024  |
//   +------------------+---------------------+------------------+-- ... --+---------------+

#include <array>

#include "sink/buffered_sink.h"
#include "sink/part_writer.h"

namespace haymaker::sink {

class TarPart final : public PartWriter {
 public:
  TarPart(std::unique_ptr<ByteSink> sink, Writing writing);

  // The entry's time is the message's date, held within 1970 .. 2242 as ustar can say it.
  std::expected<void, Error> append(const Message& message) override;
  std::expected<std::uint64_t, Error> finish() override;

 private:
  static constexpr std::size_t kBlock = 512;
  using Header = std::array<char, kBlock>;

  static Header constant_fields();

  BufferedSink out_;
  Header header_ = constant_fields();
  unsigned constant_sum_ = 0;  // The checksum of header_ with all variable fields zero.
};

}  // namespace haymaker::sink
