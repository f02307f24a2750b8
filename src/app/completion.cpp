#include "app/completion.h"

#include <fmt/core.h>

#include <functional>

#include "corpus/spec.h"

namespace haymaker::app {

namespace {

// From the type name of an option, see declare_verbs().
Completion completion_of(const std::string& type) {
  using Kind = Completion::Kind;
  if (type == "DIR") return {Kind::directories, {}};
  if (type == "FILE") return {Kind::files, {}};
  if (type == "SPEC") {
    Completion spec{Kind::files, {}};
    for (const corpus::Preset& preset : corpus::presets()) spec.words.emplace_back(preset.name);
    return spec;
  }
  const std::size_t open = type.find('{');
  if (open == std::string::npos) return {};
  const std::string inside = type.substr(open + 1, type.rfind('}') - open - 1);
  return {Kind::words, CLI::detail::split(inside, ',')};
}

CompletedVerb completed_verb(const CLI::App& app, const std::string& path) {
  CompletedVerb verb{path, app.get_description(), {}, {}};
  for (const CLI::Option* option : app.get_options()) {
    Completion value = completion_of(option->get_type_name());
    if (option->get_positional()) {
      verb.places.push_back(std::move(value));
    } else {
      verb.options.push_back({"--" + option->get_lnames().front(), option->get_description(),
                              option->get_items_expected_max() > 0, std::move(value)});
    }
  }
  return verb;
}

using Printer = std::string (*)(const std::vector<CompletedVerb>&);

Printer printer_of(std::string_view shell) {
  if (shell == "zsh") return zsh_completion;
  if (shell == "fish") return fish_completion;
  return bash_completion;
}

}  // namespace

std::vector<CompletedVerb> completed_verbs(const CLI::App& app) {
  std::vector<CompletedVerb> verbs;
  const std::function<void(const CLI::App&, const std::string&)> add =
      [&](const CLI::App& at, const std::string& path) {
        verbs.push_back(completed_verb(at, path));
        // Without a filter CLI11 gives only what was parsed.
        for (const CLI::App* below : at.get_subcommands([](const CLI::App*) { return true; }))
          add(*below, path.empty() ? below->get_name() : path + " " + below->get_name());
      };
  add(app, "");
  return verbs;
}

std::vector<const CompletedVerb*> verbs_below(const std::vector<CompletedVerb>& verbs,
                                              const CompletedVerb& above) {
  std::vector<const CompletedVerb*> below;
  const std::string prefix = above.path.empty() ? "" : above.path + " ";
  for (const CompletedVerb& verb : verbs) {
    if (!verb.path.empty() && verb.path.starts_with(prefix) &&
        verb.path.find(' ', prefix.size()) == std::string::npos && verb.path != above.path)
      below.push_back(&verb);
  }
  return below;
}

std::string last_word(const std::string& path) { return path.substr(path.rfind(' ') + 1); }

int complete_for(const CLI::App& app, std::string_view shell) {
  fmt::print("{}", printer_of(shell)(completed_verbs(app)));
  return 0;
}

}  // namespace haymaker::app
