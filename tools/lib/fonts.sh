# The fonts that go into PDFs: subsets of Noto Sans SC (CFF outlines), of Noto Sans for what the
# Chinese font lacks, and the rare characters of both in fonts of their own, which are loaded only for
# a page that needs them. Made once, kept in the cache.
# shellcheck shell=bash

fonts_place() {
    {
        pin noto_cjk sha256
        pin noto_core sha256
        cat "$TOOLS/font_characters.py"
        declare -f make_fonts subset
        hb-subset --version | head -n 1
    } | short_hash | sed "s|^|$CACHE/fonts/|"
}

# subset CHARACTERS FONT FACE OUTPUT: layout tables go, because the PDF writer does not shape.
subset() {
    hb-subset --unicodes-file="$1" --face-index="$3" --layout-features='' --no-hinting \
        --drop-tables+=GSUB,GPOS,GDEF,VORG,vhea,vmtx,BASE \
        --font-file="$2" --output-file="$4"
}

make_fonts() {
    local place=$1 cjk core
    step "fonts for PDFs"
    cjk=$(unpacked noto_cjk)/usr/share/fonts/opentype/noto
    core=$(unpacked noto_core)/usr/share/fonts/truetype/noto
    python3 "$TOOLS/font_characters.py" sc >"$place/sc.txt"
    python3 "$TOOLS/font_characters.py" latin >"$place/latin.txt"
    python3 "$TOOLS/font_characters.py" rare >"$place/rare.txt"
    # Face 2 of the collection is the simplified Chinese one.
    subset "$place/sc.txt" "$cjk/NotoSansCJK-Regular.ttc" 2 "$place/sc-regular.otf"
    subset "$place/sc.txt" "$cjk/NotoSansCJK-Bold.ttc" 2 "$place/sc-bold.otf"
    subset "$place/latin.txt" "$core/NotoSans-Regular.ttf" 0 "$place/latin-regular.ttf"
    subset "$place/latin.txt" "$core/NotoSans-Bold.ttf" 0 "$place/latin-bold.ttf"
    subset "$place/rare.txt" "$cjk/NotoSansCJK-Regular.ttc" 2 "$place/sc-rare.otf"
    rm "$place"/*.txt
}

# whole_fonts: a folder with the four fonts before they were cut, to compare pages with.
whole_fonts() {
    local folder=$TREE/build/whole-fonts
    mkdir -p "$folder"
    ln -sf "$(unpacked noto_cjk)"/usr/share/fonts/opentype/noto/NotoSansCJK-{Regular,Bold}.ttc \
        "$(unpacked noto_core)"/usr/share/fonts/truetype/noto/NotoSans-{Regular,Bold}.ttf "$folder/"
    printf '%s\n' "$folder"
}

ensure_fonts() { keep_result "$(fonts_place)" make_fonts; }
