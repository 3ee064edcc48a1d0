"""Places in a document: ranges of its stored text and rectangles on its pages."""

from __future__ import annotations

from dataclasses import dataclass

from qualcode_app.domain.errors import InvalidAnchor


@dataclass(frozen=True, slots=True, order=True)
class TextAnchor:
    """The half-open range [start, end) of a document's stored text.

    Offsets count Unicode code points over the whole document: never bytes, never Qt's
    UTF-16 units.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise InvalidAnchor(
                "No text lies between {start} and {end}. Select at least one character.",
                start=self.start,
                end=self.end,
            )

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: TextAnchor) -> bool:
        """Tell whether the two ranges share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, offset: int) -> bool:
        """Tell whether the character at `offset` lies in the range."""
        return self.start <= offset < self.end


@dataclass(frozen=True, slots=True, order=True)
class PageArea:
    """A rectangle on a page, in unrotated page points with the origin at the top left."""

    page_number: int  # 1-based sheet number
    x0_pt: float
    y0_pt: float
    x1_pt: float
    y1_pt: float

    def __post_init__(self) -> None:
        if not (self.x0_pt < self.x1_pt and self.y0_pt < self.y1_pt):
            raise InvalidAnchor("The area on the page has no size. Drag a larger rectangle.")

    @property
    def size_pt2(self) -> float:
        """Its size in square points."""
        return (self.x1_pt - self.x0_pt) * (self.y1_pt - self.y0_pt)

    def shared_pt2(self, other: PageArea) -> float:
        """Return how much of the page two areas share, in square points."""
        if self.page_number != other.page_number:
            return 0.0
        width = min(self.x1_pt, other.x1_pt) - max(self.x0_pt, other.x0_pt)
        height = min(self.y1_pt, other.y1_pt) - max(self.y0_pt, other.y0_pt)
        return max(0.0, width) * max(0.0, height)

    def joined(self, other: PageArea) -> PageArea:
        """Return the smallest area of the same page that holds both."""
        return PageArea(
            self.page_number,
            min(self.x0_pt, other.x0_pt),
            min(self.y0_pt, other.y0_pt),
            max(self.x1_pt, other.x1_pt),
            max(self.y1_pt, other.y1_pt),
        )


def trimmed(text: str, start: int, end: int) -> TextAnchor:
    """Return the range without white space at both ends.

    Every way of coding passes through here, so that two coders who drag a little more or
    less mark the same range.

    Raises:
        InvalidAnchor: The range holds white space only, or ends after the text.
    """
    if not 0 <= start <= end <= len(text):
        raise InvalidAnchor(
            "The document has {n} characters; {start} to {end} lies outside. Choose a place "
            "within it.",
            n=len(text),
            start=start,
            end=end,
        )
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if right <= left:
        raise InvalidAnchor("The selection holds white space only. Select some text.")
    return TextAnchor(start + left, start + right)


def without(anchor: TextAnchor, holes: tuple[TextAnchor, ...]) -> list[TextAnchor]:
    """Return what is left of a range when the holes are cut out, in order."""
    spans: list[TextAnchor] = []
    start = anchor.start
    for hole in sorted(holes):
        if hole.end <= start or hole.start >= anchor.end:
            continue
        if hole.start > start:
            spans.append(TextAnchor(start, hole.start))
        start = hole.end
    if start < anchor.end:
        spans.append(TextAnchor(start, anchor.end))
    return spans
