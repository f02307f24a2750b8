#include "job/receipt.h"

#include "job/json_fields.h"

namespace haymaker::job {

std::string receipt_file(std::string_view part) { return "index/" + std::string(part) + ".json"; }

std::string index_file(std::string_view part) { return "index/" + std::string(part) + ".csv.zst"; }

bool is_receipt_name(std::string_view name) {
  return name.starts_with("part-") && name.ends_with(".json");
}

std::string to_json(const Receipt& receipt) {
  return boost::json::serialize(boost::json::object{{"part", receipt.part.name},
                                                    {"first", receipt.part.range.first},
                                                    {"messages", receipt.part.range.count},
                                                    {"bytes", receipt.bytes},
                                                    {"digest", to_string(receipt.digest)},
                                                    {"file", receipt.file},
                                                    {"file_bytes", receipt.file_bytes},
                                                    {"spec_digest", receipt.spec_digest}});
}

std::expected<Receipt, Error> parse_receipt(std::string_view text) {
  JsonFields fields(text);
  Receipt receipt{.part = {.name = fields.text("part"),
                           .range = {fields.number("first"), fields.number("messages")}},
                  .spec_digest = fields.text("spec_digest"),
                  .bytes = fields.number("bytes"),
                  .digest = fields.digest("digest"),
                  .file = fields.text("file"),
                  .file_bytes = fields.number("file_bytes")};
  if (fields.ok()) return receipt;
  return std::unexpected(Error{ErrorCode::corrupt, "does not read as the receipt of a part", ""});
}

}  // namespace haymaker::job
