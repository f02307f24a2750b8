#include "job/recipe.h"

#include <algorithm>

#include "job/json_fields.h"

namespace haymaker::job {
namespace {

constexpr std::uint64_t kFormat = 1;

std::string quoted(std::string_view text) {
  return boost::json::serialize(boost::json::value(boost::json::string(text)));
}

// The first difference that a person can act on; empty if there is none.
std::string difference(const Recipe& there, const Recipe& here) {
  const auto differs = [](std::string_view what, const std::string& a, const std::string& b) {
    return std::string(what).append(" ").append(a).append(", not ").append(b);
  };
  if (there.generator != here.generator) {
    return differs("generator version", there.generator, here.generator);
  }
  if (there.messages != here.messages) {
    return differs("count", std::to_string(there.messages), std::to_string(here.messages));
  }
  if (there.spec_digest != here.spec_digest) {
    return differs("spec digest", there.spec_digest, here.spec_digest);
  }
  if (there.packaging.package != here.packaging.package) {
    return differs("package", std::string(name(there.packaging.package)),
                   std::string(name(here.packaging.package)));
  }
  if (there.packaging.compression != here.packaging.compression) {
    return differs("compression", std::string(name(there.packaging.compression)),
                   std::string(name(here.packaging.compression)));
  }
  if (there.packaging.level != here.packaging.level) {
    return differs("compression level", std::to_string(there.packaging.level),
                   std::to_string(here.packaging.level));
  }
  if (there.part_messages != here.part_messages) {
    return differs("part size", std::to_string(there.part_messages),
                   std::to_string(here.part_messages));
  }
  return "";
}

std::unexpected<Error> taken(const sink::Store& store, std::string message) {
  return std::unexpected(Error{ErrorCode::exists, std::move(message), store.where()});
}

// The folder that a freshly made file system has in its root says nothing of its use.
bool is_content(const std::string& name) { return name != "lost+found"; }

}  // namespace

std::string to_json(const Recipe& recipe) {
  std::string out = "{\n";
  const auto line = [&](std::string_view field, const std::string& value, bool last = false) {
    out.append("  \"").append(field).append("\": ").append(value).append(last ? "\n" : ",\n");
  };
  line("format", std::to_string(kFormat));
  line("generator", quoted(recipe.generator));
  line("spec_digest", quoted(recipe.spec_digest));
  line("messages", std::to_string(recipe.messages));
  line("part_messages", std::to_string(recipe.part_messages));
  line("package", quoted(name(recipe.packaging.package)));
  line("compression", quoted(name(recipe.packaging.compression)));
  line("level", std::to_string(recipe.packaging.level));
  line("spec", recipe.spec, true);
  return out + "}\n";
}

std::expected<Recipe, Error> parse_recipe(std::string_view text) {
  JsonFields fields(text);
  const bool known = fields.number("format") == kFormat;
  Recipe recipe{.generator = fields.text("generator"),
                .spec_digest = fields.text("spec_digest"),
                .spec = fields.json("spec"),
                .messages = fields.number("messages"),
                .part_messages = fields.number("part_messages"),
                .packaging = {}};
  const auto package = sink::parse_package(fields.text("package"));
  const auto compression = sink::parse_compression(fields.text("compression"));
  const std::uint64_t level = fields.number("level");
  if (!fields.ok() || !known || !package || !compression) {
    return std::unexpected(
        Error{ErrorCode::corrupt, "does not read as the job that Haymaker wrote", ""});
  }
  recipe.packaging = {*package, *compression, static_cast<int>(level)};
  return recipe;
}

std::expected<void, Error> settle(sink::Store& store, const Recipe& recipe) {
  if (store.discards()) return {};
  auto found = store.get(kRecipeFile);
  if (!found) {
    if (found.error().code != ErrorCode::not_found) {
      return std::unexpected(std::move(found.error()));
    }
    auto names = store.list("");
    if (!names) return std::unexpected(std::move(names.error()));
    if (std::ranges::any_of(*names, is_content)) {
      return taken(store,
                   "is not empty and holds no Haymaker corpus; choose an empty or new place");
    }
    return sink::put(store, kRecipeFile, to_json(recipe));
  }
  auto there = parse_recipe(*found);
  if (!there) {
    there.error().where = store.where() + "/" + std::string(kRecipeFile);
    return std::unexpected(std::move(there.error()));
  }
  if (const std::string what = difference(*there, recipe); !what.empty()) {
    return taken(store, "holds another corpus (" + what +
                            "); choose another place, or the same spec and options to resume");
  }
  return {};
}

}  // namespace haymaker::job
