# Language, optimisation and warnings. Warnings are errors on our own floors only (our_code).
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_INTERPROCEDURAL_OPTIMIZATION OFF)

if(EMSCRIPTEN)
  # SIMD is in every browser that has what else the page needs.
  add_compile_options(-msimd128)
  set(CMAKE_CXX_FLAGS_RELEASE "-Oz -flto -DNDEBUG")
  set(CMAKE_C_FLAGS_RELEASE "-Oz -flto -DNDEBUG")
  set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g2")
  set(CMAKE_C_FLAGS_DEBUG "-O1 -g2")
else()
  # -O1 keeps property tests quick; the library's own checks stay on.
  set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g -D_GLIBCXX_ASSERTIONS")
  set(CMAKE_C_FLAGS_DEBUG "-O1 -g")
endif()

if(BUYERBOOK_SANITIZE OR BUYERBOOK_COVERAGE OR BUYERBOOK_TOGETHER)
  # Several files at a time are one to the compiler: headers are read once for eight of them.
  set(CMAKE_UNITY_BUILD ON)
  set(CMAKE_UNITY_BUILD_BATCH_SIZE 8)
endif()
if(BUYERBOOK_COVERAGE)
  add_compile_options(-g0 -fprofile-instr-generate -fcoverage-mapping)
  add_link_options(-fprofile-instr-generate)
endif()
if(BUYERBOOK_SANITIZE)
  # Line numbers are what a report shows; the rest of debug information takes a third of the compiling.
  add_compile_options(-g1)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined
                      -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
  # What libFuzzer steers by; programs without libFuzzer count for nobody, at little cost.
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

add_library(our_code INTERFACE)
target_include_directories(our_code INTERFACE ${CMAKE_SOURCE_DIR}/src
                                              ${CMAKE_BINARY_DIR}/generated)
target_compile_options(our_code INTERFACE -Wall -Wextra -Wconversion -Werror)

# Our floors neither throw nor ask for types at run time: smaller programs, and errors are values.
add_library(no_exceptions INTERFACE)
target_compile_options(no_exceptions INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions>
                                               $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
