# All of the set-up in one function. Sourcing this file gives a script everything in tools/lib/.
# shellcheck shell=bash

here=$(dirname "${BASH_SOURCE[0]}")
. "$here/common.sh"
. "$here/packages.sh"
. "$here/archive.sh"
. "$here/emscripten.sh"
. "$here/recipes.sh"
. "$here/dependencies.sh"
. "$here/fonts.sh"
. "$here/npm.sh"
. "$here/licences.sh"

# set_up build|test|torture TARGET...: programs for building only, for testing too, or for all;
# libraries for native and wasm.
set_up() {
    local target compiler=
    mkdir -p "$CACHE/logs"
    ensure_packages "$1"
    shift
    ensure_npm
    ensure_fonts
    # Unpacking keeps one core busy for minutes; the libraries for this machine do not need it.
    if [[ " $* " == *" wasm "* ]]; then
        ensure_emscripten &
        compiler=$!
    fi
    for target in "$@"; do
        if [ "$target" = wasm ]; then wait "$compiler"; fi
        ensure_dependencies "$target"
    done
}
