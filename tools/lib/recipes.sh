# How each third-party library is built, for this machine and for WebAssembly alike: the sources are
# in the present directory (a copy that may be changed), the result goes to $1 as include/ and lib/.
# The text of a recipe is part of the key of what it makes: a changed recipe is built anew.
# CC, CXX, AR, FLAGS and CMAKE are set by build-dependency, <name>_ROOT for the libraries needed.
# shellcheck shell=bash
# shellcheck disable=SC2153,SC2154  # FLAGS, <name>_ROOT are set by build-dependency

# Our own flags are in tools/cmake/settings.cmake.
export NATIVE_FLAGS="-O2 -g1 -fPIC"

# wasm_flags NAME: what makes documents or talks to the browser runs rarely and is downloaded by
# everyone, so size before speed; what reads and packs big files has speed before size.
wasm_flags() {
    case $1 in
        pdfhummus | freetype | libpng | libxlsxwriter | sdl2) echo "-Oz -flto -msimd128" ;;
        *) echo "-O2 -flto -msimd128" ;;
    esac
}

# needs NAME: the libraries that must be there before NAME.
needs() {
    case $1 in
        expat) echo expat_patches ;;
        libpng | freetype | libxlsxwriter) echo zlib ;;
        pdfhummus) echo zlib libpng freetype ;;
    esac
}

