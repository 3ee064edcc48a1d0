"""The text of a draft: plain text, or a Word document with its tables and notes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qualcode_app.domain.errors import UnreadableTable

SUFFIXES = (".docx", ".txt", ".md")
_NOTES = ("footnotes", "endnotes")
_DOUBLE = (  # a text box once more, for older programs
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
)


def read(path: Path) -> str:
    """Return the text of a draft, a paragraph a line.

    Raises:
        UnreadableTable: It is neither a Word document nor plain text.
    """
    if path.suffix.lower() == ".docx":
        return "\n".join(_paragraphs(path))
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableTable(
            "{file} is not plain text in UTF-8. Save the draft as plain text or as a Word "
            "document (.docx) and try again.",
            file=path.name,
        ) from error


def _paragraphs(path: Path) -> Iterator[str]:
    import docx  # noqa: PLC0415  takes a while to import, and few need it
    from docx.oxml import parse_xml  # noqa: PLC0415

    try:
        part = docx.Document(str(path)).part
        notes = [
            parse_xml(link.target_part.blob)
            for link in part.rels.values()
            if not link.is_external and link.reltype.rpartition("/")[2] in _NOTES
        ]
    except Exception as error:  # the zip, its parts and their XML each fail in ways of their own
        raise UnreadableTable(
            "{file} cannot be read as a Word document. Open it in a word processor, save it as "
            ".docx, and try again.",
            file=path.name,
        ) from error
    for body in (part.element, *notes):
        for paragraph in body.iter(_name("p")):
            if not any(above.tag == _DOUBLE for above in paragraph.iterancestors()):
                yield _words(paragraph)


def _words(paragraph: Any) -> str:
    """Return the words of a paragraph; what was deleted under revision stays out."""
    signs = {_name("tab"): "\t", _name("br"): "\n", _name("cr"): "\n", _name("noBreakHyphen"): "-"}
    text = _name("t")
    return "".join(
        (node.text or "") if node.tag == text else signs.get(node.tag, "")
        for node in _inside(paragraph)
    )


def _inside(node: Any) -> Iterator[Any]:
    """Yield what is in a paragraph, but not the paragraphs of a text box in it."""
    for child in node:
        if child.tag != _name("p"):
            yield child
            yield from _inside(child)


def _name(local: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{local}"
