#include <fmt/format.h>

#include "app/completion.h"

namespace haymaker::app {

namespace {

// What `words` offers, as arguments of compgen.
std::string generators(const Completion& completion) {
  std::string out;
  if (!completion.words.empty()) out += fmt::format(" -W '{}'", fmt::join(completion.words, " "));
  if (completion.kind == Completion::Kind::directories) out += " -d";
  if (completion.kind == Completion::Kind::files) out += " -f";
  return out;
}

// case entries: what stands after an option that takes a value.
std::string value_cases(const CompletedVerb& verb) {
  std::string out;
  for (const CompletedOption& option : verb.options) {
    if (!option.takes_value) continue;
    out += fmt::format("    '{}:{}') _haymaker_offer{}; return ;;\n", verb.path, option.name,
                       generators(option.value));
  }
  return out;
}

// The case entry of a verb: its options after a dash, else what may stand in the next place.
std::string word_case(const std::vector<CompletedVerb>& verbs, const CompletedVerb& verb) {
  std::vector<std::string> options;
  options.reserve(verb.options.size());
  for (const CompletedOption& option : verb.options) options.push_back(option.name);
  std::string below;
  for (const CompletedVerb* each : verbs_below(verbs, verb))
    below += (below.empty() ? "" : " ") + last_word(each->path);
  std::string out =
      fmt::format("    '{}:'-*) _haymaker_offer -W '{}' ;;\n", verb.path, fmt::join(options, " "));
  if (!below.empty()) {
    return out + fmt::format("    '{}:'*) _haymaker_offer -W '{}' ;;\n", verb.path, below);
  }
  for (std::size_t i = 0; i < verb.places.size(); ++i) {
    const std::string offers = generators(verb.places[i]);
    if (offers.empty()) continue;
    out +=
        fmt::format("    '{}:'*) ((place == {})) && _haymaker_offer{} ;;\n", verb.path, i, offers);
  }
  return out;
}

constexpr std::string_view kFrame =
    R"(# bash completion of haymaker; load it by: source <(haymaker completion bash)

_haymaker_offer() {{
  case " $* " in *' -f '* | *' -d '*) compopt -o filenames 2>/dev/null ;; esac
  mapfile -t COMPREPLY < <(compgen "$@" -- "$word")
}}

_haymaker() {{
  # A line is split at =, too: `--package=tar` is three words.
  local word=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD - 1]}}
  if [[ $word == = ]]; then
    word=
  elif [[ $previous == = ]]; then
    previous=${{COMP_WORDS[COMP_CWORD - 2]}}
  fi
  local verb= place=0 value= i
  for ((i = 1; i < COMP_CWORD; i++)); do
    if [[ ${{COMP_WORDS[i]}} == = ]]; then
      value=1
    elif [[ -n $value ]]; then
      value=
    else
      case "${{verb:+$verb }}${{COMP_WORDS[i]}}" in
        {verbs}) verb=${{verb:+$verb }}${{COMP_WORDS[i]}} ;;
        *)
          case "$verb:${{COMP_WORDS[i]}}" in
            {valued}) [[ ${{COMP_WORDS[i + 1]}} == = ]] || value=1 ;;
            *:-*) ;;
            *) place=$((place + 1)) ;;
          esac
          ;;
      esac
    fi
  done
  COMPREPLY=()
  case "$verb:$previous" in
{values}  esac
  case "$verb:$word" in
{words}  esac
}}

complete -F _haymaker haymaker
)";

}  // namespace

std::string bash_completion(const std::vector<CompletedVerb>& verbs) {
  std::vector<std::string> paths;
  std::vector<std::string> valued;
  std::string values;
  std::string words;
  for (const CompletedVerb& verb : verbs) {
    if (!verb.path.empty()) paths.push_back("'" + verb.path + "'");
    for (const CompletedOption& option : verb.options) {
      if (option.takes_value) valued.push_back("'" + verb.path + ":" + option.name + "'");
    }
    values += value_cases(verb);
    words += word_case(verbs, verb);
  }
  return fmt::format(kFrame, fmt::arg("verbs", fmt::join(paths, " | ")),
                     fmt::arg("valued", fmt::join(valued, " | ")), fmt::arg("values", values),
                     fmt::arg("words", words));
}

}  // namespace haymaker::app
