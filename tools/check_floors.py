#!/usr/bin/env python3
"""Fails when a file of src/ includes a header of a floor that it may not use.

The linker finds wrong calls only; this finds wrong includes too. What a floor may use is read from
its CMakeLists.txt, so it is written down once.
"""
import pathlib
import re
import sys

SRC = pathlib.Path(__file__).resolve().parent.parent / "src"
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"/]+)/', re.MULTILINE)
FLOOR = re.compile(r"buyerbook_floor\(\s*(\w+)(?:\s+FAST\s[^)]*?)?(?:\s+DEPENDS\s+([^)]*))?\)")
PROGRAM = re.compile(r"target_link_libraries\(\w+ PRIVATE ([^)]*)\)")


def direct() -> dict[str, set[str]]:
    """The libraries that each folder of src/ names."""
    found: dict[str, set[str]] = {}
    for file in SRC.glob("*/CMakeLists.txt"):
        text = file.read_text(encoding="utf-8")
        match = FLOOR.search(text) or PROGRAM.search(text)
        if match:
            found[file.parent.name] = set((match.groups()[-1] or "").split())
    return found


def allowed(floor: str, needs: dict[str, set[str]]) -> set[str]:
    below = {floor}
    for other in needs.get(floor, set()):
        below |= allowed(other, needs)
    return below


def main() -> None:
    needs = direct()
    faults = []
    for floor in sorted(needs):
        may_use = allowed(floor, needs)
        for file in sorted((SRC / floor).rglob("*")):
            if file.suffix not in (".h", ".cpp"):
                continue
            for used in INCLUDE.findall(file.read_text(encoding="utf-8")):
                if used in needs and used not in may_use:
                    faults.append(f"src/{file.relative_to(SRC)}: {floor} may not use {used}")
    if faults:
        sys.exit("\n".join(faults))


main()
