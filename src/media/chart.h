#pragma once

#include "media/workbench.h"

namespace haymaker::media {

// A PNG with the title and the first column of numbers of the table as bars, at most 24.
void append_chart(const Order& order);

}  // namespace haymaker::media
