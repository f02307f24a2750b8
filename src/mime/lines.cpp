#include "mime/lines.h"

#include <algorithm>

#include "mime/octets.h"

namespace haymaker::mime {

namespace {

std::size_t find_line_feed(Octets block) noexcept { return first_match(block == '\n'); }

}  // namespace

TextFacts survey(std::string_view text) noexcept {
  TextFacts facts;
  Octets seen{};
  std::size_t line_begin = 0;
  std::size_t i = 0;
  for (; i + kOctets <= text.size(); i += kOctets) {
    const Octets block = load_octets(text.data() + i);
    seen |= block;
    each_match(block == '\n', [&](std::size_t found) {
      facts.longest_line = std::max(facts.longest_line, i + found - line_begin);
      line_begin = i + found + 1;
    });
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
  std::memcpy(halves, &seen, kOctets);
  facts.ascii = ((halves[0] | halves[1]) & 0x8080808080808080U) == 0 && tail < 0x80;
  return facts;
}

void append_crlf(std::string_view text, Buffer& out) {
  if (text.empty()) return;
  // A block is stored whole, so the room is one block larger than what can be kept.
  char* const begin = out.grow(crlf_bound(text.size()));
  char* at = begin;
  std::size_t i = 0;
  while (i + kOctets <= text.size()) {
    const Octets block = load_octets(text.data() + i);
    std::memcpy(at, &block, kOctets);
    const std::size_t found = find_line_feed(block);
    at += found;
    i += found;
    if (found == kOctets) continue;
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
