#include "job/manifest.h"

#include <algorithm>

#include "base/append.h"
#include "job/json_fields.h"

namespace haymaker::job {
namespace {

constexpr int kFirstDigits = 12;

std::unexpected<Error> corrupt(std::string message, std::string where = "") {
  return std::unexpected(Error{ErrorCode::corrupt, std::move(message), std::move(where)});
}

// Where the receipts, in order of their first message, stop lying end to end from `from` on.
std::uint64_t covered_to(const std::vector<Receipt>& receipts, std::uint64_t from) {
  for (const Receipt& receipt : receipts) {
    if (receipt.part.range.first != from) break;
    from = receipt.part.range.end();
  }
  return from;
}

std::expected<std::vector<Receipt>, Error> read_receipts(sink::Store& store) {
  auto names = store.list("index");
  if (!names) return std::unexpected(std::move(names.error()));
  std::vector<Receipt> receipts;
  for (const std::string& name : *names) {
    if (!is_receipt_name(name)) continue;
    auto text = store.get("index/" + name);
    if (!text) return std::unexpected(std::move(text.error()));
    auto receipt = parse_receipt(*text);
    if (!receipt) return corrupt(receipt.error().message, store.where() + "/index/" + name);
    receipts.push_back(std::move(*receipt));
  }
  std::ranges::sort(receipts, {}, [](const Receipt& r) { return r.part.range.first; });
  return receipts;
}

}  // namespace

std::string run_file(std::string_view stem, std::uint64_t messages, Range range,
                     std::string_view suffix) {
  Buffer name;
  name.append(stem);
  if (range != Range{0, messages}) {
    name.append('-');
    append_padded(range.first, kFirstDigits, name);
  }
  name.append(suffix);
  return std::string(name.view());
}

Totals add_up(const std::vector<Receipt>& receipts) {
  Totals totals;
  for (const Receipt& receipt : receipts) {
    totals.messages += receipt.part.range.count;
    totals.bytes += receipt.bytes;
    totals.parts += 1;
    totals.digest += receipt.digest;
  }
  return totals;
}

std::string manifest_json(const Recipe& recipe, Range range, const std::vector<Receipt>& receipts) {
  const Totals totals = add_up(receipts);
  std::string out = to_json(recipe);
  out.resize(out.size() - std::string_view("\n}\n").size());  // The object goes on.
  out.append(",\n  \"range\": ");
  out.append(boost::json::serialize(
      boost::json::object{{"first", range.first}, {"messages", range.count}}));
  out.append(",\n  \"totals\": ");
  out.append(boost::json::serialize(boost::json::object{{"messages", totals.messages},
                                                        {"bytes", totals.bytes},
                                                        {"parts", totals.parts},
                                                        {"digest", to_string(totals.digest)}}));
  out.append(",\n  \"parts\": [");
  for (const Receipt& receipt : receipts) {
    out.append(&receipt == &receipts.front() ? "\n    " : ",\n    ").append(to_json(receipt));
  }
  return out + "\n  ]\n}\n";
}

std::expected<Manifest, Error> parse_manifest(std::string_view text) {
  auto recipe = parse_recipe(text);
  if (!recipe) return std::unexpected(std::move(recipe.error()));
  JsonFields fields(text);
  JsonFields range(fields.json("range"));
  JsonFields totals(fields.json("totals"));
  Manifest manifest{.recipe = std::move(*recipe),
                    .range = {range.number("first"), range.number("messages")},
                    .totals = {totals.number("messages"), totals.number("bytes"),
                               totals.number("parts"), totals.digest("digest")},
                    .parts = {}};
  for (const std::string& part : fields.array("parts")) {
    auto receipt = parse_receipt(part);
    if (!receipt) return std::unexpected(std::move(receipt.error()));
    manifest.parts.push_back(std::move(*receipt));
  }
  if (!fields.ok() || !range.ok() || !totals.ok()) {
    return corrupt("does not read as the manifest of a corpus");
  }
  if (add_up(manifest.parts) != manifest.totals ||
      manifest.totals.messages != manifest.range.count ||
      covered_to(manifest.parts, manifest.range.first) != manifest.range.end()) {
    return corrupt("the parts of the manifest do not add up to its range and totals");
  }
  return manifest;
}

std::expected<bool, Error> join_manifests(sink::Store& store) {
  auto text = store.get(kRecipeFile);
  if (!text) return std::unexpected(std::move(text.error()));
  auto recipe = parse_recipe(*text);
  if (!recipe) {
    return corrupt(recipe.error().message, store.where() + "/" + std::string(kRecipeFile));
  }
  auto receipts = read_receipts(store);
  if (!receipts) return std::unexpected(std::move(receipts.error()));
  for (std::size_t i = 0; i < receipts->size(); ++i) {
    const Receipt& receipt = (*receipts)[i];
    if (receipt.spec_digest != recipe->spec_digest) {
      return corrupt(receipt.part.name + " was made from another spec", store.where());
    }
    if (i > 0 && receipt.part.range.overlaps((*receipts)[i - 1].part.range)) {
      return corrupt(receipt.part.name + " repeats messages of " + (*receipts)[i - 1].part.name,
                     store.where());
    }
  }
  if (covered_to(*receipts, 0) != recipe->messages) return false;
  auto done =
      sink::put(store, kManifestFile, manifest_json(*recipe, {0, recipe->messages}, *receipts));
  if (!done) return std::unexpected(std::move(done.error()));
  return true;
}

}  // namespace haymaker::job
