"""The manual as web pages, for reading without the program; nothing in them needs a network.

    python packaging/manual_html.py [FOLDER]

FOLDER/en/*.html and FOLDER/nl/*.html, with their pictures.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt

from qualcode_app import __version__
from qualcode_app.ui import manual

ROOT = Path(__file__).resolve().parents[1]
TITLES = {"en": "Manual of QualCode", "nl": "Handleiding van QualCode"}
STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; }
nav { border-bottom: 1px solid; margin-bottom: 2rem; padding-bottom: 1rem; }
nav a { margin-right: 1.5rem; }
img { border: 1px solid GrayText; height: auto; max-width: 100%; }
table { border-collapse: collapse; }
td, th { border: 1px solid GrayText; padding: .3rem .6rem; text-align: left; vertical-align: top; }
code { font-size: .95em; }
"""
PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title} – {whole}</title>
<style>{style}</style>
</head>
<body>
<nav aria-label="{whole} {version}">
{links}
</nav>
<main>
{content}</main>
</body>
</html>
"""


def write(folder: Path) -> list[Path]:
    """Write all pages in both languages; returns them."""
    written = []
    for language in TITLES:
        pages = manual.pages(language)
        into = folder / language
        into.mkdir(parents=True, exist_ok=True)
        for page in pages:
            target = into / f"{page.path.stem}.html"
            target.write_text(_html(page, pages, language), encoding="utf-8")
            written.append(target)
        pictures = pages[0].path.parent / "pictures"
        shutil.copytree(pictures, into / "pictures", dirs_exist_ok=True)
    return written


def _html(page: manual.ManualPage, pages: tuple[manual.ManualPage, ...], language: str) -> str:
    content = MarkdownIt("commonmark").enable("table").render(page.text)
    here = ' aria-current="page"'
    links = [
        f'<a href="{each.path.stem}.html"{here if each is page else ""}>{escape(each.title)}</a>'
        for each in pages
    ]
    return PAGE.format(
        language=language,
        title=escape(page.title),
        whole=TITLES[language],
        version=__version__,
        style=STYLE,
        links="\n".join(links),
        content=re.sub(r'href="([\w-]+)\.md"', r'href="\1.html"', content),
    )


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "build/manual")
    print(f"{len(write(parser.parse_args().folder))} pages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
