#!/usr/bin/env python3
"""Fails when a C++ file is not as clang-format 14 leaves it; --fix formats the files instead.

Another version formats a little differently, so where only another one is there this says so and
passes. File lists (.def, .inc) are left alone: their columns are set by hand.
"""
import pathlib
import re
import shutil
import subprocess
import sys

TREE = pathlib.Path(__file__).resolve().parent.parent
VERSION = "14"


def formatter() -> str | None:
    for name in (f"clang-format-{VERSION}", "clang-format"):
        path = shutil.which(name)
        if path is None:
            continue
        answer = subprocess.run([path, "--version"], capture_output=True, text=True, check=True)
        found = re.search(r"version (\d+)\.", answer.stdout)
        if found and found[1] == VERSION:
            return path
    return None


def main() -> None:
    program = formatter()
    if program is None:
        print(f"skipped: clang-format {VERSION} is not here")
        return
    files = sorted(str(file) for folder in ("src", "tests") for file in (TREE / folder).rglob("*")
                   if file.suffix in (".h", ".cpp"))
    if "--fix" in sys.argv:
        subprocess.run([program, "-i", *files], check=True)
        return
    answer = subprocess.run([program, "--dry-run", "--Werror", *files], capture_output=True,
                            text=True)
    if answer.returncode != 0:
        faulty = sorted(set(re.findall(r"^(/[^:\n]+):\d+", answer.stderr, re.MULTILINE)))
        sys.exit("not formatted (tools/check_format.py --fix does it):\n" +
                 "\n".join(str(pathlib.Path(file).relative_to(TREE)) for file in faulty))


main()
