"""The text of an .odt: paragraphs, headings, lists, tables and notes; nothing in it is run.

List marks are written as "•", the cells of a table stand between tabs, notes come at the end
behind their number, and deleted text that is still tracked stays away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qualcode_app.domain.errors import UnreadableDocument
from qualcode_app.domain.written import WrittenText
from qualcode_app.formats.packed import Packed
from qualcode_app.formats.text_lines import BULLET, TextLines, refuse_macros, row_of, xml_of
from qualcode_app.formats.xml_text import Element

_SCRIPTS = ("basic/", "scripts/", "dialogs/")
_LEFT_OUT = frozenset({"tracked-changes", "annotation", "annotation-end", "forms", "script"})
_MOST_SPACES = 100
_BLANKS = re.compile("[ \\t\\r\\n]+")


def read(content: bytes, file: str) -> WrittenText:
    """Return the text of an OpenDocument text.

    Raises:
        QualcodeError: It is damaged, locked, or holds macros.
    """
    packed = Packed(content, file)
    refuse_macros(packed, file, lambda name: name.lower().startswith(_SCRIPTS))
    if b"encryption-data" in (packed.read("META-INF/manifest.xml") or b""):
        raise UnreadableDocument(
            "{name} is locked with a password. Save it again without one.", name=file
        )
    root = xml_of(packed, "content.xml", file)
    body = [text for one in root.named("body") for text in one.named("text")] if root else []
    if not body:
        raise UnreadableDocument(
            "{name} is no OpenDocument text, though it is called so. Save it again as .odt.",
            name=file,
        )
    reader = _Reader()
    reader.blocks(body[0])
    return reader.text()


class _Reader:
    """Walks through the body and writes line by line."""

    def __init__(self) -> None:
        self._lines = TextLines()
        self._notes: list[str] = []
        self._boxes: list[Element] = []

    def text(self) -> WrittenText:
        for number, note in enumerate(self._notes, start=1):
            self._lines.add(f"[{number}] {note}")
        return self._lines.text()

    def blocks(self, parent: Element, mark: str = "") -> None:
        for child in parent.children:
            match child.name:
                case "p" | "h":
                    self._paragraph(child, mark)
                    mark = ""
                case "list-item":
                    self.blocks(child, f"{BULLET} ")
                case "table":
                    self._table(child)
                case name if name not in _LEFT_OUT:
                    self.blocks(child, mark)

    def _paragraph(self, paragraph: Element, mark: str) -> None:
        level = paragraph.attributes.get("outline-level", "1") if paragraph.name == "h" else "0"
        said = "".join(self._words(paragraph))
        is_level = level.isascii() and level.isdigit()
        self._lines.add(
            f"{mark}{said}" if said.strip() else said, min(int(level), 9) if is_level else 1
        )
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _table(self, table: Element) -> None:
        for child in table.children:
            if child.name == "table-row":
                self._lines.add(row_of([self._cell(one) for one in child.named("table-cell")]))
            elif child.name.startswith("table-"):
                self._table(child)

    def _cell(self, cell: Element) -> str:
        return "\n".join("".join(self._words(one)) for one in cell.children)

    def _words(self, element: Element) -> Iterator[str]:
        for part in element.parts():
            if isinstance(part, str):
                # Blanks and line ends between words count as one blank, as in a web page.
                yield _BLANKS.sub(" ", part)
                continue
            match part.name:
                case "s":
                    said = part.attributes.get("c", "1")
                    yield " " * (min(int(said), _MOST_SPACES) if _is_count(said) else 1)
                case "tab":
                    yield "\t"
                case "line-break":
                    yield "\n"
                case "soft-hyphen":
                    yield "\xad"
                case "note":
                    yield self._note(part)
                case "text-box":
                    self._boxes.append(part)
                case name if name not in _LEFT_OUT:
                    yield from self._words(part)

    def _note(self, note: Element) -> str:
        said = ["".join(self._words(one)) for one in note.named("note-body")]
        self._notes.append(" ".join("".join(said).split()))
        return f"[{len(self._notes)}]"


def _is_count(said: str) -> bool:
    return said.isascii() and said.isdigit() and len(said) < 6
