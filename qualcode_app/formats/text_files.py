"""Text documents by the end of their name: .txt, .md, .docx, .odt."""

from __future__ import annotations

import codecs
from pathlib import PurePath

from qualcode_app.domain.errors import UnreadableDocument
from qualcode_app.domain.extraction import Notice
from qualcode_app.domain.written import SUFFIXES, WrittenText, stored
from qualcode_app.formats import docx_text, markdown_text, odt_text
from qualcode_app.formats.text_lines import ReadText

MAX_BYTES = 100_000_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def is_text(name: str) -> bool:
    """Tell whether a file is read as text and set on pages."""
    return PurePath(name).suffix.lower() in SUFFIXES


def read(content: bytes, name: str) -> ReadText:
    """Return the text of a file with its headings.

    Raises:
        QualcodeError: It is not what its name promises, or harmful.
    """
    if len(content) > MAX_BYTES:
        raise UnreadableDocument(
            "{name} has more than {limit} MB, more than a text has. Check that it is the right "
            "file.",
            name=name,
            limit=MAX_BYTES // 1_000_000,
        )
    match PurePath(name).suffix.lower():
        case ".docx":
            return ReadText(docx_text.read(content, name))
        case ".odt":
            return ReadText(odt_text.read(content, name))
        case ".md":
            source, notices = _decoded(content, name)
            return ReadText(markdown_text.read(source), notices)
        case _:
            source, notices = _decoded(content, name)
            return ReadText(WrittenText(stored(source).text), notices)


def _decoded(content: bytes, name: str) -> tuple[str, tuple[Notice, ...]]:
    encoding = next((known for mark, known in _MARKS if content.startswith(mark)), "utf-8")
    notices: tuple[Notice, ...] = ()
    try:
        source = content.decode(encoding)
    except UnicodeDecodeError:
        source = content.decode("cp1252", "replace")
        notices = (
            Notice("It is not written in UTF-8 and was read as Windows text: check the accents."),
        )
    if "\x00" in source:
        raise UnreadableDocument(
            "{name} is no text, though it is called so. Open it in the program that made it and "
            "save it as PDF.",
            name=name,
        )
    return source, notices
