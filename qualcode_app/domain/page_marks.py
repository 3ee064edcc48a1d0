"""Codings as marks on the pages of a PDF, for other programs to show."""

from __future__ import annotations

from dataclasses import dataclass

from qualcode_app.domain.boxes import Rect


@dataclass(frozen=True, slots=True)
class PageMark:
    """One coding on one page; the rectangles are in unrotated page points."""

    page_number: int
    rects: tuple[Rect, ...]
    colour: str  # "#rrggbb"
    author: str
    subject: str
    note: str
    is_area: bool = False
