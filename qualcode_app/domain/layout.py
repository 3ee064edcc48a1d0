"""A page as the finders of regions and units see it: its text and its lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qualcode_app.domain.boxes import BoxLine, PageBoxes
from qualcode_app.domain.extraction import ExtractedPage


@dataclass(frozen=True, slots=True)
class LaidOutPage:
    """The text of a page, where it starts in the document, and its lines."""

    number: int
    start: int  # of its first character in the document
    text: str
    width_pt: float
    height_pt: float
    rotation: int
    lines: Sequence[BoxLine]

    @classmethod
    def of(cls, pages: Iterable[ExtractedPage]) -> list[LaidOutPage]:
        """Lay out stored pages again, to find regions or units anew."""
        laid_out, start = [], 0
        for page in pages:
            lines = PageBoxes.decode(page.boxes).lines
            laid_out.append(
                cls(
                    page.number,
                    start,
                    page.text,
                    page.width_pt,
                    page.height_pt,
                    page.rotation,
                    lines,
                )
            )
            start += len(page.text)
        return laid_out
