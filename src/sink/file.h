#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

namespace haymaker::sink {

// A file descriptor that is closed with its owner.
class File {
 public:
  File() = default;
  explicit File(int descriptor) noexcept : descriptor_(descriptor) {}
  File(File&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  File& operator=(File&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  ~File();

  [[nodiscard]] explicit operator bool() const noexcept { return descriptor_ >= 0; }
  [[nodiscard]] int descriptor() const noexcept { return descriptor_; }

  // Both return 0 or an errno value. A disk may report that it is full as late as close().
  [[nodiscard]] int write_all(std::string_view bytes) noexcept;
  [[nodiscard]] int close() noexcept;

 private:
  int descriptor_ = -1;
};

}  // namespace haymaker::sink
