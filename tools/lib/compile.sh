# Configuring and compiling with the presets. One at a time for each build directory.
# shellcheck shell=bash

# locked PRESET COMMAND...: waits for another run that uses the same build directory.
locked() {
    local preset=$1
    shift
    mkdir -p "$TREE/build"
    (
        flock 6
        "$@"
    ) 6>"$TREE/build/.lock-$preset"
}

# compile_native PRESET TARGET...
compile_native() { locked "$1" compile_native_now "$@"; }
compile_native_now() {
    local preset=$1
    shift
    cd "$TREE" || return
    if [ ! -e "build/$preset/build.ninja" ]; then
        cmake --preset "$preset" >/dev/null || return
    fi
    cmake --build "build/$preset" --target "$@"
}

# compile_web PRESET TARGET...: a directory made by another Emscripten is begun anew.
compile_web() { locked "$1" compile_web_now "$@"; }
compile_web_now() {
    local preset=$1 made_by
    local directory=$TREE/build/$preset
    shift
    cd "$TREE" || return
    made_by=$(emscripten_identity)
    if [ "$(cat "$directory/made-by" 2>/dev/null)" != "$made_by" ]; then rm -rf "$directory"; fi
    if [ ! -e "$directory/build.ninja" ]; then
        rm -rf "$directory"
        mkdir -p "$directory"
        "$TOOLS/in-emscripten" emcmake cmake --preset "$preset" \
            ${BUYERBOOK_TOGETHER:+-DBUYERBOOK_TOGETHER=ON} >"$directory/configure.log" 2>&1 || {
            cat "$directory/configure.log" >&2
            return 1
        }
        printf '%s' "$made_by" >"$directory/made-by"
    fi
    "$TOOLS/in-emscripten" cmake --build "build/$preset" --target "$@"
}
