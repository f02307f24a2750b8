#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

namespace haymaker {

// A growing run of bytes that is written to far more often than it grows. Memory beyond size() is
// not initialised, and clear() keeps the capacity, so a buffer that is used again allocates
// nothing.
class Buffer {
 public:
  Buffer() = default;
  explicit Buffer(std::size_t capacity) { reserve(capacity); }
  // The buffer that was moved from is empty and can be used again.
  Buffer(Buffer&& other) noexcept
      : bytes_(std::move(other.bytes_)),
        size_(std::exchange(other.size_, 0)),
        capacity_(std::exchange(other.capacity_, 0)) {}
  Buffer& operator=(Buffer&& other) noexcept {
    Buffer taken(std::move(other));
    std::swap(bytes_, taken.bytes_);
    std::swap(size_, taken.size_);
    std::swap(capacity_, taken.capacity_);
    return *this;
  }
  ~Buffer() = default;

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] const char* data() const noexcept { return bytes_.get(); }
  [[nodiscard]] char* data() noexcept { return bytes_.get(); }
  // Valid until the next call that changes the buffer.
  [[nodiscard]] std::string_view view() const noexcept { return {bytes_.get(), size_}; }
  [[nodiscard]] std::string_view view(std::size_t from) const noexcept {
    return {bytes_.get() + from, size_ - from};
  }
  // The last byte of a buffer that is not empty.
  [[nodiscard]] char back() const noexcept { return bytes_[size_ - 1]; }

  // `text` lies outside this buffer, because growing moves the bytes.
  void append(std::string_view text) {
    text.copy(grow(text.size()), text.size());
    size_ += text.size();
  }
  void append(char c) {
    *grow(1) = c;
    ++size_;
  }
  void append(std::size_t count, char c) {
    std::fill_n(grow(count), count, c);
    size_ += count;
  }

  // Room for `count` more bytes; write into it, then commit() what was written.
  [[nodiscard]] char* grow(std::size_t count) {
    if (capacity_ - size_ < count) [[unlikely]] {
      reserve(size_ + count);
    }
    return bytes_.get() + size_;
  }
  void commit(std::size_t count) noexcept { size_ += count; }

  void clear() noexcept { size_ = 0; }
  // Drops what is beyond `size`, which is at most size().
  void truncate(std::size_t size) noexcept { size_ = size; }
  // Makes capacity at least `capacity`, and at least doubles it. Throws std::bad_alloc.
  void reserve(std::size_t capacity);

 private:
  std::unique_ptr<char[]> bytes_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace haymaker
