# haymaker_room(NAME DEPS room... LIBRARIES target... SOURCES file... TESTS file... BENCHES file...)
#
# A room is one folder under src/, one library target, one namespace and one test label. DEPS are the
# rooms that it may use; the architecture test holds the includes to the same table.

option(HAYMAKER_WERROR "Treat warnings as errors" ON)

add_library(haymaker_flags INTERFACE)
target_compile_options(haymaker_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
  # g++ 12 sees overlaps in std::string that are not there (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${HAYMAKER_WERROR}>:-Werror>)
target_include_directories(haymaker_flags INTERFACE ${PROJECT_SOURCE_DIR}/src)

function(haymaker_room name)
  cmake_parse_arguments(ROOM "" "" "DEPS;LIBRARIES;SOURCES;TESTS;BENCHES" ${ARGN})
  if(ROOM_SOURCES)
    add_library(${name} STATIC ${ROOM_SOURCES})
    set(visibility PUBLIC)
  else()
    add_library(${name} INTERFACE)
    set(visibility INTERFACE)
  endif()
  target_link_libraries(${name} ${visibility} haymaker_flags ${ROOM_DEPS} ${ROOM_LIBRARIES})
  if(ROOM_TESTS)
    add_executable(${name}_test ${ROOM_TESTS})
    target_link_libraries(${name}_test PRIVATE ${name} GTest::gmock_main)
    target_compile_definitions(${name}_test PRIVATE HAYMAKER_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    gtest_discover_tests(${name}_test DISCOVERY_TIMEOUT 120
      PROPERTIES LABELS ${name} TIMEOUT 300)
  endif()
  if(ROOM_BENCHES)
    add_executable(${name}_bench ${ROOM_BENCHES})
    target_link_libraries(${name}_bench PRIVATE ${name} benchmark::benchmark_main)
  endif()
endfunction()
