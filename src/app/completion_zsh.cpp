#include <fmt/format.h>

#include "app/completion.h"

namespace haymaker::app {

namespace {

// Within single quotes; `special` characters of _arguments get a backslash.
std::string in_quotes(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// The action of _arguments that offers it.
std::string action(const Completion& completion) {
  using Kind = Completion::Kind;
  if (completion.kind == Kind::directories) return "_files -/";
  const std::string words = fmt::format("{}", fmt::join(completion.words, " "));
  if (completion.kind == Kind::words) return "(" + words + ")";
  if (completion.kind == Kind::nothing) return "";
  if (words.empty()) return "_files";
  return fmt::format("{{compadd {}; _files}}", words);
}

std::string function_name(const std::string& path) {
  std::string name = "_haymaker";
  if (path.empty()) return name;
  name += '_';
  for (const char c : path) name += c == ' ' ? '_' : c;
  return name;
}

std::string arguments_of(const CompletedVerb& verb) {
  std::string out;
  for (const CompletedOption& option : verb.options) {
    out += fmt::format(" \\\n    '{}{}[{}]{}'", option.name, option.takes_value ? "=" : "",
                       in_quotes(option.about, "[]:"),
                       option.takes_value ? ":value:" + in_quotes(action(option.value), "") : "");
  }
  for (const Completion& place : verb.places)
    out += fmt::format(" \\\n    ':argument:{}'", in_quotes(action(place), ""));
  return out;
}

// A verb with others below it offers them first and then hands over to the one that was chosen.
std::string function_above(const CompletedVerb& verb,
                           const std::vector<const CompletedVerb*>& below) {
  std::string names;
  std::string cases;
  for (const CompletedVerb* each : below) {
    names += fmt::format("      '{}:{}'\n", last_word(each->path), in_quotes(each->about, ":"));
    cases += fmt::format("      {}) {} ;;\n", last_word(each->path), function_name(each->path));
  }
  return fmt::format(
      "{}() {{\n  local state line\n  local -a verbs\n  _arguments -C{} \\\n"
      "    '1:verb:->verb' '*::argument:->rest'\n  case $state in\n"
      "    verb)\n      verbs=(\n{}      )\n      _describe verb verbs\n      ;;\n"
      "    rest) case $line[1] in\n{}    esac ;;\n  esac\n}}\n\n",
      function_name(verb.path), arguments_of(verb), names, cases);
}

}  // namespace

std::string zsh_completion(const std::vector<CompletedVerb>& verbs) {
  std::string out =
      "#compdef haymaker\n# zsh completion of haymaker; load it by: source <(haymaker completion "
      "zsh)\n\n";
  for (const CompletedVerb& verb : verbs) {
    const auto below = verbs_below(verbs, verb);
    out += below.empty() ? fmt::format("{}() {{\n  _arguments{}\n}}\n\n", function_name(verb.path),
                                       arguments_of(verb))
                         : function_above(verb, below);
  }
  return out +
         "if [[ $funcstack[1] == _haymaker ]]; then _haymaker \"$@\"; else compdef _haymaker "
         "haymaker; fi\n";
}

}  // namespace haymaker::app
