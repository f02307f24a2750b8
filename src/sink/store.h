#pragma once

// The place that receives a corpus: a directory, an object store, or nowhere. Names are relative to
// it and have at most one folder: "status.txt", "index/part-00000.json".

#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "sink/byte_sink.h"
#include "sink/part_writer.h"

namespace haymaker::sink {

// Keeps other runs off a range of messages for as long as it lives.
class Claim {
 public:
  Claim() = default;
  Claim(const Claim&) = delete;
  Claim& operator=(const Claim&) = delete;
  virtual ~Claim() = default;
};

// An interface, because the engine runs alike into a directory and into an object store. Safe for
// several threads at once. It outlives the sinks, writers and claims that it hands out.
class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual ~Store() = default;

  // What a person calls it: the path, the URL or "null:".
  [[nodiscard]] virtual std::string where() const = 0;
  // True where nothing that is written can be read again.
  [[nodiscard]] virtual bool discards() const = 0;

  // An object that appears under `name`, in place of an older one, when its sink is finished.
  virtual std::expected<std::unique_ptr<ByteSink>, Error> create(std::string_view name) = 0;
  // A part whose messages are objects of their own: mail/<2 hex>/<uid>.eml.
  virtual std::expected<std::unique_ptr<PartWriter>, Error> create_objects() = 0;

  // The whole object; not_found if there is none.
  virtual std::expected<std::string, Error> get(std::string_view name) = 0;
  // Its size in bytes; not_found if there is none.
  virtual std::expected<std::uint64_t, Error> size(std::string_view name) = 0;
  // The names in a folder ("" is the store itself), in byte order, without the folder; none if
  // there is no such folder. What is not yet whole is not in it.
  virtual std::expected<std::vector<std::string>, Error> list(std::string_view folder) = 0;

  // Claims the messages [first, first + count) for this run; `exists` if another living run has
  // claimed any of them. `name` is an object that is there already and that all runs agree on.
  virtual std::expected<std::unique_ptr<Claim>, Error> claim(std::string_view name,
                                                             std::uint64_t first,
                                                             std::uint64_t count) = 0;
};

// Writes a small object, whole or not at all.
std::expected<void, Error> put(Store& store, std::string_view name, std::string_view bytes);

// Opens the store that `where` names: "null:", or the path of a directory, which is made if it does
// not exist. With `Durability::synced` a finished object survives a loss of power.
enum class Durability : std::uint8_t { cached, synced };
std::expected<std::unique_ptr<Store>, Error> open_store(std::string_view where,
                                                        Durability durability);

}  // namespace haymaker::sink
