#pragma once

// Which files a message has, once it has any.

#include <cstddef>
#include <string_view>

#include "media/file_kind.h"
#include "rng/stream.h"
#include "threads/block_plan.h"

namespace haymaker::corpus {

// 1 .. 8: most have one.
std::size_t draw_file_count(rng::Stream& stream) noexcept;

media::FileKind draw_kind(threads::Traffic traffic, rng::Stream& stream) noexcept;
// Of a file in an archive.
media::FileKind draw_inner_kind(rng::Stream& stream) noexcept;
// Of a file with planted words, which can be read as text or only be seen. Each kind is as frequent
// among the files that can hold the words as it is in all mail.
media::FileKind draw_planted_kind(bool seen, rng::Stream& stream) noexcept;

// By its ending, which is one of those of media.
media::FileKind kind_of_name(std::string_view name) noexcept;

// Whether a file of that kind can have words planted in it, as text or to be seen.
bool can_hold(media::FileKind kind, bool seen) noexcept;

}  // namespace haymaker::corpus
