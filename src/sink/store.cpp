#include "sink/store.h"

#include "sink/directory_store.h"
#include "sink/null_store.h"

namespace haymaker::sink {

std::expected<void, Error> put(Store& store, std::string_view name, std::string_view bytes) {
  auto object = store.create(name);
  if (!object) return std::unexpected(std::move(object.error()));
  if (auto done = (*object)->append(bytes); !done) return done;
  if (auto size = (*object)->finish(); !size) return std::unexpected(std::move(size.error()));
  return {};
}

std::expected<std::unique_ptr<Store>, Error> open_store(std::string_view where,
                                                        Durability durability) {
  if (where == "null:") return std::make_unique<NullStore>();
  return DirectoryStore::open(where, durability);
}

}  // namespace haymaker::sink
