#!/usr/bin/env python3
"""Prints the characters of a PDF font as hb-subset wants them: one hexadecimal code point a line.

    font_characters.py sc|latin

sc     what a Chinese quote sheet needs: GB 2312, the common half of Big5, Greek, Cyrillic, symbols
latin  what the Chinese font lacks: the other Latin letters, Vietnamese, accented Greek, currencies
"""
import sys

SHARED = [(0x20, 0x7E), (0xA0, 0xFF)]
SC = SHARED + [
    (0x0391, 0x03C9),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x2000, 0x206F),  # punctuation
    (0x20AC, 0x20AC),  # euro
    (0x2100, 0x214F),  # letter-like signs: ℃ № ™
    (0x2150, 0x218B),  # fractions and Roman numerals
    (0x2190, 0x2199),  # arrows
    (0x2200, 0x22FF),  # mathematical signs
    (0x2460, 0x24FF),  # circled numbers
    (0x2500, 0x25FF),  # lines, boxes and shapes
    (0x2600, 0x26FF),  # signs
    (0x2713, 0x2717),  # ticks and crosses
    (0x3000, 0x30FF),  # Chinese punctuation and kana
    (0x3100, 0x312F),  # bopomofo
    (0x3220, 0x33FF),  # enclosed letters and square units
    (0xFE10, 0xFE4F),  # vertical forms
    (0xFF00, 0xFFEF),  # full-width forms
]
LATIN = SHARED + [
    (0x0100, 0x024F),  # Latin Extended-A and B: Ł ę ő Ş
    (0x0259, 0x0259),  # ə
    (0x02B0, 0x036F),  # modifiers and combining marks
    (0x0370, 0x03FF),  # Greek with accents
    (0x0400, 0x052F),  # Cyrillic and its supplement
    (0x1E00, 0x1EFF),  # Vietnamese and other Latin letters
    (0x2000, 0x206F),
    (0x20A0, 0x20CF),  # currencies: ₽ ₹ ₫ ₺ ₦
    (0x2100, 0x214F),
]


def decoded(encoding: str, leads: range, trails: list[range]) -> set[int]:
    """The characters behind two-byte codes."""
    found = set()
    for lead in leads:
        for trail in (byte for part in trails for byte in part):
            text = bytes([lead, trail]).decode(encoding, "ignore")
            if len(text) == 1:
                found.add(ord(text))
    return found


def characters(which: str) -> set[int]:
    ranges = {"sc": SC, "latin": LATIN}[which]
    found = {code for first, last in ranges for code in range(first, last + 1)}
    if which == "sc":
        found |= decoded("gb2312", range(0xA1, 0xFF), [range(0xA1, 0xFF)])
        found |= decoded("big5", range(0xA4, 0xC7), [range(0x40, 0x7F), range(0xA1, 0xFF)])
    return found


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in ("sc", "latin"):
        sys.exit(__doc__)
    print("\n".join(f"{code:04X}" for code in sorted(characters(sys.argv[1]))))
