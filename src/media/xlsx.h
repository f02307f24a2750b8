#pragma once

#include "media/workbench.h"

namespace haymaker::media {

// A workbook of SpreadsheetML: the table on its first sheet, and the paragraphs, one a row, on a
// second one, which may be hidden; a picture on the first sheet.
void append_xlsx(const Order& order);

}  // namespace haymaker::media
