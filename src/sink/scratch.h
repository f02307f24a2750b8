#pragma once

// For tests: directories that vanish, disks that fill up, and programs that judge what was written.

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "sink/store.h"

namespace haymaker::sink {

// An empty directory of its own, removed with its content at the end.
class ScratchDirectory {
 public:
  ScratchDirectory();
  ScratchDirectory(const ScratchDirectory&) = delete;
  ScratchDirectory& operator=(const ScratchDirectory&) = delete;
  ~ScratchDirectory();

  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

 private:
  std::filesystem::path path_;
};

// A disk of `bytes` in memory, mounted for as long as it lives. Needs root: where the mount is
// refused mounted() is false and a test that needs it skips.
class SmallDisk {
 public:
  explicit SmallDisk(std::uint64_t bytes);
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk();

  [[nodiscard]] bool mounted() const noexcept { return mounted_; }
  [[nodiscard]] const std::filesystem::path& path() const noexcept { return place_.path(); }
  // Changes the mount: "size=8388608", "ro". True where the system agrees.
  bool remount(const std::string& options, bool read_only) const;

 private:
  ScratchDirectory place_;
  bool mounted_ = false;
};

struct Outcome {
  int status = 0;      // As the shell returns it.
  std::string output;  // Both streams.
};
// Runs a line of shell.
Outcome run_shell(const std::string& line);
// True where the shell knows the program.
bool has_program(const std::string& program);

std::string read_file(const std::filesystem::path& path);
// Each regular file under the directory, by relative path.
std::map<std::string, std::string> read_tree(const std::filesystem::path& directory);

}  // namespace haymaker::sink
