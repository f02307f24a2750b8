#include "audit/archive_reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>
#include <cstdio>

namespace haymaker::audit {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 18;

ErrorCode code_of(int number) {
  switch (number) {
    case ENOENT: return ErrorCode::not_found;
    case EACCES:
    case EPERM: return ErrorCode::denied;
    case EIO:
    case EISDIR: return ErrorCode::io;
    default: return ErrorCode::corrupt;
  }
}

}  // namespace

void ArchiveReader::Free::operator()(archive* handle) const noexcept { archive_read_free(handle); }

ArchiveReader::ArchiveReader(std::string where)
    : handle_(archive_read_new()), where_(std::move(where)) {
  if (!handle_) throw std::bad_alloc();
}

std::unexpected<Error> ArchiveReader::failure() const {
  const char* const text = archive_error_string(handle_.get());
  return std::unexpected(Error{code_of(archive_errno(handle_.get())),
                               std::string("does not read: ") + (text != nullptr ? text : "?"),
                               where_});
}

std::expected<ArchiveReader, Error> ArchiveReader::open(const std::filesystem::path& path,
                                                        Form form) {
  ArchiveReader reader(path.string());
  archive* const handle = reader.handle_.get();
  archive_read_support_filter_gzip(handle);
  archive_read_support_filter_zstd(handle);
  if (form == Form::entries) {
    archive_read_support_format_tar(handle);
    archive_read_support_format_zip(handle);
  } else {
    archive_read_support_format_raw(handle);
    archive_read_support_format_empty(handle);
  }
  if (archive_read_open_filename(handle, path.c_str(), kBlockBytes) != ARCHIVE_OK) {
    return reader.failure();
  }
  return reader;
}

std::expected<bool, Error> ArchiveReader::next(std::string& name) {
  for (;;) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(handle_.get(), &entry);
    if (status == ARCHIVE_EOF) return false;
    if (status != ARCHIVE_OK) return failure();
    if (archive_entry_filetype(entry) != AE_IFREG) continue;
    const char* const path = archive_entry_pathname(entry);
    name.assign(path != nullptr ? path : "");
    return true;
  }
}

std::expected<std::string_view, Error> ArchiveReader::read_block() {
  const void* block = nullptr;
  std::size_t size = 0;
  la_int64_t offset = 0;
  int status = ARCHIVE_OK;
  // A block is empty where what was read of a deflated entry does not yet yield a byte.
  do {
    status = archive_read_data_block(handle_.get(), &block, &size, &offset);
  } while (status == ARCHIVE_OK && size == 0);
  if (status == ARCHIVE_EOF) return std::string_view();
  if (status != ARCHIVE_OK) return failure();
  return std::string_view(static_cast<const char*>(block), size);
}

std::expected<void, Error> ArchiveReader::read_rest(Buffer& out) {
  for (;;) {
    auto block = read_block();
    if (!block) return std::unexpected(std::move(block.error()));
    if (block->empty()) return {};
    out.append(*block);
  }
}

}  // namespace haymaker::audit
