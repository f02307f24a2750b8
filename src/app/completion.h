#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace haymaker::app {

// What a shell can offer in one place of a command line.
struct Completion {
  enum class Kind : std::uint8_t { nothing, words, directories, files } kind = Kind::nothing;
  std::vector<std::string> words;  // Beside the files, too: presets beside spec files.
};

struct CompletedOption {
  std::string name;  // "--package"
  std::string about;
  bool takes_value = false;
  Completion value;
};

// A verb, or the program itself, whose path is empty.
struct CompletedVerb {
  std::string path;  // "generate", "spec check"
  std::string about;
  std::vector<CompletedOption> options;
  std::vector<Completion> places;  // Positional arguments, in order.
};

// The program and all its verbs, each before those below it, as they were declared.
std::vector<CompletedVerb> completed_verbs(const CLI::App& app);

// The verbs one level below, and what such a verb is called there: "check" of "spec check".
std::vector<const CompletedVerb*> verbs_below(const std::vector<CompletedVerb>& verbs,
                                              const CompletedVerb& above);
std::string last_word(const std::string& path);

// The scripts, in the languages of the shells.
std::string bash_completion(const std::vector<CompletedVerb>& verbs);
std::string zsh_completion(const std::vector<CompletedVerb>& verbs);
std::string fish_completion(const std::vector<CompletedVerb>& verbs);

// Prints the script for `shell`: bash, zsh or fish. Returns the exit code.
int complete_for(const CLI::App& app, std::string_view shell);

}  // namespace haymaker::app
