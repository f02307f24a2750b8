// Compiles the files of a pack into the image that haymaker holds, while haymaker is built:
//
//   pack_compiler IMAGE FOLDER FILE...
//
// Files are named relative to FOLDER, as their errors name them. Each mistake is printed with file,
// line, column and a caret, and no image is left behind.

#include <fmt/core.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "text/pack.h"

namespace {

using haymaker::Error;
using haymaker::Errors;
using haymaker::text::Image;
using haymaker::text::Pack;
using haymaker::text::Source;

struct File {
  std::string name;
  std::string text;
};

int fail(const Errors& errors) {
  for (const Error& error : errors) fmt::print(stderr, "{}\n", to_string(error));
  return 1;
}

int compile(const std::string& image_name, const std::string& folder,
            const std::vector<std::string>& names) {
  std::vector<File> files;
  for (const std::string& name : names) {
    std::ifstream file(std::filesystem::path(folder) / name, std::ios::binary);
    if (!file) return fail({{haymaker::ErrorCode::io, "cannot be read", name}});
    files.push_back({name, {std::istreambuf_iterator<char>(file), {}}});
  }
  std::vector<Source> sources;
  sources.reserve(files.size());
  for (const File& file : files) sources.push_back({file.name, file.text});
  const auto image = Pack::compile_image(sources);
  if (!image) return fail(image.error());
  std::ofstream out(image_name, std::ios::binary);
  out << image->bytes();
  out.close();
  return out ? 0 : fail({{haymaker::ErrorCode::io, "cannot be written", image_name}});
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 3) {
    fmt::print(stderr, "usage: pack_compiler IMAGE FOLDER FILE...\n");
    return 2;
  }
  return compile(arguments[0], arguments[1], {arguments.begin() + 2, arguments.end()});
}
