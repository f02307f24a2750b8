#include "media/place.h"

#include "media/put.h"

namespace haymaker::media {

void append_column_name(std::uint32_t column, Buffer& out) {
  if (column > 26) append_column_name((column - 1) / 26, out);
  out.append(static_cast<char>('A' + (column - 1) % 26));
}

void append_locator(const Place& place, Buffer& out) {
  switch (place.unit) {
    case PlaceUnit::nowhere: put(out, "nowhere"); return;
    case PlaceUnit::paragraph: put(out, "paragraph ", place.number); return;
    case PlaceUnit::table_cell:
      if (place.number != 0) put(out, "slide ", place.number, " ");
      put(out, "table row ", place.row, " column ", place.column);
      return;
    case PlaceUnit::page: put(out, "page ", place.number); return;
    case PlaceUnit::page_picture:
      put(out, "page ", place.number, " picture line ", place.row);
      return;
    case PlaceUnit::sheet_cell:
      put(out, "sheet ", place.number, " cell ");
      append_column_name(place.column, out);
      put(out, place.row);
      return;
    case PlaceUnit::field: put(out, "record ", place.row, " field ", place.column); return;
    case PlaceUnit::property: put(out, "property ", place.name); return;
    case PlaceUnit::line: put(out, "line ", place.number); return;
    case PlaceUnit::slide:
      put(out, "slide ", place.number);
      if (place.row != 0) put(out, " paragraph ", place.row);
      return;
  }
}

}  // namespace haymaker::media
