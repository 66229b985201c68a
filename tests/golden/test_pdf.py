"""PDF files of the quote sheet, looked at by qpdf and poppler. Text that can be extracted may still
be blank on the page, so pixels are counted too."""
import collections
import pathlib
import re
import shutil
import tempfile
import unittest

from golden_files import SAMPLES, run


def text_of(pdf, *options):
    return run("pdftotext", *options, pdf, "-").decode("utf-8")


def squeezed(text):
    return re.sub(r"\s+", "", text)


def pages_of(pdf, folder):
    """Each page's pixels, 0 black to 255 white, as rows of bytes."""
    prefix = folder / "page"
    run("pdftoppm", "-r", "60", "-gray", pdf, prefix)
    for path in sorted(folder.glob("page*.pgm")):
        data = path.read_bytes()
        header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
        yield data[header.end():]
        path.unlink()


def ink(page):
    return sum(255 - value for value in page)


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="buyerbook-pdf-"))

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def test_qpdf_finds_no_fault(self):
        for sample in SAMPLES:
            run("qpdf", "--check", sample.pdf)

    def test_every_character_of_the_sheet_comes_back(self):
        for sample in SAMPLES:
            found = collections.Counter(squeezed(text_of(sample.pdf)))
            wanted = collections.Counter(squeezed("".join(sample.texts.values())))
            for lost in sample.facts["missing"]:
                del wanted[lost]
            self.assertFalse(wanted - found, sample.name)

    def test_short_texts_come_back_in_one_piece(self):
        for sample in SAMPLES:
            found = squeezed(text_of(sample.pdf, "-raw"))
            for text in sample.texts.values():
                if len(text) <= 12 and not set(text) & set(sample.facts["missing"]):
                    self.assertIn(squeezed(text), found, sample.name)

    def test_chinese_can_be_searched(self):
        sample = next(s for s in SAMPLES if s.name == "chinese")
        found = text_of(sample.pdf)
        for text in ("宁波明途照明有限公司", "报价单", "装运港", "面板灯", "下大货后返还样品费"):
            self.assertIn(text, found)

    def test_characters_without_a_glyph_are_named(self):
        self.assertEqual({s.name: s.facts["missing"] for s in SAMPLES if s.facts["missing"]},
                         {"rare_character": "ก"})

    def test_pages_show_the_ink_of_the_whole_fonts(self):
        compared = 0
        for sample in SAMPLES:
            if not sample.full_pdf.exists():
                continue
            # With the whole font nothing is missing, so these pages differ by right.
            if sample.facts["missing"]:
                continue
            ours, whole = self.folder / "ours", self.folder / "whole"
            ours.mkdir(exist_ok=True)
            whole.mkdir(exist_ok=True)
            for a, b in zip(pages_of(sample.pdf, ours), pages_of(sample.full_pdf, whole), strict=True):
                self.assertEqual(len(a), len(b))
                self.assertGreater(ink(b), 0)
                self.assertLess(abs(ink(a) - ink(b)), 0.02 * ink(b), sample.name)
                differing = sum(1 for x, y in zip(a, b) if abs(x - y) > 64)
                self.assertLess(differing, 0.001 * len(a), sample.name)
                compared += 1
        self.assertGreater(compared, 5, "golden_writer made no pages with the whole fonts")

    def test_all_fonts_are_embedded_subsets_with_unicode(self):
        for sample in SAMPLES:
            rows = run("pdffonts", sample.pdf).decode().splitlines()[2:]
            self.assertTrue(rows)
            for row in rows:
                self.assertRegex(row, r"\+NotoSans.*\byes\s+yes\s+yes\b", sample.name)

    def test_pictures_are_there_and_jpegs_are_as_they_were(self):
        sample = next(s for s in SAMPLES if s.name == "ten_pictures")
        rows = run("pdfimages", "-list", sample.pdf).decode().splitlines()[2:]
        kinds = collections.Counter(row.split()[8] for row in rows if row.split()[2] == "image")
        shown = collections.Counter(name.rsplit(".")[1] for name in sample.pictures.values())
        self.assertEqual(kinds["jpeg"], shown["jpg"])
        self.assertEqual(kinds["image"], shown["png"])
        folder = self.folder / "pictures"
        folder.mkdir()
        run("pdfimages", "-j", sample.pdf, folder / "p")
        fixtures = pathlib.Path(__file__).parent.parent / "fixtures" / "pictures"
        originals = {path.read_bytes() for path in fixtures.glob("*.jpg")}
        self.assertEqual({path.read_bytes() for path in folder.glob("*.jpg")}, originals)

    def test_the_file_names_its_title_and_author_and_nothing_else(self):
        for sample in SAMPLES:
            info = run("pdfinfo", sample.pdf).decode()
            keys = [line.split(":")[0] for line in info.splitlines()]
            for internal in ("Subject", "Keywords", "Creator", "Producer"):
                self.assertNotIn(internal, keys)
            self.assertIn("Title", keys)
            size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+) pts \(A4\)", info)
            self.assertTrue(size, sample.name)

    def test_a_draft_says_so_on_every_page(self):
        sample = next(s for s in SAMPLES if s.name == "bilingual_draft")
        pages = text_of(sample.pdf).rstrip("\f").split("\f")
        self.assertGreater(len(pages), 1)
        for page in pages:
            self.assertGreaterEqual(page.count("草") + page.count("DRAFT"), 1)

    def test_later_pages_of_the_table_repeat_its_header(self):
        sample = next(s for s in SAMPLES if s.name == "hundred_lines")
        pages = text_of(sample.pdf).rstrip("\f").split("\f")
        with_header = [i for i, page in enumerate(pages) if "Quantity" in page]
        self.assertEqual(with_header, list(range(len(with_header))))
        self.assertGreater(len(with_header), 3)
        for i, page in enumerate(pages):
            self.assertIn(f"{i + 1} / {len(pages)}", page)


if __name__ == "__main__":
    unittest.main()
