"""XLSX files of the quote sheet, opened by LibreOffice and openpyxl."""
import pathlib
import re
import shutil
import tempfile
import unittest
import zipfile
from decimal import Decimal

import openpyxl

from golden_files import SAMPLES, office

SHEET = "xl/worksheets/sheet1.xml"


def without_results(source, target):
    """A copy whose formulas have lost their cached results, so that they must be computed."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for item in old.infolist():
            data = old.read(item.filename)
            if item.filename == SHEET:
                data, count = re.subn(rb"(</f>)<v>[^<]*</v>", rb"\1", data)
                assert count == data.count(b"</f>")
            new.writestr(item, data)


def close(found, wanted):
    return found is not None and abs(Decimal(str(found)) - wanted) <= abs(wanted) * Decimal("1e-12")


class Workbooks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="buyerbook-xlsx-"))
        for sample in SAMPLES:
            without_results(sample.xlsx, cls.folder / sample.xlsx.name)
        cls.changed = cls.change_a_quantity()
        cls.computed = office("xlsx", *sorted(cls.folder.glob("*.xlsx")))

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)
        shutil.rmtree(cls.computed)

    @classmethod
    def change_a_quantity(cls):
        """ten_pictures with one piece of its first line; returns the total it must have then."""
        sample = next(s for s in SAMPLES if s.name == "ten_pictures")
        book = openpyxl.load_workbook(sample.xlsx)
        sheet = book.active
        (row, column), amount = min(sample.formulas.items())
        factors = re.fullmatch(r"=ROUND\((\w+)\*(\w+),2\)", sheet.cell(row, column).value)
        sheet[factors[1]] = 1
        book.save(cls.folder / "changed.xlsx")
        price = Decimal(str(sheet[factors[2]].value))
        return Decimal(sample.facts["total"]) - amount + price

    def test_results_written_are_those_expected(self):
        for sample in SAMPLES:
            sheet = openpyxl.load_workbook(sample.xlsx, data_only=True).active
            for (row, column), wanted in {**sample.formulas, **sample.numbers}.items():
                found = sheet.cell(row, column).value
                self.assertTrue(close(found, wanted), f"{sample.name} {row},{column}: {found}")

    def test_libreoffice_computes_the_same_results(self):
        for sample in SAMPLES:
            sheet = openpyxl.load_workbook(self.computed / sample.xlsx.name, data_only=True).active
            for (row, column), wanted in sample.formulas.items():
                found = sheet.cell(row, column).value
                self.assertTrue(close(found, wanted), f"{sample.name} {row},{column}: {found}")

    def test_totals_are_those_of_the_quote(self):
        for sample in SAMPLES:
            values = {**sample.formulas, **sample.numbers}.values()
            self.assertIn(Decimal(sample.facts["total"]), values, sample.name)
            self.assertIn(Decimal(sample.facts["lines_total"]), values, sample.name)

    def test_a_changed_quantity_changes_the_total(self):
        sheet = openpyxl.load_workbook(self.computed / "changed.xlsx", data_only=True).active
        values = [cell.value for row in sheet.iter_rows() for cell in row]
        self.assertTrue(any(isinstance(v, (int, float)) and close(v, self.changed) for v in values))

    def test_text_is_text_and_only_our_formulas_are_formulas(self):
        for sample in SAMPLES:
            sheet = openpyxl.load_workbook(sample.xlsx).active
            for (row, column), wanted in sample.texts.items():
                cell = sheet.cell(row, column)
                self.assertEqual(cell.value, wanted, f"{sample.name} {cell.coordinate}")
                xml_type = "s"
                self.assertEqual(cell.data_type if not wanted.startswith("=") else xml_type, "s")
            xml = zipfile.ZipFile(sample.xlsx).read(SHEET).decode()
            self.assertEqual(xml.count("<f>"), len(sample.formulas), sample.name)

    def test_libreoffice_evaluates_no_text(self):
        sample = next(s for s in SAMPLES if s.name == "hostile")
        sheet = openpyxl.load_workbook(self.computed / sample.xlsx.name, data_only=True).active
        for (row, column), wanted in sample.texts.items():
            found = sheet.cell(row, column).value
            self.assertEqual(str(found).replace("\r", ""), wanted, f"{row},{column}")

    def test_pictures_lie_within_their_cells(self):
        for sample in SAMPLES:
            sheet = openpyxl.load_workbook(sample.xlsx).active
            found = {}
            for image in sheet._images:
                start, end = image.anchor._from, image.anchor.to
                found[start.row + 1, start.col + 1] = image
                # Move and size with cells; the end is in the cell or on the edge after it.
                self.assertIsNone(image.anchor.editAs if image.anchor.editAs != "twoCell" else None)
                span = next((r for r in sheet.merged_cells.ranges
                             if (r.min_row, r.min_col) == (start.row + 1, start.col + 1)), None)
                last_column = span.max_col if span else start.col + 1
                self.assertLessEqual(end.row, start.row, sample.name)
                self.assertLessEqual(end.col, last_column - 1, sample.name)
            self.assertEqual(found.keys(), sample.pictures.keys(), sample.name)

    def test_the_page_is_set_up_for_printing(self):
        for sample in SAMPLES:
            sheet = openpyxl.load_workbook(sample.xlsx).active
            self.assertEqual(int(sheet.page_setup.paperSize), 9)
            self.assertTrue(sheet.sheet_properties.pageSetUpPr.fitToPage)
            self.assertEqual(int(sheet.page_setup.fitToHeight), 0)
            self.assertTrue(sheet.print_area)
            self.assertIn("&P", sheet.oddFooter.center.text)

    def test_nothing_but_the_sheet_is_in_the_file(self):
        for sample in SAMPLES:
            book = openpyxl.load_workbook(sample.xlsx)
            self.assertEqual(len(book.worksheets), 1)
            self.assertEqual(book.active.sheet_state, "visible")
            parts = zipfile.ZipFile(sample.xlsx).namelist()
            self.assertFalse([p for p in parts if "comment" in p or "custom" in p or "vba" in p])
            sheet = book.active
            self.assertFalse([d for d in sheet.column_dimensions.values() if d.hidden])
            self.assertFalse([d for d in sheet.row_dimensions.values() if d.hidden])
            self.assertFalse(book.properties.description or book.properties.keywords)

    def test_libreoffice_prints_each_sheet_one_page_wide(self):
        folder = office("pdf", *[s.xlsx for s in SAMPLES if s.name in ("one_line", "ten_pictures")])
        from golden_files import run
        pages = {path.stem: int(re.search(rb"Pages:\s+(\d+)", run("pdfinfo", path))[1])
                 for path in folder.glob("*.pdf")}
        shutil.rmtree(folder)
        self.assertEqual(pages["one_line"], 1)
        self.assertLessEqual(pages["ten_pictures"], 3)


if __name__ == "__main__":
    unittest.main()
