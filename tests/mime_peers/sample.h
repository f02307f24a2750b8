#pragma once

// One varied message and what a reader must find in it. Everything is a pure function of a number.

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "base/buffer.h"
#include "mime/envelope.h"
#include "mime/part.h"

namespace haymaker::mime_peers {

// Owns what the views in `envelope` and `body` look at; so it stays where it is made.
class Sample {
 public:
  explicit Sample(std::uint64_t number);
  Sample(const Sample&) = delete;
  Sample& operator=(const Sample&) = delete;

  mime::Envelope envelope;
  mime::Part body;

 private:
  std::uint64_t draw(std::uint64_t below);
  bool one_in(std::uint64_t count) { return draw(count) == 0; }
  template <class List>
  const auto& pick(const List& list) {
    return list[draw(std::size(list))];
  }
  std::string_view keep(std::string text);

  void choose_people();
  void choose_subject();
  void choose_thread();
  void choose_traffic();
  std::string text(bool foreign);
  mime::Part text_part();
  mime::Part file_part(bool shown);
  mime::Part with_html(const mime::Part& plain);
  mime::Part with_image(const mime::Part& texts);
  mime::Part with_files(const mime::Part& main);
  std::span<const mime::Part> keep_parts(std::vector<mime::Part> parts);

  std::uint64_t number_;
  std::uint64_t draws_ = 0;
  std::deque<std::string> texts_;
  std::deque<std::vector<mime::Part>> parts_;
  std::vector<mime::Mailbox> to_;
  std::vector<mime::Mailbox> cc_;
  std::vector<std::string_view> references_;
  std::vector<std::uint8_t> thread_index_;
};

}  // namespace haymaker::mime_peers
