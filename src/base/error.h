#pragma once

// What can go wrong, in the one form that every room returns: a code to branch on, a sentence for
// the person who must act, and the place to mend.

#include <cstdint>
#include <string>
#include <vector>

namespace haymaker {

enum class ErrorCode : std::uint8_t {
  bad_input,  // The caller's data breaks a rule; `where` names the field, the option or
              // file:line:column.
  not_found,  // A file, a preset or an index that does not exist.
  exists,     // The target is there already and would be overwritten.
  denied,     // The system refuses access: permissions, a read-only disk.
  no_space,   // The target is full or over quota; what is whole so far stays and can be resumed.
  io,         // Any other failure of a read or a write.
  corrupt,    // Data that was written by Haymaker does not read back as it should.
  cancelled,  // The user asked to stop; the work can be resumed.
};

struct Error {
  ErrorCode code = ErrorCode::io;
  std::string message;  // A sentence without a full stop: "ends before it starts".
  std::string
      where;  // "scenarios[2].window", "packs/en/core.hay:12:7" or a path; empty if nowhere.

  friend bool operator==(const Error&, const Error&) = default;
};

// All mistakes of one input, in the order of the input. Never empty where it stands for failure.
using Errors = std::vector<Error>;

// "scenarios[2].window: ends before it starts", the form that programs print.
inline std::string to_string(const Error& error) {
  return error.where.empty() ? error.message : error.where + ": " + error.message;
}

}  // namespace haymaker
