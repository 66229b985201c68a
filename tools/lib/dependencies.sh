# Third-party libraries: unpacked and built once, kept in the cache under a key of everything that
# made them (pin, recipe, compiler, flags, the keys of what they need).
# shellcheck shell=bash

NATIVE_LIBRARIES="xxhash nlohmann_json doctest imgui zlib expat_patches expat libpng freetype libxlsxwriter pdfhummus"
WASM_LIBRARIES="xxhash nlohmann_json doctest imgui zlib expat_patches expat libpng freetype libxlsxwriter sdl2 pdfhummus"

# unpacked NAME: the directory of the unpacked pinned file.
unpacked() {
    local directory
    directory=$CACHE/sources/$1-$(pin "$1" sha256 | cut -c1-16)
    keep_result "$directory" unpack "$1"
    printf '%s\n' "$directory"
}

unpack() {
    local archive
    archive=$(fetch "$1")
    case $archive in
        *.deb) dpkg-deb -x "$archive" "$2" ;;
        *) tar -xf "$archive" --strip-components=1 -C "$2" ;;
    esac
}

compiler_identity() {
    if [ "$1" = wasm ]; then emscripten_identity; else g++ --version | head -n 1; fi
}

header_only() { case $1 in xxhash | nlohmann_json | doctest | imgui | expat_patches) true ;; *) false ;; esac }

# dependency_key NAME TARGET
dependency_key() {
    local name=$1 target=$2 needed
    {
        pin "$name" sha256
        declare -f "recipe_$name" compile_archive cmake_install
        if [ "$name" = pdfhummus ]; then declare -f compile_archive_together; fi
        if ! header_only "$name"; then
            printf '%s\n' "$target" "$(compiler_identity "$target")"
            if [ "$target" = wasm ]; then
                wasm_flags "$name"
            else
                printf '%s\n' "$NATIVE_FLAGS"
            fi
        fi
        for needed in $(needs "$name"); do dependency_key "$needed" "$target"; done
    } | short_hash
}

dependency_place() {
    local target=$2
    if header_only "$1"; then target=any; fi
    printf '%s\n' "$CACHE/dependencies/$1-$target-$(dependency_key "$1" "$2")"
}

make_dependency() {
    local name=$1 target=$2 place=$3 sources needed run=()
    local roots=()
    sources=$(unpacked "$name")
    for needed in $(needs "$name"); do roots+=("$needed=$(dependency_place "$needed" "$target")"); done
    step "building $name $(pin "$name" version) ($target)"
    if [ "$target" = wasm ] && ! header_only "$name"; then run=("$TOOLS/in-emscripten"); fi
    mkdir -p "$CACHE/logs"
    "${run[@]}" "$TOOLS/lib/build-dependency" "$name" "$target" "$sources" "$place" "${roots[@]}" \
        >"$CACHE/logs/$name-$target.log" 2>&1 || {
        tail -n 30 "$CACHE/logs/$name-$target.log" >&2
        fail "$name did not build; the whole log is $CACHE/logs/$name-$target.log"
    }
}

# ensure_dependency NAME TARGET
ensure_dependency() {
    keep_result "$(dependency_place "$1" "$2")" make_dependency "$1" "$2"
}

# ensure_dependencies TARGET: builds what is missing and tells CMake where everything is.
ensure_dependencies() {
    local target=$1 name names=$NATIVE_LIBRARIES slow=
    local list=$TREE/build/dependencies-$target.cmake new
    if [ "$target" = wasm ]; then
        names=$WASM_LIBRARIES
        # Its configure step takes minutes on one core: beside the others.
        ensure_dependency sdl2 wasm &
        slow=$!
    fi
    for name in $names; do
        if [ "$name" != sdl2 ]; then ensure_dependency "$name" "$target"; fi
    done
    if [ -n "$slow" ]; then wait "$slow"; fi
    mkdir -p "$TREE/build"
    new=$(mktemp "$list.XXXXXX") # two runs at once each write their own
    {
        printf '# Written by tools/toolchain. Compiler: %s\n' "$(compiler_identity "$target")"
        for name in $names; do
            printf 'set(%s_ROOT "%s")\n' "$name" "$(dependency_place "$name" "$target")"
        done
        printf 'set(BUYERBOOK_FONT_DIR "%s")\n' "$(fonts_place)"
    } >"$new"
    # Left alone when nothing changed, so that CMake does not configure again.
    if cmp -s "$new" "$list"; then rm "$new"; else mv "$new" "$list"; fi
}
