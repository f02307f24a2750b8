#pragma once

// The name of a message in every package: "3f/3fa209c177e01b5d.eml". The first two digits spread
// the messages over 256 folders.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace haymaker::sink {

inline constexpr int kUidDigits = 16;
inline constexpr int kFolders = 256;

class MessagePath {
 public:
  explicit MessagePath(std::uint64_t uid) noexcept;

  // The folder of a uid, 0 .. kFolders - 1.
  [[nodiscard]] static std::size_t folder(std::uint64_t uid) noexcept { return uid >> 56; }

  [[nodiscard]] std::string_view view() const noexcept { return {text_.data(), kSize}; }
  // "3fa209c177e01b5d.eml", as a C string.
  [[nodiscard]] const char* base_name() const noexcept { return text_.data() + kFolderDigits + 1; }
  [[nodiscard]] std::string_view uid() const noexcept { return {base_name(), kUidDigits}; }

 private:
  static constexpr std::size_t kFolderDigits = 2;
  static constexpr std::size_t kSize = kFolderDigits + 1 + kUidDigits + 4;

  std::array<char, kSize + 1> text_;
};

}  // namespace haymaker::sink
