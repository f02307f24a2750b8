#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/buffer.h"

namespace haymaker::mime {

// How a parameter value that is not plain ASCII is written.
enum class ParameterForm : std::uint8_t {
  rfc2231,       // name*=utf-8''%C3%A9, in name*0*, name*1* where it is long.
  encoded_word,  // name="=?utf-8?B?...?=": not what RFC 2047 allows, and what many clients write.
};

// ";\r\n\tname=\"value\"": each parameter on a line of its own. `value` is UTF-8. An ASCII value is
// quoted; one too long for a line is continued as name*0, name*1 (RFC 2231 section 3).
void append_parameter(std::string_view name, std::string_view value, ParameterForm form,
                      Buffer& out);

}  // namespace haymaker::mime
