#include "corpus/spec.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <limits>

#include "base/digest.h"
#include "corpus/field_reader.h"
#include "corpus/planting_fields.h"

namespace haymaker::corpus {

namespace json = boost::json;

namespace {

constexpr std::uint64_t kMostMessages = 1'000'000'000'000;
constexpr std::size_t kDeepestJson = 16;

void read_company(FieldReader& fields, people::CompanySpec& company) {
  fields.text("name", company.name);
  fields.text("domain", company.domain);
  fields.number("employees", company.employees, 20, 200'000);
  fields.number("clients", company.clients, 1, 20'000);
  fields.number("vendors", company.vendors, 1, 20'000);
  const json::array* const sites = fields.array("sites");
  if (sites == nullptr) return;
  company.sites.clear();
  for (const json::value& value : *sites) {
    const std::string place = "sites[" + std::to_string(company.sites.size()) + "]";
    people::SiteSpec& site = company.sites.emplace_back();
    if (!value.is_object()) {
      fields.fail(place, "is not an object");
      continue;
    }
    FieldReader reader(value.get_object(), fields.path(place), fields.errors());
    reader.text("city", site.city);
    reader.number("share", site.share, 1, 10'000);
  }
}

void read_traffic(FieldReader& fields, threads::TrafficSpec& traffic) {
  fields.number("machine", traffic.machine, 0, 38);
  fields.number("newsletters", traffic.newsletters, 0, 100);
  fields.number("external", traffic.external, 0, 100);
  fields.number("personal", traffic.personal, 0, 100);
}

void check_period(const Spec& spec, Errors& errors) {
  const auto first = parse_iso_date(spec.first_day);
  const auto last = parse_iso_date(spec.last_day);
  if (!first) errors.push_back({ErrorCode::bad_input, first.error().message, "first_day"});
  if (!last) errors.push_back({ErrorCode::bad_input, last.error().message, "last_day"});
  if (!first || !last) return;
  if (*last < *first) errors.push_back({ErrorCode::bad_input, "is before first_day", "last_day"});
  if (*last - *first > 3660) {
    errors.push_back({ErrorCode::bad_input, "is more than ten years after first_day", "last_day"});
  }
}

void read_spec(const json::object& object, Spec& spec, Errors& errors) {
  FieldReader fields(object, "", errors);
  fields.number("count", spec.count, 1, kMostMessages);
  fields.number("seed", spec.seed, 0, std::numeric_limits<std::uint64_t>::max());
  fields.text("first_day", spec.first_day);
  fields.text("last_day", spec.last_day);
  fields.number("html", spec.html, 0, 100);
  if (const json::object* const attachments = fields.object("attachments")) {
    FieldReader reader(*attachments, "attachments", errors);
    reader.number("share", spec.attachments.share, 0, 60);
    reader.number("size_percent", spec.attachments.size_percent, 0, 100);
  }
  if (const json::object* const company = fields.object("company")) {
    FieldReader reader(*company, "company", errors);
    read_company(reader, spec.company);
  }
  if (const json::object* const scenarios = fields.object("scenarios")) {
    FieldReader reader(*scenarios, "scenarios", errors);
    read_plantings(reader, spec.scenarios);
  }
  if (const json::object* const traffic = fields.object("traffic")) {
    FieldReader reader(*traffic, "traffic", errors);
    read_traffic(reader, spec.traffic);
  }
}

Spec planted(std::uint64_t count, std::uint64_t incidents, std::uint64_t decoys) {
  Spec spec;
  spec.count = count;
  spec.scenarios = {incidents, decoys};
  return spec;
}

// A laptop holds a million messages whose files are not much larger than what they say.
Spec small_files(Spec spec) {
  spec.attachments.size_percent = 1;
  return spec;
}

Spec mostly_junk() {
  Spec spec = planted(1'000'000, 100, 30'000);
  spec.traffic.machine = 35;
  spec.traffic.newsletters = 70;
  return small_files(spec);
}

}  // namespace

std::expected<Spec, Errors> parse_spec(std::string_view text, const Spec& defaults) {
  json::parse_options options;
  options.max_depth = kDeepestJson;
  json::error_code code;
  const json::value value = json::parse(text, code, {}, options);
  if (code)
    return std::unexpected(Errors{{ErrorCode::bad_input, "is not JSON: " + code.message(), ""}});
  if (!value.is_object())
    return std::unexpected(Errors{{ErrorCode::bad_input, "is not a JSON object", ""}});
  Spec spec = defaults;
  Errors errors;
  read_spec(value.get_object(), spec, errors);
  check_period(spec, errors);
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return spec;
}

std::string to_json(const Spec& spec) {
  json::array sites;
  for (const people::SiteSpec& site : spec.company.sites) {
    sites.push_back(json::object{{"city", site.city}, {"share", site.share}});
  }
  const json::object object{
      {"count", spec.count},
      {"seed", spec.seed},
      {"first_day", spec.first_day},
      {"last_day", spec.last_day},
      {"html", spec.html},
      {"attachments",
       {{"share", spec.attachments.share}, {"size_percent", spec.attachments.size_percent}}},
      {"company",
       {{"name", spec.company.name},
        {"domain", spec.company.domain},
        {"employees", spec.company.employees},
        {"clients", spec.company.clients},
        {"vendors", spec.company.vendors},
        {"sites", std::move(sites)}}},
      {"scenarios", to_json(spec.scenarios)},
      {"traffic",
       {{"machine", spec.traffic.machine},
        {"newsletters", spec.traffic.newsletters},
        {"external", spec.traffic.external},
        {"personal", spec.traffic.personal}}}};
  return json::serialize(object);
}

std::string spec_digest(const Spec& spec) {
  return to_string(digest(std::string(kGeneratorVersion) + '\n' + to_json(spec)));
}

std::span<const Preset> presets() {
  // An incident has 2.9 messages on average: 34 of them are 0.1 % of 100,000.
  static const std::array list = {
      Preset{"smoke", "1,000 messages, to see what comes out", planted(1'000, 6, 30)},
      Preset{"realistic", "100,000 messages of three months; 0.1 % planted, 3 % decoys",
             planted(100'000, 34, 3'000)},
      Preset{"enriched", "100,000 messages; 1 % planted over all levels, 3 % decoys",
             planted(100'000, 340, 3'000)},
      Preset{"benchmark-1m", "1,000,000 messages, 35 % of them from machines; 100 incidents",
             mostly_junk()},
      Preset{"million", "1,000,000 messages of three months; 0.1 % planted, 3 % decoys",
             small_files(planted(1'000'000, 340, 30'000))},
  };
  return list;
}

std::expected<Spec, Error> preset(std::string_view name) {
  std::string known;
  for (const Preset& preset : presets()) {
    if (preset.name == name) return preset.spec;
    known += known.empty() ? "" : ", ";
    known += preset.name;
  }
  return std::unexpected(Error{
      ErrorCode::not_found, "is neither a file nor a preset (" + known + ")", std::string(name)});
}

Spec resized(Spec spec, std::uint64_t count) {
  spec.scenarios = resized(std::move(spec.scenarios), spec.count, count);
  spec.count = count;
  return spec;
}

}  // namespace haymaker::corpus
