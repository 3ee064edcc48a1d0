"""What the page view needs to know of a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from qualcode_app.domain.anchors import TextAnchor


class PageRow(Protocol):
    """One page of a document; sizes are those before it is turned."""

    @property
    def number(self) -> int:
        """The sheet, from 1."""

    @property
    def label(self) -> str:
        """The number printed on the page."""

    @property
    def start_char(self) -> int:
        """Where its text begins in the document's text."""

    @property
    def n_chars(self) -> int:
        """How long its text is."""

    @property
    def width_pt(self) -> float:
        """Width before turning."""

    @property
    def height_pt(self) -> float:
        """Height before turning."""

    @property
    def rotation(self) -> int:
        """Degrees clockwise: 0, 90, 180 or 270."""


@dataclass(frozen=True, slots=True)
class PageSource:
    """A document as the page view reads it: frozen text and boxes, the PDF if it is here."""

    uid: str
    title: str
    pages: tuple[PageRow, ...]
    text: str
    boxes: Callable[[int], bytes]  # sheet number to the stored boxes of its characters
    content: Callable[[], bytes | None]  # None: the PDF is not in this project
    sentences: tuple[TextAnchor, ...] = ()  # units in document order
    paragraphs: tuple[TextAnchor, ...] = ()
    skipped: tuple[TextAnchor, ...] = ()  # running heads, page numbers, footnotes
