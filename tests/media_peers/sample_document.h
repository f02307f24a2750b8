#pragma once

// A varied document, a pure function of a number, and the places of planted words in it.

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "media/document.h"
#include "media/file_kind.h"

namespace haymaker::media_peers {

// Owns what the views in `document` look at; so it stays where it is made.
class SampleDocument {
 public:
  SampleDocument(std::uint64_t number, media::FileKind kind);
  SampleDocument(const SampleDocument&) = delete;
  SampleDocument& operator=(const SampleDocument&) = delete;

  media::Document document;

 private:
  std::uint64_t draw(std::uint64_t below);
  bool one_in(std::uint64_t count) { return draw(count) == 0; }
  template <class List>
  const auto& pick(const List& list) {
    return list[draw(std::size(list))];
  }
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }
  std::string sentence();
  void write_paragraphs();
  void write_table();
  void write_event();
  void write_person();
  void plant();

  std::uint64_t number_;
  std::uint64_t draws_ = 0;
  std::deque<std::string> texts_;
  std::vector<std::string_view> paragraphs_;
  std::vector<std::string_view> header_;
  std::vector<media::Cell> cells_;
  std::vector<media::Contact> attendees_;
  std::vector<media::InnerFile> files_;
  std::vector<media::Planted> planted_;
};

}  // namespace haymaker::media_peers
