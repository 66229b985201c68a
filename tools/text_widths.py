#!/usr/bin/env python3
"""Writes src/documents/text_widths.inc from the two Noto Sans fonts (Regular, Bold).

Run by hand when the Latin font of the PDFs changes:
    tools/text_widths.py NotoSans-Regular.ttf NotoSans-Bold.ttf > src/documents/text_widths.inc
Widths are in thousandths of an em; 0 means that the font has no such character.
"""
import struct
import sys

RANGES = [(0x20, 0x7E), (0xA0, 0x17F), (0x18F, 0x18F), (0x192, 0x192), (0x1A0, 0x1A1),
          (0x1AF, 0x1B0), (0x1CD, 0x1DC), (0x218, 0x21B), (0x2C6, 0x2DD), (0x300, 0x30C),
          (0x384, 0x3CE), (0x400, 0x45F), (0x490, 0x493), (0x49A, 0x4A3), (0x4AE, 0x4B1),
          (0x4BA, 0x4BB), (0x4D8, 0x4D9), (0x4E8, 0x4E9), (0x1E80, 0x1E85), (0x1E9E, 0x1E9E),
          (0x1EA0, 0x1EF9), (0x2010, 0x2027), (0x202F, 0x203A), (0x2044, 0x2044),
          (0x2070, 0x2089), (0x20A0, 0x20BF), (0x2105, 0x2122), (0x2126, 0x2126),
          (0x2212, 0x2212), (0x221A, 0x221E), (0x2248, 0x2265), (0xFB01, 0xFB02)]


def tables_of(font):
    count = struct.unpack(">H", font[4:6])[0]
    for i in range(count):
        tag, _, offset, length = struct.unpack(">4sIII", font[12 + 16 * i:28 + 16 * i])
        yield tag.decode(), font[offset:offset + length]


def glyphs_of(cmap):
    """Code point to glyph, from the format 4 table for the basic plane."""
    for i in range(struct.unpack(">H", cmap[2:4])[0]):
        platform, encoding, offset = struct.unpack(">HHI", cmap[4 + 8 * i:12 + 8 * i])
        if (platform, encoding) != (3, 1):
            continue
        table = cmap[offset:]
        segments = struct.unpack(">H", table[6:8])[0] // 2
        words = lambda at: struct.unpack(f">{segments}H", table[at:at + 2 * segments])
        ends, starts = words(14), words(16 + 2 * segments)
        deltas, offsets = words(16 + 4 * segments), words(16 + 6 * segments)
        result = {}
        for s in range(segments):
            for code in range(starts[s], min(ends[s], 0xFFFE) + 1):
                if offsets[s] == 0:
                    glyph = (code + deltas[s]) & 0xFFFF
                else:
                    at = 16 + 6 * segments + 2 * s + offsets[s] + 2 * (code - starts[s])
                    glyph = struct.unpack(">H", table[at:at + 2])[0]
                    glyph = (glyph + deltas[s]) & 0xFFFF if glyph else 0
                if glyph:
                    result[code] = glyph
        return result
    sys.exit("no format 4 character map")


def widths_of(path):
    tables = dict(tables_of(open(path, "rb").read()))
    em = struct.unpack(">H", tables["head"][18:20])[0]
    count = struct.unpack(">H", tables["hhea"][34:36])[0]
    advance = lambda g: struct.unpack(">H", tables["hmtx"][4 * min(g, count - 1):][:2])[0]
    glyphs = glyphs_of(tables["cmap"])
    return lambda code: round(advance(glyphs[code]) * 1000 / em) if code in glyphs else 0


def main():
    regular, bold = widths_of(sys.argv[1]), widths_of(sys.argv[2])
    print("// Advance widths of Noto Sans, thousandths of an em. Made by tools/text_widths.py.")
    print("inline constexpr WidthRange width_ranges[] = {")
    start = 0
    for first, last in RANGES:
        print(f"    {{0x{first:X}, 0x{last:X}, {start}}},")
        start += last - first + 1
    print("};")
    codes = [c for first, last in RANGES for c in range(first, last + 1)]
    for name, width in (("regular_widths", regular), ("bold_widths", bold)):
        print(f"inline constexpr std::uint16_t {name}[] = {{")
        row = "   "
        for code in codes:
            cell = f" {width(code)},"
            if len(row) + len(cell) > 100:
                print(row)
                row = "   "
            row += cell
        print(row)
        print("};")


main()
