# The licence texts that go with what is served: one file, collected from the sources themselves.
# shellcheck shell=bash

# licence_files: "name<TAB>file" for each part of the page.
licence_files() {
    local packages aes=$TREE/build/aes-licence.txt
    # Its licence is the comment at the head of each file.
    sed '/\*\//q' "$(unpacked pdfhummus)/src/deps/LibAesgm/aes.h" >"$aes"
    packages=$(npm_place)/node_modules
    printf '%s\t%s\n' \
        "Dear ImGui" "$(unpacked imgui)/LICENSE.txt" \
        "SDL" "$(unpacked sdl2)/LICENSE.txt" \
        "zlib" "$(unpacked zlib)/LICENSE" \
        "Expat" "$(unpacked expat)/expat/COPYING" \
        "libpng" "$(unpacked libpng)/LICENSE" \
        "FreeType (used under the FreeType License)" "$(unpacked freetype)/docs/FTL.TXT" \
        "libxlsxwriter" "$(unpacked libxlsxwriter)/License.txt" \
        "PDFHummus" "$(unpacked pdfhummus)/LICENSE" \
        "AES by Brian Gladman" "$aes" \
        "xxHash" "$(unpacked xxhash)/LICENSE" \
        "JSON for Modern C++" "$(unpacked nlohmann_json)/usr/share/doc/nlohmann-json3-dev/copyright" \
        "Noto Sans SC" "$(unpacked noto_cjk)/usr/share/doc/fonts-noto-cjk/copyright" \
        "Noto Sans" "$(unpacked noto_core)/usr/share/doc/fonts-noto-core/copyright" \
        "noble-ciphers" "$packages/@noble/ciphers/LICENSE" \
        "Lucide (icons)" "$packages/lucide-static/LICENSE" \
        "Unicode CLDR (names of countries)" "$packages/cldr-core/LICENSE" \
        "countries-list" "$packages/countries-list/LICENSE" \
        "countries-and-timezones" "$packages/countries-and-timezones/LICENSE"
    emscripten_licence
}

# The C and C++ libraries that every program of Emscripten holds.
emscripten_licence() {
    local file
    for file in "$(emscripten_root)/usr/share/doc/emscripten/copyright" \
        "$(dirname "$(command -v emcc || echo .)")/LICENSE"; do
        if [ -e "$file" ]; then
            printf 'Emscripten and its libraries\t%s\n' "$file"
            return
        fi
    done
}

licences_place() { printf '%s\n' "$TREE/build/licences.txt"; }

# write_licences: done at every build; it takes a moment only.
write_licences() {
    local name file
    licence_files | while IFS=$'\t' read -r name file; do
        printf '%s\n%s\n\n' "$name" "${name//?/=}"
        cat "$file"
        printf '\n\n'
    done >"$(licences_place)"
}
