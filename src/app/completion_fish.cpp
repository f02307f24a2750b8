#include <fmt/format.h>

#include "app/completion.h"

namespace haymaker::app {

namespace {

std::string in_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

// True in fish exactly where the line has come to this verb and to none below it.
std::string condition(const std::vector<CompletedVerb>& verbs, const CompletedVerb& verb) {
  std::string out;
  std::string_view path = verb.path;
  while (!path.empty()) {
    const std::string_view word = path.substr(0, path.find(' '));
    path.remove_prefix(std::min(path.size(), word.size() + 1));
    out += fmt::format("{}__fish_seen_subcommand_from {}", out.empty() ? "" : "; and ", word);
  }
  std::vector<std::string> below;
  for (const CompletedVerb* each : verbs_below(verbs, verb)) below.push_back(last_word(each->path));
  if (below.empty()) return out;
  return fmt::format("{}{}not __fish_seen_subcommand_from {}", out, out.empty() ? "" : "; and ",
                     fmt::join(below, " "));
}

// The options of `complete` that offer it.
std::string offer(const Completion& completion) {
  using Kind = Completion::Kind;
  std::string out = completion.kind == Kind::files ? " -F" : " -f";
  if (completion.kind == Kind::directories) return out + " -a '(__fish_complete_directories)'";
  if (!completion.words.empty()) out += fmt::format(" -a '{}'", fmt::join(completion.words, " "));
  return out;
}

}  // namespace

std::string fish_completion(const std::vector<CompletedVerb>& verbs) {
  std::string out =
      "# fish completion of haymaker; it belongs into ~/.config/fish/completions\n\n"
      "complete -c haymaker -f\n";
  for (const CompletedVerb& verb : verbs) {
    const std::string when = "complete -c haymaker -n " + in_quotes(condition(verbs, verb));
    for (const CompletedVerb* below : verbs_below(verbs, verb)) {
      out +=
          fmt::format("{} -f -a {} -d {}\n", when, last_word(below->path), in_quotes(below->about));
    }
    for (const CompletedOption& option : verb.options) {
      out += fmt::format("{} -l {} -d {}", when, option.name.substr(2), in_quotes(option.about));
      if (option.takes_value) out += " -r" + offer(option.value);
      out += '\n';
    }
    for (const Completion& place : verb.places) {
      if (place.kind != Completion::Kind::nothing) out += when + offer(place) + '\n';
    }
  }
  return out;
}

}  // namespace haymaker::app
