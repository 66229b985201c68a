# buyerbook_generate(<floor> SCRIPT <file> OUTPUTS <file>... [ARGUMENTS <text>...] [DEPENDS <file>...])
# Runs `node SCRIPT` (.mjs) or `python3 SCRIPT` (.py) in the root of the tree, with the absolute
# output paths and then ARGUMENTS, and adds the outputs to the floor. OUTPUTS are relative to build/<preset>/generated/, which is an
# include root: OUTPUTS knowledge/countries.h is included as "knowledge/countries.h".
# npm packages are found by plain import, data of the tree by paths relative to the script.
find_program(BUYERBOOK_NODE NAMES node nodejs REQUIRED)
find_program(BUYERBOOK_PYTHON NAMES python3 REQUIRED)

function(buyerbook_generate floor)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "SCRIPT" "OUTPUTS;ARGUMENTS;DEPENDS")
  set(outputs ${arg_OUTPUTS})
  list(TRANSFORM outputs PREPEND ${CMAKE_BINARY_DIR}/generated/)
  set(inputs ${arg_SCRIPT} ${arg_DEPENDS})
  list(TRANSFORM inputs PREPEND ${CMAKE_SOURCE_DIR}/ REGEX "^[^/]")
  set(interpreter ${BUYERBOOK_NODE})
  if(arg_SCRIPT MATCHES "\\.py$")
    set(interpreter ${BUYERBOOK_PYTHON})
  endif()
  foreach(output IN LISTS outputs)
    cmake_path(GET output PARENT_PATH directory)
    file(MAKE_DIRECTORY ${directory})
  endforeach()
  list(GET inputs 0 script)
  add_custom_command(
    OUTPUT ${outputs}
    COMMAND ${interpreter} ${script} ${outputs} ${arg_ARGUMENTS}
    DEPENDS ${inputs} ${CMAKE_SOURCE_DIR}/tools/package-lock.json
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    COMMENT "Generating ${arg_OUTPUTS}"
    VERBATIM)
  target_sources(${floor} PRIVATE ${outputs})
endfunction()

# buyerbook_shaders(<target>): every file of shaders/, embedded as the header "shaders.h". They are
# checked by tools/build, outside: the place where Emscripten lives has no glslangValidator.
function(buyerbook_shaders target)
  file(GLOB shaders CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/shaders/*.vert
       ${CMAKE_SOURCE_DIR}/shaders/*.frag)
  set(script ${CMAKE_SOURCE_DIR}/tools/embed_shaders.py)
  set(output ${CMAKE_BINARY_DIR}/generated/shaders.h)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${BUYERBOOK_PYTHON} ${script} ${output}
    DEPENDS ${script} ${shaders}
    COMMENT "Embedding shaders"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
