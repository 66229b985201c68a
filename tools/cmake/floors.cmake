# buyerbook_floor(<name> [FAST <file>...] [DEPENDS <floor or library>...]): one floor of src/ as a static library.
# FAST: what passes over every record or character while somebody waits; on the web all else is made small.
# Every .cpp under its folder belongs to it; new files are found by themselves. A floor links only
# what stands below it, so a wrong include does not link.
file(WRITE ${CMAKE_BINARY_DIR}/generated/empty.cpp.new "// Stands in for a floor without sources.\n")
file(COPY_FILE ${CMAKE_BINARY_DIR}/generated/empty.cpp.new ${CMAKE_BINARY_DIR}/generated/empty.cpp
     ONLY_IF_DIFFERENT)

function(buyerbook_floor name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "DEPENDS;FAST")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  add_library(${name} STATIC ${sources} ${CMAKE_BINARY_DIR}/generated/empty.cpp)
  keep_apart()
  target_link_libraries(${name} PRIVATE no_exceptions PUBLIC our_code ${arg_DEPENDS})
  if(EMSCRIPTEN AND arg_FAST)
    set_source_files_properties(${arg_FAST} PROPERTIES COMPILE_OPTIONS -O2)
  endif()
endfunction()
