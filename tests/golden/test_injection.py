"""Text that spreadsheets compute (R14): what our writers made of it, opened by LibreOffice."""
import functools
import shutil
import unittest
import xml.etree.ElementTree as xml

from golden_files import MADE, office

FOLDER = MADE / "injection"
TEXTS = [bytes.fromhex(line).decode() for line in (FOLDER / "payloads.hex").read_text().split()]
READABLE = ["-12.50", "+49 30 901820", "+49 (30) 901820", "008613800000042"]  # the last ones: no formulas
PAYLOADS = TEXTS[:-len(READABLE)]
# UTF-8 from row 1; a quoted cell is no more text than another.
AS_IF_TYPED = "34,76,1,,0,false,true"
COMMAS, SEMICOLONS, TABS = (f"CSV:{ord(c)},{AS_IF_TYPED}" for c in ",;\t")
WEB_PAGE = "HTML (StarCalc)"

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def text_of(cell):
    """With white space as it may come out of any format: one space for all that is together."""
    parts = []
    for piece in cell.iter():
        if piece.tag in (f"{TEXT}p", f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"):
            parts.append(" ")
        if piece.tag.startswith(TEXT):
            parts.append(piece.text or "")
        if piece is not cell:
            parts.append(piece.tail or "")
    return plain("".join(parts))


def plain(text):
    return " ".join(text.replace("\ufeff", "").split())


def bare(text):
    """Without the apostrophes that guard it; those may stand within a text too."""
    return "".join(plain(text).replace("'", "").split())


@functools.cache
def opened(name, reading=None):
    return Opened(name, reading)


class Opened:
    """What LibreOffice sees in a file: every formula, and the texts of each row."""

    def __init__(self, name, reading=None):
        folder = office("fods", FOLDER / name, reading=reading)
        try:
            tree = xml.parse(next(folder.glob("*.fods")))
        finally:
            shutil.rmtree(folder)
        cells = list(tree.iter(f"{TABLE}table-cell"))
        self.formulas = [c.get(f"{TABLE}formula") for c in cells if c.get(f"{TABLE}formula")]
        self.links = [e.tag for e in tree.iter() if e.tag.startswith(TABLE) and
                      e.tag.removeprefix(TABLE) in ("dde-link", "table-source", "cell-range-source")]
        self.rows = [[text_of(cell) for cell in row.iter(f"{TABLE}table-cell")]
                     for row in tree.iter(f"{TABLE}table-row")]


class Injection(unittest.TestCase):
    maxDiff = None

    def nothing_is_computed(self, book):
        self.assertEqual(book.formulas, [])
        self.assertEqual(book.links, [])

    def every_payload_is_there(self, book):
        """At both ends of its row, as it was or with the apostrophes that guard it."""
        self.assertGreaterEqual(len(book.rows), len(PAYLOADS))
        for payload, row in zip(PAYLOADS, book.rows):
            for found in (row[0], row[2]):
                self.assertEqual(bare(found), bare(payload), repr(payload))

    def only_numbers_are_without_guard(self, book):
        for readable, row in zip(READABLE, book.rows[len(PAYLOADS):]):
            for found in (row[0], row[2]):
                self.assertIn(found, (readable, readable.rstrip("0"), readable.lstrip("0")))

    def test_there_are_enough_payloads(self):
        self.assertGreaterEqual(len(set(PAYLOADS)), 100)

    def test_libreoffice_would_compute_them(self):
        book = opened("unguarded.csv", COMMAS)
        self.assertGreaterEqual(len(book.formulas), 80)
        self.assertIn("of:=DDE(\"soffice\";\"/etc/passwd\";\"A1\")", book.formulas)

    def test_quote_sheets(self):
        book = opened("sheet.xlsx")
        self.nothing_is_computed(book)
        self.every_payload_is_there(book)

    def test_readable_export(self):
        book = opened("tables.xlsx")
        self.nothing_is_computed(book)
        self.every_payload_is_there(book)

    def test_import_report(self):
        book = opened("report.csv", COMMAS)
        self.nothing_is_computed(book)
        self.every_payload_is_there(book)
        self.only_numbers_are_without_guard(book)

    def test_import_report_where_commas_do_not_separate(self):
        self.nothing_is_computed(opened("report.csv", SEMICOLONS))
        self.nothing_is_computed(opened("report.csv", TABS))

    def test_cells_copied_as_text(self):
        book = opened("copied.tsv", TABS)
        self.nothing_is_computed(book)
        self.every_payload_is_there(book)
        self.only_numbers_are_without_guard(book)
        self.nothing_is_computed(opened("copied.tsv", SEMICOLONS))

    def test_cells_copied_as_html(self):
        book = opened("copied.html", WEB_PAGE)
        self.nothing_is_computed(book)
        self.every_payload_is_there(book)

    def test_numbers_stay_readable(self):
        self.assertEqual(TEXTS[-len(READABLE):], READABLE)
        for name in ("sheet.xlsx", "tables.xlsx"):
            rows = opened(name).rows[len(PAYLOADS):len(TEXTS)]
            self.assertEqual([row[0] for row in rows], READABLE)


if __name__ == "__main__":
    unittest.main()
