#include "mime/lines.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace haymaker::mime {

namespace {

static_assert(std::endian::native == std::endian::little, "positions are counted from low bits");

constexpr std::size_t kBlock = 16;
using Octets [[gnu::vector_size(kBlock)]] = std::uint8_t;

Octets load(const char* at) noexcept {
  Octets block;
  std::memcpy(&block, at, kBlock);
  return block;
}

// Where the first LF stands in the block; kBlock if there is none.
std::size_t find_line_feed(Octets block) noexcept {
  const auto equal = block == '\n';
  std::uint64_t halves[2];
  std::memcpy(halves, &equal, kBlock);
  if ((halves[0] | halves[1]) == 0) return kBlock;
  return halves[0] != 0 ? static_cast<std::size_t>(std::countr_zero(halves[0])) / 8
                        : 8 + static_cast<std::size_t>(std::countr_zero(halves[1])) / 8;
}

}  // namespace

TextFacts survey(std::string_view text) noexcept {
  TextFacts facts;
  Octets seen{};
  std::size_t line_begin = 0;
  std::size_t i = 0;
  while (i + kBlock <= text.size()) {
    const Octets block = load(text.data() + i);
    seen |= block;
    const std::size_t found = find_line_feed(block);
    if (found == kBlock) {
      i += kBlock;
      continue;
    }
    facts.longest_line = std::max(facts.longest_line, i + found - line_begin);
    i += found + 1;
    line_begin = i;
  }
  std::uint8_t tail = 0;
  for (; i < text.size(); ++i) {
    tail |= static_cast<std::uint8_t>(text[i]);
    if (text[i] != '\n') continue;
    facts.longest_line = std::max(facts.longest_line, i - line_begin);
    line_begin = i + 1;
  }
  facts.longest_line = std::max(facts.longest_line, text.size() - line_begin);
  std::uint64_t halves[2];
  std::memcpy(halves, &seen, kBlock);
  facts.ascii = ((halves[0] | halves[1]) & 0x8080808080808080U) == 0 && tail < 0x80;
  return facts;
}

void append_crlf(std::string_view text, Buffer& out) {
  if (text.empty()) return;
  // A block is stored whole, so the room is one block larger than what can be kept.
  char* const begin = out.grow(crlf_bound(text.size()));
  char* at = begin;
  std::size_t i = 0;
  while (i + kBlock <= text.size()) {
    const Octets block = load(text.data() + i);
    std::memcpy(at, &block, kBlock);
    const std::size_t found = find_line_feed(block);
    at += found;
    i += found;
    if (found == kBlock) continue;
    *at++ = '\r';
    *at++ = '\n';
    ++i;
  }
  for (; i < text.size(); ++i) {
    if (text[i] == '\n') *at++ = '\r';
    *at++ = text[i];
  }
  if (text.back() != '\n') {
    *at++ = '\r';
    *at++ = '\n';
  }
  out.commit(static_cast<std::size_t>(at - begin));
}

}  // namespace haymaker::mime
