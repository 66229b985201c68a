# Third-party libraries as imported targets, from where tools/toolchain put them.
set(places ${CMAKE_SOURCE_DIR}/build/dependencies-${BUYERBOOK_TARGET}.cmake)
if(NOT EXISTS ${places})
  message(FATAL_ERROR "Third-party libraries are not set up: run tools/toolchain first.")
endif()
include(${places})

# third_party(<target> ROOT <dir> [HEADERS <dir>...] [ARCHIVE <file>] [NEEDS <target>...])
function(third_party target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "ROOT;ARCHIVE" "HEADERS;NEEDS")
  add_library(${target} INTERFACE)
  target_include_directories(${target} SYSTEM INTERFACE ${arg_ROOT}/include)
  foreach(headers IN LISTS arg_HEADERS)
    target_include_directories(${target} SYSTEM INTERFACE ${arg_ROOT}/include/${headers})
  endforeach()
  if(arg_ARCHIVE)
    target_link_libraries(${target} INTERFACE ${arg_ROOT}/lib/${arg_ARCHIVE})
  endif()
  target_link_libraries(${target} INTERFACE ${arg_NEEDS})
endfunction()

third_party(xxhash ROOT ${xxhash_ROOT})
third_party(nlohmann_json ROOT ${nlohmann_json_ROOT})
# The same choice everywhere, or one program would hold two versions of its functions.
target_compile_definitions(nlohmann_json INTERFACE JSON_NOEXCEPTION=1)
third_party(doctest ROOT ${doctest_ROOT})
third_party(zlib ROOT ${zlib_ROOT} ARCHIVE libz.a)
third_party(expat ROOT ${expat_ROOT} ARCHIVE libexpat.a)
third_party(libpng ROOT ${libpng_ROOT} ARCHIVE libpng16.a NEEDS zlib)
third_party(freetype ROOT ${freetype_ROOT} HEADERS freetype2 ARCHIVE libfreetype.a NEEDS zlib)
third_party(libxlsxwriter ROOT ${libxlsxwriter_ROOT} ARCHIVE libxlsxwriter.a NEEDS zlib)
third_party(pdfhummus ROOT ${pdfhummus_ROOT} HEADERS PDFWriter ARCHIVE libpdfhummus.a
            NEEDS freetype libpng zlib)
target_compile_definitions(pdfhummus INTERFACE PDFHUMMUS_NO_TIFF PDFHUMMUS_NO_DCT)
if(EMSCRIPTEN)
  third_party(sdl2 ROOT ${sdl2_ROOT} HEADERS SDL2 ARCHIVE libSDL2.a)
endif()

# Dear ImGui is compiled here, because its configuration is ours. Objects and not an archive: it
# calls back into the ui floor (item hooks), which holds these objects.
add_library(imgui_headers INTERFACE)
target_include_directories(imgui_headers SYSTEM INTERFACE ${imgui_ROOT})
target_include_directories(imgui_headers INTERFACE ${CMAKE_SOURCE_DIR}/src)
if(EXISTS ${CMAKE_SOURCE_DIR}/src/ui/imgui_config.h)
  target_compile_definitions(imgui_headers INTERFACE IMGUI_USER_CONFIG="ui/imgui_config.h")
endif()
target_compile_definitions(
  imgui_headers
  INTERFACE IMGUI_USE_WCHAR32 IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS
            IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_DEFAULT_FONT IMGUI_DISABLE_FILE_FUNCTIONS
            IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS)
add_library(imgui OBJECT ${imgui_ROOT}/imgui.cpp ${imgui_ROOT}/imgui_draw.cpp
                         ${imgui_ROOT}/imgui_tables.cpp ${imgui_ROOT}/imgui_widgets.cpp)
target_link_libraries(imgui PUBLIC imgui_headers no_exceptions)
if(BUYERBOOK_SANITIZE)
  # Where it writes, AddressSanitizer sees; whether its arithmetic is defined is for its own authors.
  target_compile_options(imgui PRIVATE -fno-sanitize=undefined,fuzzer-no-link)
endif()
