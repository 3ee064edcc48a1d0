"""What importing a PDF yields: frozen text, boxes, units and regions, in plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
"""Ends of the names of pictures, each of which becomes a document of one page."""

PdfBox: TypeAlias = tuple[float, float, float, float]
"""x0, y0, x1, y1 in PDF points with the origin at the bottom left, as the file has it."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should know about an import that went well otherwise.

    Like an error it is a template that the window looks up before it fills in the values.
    """

    sentence: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.sentence.format(**self.values)


@dataclass(frozen=True, slots=True)
class ExtractedPage:
    """One page. Its text ends in one newline of its own, so that no page is empty."""

    number: int  # 1-based sheet number
    label: str  # as printed, where the file has labels, else the number
    text: str
    width_pt: float  # of the unrotated crop box
    height_pt: float
    rotation: int  # 0, 90, 180 or 270, clockwise
    media_box: PdfBox
    crop_box: PdfBox
    boxes: bytes
    text_source: str
    unreadable_share: float  # of the characters that are not white space; 0 on an empty page
    n_words: int


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One bookmark of the file."""

    level: int  # 1 at the top
    title: str
    page_number: int
    y_pt: float | None  # unrotated, from the top of the crop box; None where only the page is told


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of text that is not running text; offsets count over the whole document.

    `kind` is running_head, page_number, footnote, caption, table or figure.
    """

    kind: str
    page_number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, a list item or a paragraph; offsets count over the whole document.

    Sentences and items together never overlap, apart from the footnote that stands inside the
    span of a sentence going on over a page; what a unit says is its span without the regions
    in it. `parent` is the number of its paragraph, counted from 1; None for a paragraph.
    """

    kind: str
    start: int
    end: int
    parent: int | None


@dataclass(frozen=True, slots=True)
class ExtractedDocument:
    """All that is frozen when a PDF is imported."""

    file_sha256: str
    n_bytes: int
    extractor: str  # name, version and flags
    pages: tuple[ExtractedPage, ...]
    outline: tuple[OutlineEntry, ...]
    regions: tuple[Region, ...]
    units: tuple[Unit, ...]
    splitter: str
    unlocked: bytes | None  # the PDF to show where the file is none, or is locked
    warnings: tuple[Notice, ...] = ()

    @property
    def text(self) -> str:
        """The text of all pages, one after the other."""
        return "".join([page.text for page in self.pages])

    @property
    def text_source(self) -> str:
        """Tell whether the pages were read from a PDF or made from a text: "pdf" or "made"."""
        return self.pages[0].text_source
