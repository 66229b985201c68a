# buyerbook_web_program(<target> NAME <file> ENVIRONMENT web|worker JS_LIBRARY <file> OPTIONS ...)
# Links <file>.mjs and <file>.wasm into build/<preset>/program/ as an ES module with one default
# export: a factory that takes the module's settings and promises the running program.
set(BUYERBOOK_RUNTIME_METHODS
    HEAPU8,HEAP32,HEAPU32,HEAPF64,UTF8ToString,stringToUTF8,lengthBytesUTF8,stringToNewUTF8)

function(buyerbook_web_program target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "NAME;ENVIRONMENT;JS_LIBRARY" "OPTIONS")
  set_target_properties(
    ${target} PROPERTIES OUTPUT_NAME ${arg_NAME} SUFFIX .mjs RUNTIME_OUTPUT_DIRECTORY
                                                             ${CMAKE_BINARY_DIR}/program)
  target_link_options(
    ${target}
    PRIVATE
    -sMODULARIZE=1
    -sEXPORT_ES6=1
    -sENVIRONMENT=${arg_ENVIRONMENT}
    -sALLOW_MEMORY_GROWTH=1
    -sSTACK_SIZE=1MB
    # The page's content security policy forbids eval.
    -sDYNAMIC_EXECUTION=0
    -sEXPORTED_FUNCTIONS=_main,_malloc,_free
    -sEXPORTED_RUNTIME_METHODS=${BUYERBOOK_RUNTIME_METHODS}
    $<$<CONFIG:Debug>:-sASSERTIONS=2>
    ${arg_OPTIONS})
  add_dependencies(programs ${target})
  set(library ${CMAKE_SOURCE_DIR}/${arg_JS_LIBRARY})
  if(EXISTS ${library})
    target_link_options(${target} PRIVATE --js-library ${library})
    set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${library})
  endif()
endfunction()
