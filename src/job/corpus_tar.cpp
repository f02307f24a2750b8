#include "job/corpus_tar.h"

#include <algorithm>

#include "sink/store.h"
#include "sink/tar_header.h"

namespace haymaker::job {
namespace {

namespace fs = std::filesystem;

// The names of a kind in a folder, in byte order; none if there is no such folder.
std::vector<std::string> names_in(const fs::path& folder, fs::file_type kind) {
  std::vector<std::string> names;
  std::error_code failure;
  for (fs::directory_iterator entry(folder, failure); !failure && entry != fs::end(entry);
       entry.increment(failure)) {
    if (entry->symlink_status(failure).type() != kind) continue;
    std::string name = entry->path().filename().string();
    if (!name.ends_with(".partial")) names.push_back(std::move(name));
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace

CorpusTar::CorpusTar(fs::path place, std::string folder, UnixSeconds time)
    : place_(std::move(place)), folder_(std::move(folder)), time_(time) {
  folders_.emplace_back("mail/");
  for (const std::string& name : names_in(place_ / "mail", fs::file_type::directory)) {
    folders_.push_back("mail/" + name + "/");
  }
  folders_.emplace_back("index/");
  folders_.emplace_back("");
}

std::optional<std::uint64_t> CorpusTar::size() const {
  constexpr std::size_t kFewFolders = 3;
  if (folders_.size() > kFewFolders) return std::nullopt;  // Messages are files of their own.
  std::uint64_t total = sink::kTarEnd;
  for (const std::string& folder : folders_) {
    for (const std::string& name : names_in(place_ / folder, fs::file_type::regular)) {
      std::error_code failure;
      const std::uint64_t size = fs::file_size(place_ / folder / name, failure);
      if (failure) return std::nullopt;
      total += sink::kTarBlock + size + sink::tar_padding(size);
    }
  }
  return total;
}

bool CorpusTar::list_next_folder() {
  if (folders_.empty()) return false;
  const std::string folder = std::move(folders_.front());
  folders_.pop_front();
  for (const std::string& name : names_in(place_ / folder, fs::file_type::regular)) {
    files_.push_back(folder + name);
  }
  return true;
}

std::expected<bool, Error> CorpusTar::begin_file(Buffer& out) {
  while (files_.empty()) {
    if (!list_next_folder()) return false;
  }
  const std::string name = std::move(files_.front());
  files_.pop_front();
  auto file = FileSource::open(place_ / name);
  if (!file) return std::unexpected(std::move(file.error()));
  file_ = std::move(*file);
  if (!sink::append_tar_header(folder_ + "/" + name, file_->size(), time_, out)) {
    return std::unexpected(Error{ErrorCode::bad_input, "does not fit into a tar archive", name});
  }
  return true;
}

// Small files are gathered until a piece is full.
std::expected<bool, Error> CorpusTar::read(Buffer& out) {
  while (!ended_ && out.size() < FileSource::kPiece) {
    if (file_ == nullptr) {
      const auto begun = begin_file(out);
      if (!begun) return begun;
      if (!*begun) {
        out.append(sink::kTarEnd, '\0');
        ended_ = true;
        return true;
      }
    }
    const auto more = file_->read(out);
    if (!more) return more;
    if (!*more) {
      out.append(sink::tar_padding(file_->size()), '\0');
      file_.reset();
    }
  }
  return !out.empty();
}

}  // namespace haymaker::job
