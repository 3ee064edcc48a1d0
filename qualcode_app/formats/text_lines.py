"""Paragraphs gathered into one text with headings, by the rules of stored text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qualcode_app.domain.errors import UnreadableDocument
from qualcode_app.domain.extraction import Notice
from qualcode_app.domain.written import Heading, WrittenText, stored
from qualcode_app.formats import xml_text
from qualcode_app.formats.packed import Packed
from qualcode_app.formats.xml_text import Element

MAX_ELEMENTS = 1_000_000
BULLET = "•"


@dataclass(frozen=True, slots=True)
class ReadText:
    """The text of a file, and what the user should know about reading it."""

    written: WrittenText
    notices: tuple[Notice, ...] = ()


class TextLines:
    """Takes paragraphs one by one; each ends in one newline."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._headings: list[Heading] = []
        self._length = 0

    def add(self, paragraph: str, level: int = 0) -> None:
        """Put a paragraph at the end; with a level it is a heading, on one line."""
        said = " ".join(paragraph.split()) if level else paragraph
        text = stored(said).text
        if level and said:
            self._headings.append(Heading(self._length, level))
        self._parts.append(text)
        self._length += len(text)

    def text(self) -> WrittenText:
        """Return all of it."""
        return WrittenText("".join(self._parts), tuple(self._headings))


def xml_of(packed: Packed, member: str, file: str) -> Element | None:
    """Return the XML of a member, or None where there is none.

    Raises:
        UnreadableDocument: The member is damaged or unpacks to too much.
        UnreadableTable: It is no sound XML, declares a document type, or is endless.
    """
    content = packed.read(member)
    if content is None:
        return None
    return xml_text.parse(content, file, max_elements=MAX_ELEMENTS)


def refuse_macros(packed: Packed, file: str, is_macro: Callable[[str], bool]) -> None:
    """Refuse a document that brings programs along.

    Raises:
        UnreadableDocument: It does.
    """
    if any(is_macro(name) for name in packed.names):
        raise UnreadableDocument(
            "{name} holds macros, which are programs. Save it again without them, or print it to "
            "a PDF.",
            name=file,
        )


def row_of(cells: list[str]) -> str:
    """Return a row of a table as one line: the cells between tabs."""
    return "\t".join(" ".join(cell.split()) for cell in cells)
