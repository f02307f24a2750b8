#include "sink/message_path.h"

#include <cstring>

namespace haymaker::sink {

MessagePath::MessagePath(std::uint64_t uid) noexcept {
  constexpr std::string_view kDigits = "0123456789abcdef";
  char* const digits = text_.data() + kFolderDigits + 1;
  for (int i = 0; i < kUidDigits; ++i) {
    digits[i] = kDigits[(uid >> (4 * (kUidDigits - 1 - i))) & 0xF];
  }
  std::memcpy(text_.data(), digits, kFolderDigits);
  text_[kFolderDigits] = '/';
  std::memcpy(digits + kUidDigits, ".eml", 5);
}

}  // namespace haymaker::sink
