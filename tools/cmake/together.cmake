# Builds with CMAKE_UNITY_BUILD put several sources of a target together before the compiler sees
# them. These stay by themselves, because a name in their unnamed namespace is another file's too.
set(by_themselves
    src/app/sample_data.cpp
    src/app/search_text.cpp
    src/base/decimal_parse.cpp
    src/domain/validate.cpp
    src/domain/validate_choice.cpp
    src/knowledge/incoterm.cpp
    src/knowledge/notes_asia.cpp
    src/knowledge/notes_europe.cpp
    src/knowledge/notes_north_america.cpp
    src/knowledge/notes_oceania.cpp
    src/knowledge/notes_south_america.cpp
    src/ui/views/quotes.cpp
    tests/unit/base/time_test.cpp
    tests/unit/documents_io/read_bombs_test.cpp
    tests/unit/store/customer_file_test.cpp
    tests/unit/store/merge_test.cpp
    tests/unit/store/property_test.cpp
    tests/unit/store/salvage_test.cpp
    tests/unit/store/workspace_test.cpp)

# keep_apart(): says so in the present directory; to be called wherever targets are made.
function(keep_apart)
  list(TRANSFORM by_themselves PREPEND ${CMAKE_SOURCE_DIR}/)
  set_source_files_properties(${by_themselves} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()
