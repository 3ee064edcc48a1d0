"""Typeset the sample agreements: `python packaging/samples/build.py [FOLDER]`.

The same sources, reportlab and pyphen give the same bytes; the versions stand in each PDF as its
creator.
"""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

import fonts
from markup import read_source
from pages import Composer
from painter import Painter
from strips import Design

HERE = Path(__file__).resolve().parent
SHIPPED = HERE.parents[1] / "resources" / "samples"


def build(source_path: Path, folder: Path) -> Path:
    """Typeset one source into `folder` and return the PDF's path."""
    source = read_source(source_path)
    design = Design.of(source)
    pages = Composer(source, design).compose()
    target = folder / source.meta["output"]
    Painter(target, design, _creator()).paint(pages)
    return target


def _creator() -> str:
    return f"reportlab {version('reportlab')}, pyphen {version('pyphen')}"


def main(arguments: list[str]) -> None:
    folder = Path(arguments[0]) if arguments else SHIPPED
    fonts.register()
    for source_path in sorted(HERE.glob("*.md")):
        target = build(source_path, folder)
        print(f"{target}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
