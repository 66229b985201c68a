"""What the golden checks share: the samples that golden_writer made, and the other programs."""
import os
import pathlib
import shutil
import subprocess
import tempfile
from decimal import Decimal

MADE = pathlib.Path(os.environ["BUYERBOOK_GOLDEN"])
NAMES = sorted(path.stem for path in MADE.glob("*.txt"))


class Sample:
    """What golden_writer says must be found in NAME.xlsx and NAME.pdf."""

    def __init__(self, name):
        self.name = name
        self.xlsx = MADE / f"{name}.xlsx"
        self.pdf = MADE / f"{name}.pdf"
        self.full_pdf = MADE / f"{name}.full.pdf"
        self.facts, self.texts, self.numbers, self.formulas, self.pictures = {}, {}, {}, {}, {}
        for line in (MADE / f"{name}.txt").read_text(encoding="utf-8").splitlines():
            kind, *rest = line.split("\t", 3)
            if kind in ("text", "number", "formula", "picture"):
                row, column, value = int(rest[0]), int(rest[1]), rest[2]
                if kind == "text":
                    self.texts[row, column] = value.replace("\\n", "\n")
                elif kind == "picture":
                    self.pictures[row, column] = value
                else:
                    place = self.numbers if kind == "number" else self.formulas
                    place[row, column] = Decimal(value)
            else:
                self.facts[kind] = "\t".join(rest)


SAMPLES = [Sample(name) for name in NAMES]


def run(*command, **settings):
    """Standard output of a program that must succeed."""
    done = subprocess.run([str(part) for part in command], capture_output=True, check=False,
                          **settings)
    if done.returncode != 0:
        raise AssertionError(f"{command[0]} says {done.returncode}: {done.stderr.decode()[-500:]}")
    return done.stdout


def office(target, *files, reading=None):
    """LibreOffice converts the files, read with the filter named; returns the folder of results."""
    filters = [f"--infilter={reading}"] if reading else []
    folder = pathlib.Path(tempfile.mkdtemp(prefix="buyerbook-office-"))
    try:
        run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
            *filters, "--convert-to", target, "--outdir", folder, *files, timeout=300)
    finally:
        shutil.rmtree(folder / "profile", ignore_errors=True)
    return folder
