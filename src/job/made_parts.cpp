#include "job/made_parts.h"

#include <algorithm>
#include <optional>

#include "sink/package.h"

namespace haymaker::job {
namespace {

std::unexpected<Error> in_the_way(const sink::Store& store, const Receipt& receipt,
                                  std::string_view why) {
  return std::unexpected(Error{ErrorCode::exists, std::string(why).append("; choose another place"),
                               store.where() + "/" + receipt_file(receipt.part.name)});
}

std::string span_of(Range range) {
  return std::to_string(range.first) + " to " + std::to_string(range.end() - 1);
}

// The size of an object, or nothing where there is none.
std::expected<std::optional<std::uint64_t>, Error> find_size(sink::Store& store,
                                                             const std::string& name) {
  auto size = store.size(name);
  if (size) return *size;
  if (size.error().code == ErrorCode::not_found) return std::nullopt;
  return std::unexpected(std::move(size.error()));
}

// That what the receipt stands for is still there. Sizes only: what the bytes are is for verify,
// and so are messages that are files of their own.
std::expected<bool, Error> is_whole(sink::Store& store, const Recipe& recipe,
                                    const Receipt& receipt) {
  auto index = find_size(store, index_file(receipt.part.name));
  if (!index) return std::unexpected(std::move(index.error()));
  auto mail = find_size(store, receipt.file);
  if (!mail) return std::unexpected(std::move(mail.error()));
  if (!*index || !*mail) return false;
  return recipe.packaging.package == sink::Package::objects || **mail == receipt.file_bytes;
}

// The receipts among `names` that parse.
std::expected<std::vector<Receipt>, Error> readable_receipts(
    sink::Store& store, const std::vector<std::string>& names) {
  std::vector<Receipt> receipts;
  for (const std::string& name : names) {
    if (!is_receipt_name(name)) continue;
    auto text = store.get("index/" + name);
    if (!text) return std::unexpected(std::move(text.error()));
    if (auto receipt = parse_receipt(*text)) receipts.push_back(std::move(*receipt));
  }
  return receipts;
}

}  // namespace

std::expected<std::map<std::string, Receipt>, Error> find_made_parts(
    sink::Store& store, const Recipe& recipe, const std::vector<Part>& parts) {
  std::map<std::string, Receipt> made;
  if (store.discards() || parts.empty()) return made;
  const Range run{parts.front().range.first, parts.back().range.end() - parts.front().range.first};
  auto names = store.list("index");
  if (!names) return std::unexpected(std::move(names.error()));
  auto receipts = readable_receipts(store, *names);
  if (!receipts) return std::unexpected(std::move(receipts.error()));
  for (Receipt& receipt : *receipts) {
    if (!receipt.part.range.overlaps(run)) continue;
    if (receipt.spec_digest != recipe.spec_digest) {
      return in_the_way(store, receipt, "is a part of another spec");
    }
    const auto part = std::ranges::lower_bound(parts, receipt.part.range.first, {},
                                               [](const Part& p) { return p.range.first; });
    if (part == parts.end() || *part != receipt.part) {
      return in_the_way(store, receipt,
                        "holds messages " + span_of(receipt.part.range) + ", which a run over " +
                            span_of(run) + " cuts otherwise");
    }
    auto whole = is_whole(store, recipe, receipt);
    if (!whole) return std::unexpected(std::move(whole.error()));
    if (*whole) made.emplace(receipt.part.name, std::move(receipt));
  }
  return made;
}

}  // namespace haymaker::job
