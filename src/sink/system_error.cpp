#include "sink/system_error.h"

#include <cerrno>
#include <system_error>

namespace haymaker::sink {
namespace {

struct Meaning {
  ErrorCode code;
  std::string text;
};

Meaning meaning(int number) {
  switch (number) {
    case ENOSPC:
    case EDQUOT:
      return {
          ErrorCode::no_space,
          "the disk or the quota is full; make room and run the same command again, which keeps "
          "the finished parts"};
    case EFBIG:
      return {ErrorCode::no_space,
              "the file would be larger than the limit for a file (ulimit -f, or the file system); "
              "raise it or make the parts smaller"};
    case EACCES:
    case EPERM:
      return {ErrorCode::denied,
              "permission denied; choose another place or run as a user who may write there"};
    case EROFS: return {ErrorCode::denied, "the disk is read-only; choose another place"};
    case ENOTDIR:
      return {ErrorCode::bad_input, "a file lies where a folder is needed; choose another place"};
    case EISDIR:
      return {ErrorCode::bad_input, "a folder lies where a file is needed; choose another place"};
    case ENOENT: return {ErrorCode::not_found, "there is no such file or folder"};
    case EEXIST:
    case ENOTEMPTY: return {ErrorCode::exists, "it is there already; choose another place"};
    case EMFILE:
    case ENFILE:
      return {ErrorCode::io, "too many open files; raise the limit (ulimit -n) to 1024 or more"};
    default: return {ErrorCode::io, std::generic_category().message(number)};
  }
}

}  // namespace

Error system_error(int number, std::string_view action, std::string where) {
  const auto [code, text] = meaning(number);
  return {code, std::string(action) + ": " + text, std::move(where)};
}

}  // namespace haymaker::sink
