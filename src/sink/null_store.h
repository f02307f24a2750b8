#pragma once

// "null:": counts what it is given and keeps nothing, to measure everything that comes before it.

#include "sink/store.h"

namespace haymaker::sink {

class NullStore final : public Store {
 public:
  [[nodiscard]] std::string where() const override { return "null:"; }
  [[nodiscard]] bool discards() const override { return true; }
  std::expected<std::unique_ptr<ByteSink>, Error> create(std::string_view name) override;
  std::expected<std::unique_ptr<PartWriter>, Error> create_objects() override;
  std::expected<std::string, Error> get(std::string_view name) override;
  std::expected<std::uint64_t, Error> size(std::string_view name) override;
  std::expected<std::vector<std::string>, Error> list(std::string_view folder) override;
  std::expected<std::unique_ptr<Claim>, Error> claim(std::string_view name, std::uint64_t first,
                                                     std::uint64_t count) override;
};

}  // namespace haymaker::sink
