#pragma once

#include <span>
#include <string_view>

#include "base/embedded.h"

namespace haymaker::api {

// The contract, as it was when the library was built: openapi.yaml, spec.schema.json.
std::span<const EmbeddedFile> contract_files() noexcept;

inline std::string_view openapi() noexcept { return contract_files()[0].bytes(); }
inline std::string_view spec_schema() noexcept { return contract_files()[1].bytes(); }

}  // namespace haymaker::api
