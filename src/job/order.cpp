#include "job/order.h"

#include <boost/json.hpp>
#include <limits>
#include <optional>

#include "base/utf8.h"
#include "corpus/field_reader.h"

namespace haymaker::job {
namespace {

namespace json = boost::json;

constexpr std::size_t kDeepestJson = 16;
constexpr std::size_t kLongestTitle = 200;
constexpr std::uint64_t kMostNumber = std::numeric_limits<std::uint64_t>::max();

std::expected<json::object, Errors> parse_object(std::string_view text) {
  json::parse_options options;
  options.max_depth = kDeepestJson;
  json::error_code code;
  json::value value = json::parse(text, code, {}, options);
  if (code) {
    return std::unexpected(Errors{{ErrorCode::bad_input, "is not JSON: " + code.message(), ""}});
  }
  if (!value.is_object()) {
    return std::unexpected(Errors{{ErrorCode::bad_input, "is not a JSON object", ""}});
  }
  return std::move(value.get_object());
}

// A number that may be left out.
std::optional<std::uint64_t> read_optional(corpus::FieldReader& fields, const json::object& object,
                                           std::string_view name, std::uint64_t low) {
  std::uint64_t number = low;
  const std::size_t mistakes = fields.errors().size();
  fields.number(name, number, low, kMostNumber);
  if (!object.contains(name) || fields.errors().size() != mistakes) return std::nullopt;
  return number;
}

void take(const std::expected<corpus::Spec, Errors>& parsed, std::string_view path,
          corpus::Spec& spec, Errors& errors) {
  if (parsed) {
    spec = *parsed;
    return;
  }
  for (Error error : parsed.error()) {
    if (!path.empty()) {
      error.where = std::string(path).append(error.where.empty() ? "" : ".").append(error.where);
    }
    errors.push_back(std::move(error));
  }
}

// A preset with what is changed of it. The result passes the checks of a spec that was written out.
void read_preset(const std::string& name, std::optional<std::uint64_t> count,
                 std::optional<std::uint64_t> seed, corpus::Spec& spec, Errors& errors) {
  const auto preset = corpus::preset(name);
  if (!preset) {
    errors.push_back({ErrorCode::bad_input, preset.error().message, "preset"});
    return;
  }
  corpus::Spec changed = *preset;
  if (count) changed.count = *count;
  changed.seed = seed.value_or(spec.seed);
  const auto checked = corpus::parse_spec(corpus::to_json(changed));
  take(checked, "", spec, errors);
  if (!checked || !count) return;
  spec = corpus::resized(*preset, *count);
  spec.seed = changed.seed;
}

// The fields that say which corpus is meant. `spec` has the defaults.
void read_corpus(corpus::FieldReader& fields, const json::object& object, corpus::Spec& spec) {
  std::string preset;
  fields.text("preset", preset);
  const json::object* const written = fields.object("spec");
  const auto count = read_optional(fields, object, "count", 1);
  const auto seed = read_optional(fields, object, "seed", 0);
  if (object.contains("preset") == object.contains("spec")) {
    fields.fail("spec", object.contains("spec") ? "stands beside a preset; give one of them"
                                                : "is missing, and so is a preset");
    return;
  }
  if (object.contains("preset")) {
    return read_preset(preset, count, seed, spec, fields.errors());
  }
  if (count) fields.fail("count", "belongs into the spec");
  if (seed) fields.fail("seed", "belongs into the spec");
  if (written == nullptr) return;
  const corpus::Spec defaults = spec;
  take(corpus::parse_spec(json::serialize(*written), defaults), "spec", spec, fields.errors());
}

template <class Value>
void read_word(corpus::FieldReader& fields, std::string_view name, Value& value,
               std::expected<Value, Error> (*parse)(std::string_view)) {
  std::string word(sink::name(value));
  fields.text(name, word);
  const auto parsed = parse(word);
  if (!parsed) return fields.fail(name, parsed.error().message);
  value = *parsed;
}

void check_title(corpus::FieldReader& fields, const std::string& title) {
  if (count_code_points(title) > kLongestTitle || !is_valid_utf8(title)) {
    fields.fail("title", "is longer than 200 characters or not UTF-8");
  }
}

}  // namespace

std::expected<Order, Errors> parse_order(std::string_view text,
                                         const std::function<std::uint64_t()>& random_seed) {
  const auto object = parse_object(text);
  if (!object) return std::unexpected(object.error());
  Order order;
  order.spec.seed = random_seed();
  Errors errors;
  {
    corpus::FieldReader fields(*object, "", errors);
    fields.text("title", order.title);
    check_title(fields, order.title);
    read_corpus(fields, *object, order.spec);
    read_word(fields, "package", order.packaging.package, sink::parse_package);
    read_word(fields, "compress", order.packaging.compression, sink::parse_compression);
  }
  if (const auto fits = sink::check(order.packaging); errors.empty() && !fits) {
    errors.push_back({ErrorCode::bad_input, fits.error().message, "compress"});
  }
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return order;
}

std::expected<Look, Errors> parse_look(std::string_view text) {
  const auto object = parse_object(text);
  if (!object) return std::unexpected(object.error());
  Look look;
  Errors errors;
  {
    corpus::FieldReader fields(*object, "", errors);
    fields.number("index", look.index, 0, kMostNumber);
    read_corpus(fields, *object, look.spec);
    if (errors.empty() && look.index >= look.spec.count) {
      fields.fail("index",
                  "the corpus has the messages 0 to " + std::to_string(look.spec.count - 1));
    }
  }
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return look;
}

}  // namespace haymaker::job
