#include "media/workbench.h"

#include "base/utf8.h"

namespace haymaker::media {

std::string_view field_text(const Document& document, Field field, std::size_t index) noexcept {
  switch (field) {
    case Field::title: return document.title;
    case Field::paragraph:
      return index < document.paragraphs.size() ? document.paragraphs[index] : std::string_view{};
    case Field::cell:
      return index < document.table.cells.size() ? document.table.cells[index].text
                                                 : std::string_view{};
  }
  return {};
}

namespace {

template <class Write>
void for_each_planted(const Order& order, Field field, std::size_t index, Write&& write) {
  const auto planted = order.document.planted;
  for (std::size_t i = 0; i < planted.size(); ++i) {
    if (planted[i].field != field) continue;
    if (field != Field::title && planted[i].index != index) continue;
    write(planted[i], order.bench.places[i]);
  }
}

}  // namespace

void locate(const Order& order, Field field, std::size_t index, const Place& where,
            Offsets before) {
  const std::string_view text = field_text(order.document, field, index);
  for_each_planted(order, field, index, [&](const Planted& planted, Place& place) {
    place = where;
    place.text = text.substr(planted.begin, planted.end - planted.begin);
    place.bytes = {before.bytes + planted.begin, before.bytes + planted.end};
    const std::size_t begin = before.code_points + count_code_points(text.substr(0, planted.begin));
    place.code_points = {begin, begin + count_code_points(place.text)};
  });
}

void locate_within(const Order& order, Field field, std::size_t index, std::size_t begin,
                   std::size_t end, const Place& where) {
  const std::string_view text = field_text(order.document, field, index);
  for_each_planted(order, field, index, [&](const Planted& planted, Place& place) {
    if (planted.begin < begin || planted.begin >= end) return;
    place = where;
    place.text = text.substr(planted.begin, planted.end - planted.begin);
  });
}

std::size_t missing_bytes(const Document& document, std::size_t bytes) noexcept {
  return document.target_bytes >= bytes + kLeastPhotoBytes ? document.target_bytes - bytes : 0;
}

}  // namespace haymaker::media
