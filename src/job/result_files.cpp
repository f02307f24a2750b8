#include "job/result_files.h"

#include "job/corpus_tar.h"
#include "job/file_source.h"
#include "sink/store.h"

namespace haymaker::job {
namespace {

std::expected<JobRecord, Error> find_complete(Service& service, std::string_view id) {
  auto record = service.find(id);
  if (!record || record->status.state == State::completed) return record;
  return std::unexpected(Error{ErrorCode::exists,
                               "is " + std::string(name(record->status.state)) +
                                   "; its files are there once it is COMPLETED",
                               record->id});
}

}  // namespace

std::expected<std::string, Error> read_manifest_of(Service& service, std::string_view id) {
  const auto record = find_complete(service, id);
  if (!record) return std::unexpected(record.error());
  auto store =
      sink::open_store(service.places().corpus(record->id).string(), sink::Durability::cached);
  if (!store) return std::unexpected(std::move(store.error()));
  return (*store)->get(kManifestFile);
}

std::expected<ResultFile, Error> open_download(Service& service, std::string_view id) {
  const auto record = find_complete(service, id);
  if (!record) return std::unexpected(record.error());
  const std::string folder = "haymaker-" + record->digest.substr(0, 12);
  auto archive = std::make_unique<CorpusTar>(service.places().corpus(record->id), folder,
                                             record->status.updated);
  const auto size = archive->size();
  return ResultFile{folder + ".tar", std::move(archive), size};
}

std::expected<ResultFile, Error> open_truth(Service& service, std::string_view id,
                                            std::string_view name) {
  const auto record = find_complete(service, id);
  if (!record) return std::unexpected(record.error());
  auto file = FileSource::open(service.places().truth(record->id) / name);
  if (!file) return std::unexpected(std::move(file.error()));
  const std::uint64_t size = (*file)->size();
  return ResultFile{std::string(name), std::move(*file), size};
}

}  // namespace haymaker::job
