# The WebAssembly compiler: emcc of PATH when it is new enough, otherwise Debian's own in a root
# directory made by mmdebstrap and entered with tools/in-emscripten.
# shellcheck shell=bash

EMSCRIPTEN_PACKAGES=emscripten,cmake,ninja-build,patch

version_at_least() { [ "$(printf '%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

emcc_version() { "$@" emcc --version 2>/dev/null | sed -n '1s/.* \([0-9]\+\.[0-9]\+\.[0-9]\+\).*/\1/p'; }

# emcc_on_path: true when the machine's own emcc will do.
emcc_on_path() {
    [ -z "${BUYERBOOK_OWN_EMSCRIPTEN:-}" ] && have emcc && have cmake && have ninja &&
        version_at_least "$(emcc_version)" "$(pin emscripten version)"
}

emscripten_root() {
    local key
    key=$(printf '%s %s %s' "$(pin emscripten suite)" "$(pin emscripten version)" \
        "$EMSCRIPTEN_PACKAGES" | short_hash)
    printf '%s\n' "$CACHE/roots/emscripten-$key"
}

make_emscripten_root() {
    local directory=$1 uri options
    have mmdebstrap || fail "mmdebstrap is missing: run tools/toolchain as root"
    [ "$(id -u)" = 0 ] || fail "no emcc $(pin emscripten version) on PATH, and only root can make one"
    step "Emscripten: a root directory of $(pin emscripten suite), about 2.5 GB"
    uri=$(archive_uri)
    options=$(mktemp)
    apt-config dump Acquire >"$options" # proxies and the like
    mmdebstrap --quiet --variant=apt --aptopt="$options" --keyring="$KEYRING" \
        --include="$EMSCRIPTEN_PACKAGES" "$(pin emscripten suite)" "$directory" "$uri" >&2
    rm -f "$options"
    rm -rf "$directory"/var/cache/apt/archives/*.deb "$directory/var/lib/apt/lists"
    local made
    made=$(emcc_version chroot "$directory")
    [ "$made" = "$(pin emscripten version)" ] ||
        fail "the archive has Emscripten $made: change the line of emscripten in tools/pins.txt"
}

# emscripten_identity: what compiled objects depend on; part of the key of everything made by it.
emscripten_identity() {
    if emcc_on_path; then
        printf 'path %s' "$(emcc --version | head -n 1)"
    else
        printf 'root %s' "$(basename "$(emscripten_root)")"
    fi
}

ensure_emscripten() {
    emcc_on_path || keep_result "$(emscripten_root)" make_emscripten_root
}
