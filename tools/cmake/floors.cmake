# buyerbook_floor(<name> [DEPENDS <floor or library>...]): one floor of src/ as a static library.
# Every .cpp under its folder belongs to it; new files are found by themselves. A floor links only
# what stands below it, so a wrong include does not link.
file(WRITE ${CMAKE_BINARY_DIR}/generated/empty.cpp.new "// Stands in for a floor without sources.\n")
file(COPY_FILE ${CMAKE_BINARY_DIR}/generated/empty.cpp.new ${CMAKE_BINARY_DIR}/generated/empty.cpp
     ONLY_IF_DIFFERENT)

function(buyerbook_floor name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "DEPENDS")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  add_library(${name} STATIC ${sources} ${CMAKE_BINARY_DIR}/generated/empty.cpp)
  keep_apart()
  target_link_libraries(${name} PRIVATE no_exceptions PUBLIC our_code ${arg_DEPENDS})
endfunction()
