"""The text of a .docx: paragraphs, headings, lists, tables and notes; nothing in it is run.

List marks are written as "•" or a number, the cells of a table stand between tabs, notes come
at the end behind their number, and text that was struck out in tracked changes stays away.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from qualcode_app.domain.errors import UnreadableDocument
from qualcode_app.domain.written import WrittenText
from qualcode_app.formats.packed import Packed
from qualcode_app.formats.text_lines import BULLET, TextLines, refuse_macros, row_of, xml_of
from qualcode_app.formats.xml_text import Element

_MAIN = "word/document.xml"
_HEADING = re.compile(r"(?:heading|kop|überschrift|titre)\s*(\d)", re.IGNORECASE)
_TITLES = ("title", "titel")
_LEFT_OUT = frozenset({"del", "moveFrom", "instrText", "pPr", "rPr", "sdtPr", "Fallback"})
_LETTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\xad"}
_BRINGS = ("/oleObject", "/frame", "/subDocument", "/aFChunk", "/externalLink")
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}


@dataclass(frozen=True, slots=True)
class _List:
    """How a level of a list is marked."""

    is_bullet: bool
    start: int


def read(content: bytes, file: str, *, with_marks: bool = True) -> WrittenText:
    """Return the text of a Word document.

    Args:
        content: The file.
        file: Its name, for what is said of it.
        with_marks: Write the number of a note where the text points to it.

    Raises:
        QualcodeError: It is damaged, holds macros, or would bring other files along.
    """
    packed = Packed(content, file)
    refuse_macros(packed, file, lambda name: name.lower().endswith("vbaproject.bin"))
    main = _main(packed, file)
    root = xml_of(packed, main, file)
    body = root.named("body") if root is not None else []
    if not body:
        raise UnreadableDocument(
            "{name} is no Word document, though it is called so. Save it again as .docx.",
            name=file,
        )
    folder = posixpath.dirname(main)
    _refuse_outside(packed, folder, main, file)
    return _Reader(packed, folder, file, with_marks=with_marks).text(body[0])


def _main(packed: Packed, file: str) -> str:
    """Return the name of the part that holds the text."""
    root = xml_of(packed, "_rels/.rels", file)
    for one in root.named("Relationship") if root is not None else []:
        if one.attributes.get("Type", "").endswith("/officeDocument"):
            return posixpath.normpath(one.attributes.get("Target", "")).lstrip("/")
    return _MAIN


def _refuse_outside(packed: Packed, folder: str, main: str, file: str) -> None:
    root = xml_of(packed, f"{folder}/_rels/{posixpath.basename(main)}.rels", file)
    for one in root.named("Relationship") if root is not None else []:
        is_outside = one.attributes.get("TargetMode") == "External"
        if is_outside and one.attributes.get("Type", "").endswith(_BRINGS):
            raise UnreadableDocument(
                "{name} would bring in another file from elsewhere. Open it in the program that "
                "made it, print it to a PDF and import that.",
                name=file,
            )


class _Reader:
    """Walks through the body and writes line by line."""

    def __init__(self, packed: Packed, folder: str, file: str, *, with_marks: bool) -> None:
        self._with_marks = with_marks
        self._packed, self._folder, self._file = packed, folder, file
        self._lines = TextLines()
        self._styles = self._part("styles")
        self._levels = self._heading_levels()
        self._lists, self._list_of_style = self._list_marks()
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._notes: list[str] = []
        self._note_texts = {kind: self._notes_of(kind) for kind in _NOTES.values()}

    def text(self, body: Element) -> WrittenText:
        self._blocks(body)
        for number, note in enumerate(self._notes, start=1):
            self._lines.add(f"[{number}] {note}")
        return self._lines.text()

    def _part(self, name: str) -> Element | None:
        return xml_of(self._packed, f"{self._folder}/{name}.xml", self._file)

    def _blocks(self, parent: Element) -> None:
        for child in parent.children:
            if child.name == "p":
                self._paragraph(child)
            elif child.name == "tbl":
                for row in _below(child, "tr"):
                    cells = [self._said(cell) for cell in _below(row, "tc")]
                    self._lines.add(row_of(cells))
            elif child.name not in _LEFT_OUT:
                self._blocks(child)

    def _paragraph(self, paragraph: Element) -> None:
        style, numbering, level = self._properties(paragraph)
        said = self._said(paragraph)
        heading = level or self._levels.get(style, 0)
        number = numbering or self._list_of_style.get(style)
        mark = "" if heading or number is None or not said.strip() else self._mark(*number)
        self._lines.add(f"{mark}{said}", heading)
        for box in _text_boxes(paragraph):
            self._blocks(box)

    def _properties(self, paragraph: Element) -> tuple[str, tuple[str, int] | None, int]:
        """Return style, list with its level, and the level of a heading set by hand."""
        style, numbering, level = "", None, 0
        for one in (each for own in paragraph.named("pPr") for each in own.children):
            if one.name == "pStyle":
                style = one.attributes.get("val", "")
            elif one.name == "numPr":
                numbering = _numbering(one)
            elif one.name == "outlineLvl":
                level = _outline_level(one)
        return style, numbering, level

    def _mark(self, number: str, level: int) -> str:
        how = self._lists.get((number, level), _List(is_bullet=True, start=1))
        if how.is_bullet:
            return f"{BULLET} "
        counts = self._counts[number]
        counts[level] = counts.get(level, how.start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        return f"{counts[level]}. "

    def _said(self, element: Element) -> str:
        return "".join(self._words(element)).removesuffix("\n")

    def _words(self, element: Element) -> Iterator[str]:
        """Yield the words of an element in their order; several paragraphs stand on lines."""
        for child in element.children:
            if child.name == "t":
                yield child.text
            elif child.name in _LETTERS:
                if child.attributes.get("type", "textWrapping") == "textWrapping":
                    yield _LETTERS[child.name]
            elif child.name in _NOTES:
                yield self._note(child)
            elif child.name not in _LEFT_OUT and child.name != "txbxContent":
                yield from self._words(child)
                if child.name == "p":
                    yield "\n"

    def _note(self, reference: Element) -> str:
        texts = self._note_texts[_NOTES[reference.name]]
        self._notes.append(" ".join(texts.get(reference.attributes.get("id", ""), "").split()))
        return f"[{len(self._notes)}]" if self._with_marks else ""

    def _notes_of(self, kind: str) -> dict[str, str]:
        root = self._part(kind)
        children = root.children if root is not None else []
        return {one.attributes.get("id", ""): self._said(one) for one in children}

    def _heading_levels(self) -> dict[str, int]:
        """Return the level of each style that is one of headings."""
        found: dict[str, int] = {}
        root = self._styles
        for style in root.named("style") if root is not None else []:
            names = [one.attributes.get("val", "") for one in style.named("name")]
            by_name = _HEADING.match(names[0]) if names else None
            levels = [
                _outline_level(one) for own in style.named("pPr") for one in own.named("outlineLvl")
            ]
            if by_name:
                level = int(by_name[1])
            elif names and names[0].lower() in _TITLES:
                level = 1
            else:
                level = levels[0] if levels else 0
            if level:
                found[style.attributes.get("styleId", "")] = level
        return found

    def _list_marks(self) -> tuple[dict[tuple[str, int], _List], dict[str, tuple[str, int]]]:
        """Return how each level of each list is marked, and which styles are lists."""
        by_abstract: dict[str, dict[int, _List]] = {}
        marks: dict[tuple[str, int], _List] = {}
        root = self._part("numbering")
        if root is not None:
            for one in root.named("abstractNum"):
                by_abstract[one.attributes.get("abstractNumId", "")] = dict(_levels(one))
            for one in root.named("num"):
                number = one.attributes.get("numId", "")
                for abstract in one.named("abstractNumId"):
                    levels = by_abstract.get(abstract.attributes.get("val", ""), {})
                    marks |= {(number, level): how for level, how in levels.items()}
        styles: dict[str, tuple[str, int]] = {}
        root = self._styles
        for style in root.named("style") if root is not None else []:
            for one in (each for own in style.named("pPr") for each in own.named("numPr")):
                numbering = _numbering(one)
                if numbering is not None:
                    styles[style.attributes.get("styleId", "")] = numbering
        return marks, styles


def _below(element: Element, name: str) -> Iterator[Element]:
    """Yield the nearest elements of a name, also inside content controls."""
    for child in element.children:
        if child.name == name:
            yield child
        elif child.name in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _below(child, name)


def _text_boxes(element: Element) -> Iterator[Element]:
    for child in element.children:
        if child.name == "txbxContent":
            yield child
        elif child.name not in _LEFT_OUT:
            yield from _text_boxes(child)


def _numbering(properties: Element) -> tuple[str, int] | None:
    said = {one.name: one.attributes.get("val", "") for one in properties.children}
    number = said.get("numId", "")
    return (number, _whole(said.get("ilvl", "0"))) if number not in ("", "0") else None


def _levels(abstract: Element) -> Iterator[tuple[int, _List]]:
    for level in abstract.named("lvl"):
        said = {one.name: one.attributes.get("val", "") for one in level.children}
        how = _List(said.get("numFmt", "bullet") in ("bullet", "none"), _whole(said.get("start")))
        yield _whole(level.attributes.get("ilvl", "0")), how


def _outline_level(element: Element) -> int:
    level = _whole(element.attributes.get("val", "9")) + 1
    return level if level <= 9 else 0


def _whole(said: str | None) -> int:
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 6 else 0
