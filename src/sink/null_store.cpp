#include "sink/null_store.h"

namespace haymaker::sink {
namespace {

class NullSink final : public ByteSink {
 public:
  std::expected<void, Error> append(std::string_view bytes) override {
    bytes_ += bytes.size();
    return {};
  }
  std::expected<std::uint64_t, Error> finish() override { return bytes_; }

 private:
  std::uint64_t bytes_ = 0;
};

class NullPart final : public PartWriter {
 public:
  std::expected<void, Error> append(const Message& message) override {
    bytes_ += message.bytes.size();
    return {};
  }
  std::expected<std::uint64_t, Error> finish() override { return bytes_; }

 private:
  std::uint64_t bytes_ = 0;
};

std::unexpected<Error> nothing_kept(std::string_view name) {
  return std::unexpected(
      Error{ErrorCode::not_found, "null: keeps nothing that could be read", std::string(name)});
}

}  // namespace

std::expected<std::unique_ptr<ByteSink>, Error> NullStore::create(std::string_view) {
  return std::make_unique<NullSink>();
}

std::expected<std::unique_ptr<PartWriter>, Error> NullStore::create_objects() {
  return std::make_unique<NullPart>();
}

std::expected<std::string, Error> NullStore::get(std::string_view name) {
  return nothing_kept(name);
}

std::expected<std::uint64_t, Error> NullStore::size(std::string_view name) {
  return nothing_kept(name);
}

std::expected<std::vector<std::string>, Error> NullStore::list(std::string_view) {
  return std::vector<std::string>();
}

std::expected<std::unique_ptr<Claim>, Error> NullStore::claim(std::string_view, std::uint64_t,
                                                              std::uint64_t) {
  return std::make_unique<Claim>();
}

}  // namespace haymaker::sink
