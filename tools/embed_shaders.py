#!/usr/bin/env python3
"""Writes the shaders of shaders/ into one C++ header, or checks them with glslangValidator.

    embed_shaders.py OUTPUT
    embed_shaders.py --check

shaders/ui.vert becomes the constant shaders::ui_vert. Comments are left out of the program.
"""
import pathlib
import re
import subprocess
import sys

SHADERS = pathlib.Path(__file__).resolve().parent.parent / "shaders"


def check(shaders: list[pathlib.Path]) -> None:
    for shader in shaders:
        answer = subprocess.run(["glslangValidator", str(shader)], capture_output=True, text=True)
        if answer.returncode != 0:
            sys.exit(f"{shader}:\n{answer.stdout}{answer.stderr}")


def shortened(text: str) -> str:
    text = re.sub(r"//[^\n]*", "", text)
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def embed(shaders: list[pathlib.Path], output: pathlib.Path) -> None:
    parts = ["// Made from shaders/ by tools/embed_shaders.py.", "#pragma once", "",
             "namespace shaders {"]
    for shader in shaders:
        name = shader.name.replace(".", "_")
        text = shortened(shader.read_text(encoding="utf-8"))
        parts.append(f'inline constexpr char {name}[] = R"glsl({text})glsl";')
    parts.append("} // namespace shaders")
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text("\n".join(parts) + "\n", encoding="utf-8")


def main() -> None:
    shaders = sorted(file for file in SHADERS.iterdir() if file.suffix in (".vert", ".frag"))
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if sys.argv[1] == "--check":
        check(shaders)
    else:
        embed(shaders, pathlib.Path(sys.argv[1]))


main()
