"""The highlights that readers made in a PDF with another program."""

from __future__ import annotations

from collections.abc import Iterator

import pymupdf

_KINDS = (
    pymupdf.PDF_ANNOT_HIGHLIGHT,
    pymupdf.PDF_ANNOT_UNDERLINE,
    pymupdf.PDF_ANNOT_SQUIGGLY,
)
_MOST = 20_000
_LONGEST = 10_000  # characters of a note
_UNSTORABLE = str.maketrans(dict.fromkeys([0, *range(0xD800, 0xE000)], "\ufffd"))

Quad = tuple[float, float, float, float]
Mark = tuple[int, list[Quad], str, str, str, str]


def highlights(document: pymupdf.Document) -> list[Mark]:
    """Return page number, rectangles, colour, author, note and date of each highlight.

    The rectangles count in unrotated page points from the top left, as the stored boxes do.
    """
    found: list[Mark] = []
    for index in range(document.page_count):
        page = document[index]
        page.set_rotation(0)
        for annotation in page.annots(types=_KINDS):
            quads = list(_quads(annotation))
            if quads and len(found) < _MOST:
                told = annotation.info
                found.append(
                    (
                        index + 1,
                        quads,
                        _colour(annotation),
                        _text(told.get("title")),
                        _text(told.get("content")),
                        _text(told.get("modDate") or told.get("creationDate")),
                    )
                )
    return found


def _quads(annotation: pymupdf.Annot) -> Iterator[Quad]:
    """Yield the rectangle of every four corners; programs order the corners differently."""
    corners = annotation.vertices or []
    for at in range(0, len(corners) - 3, 4):
        xs, ys = zip(*corners[at : at + 4], strict=True)
        yield min(xs), min(ys), max(xs), max(ys)


def _colour(annotation: pymupdf.Annot) -> str:
    parts = annotation.colors.get("stroke") or ()
    if len(parts) == 1:
        parts = parts * 3
    if len(parts) != 3:
        return ""
    return "#" + "".join(f"{round(255 * max(0.0, min(1.0, part))):02x}" for part in parts)


def _text(said: str | None) -> str:
    return (said or "").translate(_UNSTORABLE).strip()[:_LONGEST]
