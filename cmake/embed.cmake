# haymaker_embed(TARGET FUNCTION qualified::name BASE directory FILES file...)
#
# Puts the bytes of FILES (paths relative to BASE) into the library TARGET, so that a room of the pure
# wing has its content without opening a file. The room declares the function in a header of its own:
#
#   namespace haymaker::people {
#   std::span<const EmbeddedFile> world_pack() noexcept;  // In the order of FILES.
#   }
#
# and its CMakeLists.txt says, after haymaker_room(people ...):
#
#   haymaker_embed(people FUNCTION haymaker::people::world_pack
#     BASE ${PROJECT_SOURCE_DIR}/packs/world FILES sites.csv names/en_GB.txt)
#
# EmbeddedFile (base/embedded.h) holds the name as written in FILES and the bytes; nothing is copied
# or initialised when the program starts. Each begins at a multiple of 64. A file that changes is embedded again by the next build.
# The bytes are taken in by the assembler (.incbin), which costs nothing to compile at any size.

enable_language(ASM)

function(haymaker_embed target)
  cmake_parse_arguments(EMBED "" "FUNCTION;BASE" "FILES" ${ARGN})
  string(REPLACE "::" ";" scopes ${EMBED_FUNCTION})
  list(POP_BACK scopes function)
  list(JOIN scopes "::" namespace)
  list(JOIN scopes "_" prefix)
  set(prefix "${prefix}_${function}")

  set(assembly ".section .rodata\n")
  set(symbols "")
  set(rows "")
  set(paths "")
  set(index 0)
  foreach(file IN LISTS EMBED_FILES)
    set(path "${EMBED_BASE}/${file}")
    set(symbol "${prefix}_${index}")
    string(APPEND assembly
      ".global ${symbol}_begin\n.global ${symbol}_end\n.balign 64\n"
      "${symbol}_begin:\n.incbin \"${path}\"\n${symbol}_end:\n.byte 0\n")
    string(APPEND symbols "extern const char ${symbol}_begin[];\nextern const char ${symbol}_end[];\n")
    string(APPEND rows "    {\"${file}\", ${symbol}_begin, ${symbol}_end},\n")
    list(APPEND paths "${path}")
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND assembly ".section .note.GNU-stack,\"\",%progbits\n")

  set(stem "${CMAKE_CURRENT_BINARY_DIR}/${prefix}")
  file(CONFIGURE OUTPUT "${stem}.S" CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT "${stem}.cpp" @ONLY CONTENT
"#include <span>

#include \"base/embedded.h\"

extern \"C\" {
${symbols}}

namespace ${namespace} {
std::span<const haymaker::EmbeddedFile> ${function}() noexcept;
std::span<const haymaker::EmbeddedFile> ${function}() noexcept {
  static constexpr haymaker::EmbeddedFile kFiles[] = {
${rows}  };
  return kFiles;
}
}  // namespace ${namespace}
")
  set_source_files_properties("${stem}.S" PROPERTIES OBJECT_DEPENDS "${paths}")
  target_sources(${target} PRIVATE "${stem}.S" "${stem}.cpp")
endfunction()
