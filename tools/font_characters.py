#!/usr/bin/env python3
"""Prints the characters of a PDF font as hb-subset wants them: one hexadecimal code point a line.

    font_characters.py sc|latin|rare

sc     what a Chinese quote sheet needs: GB 2312, the common half of Big5, Greek, Cyrillic, symbols
latin  what the Chinese font lacks: the other Latin letters, Vietnamese, accented Greek, currencies
rare   what few quotes need: the other Han characters of GBK and of the standard list of 2013, so
       that names are whole (镕 堃 喆 㛃 䶮), and Korean
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


RARE = [
    (0x1100, 0x11FF),  # Hangul letters
    (0x3131, 0x318E),
    (0x4E00, 0x9FFF),  # Han
    (0xAC00, 0xD7A3),  # Hangul
    (0xF900, 0xFAFF),  # compatibility Han
]
# 通用规范汉字表 (State Council, 2013-06-05): its characters outside the block above.
STANDARD = (
    "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎"
    "䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮𠅤𠙶𠳐𡎚𡐓𣗋𣲗"
    "𣲘𣸣𤧛𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌𪟝𪣻𪤗𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭"
    "𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚈𫚕𫚖𫚭𫛭𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜𫢸"
    "𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟"
    "𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶"
    "𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓"
)


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
    ranges = {"sc": SC, "latin": LATIN, "rare": RARE}[which]
    found = {code for first, last in ranges for code in range(first, last + 1)}
    if which == "sc":
        found |= decoded("gb2312", range(0xA1, 0xFF), [range(0xA1, 0xFF)])
        found |= decoded("big5", range(0xA4, 0xC7), [range(0x40, 0x7F), range(0xA1, 0xFF)])
    if which == "rare":
        found |= {ord(character) for character in STANDARD}
        found -= characters("sc")
    return found


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in ("sc", "latin", "rare"):
        sys.exit(__doc__)
    print("\n".join(f"{code:04X}" for code in sorted(characters(sys.argv[1]))))