# compile_archive LIBRARY COMPILER-AND-FLAGS -- FILE...: one file on each core.
compile_archive() {
    local library=$1 command=()
    shift
    while [ "$1" != -- ]; do command+=("$1") && shift; done
    shift
    mkdir -p objects
    # Numbered, because two folders may hold files of the same name.
    # shellcheck disable=SC2016  # expanded by the inner shell
    printf '%s\n' "$@" | awk '{ print NR; print $0 }' |
        xargs -P "$JOBS" -n 2 bash -c \
            "$(printf '%q ' "${command[@]}")"'-c "$2" -o "objects/$1.o"' compile
    "$AR" rcs "$library" objects/*.o
}

# compile_archive_together LIBRARY COMPILER-AND-FLAGS -- FILE...: six sources at a time, whose headers are
# read once then, a third of the time in all; of six that have names in common each by itself.
compile_archive_together() {
    local library=$1 command=()
    shift
    while [ "$1" != -- ]; do command+=("$1") && shift; done
    shift
    mkdir -p objects
    # shellcheck disable=SC2016  # expanded by the inner shell
    printf '%s\n' "$@" | xargs -P "$JOBS" -n 6 bash -c '
        command=('"$(printf '%q ' "${command[@]}")"')
        six=objects/$(basename "$1" .cpp)-and-others
        printf "#include \"../%s\"\n" "$@" >"$six.cpp"
        if "${command[@]}" -c "$six.cpp" -o "$six.o" 2>"$six.log"; then exit; fi
        for file; do "${command[@]}" -c "$file" -o "objects/$(basename "$file" .cpp).o" || exit; done' compile
    "$AR" rcs "$library" objects/*.o
}

# The flags are those of one build type and not of all: CMake's many trial programs link without
# them, which takes a third of the time under emcc.
cmake_install() {
    local prefix=$1
    shift
    $CMAKE -S . -B build-here -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS_RELEASE="$FLAGS" \
        -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_INSTALL_LIBDIR=lib -DBUILD_SHARED_LIBS=OFF "$@"
    cmake --build build-here -j "$JOBS"
    cmake --install build-here
}

# Debian's zlib lists no sources in its CMake file, so by hand.
recipe_zlib() {
    mkdir -p "$1/include" "$1/lib"
    # shellcheck disable=SC2086  # FLAGS are words
    compile_archive "$1/lib/libz.a" $CC $FLAGS -DHAVE_UNISTD_H -- adler32.c compress.c crc32.c \
        deflate.c gzclose.c gzlib.c gzread.c gzwrite.c infback.c inffast.c inflate.c inftrees.c \
        trees.c uncompr.c zutil.c
    cp zlib.h zconf.h "$1/include/"
}

# Newer suites list a newer expat, but their tarballs come and go with each security update, while
# those of the old stable release stay; so that one, with what Debian mended in it.
recipe_expat_patches() { cp patches/*CVE*.patch "$1/"; }

# The tarball holds the whole repository; the library is one folder of it. By hand: its CMake file
# defines XML_DTD without a value, which the patches compare with one.
recipe_expat() {
    local fix
    for fix in "$expat_patches_ROOT"/*.patch; do patch -s -p1 <"$fix" || return; done
    cd expat || return
    printf '#define %s\n' 'BYTEORDER 1234' 'XML_CONTEXT_BYTES 1024' 'XML_DTD 1' 'XML_NS 1' \
        'XML_DEV_URANDOM 1' 'HAVE_MEMMOVE 1' >lib/expat_config.h
    mkdir -p "$1/include" "$1/lib"
    # shellcheck disable=SC2086
    compile_archive "$1/lib/libexpat.a" $CC $FLAGS -DHAVE_EXPAT_CONFIG_H -Ilib -- \
        lib/xmlparse.c lib/xmlrole.c lib/xmltok.c
    cp lib/expat.h lib/expat_external.h "$1/include/"
}

recipe_libpng() {
    cmake_install "$1" -DPNG_SHARED=OFF -DPNG_TESTS=OFF -DPNG_TOOLS=OFF -DM_LIBRARY="" \
        -DPNG_HARDWARE_OPTIMIZATIONS=OFF \
        -DZLIB_LIBRARY="$zlib_ROOT/lib/libz.a" -DZLIB_INCLUDE_DIR="$zlib_ROOT/include"
}

# Only the five modules that outlines of TrueType and CFF fonts need, and of these what our fonts have:
# they are not hinted, coloured or variable, and have a table of their characters.
recipe_freetype() {
    local unused='ADOBE_GLYPH_LIST|BYTECODE_INTERPRETER|SUBPIXEL_HINTING|GX_VAR_SUPPORT|BDF|SVG|COLOR_LAYERS'
    unused+='|EMBEDDED_BITMAPS|MAC_FONTS|GUESSING_EMBEDDED_RFORK|INCREMENTAL|ENVIRONMENT_PROPERTIES|USE_LZW'
    sed -i -E "/^#define +(FT|TT)_CONFIG_OPTION_($unused)\b/d" include/freetype/config/ftoption.h
    mkdir -p modules "$1/include" "$1/lib"
    cat >modules/few_modules.h <<'HEADER'
FT_USE_MODULE(FT_Driver_ClassRec, tt_driver_class)
FT_USE_MODULE(FT_Driver_ClassRec, cff_driver_class)
FT_USE_MODULE(FT_Module_Class, psaux_module_class)
FT_USE_MODULE(FT_Module_Class, psnames_module_class)
FT_USE_MODULE(FT_Module_Class, sfnt_module_class)
HEADER
    # shellcheck disable=SC2086
    compile_archive "$1/lib/libfreetype.a" $CC $FLAGS -DFT2_BUILD_LIBRARY \
        -DFT_CONFIG_OPTION_SYSTEM_ZLIB '-DFT_CONFIG_MODULES_H=<few_modules.h>' \
        -Imodules -Iinclude -I"$zlib_ROOT/include" -- \
        src/base/ft{system,init,debug,base,bbox,glyph,bitmap,type1,mm,fstype,cid,synth}.c \
        src/truetype/truetype.c src/cff/cff.c src/psaux/psaux.c src/psnames/psnames.c \
        src/sfnt/sfnt.c src/gzip/ftgzip.c
    cp -r include "$1/include/freetype2"
}

# By hand: its CMake file does not accept a zlib that is not the system's.
recipe_libxlsxwriter() {
    # Pictures are packed already: to deflate them once more takes half of all the time for nothing.
    sed -i '/^_add_buffer_to_zip(/,/^}/s/Z_DEFLATED, Z_DEFAULT_COMPRESSION/0, 0/' src/packager.c
    mkdir -p "$1/lib"
    # shellcheck disable=SC2086
    compile_archive "$1/lib/libxlsxwriter.a" $CC $FLAGS -DUSE_STANDARD_TMPFILE -DUSE_DTOA_LIBRARY \
        -DNOCRYPT -DNOUNCRYPT -Iinclude -I"$zlib_ROOT/include" -Ithird_party/minizip -- \
        src/*.c third_party/minizip/ioapi.c third_party/minizip/zip.c third_party/md5/md5.c \
        third_party/dtoa/emyg_dtoa.c
    cp -r include "$1/include"
}

# PDFWriter as the npm package muhammara carries it, without TIFF and JPEG decoding.
recipe_pdfhummus() {
    local here=src/deps file
    # What new[] made is given back with plain delete there, which AddressSanitizer refuses.
    sed -i 's/delete \(charString\|mCharStrings\);/delete[] \1;/' \
        $here/PDFWriter/{CharStringType2Interpreter,CFFFileInput}.cpp
    # Every glyph is a jump within the font file: 256 kB read at each made 1 GB for a page of Chinese.
    sed -i 's/\(DEFAULT_BUFFER_SIZE\) 256\*1024/\1 4*1024/' $here/PDFWriter/InputBufferedStream.h
    # A stream says its length itself, and not by an object of its own: forty bytes less for each.
    sed -i 's/\(bool inForceDirectExtentObject\) = false/\1 = true/' $here/PDFWriter/ObjectsContext.h
    sed -i '/::StartUnfilteredPDFStream/,/^}/{/Length (write as an indirect/,/WriteKeyword(scStream)/d
        s/lengthObjectID,NULL/streamDictionaryContext,NULL/}' $here/PDFWriter/ObjectsContext.cpp
    # Between its objects stand line ends of one byte, and no indents.
    sed -i "s/scNewLine\[2\] = .*/scNewLine[1] = {10};/; s/scNewLine,2/scNewLine,1/" \
        $here/PDFWriter/PrimitiveObjectsWriter.cpp
    sed -i '/i<=mIndentLevel/d; /Write(scTab,1)/d' $here/PDFWriter/DictionaryContext.cpp
    # Nor what a reader needs for other fonts than embedded ones, nor the set of a font's glyphs, which
    # PDF 2.0 has given up; and places are exact to a ten-thousandth of a point.
    sed -i '/WriteKey(scFontFamily)/,/GetFontWeight())/d' $here/PDFWriter/FontDescriptorWriter.cpp
    sed -i '/WriteKey(scCIDSet)/d; /mCIDSetObjectID = inObjectsContext/d; /Value(mCIDSetObjectID)/d' \
        $here/PDFWriter/DescendentFontWriter.cpp
    sed -i 's/s<<std::fixed/s.precision(4); s<<std::fixed/' $here/PDFWriter/PrimitiveObjectsWriter.cpp
    mkdir -p "$1/include/PDFWriter" "$1/lib"
    cp $here/LibAesgm/*.h "$1/include/" 2>/dev/null || true
    # shellcheck disable=SC2086
    compile_archive aesgm.a $CC $FLAGS -I$here/LibAesgm -- $here/LibAesgm/*.c
    # They go into the archive below, which keeps one object of a name.
    for file in objects/*.o; do mv "$file" "objects/aes-${file##*/}"; done
    # shellcheck disable=SC2086
    compile_archive_together "$1/lib/libpdfhummus.a" $CXX -std=c++20 $FLAGS -DPDFHUMMUS_NO_TIFF \
        -DPDFHUMMUS_NO_DCT -I"$zlib_ROOT/include" -I"$libpng_ROOT/include" \
        -I"$freetype_ROOT/include/freetype2" -I$here/PDFWriter -I$here/LibAesgm -- $here/PDFWriter/*.cpp
    cp $here/PDFWriter/*.h "$1/include/PDFWriter/"
}

# By hand: its CMake file links some 250 trial programs, minutes of work under emcc, to arrive at the
# header that SDL ships for Emscripten. Only what a window, its events and a WebGL context need; lean
# leaves out the software blitters, 190 kB that no one here calls.
recipe_sdl2() {
    local config=include/SDL_config_emscripten.h part
    local flags="$FLAGS -DSDL_LEAN_AND_MEAN=1 -Iinclude -Isrc"
    sed -i -E '/define (HAVE_ICONV|SDL_(AUDIO|JOYSTICK|LOADSO|THREAD|POWER|SENSOR)_)/d' $config
    for part in AUDIO JOYSTICK SENSOR LOADSO THREADS POWER RENDER; do
        echo "#define SDL_${part}_DISABLED 1"
    done >>$config
    mkdir -p "$1/include" "$1/lib"
    # shellcheck disable=SC2086
    compile_archive "$1/lib/libSDL2.a" $CC $flags -- src/*.c src/{atomic,audio}/*.c \
        src/{cpuinfo,events,file,haptic,hidapi,joystick,libm,locale,misc,power}/*.c \
        src/{render,sensor,stdlib,thread,timer,video}/*.c src/render/{software,opengles2}/*.c \
        src/{audio,haptic,joystick,loadso,sensor,video}/dummy/*.c src/thread/generic/*.c \
        src/timer/unix/*.c src/video/yuv2rgb/*.c src/{filesystem,locale,misc,video}/emscripten/*.c
    cp -r include "$1/include/SDL2"
}

# Its header is the whole library.
recipe_xxhash() {
    mkdir "$1/include"
    cp xxhash.h LICENSE "$1/include/"
}

recipe_nlohmann_json() { cp -r usr/include "$1/include"; }
recipe_doctest() { cp -r usr/include "$1/include"; }

# Compiled by our own CMake file, with our own configuration header.
recipe_imgui() {
    cp ./*.h ./*.cpp LICENSE.txt "$1/"
}
