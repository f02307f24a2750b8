# haymaker_pack(TARGET FUNCTION qualified::name NAME file BASE directory FILES file...)
#
# Compiles the pack of FILES (grammar files, paths relative to BASE) when the program is built, and
# embeds its image, which text::Pack::open() takes, into the library TARGET as the only file of
# FUNCTION; see haymaker_embed(). A mistake in a pack breaks the build with file, line and a caret.
#
# Who builds for another kind of machine names a pack_compiler that runs on this one; an image serves
# every machine of the same byte order.

set(HAYMAKER_PACK_COMPILER "" CACHE FILEPATH "A pack_compiler of this source tree, to cross-compile")

function(haymaker_pack target)
  cmake_parse_arguments(PACK "" "FUNCTION;NAME;BASE" "FILES" ${ARGN})
  set(compiler "${HAYMAKER_PACK_COMPILER}")
  if(NOT compiler)
    set(compiler pack_compiler)
  endif()
  list(TRANSFORM PACK_FILES PREPEND "${PACK_BASE}/" OUTPUT_VARIABLE sources)
  add_custom_command(
    OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/${PACK_NAME}"
    COMMAND ${compiler} "${CMAKE_CURRENT_BINARY_DIR}/${PACK_NAME}" "${PACK_BASE}" ${PACK_FILES}
    DEPENDS ${compiler} ${sources}
    COMMENT "Compiling the pack ${PACK_NAME}" VERBATIM)
  haymaker_embed(${target} FUNCTION ${PACK_FUNCTION} BASE ${CMAKE_CURRENT_BINARY_DIR}
    FILES ${PACK_NAME})
endfunction()
