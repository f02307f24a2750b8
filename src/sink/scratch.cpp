#include "sink/scratch.h"

#include <stdlib.h>
#include <sys/mount.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace haymaker::sink {
namespace {

// In memory where the system offers that: tests make tens of thousands of files.
std::filesystem::path make_directory() {
  std::filesystem::path parent = "/dev/shm";
  if (!std::filesystem::is_directory(parent)) parent = std::filesystem::temp_directory_path();
  std::string name = (parent / "haymaker-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot create " + name);
  return name;
}

}  // namespace

ScratchDirectory::ScratchDirectory() : path_(make_directory()) {}

ScratchDirectory::~ScratchDirectory() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

SmallDisk::SmallDisk(std::uint64_t bytes)
    : mounted_(::mount("tmpfs", path().c_str(), "tmpfs", 0,
                       ("size=" + std::to_string(bytes)).c_str()) == 0) {}

SmallDisk::~SmallDisk() {
  if (mounted_) ::umount2(path().c_str(), MNT_DETACH);
}

bool SmallDisk::remount(const std::string& options, bool read_only) const {
  unsigned long flags = MS_REMOUNT;
  if (read_only) flags |= MS_RDONLY;
  return ::mount("tmpfs", path().c_str(), "tmpfs", flags, options.c_str()) == 0;
}

Outcome run_shell(const std::string& line) {
  Outcome outcome;
  std::FILE* const pipe = ::popen(("{ " + line + "\n} 2>&1").c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot run " + line);
  std::array<char, 4096> chunk;
  while (const std::size_t count = std::fread(chunk.data(), 1, chunk.size(), pipe)) {
    outcome.output.append(chunk.data(), count);
  }
  outcome.status = WEXITSTATUS(::pclose(pipe));
  return outcome;
}

bool has_program(const std::string& program) {
  return run_shell("command -v " + program).status == 0;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::map<std::string, std::string> read_tree(const std::filesystem::path& directory) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
    if (!entry.is_regular_file()) continue;
    files[std::filesystem::relative(entry.path(), directory).string()] = read_file(entry.path());
  }
  return files;
}

}  // namespace haymaker::sink
