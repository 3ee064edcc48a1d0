"""A codebook as a text document: a chapter per family, a card per code, contents from headings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qualcode_app.domain.codebook_file import CodebookFile, CodeEntry
from qualcode_app.domain.printable import printable
from qualcode_app.formats.codebook_page import appendix, facts
from qualcode_app.formats.codebook_words import WORDS, definition, in_language, labels_of
from qualcode_app.formats.whole_file import whole

_DEEPEST = 4  # headings below this look alike


def write(book: CodebookFile, path: Path, language: str, colours: Mapping[str, str]) -> None:
    """Write the document; raises CannotWrite when the folder refuses it."""
    from docx import Document  # noqa: PLC0415  loaded only when a document is written

    document = Document()
    document.core_properties.title = in_language(book, "title", language)
    document.core_properties.author = ""
    document.core_properties.language = language
    words = WORDS[language]
    document.add_heading(_text(in_language(book, "title", language)), 0)
    document.add_paragraph(_text(in_language(book, "about", language)))
    document.add_paragraph(f"{words['version']} {_text(book.version)}")
    document.add_heading(words["contents"], 1)
    labels = labels_of(book, language)
    for code in book.codes:
        if code.parent is None:
            document.add_paragraph(f"{code.key}  {_text(labels[code.key])}", "List Bullet")
    levels: dict[str, int] = {}
    for code in book.codes:
        level = 1 if code.parent is None else levels.get(code.parent, 1) + 1
        levels[code.key] = level
        if level == 1:
            document.add_page_break()
        _card(document, code, min(level, _DEEPEST), (labels, colours, language))
    for head, lines in appendix(book, language):
        document.add_heading(head, 1)
        for line in lines:
            document.add_paragraph(_text(line), "List Bullet")
    with whole(path) as part:
        document.save(str(part))


def _card(
    document: Any,
    code: CodeEntry,
    level: int,
    look: tuple[Mapping[str, str], Mapping[str, str], str],
) -> None:
    from docx.shared import RGBColor  # noqa: PLC0415  likewise

    labels, colours, language = look
    heading = document.add_heading("", level)
    colour = code.colour if code.colour.startswith("#") else colours.get(code.colour, "#6F7B8F")
    heading.add_run("■ ").font.color.rgb = RGBColor.from_string(colour.lstrip("#").upper())
    heading.add_run(f"{code.key}  {_text(labels[code.key])}")
    document.add_paragraph(_text(definition(code, language)))
    for name, said in facts(code, labels, language):
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{name}: ").bold = True
        paragraph.add_run(_text(said))


def _text(text: str) -> str:
    return printable(text)[0]
