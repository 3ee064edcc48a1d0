"""Number the sentences, list items and paragraphs of a document, the same for all coders."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from qualcode_app.domain.extraction import Region, Unit
from qualcode_app.domain.layout import LaidOutPage
from qualcode_app.domain.paragraphs import Line, Paragraph, gather
from qualcode_app.domain.sentences import is_bullet, starts

SPLITTER = "qualcode-units 1"
"""Name and version of these rules; any change of what they give raises the version."""


def split(pages: Sequence[LaidOutPage], regions: Sequence[Region]) -> tuple[Unit, ...]:
    """Return the units of a document in the order of its text, each paragraph before its parts.

    A paragraph consists of sentences; the first one is an item when a list marker opens it.
    Headings are paragraphs of one sentence. Running heads and page numbers are in no unit of
    their own; where a sentence goes on over them its span holds them, as it holds a footnote,
    and they count as left out. Footnotes and captions have units of their own.
    """
    found = []
    for paragraph in gather(pages, regions):
        parts = list(_parts(paragraph))
        if parts:
            found.append((parts[0][1], max(part[2] for part in parts), parts))
    found.sort(key=lambda one: one[:2])
    units = []
    for number, (start, end, parts) in enumerate(found, 1):
        units.append(Unit("paragraph", start, end, None))
        units.extend(Unit(kind, first, last, number) for kind, first, last in parts)
    return tuple(units)


def _parts(paragraph: Paragraph) -> Iterator[tuple[str, int, int]]:
    """Yield kind, start and end of each sentence of a paragraph."""
    lines = paragraph.lines
    text = "\n".join([line.text for line in lines])
    at, place = [], 0  # where each line begins in the joined text
    for line in lines:
        at.append(place)
        place += len(line.text) + 1
    begins = starts(text)
    for first, last in zip(begins, [*begins[1:], len(text)], strict=True):
        piece = text[first:last]
        if not any(map(str.isalnum, piece)):
            continue
        start = first + len(piece) - len(piece.lstrip())
        end = first + len(piece.rstrip())
        is_item = is_bullet(text[start]) or (first == 0 and paragraph.is_item)
        kind = "item" if is_item else "sentence"
        yield kind, _stored(lines, at, start), _stored(lines, at, end - 1) + 1


def _stored(lines: Sequence[Line], at: Sequence[int], place: int) -> int:
    """Return where in the document a character of the joined lines stands."""
    number = bisect_right(at, place) - 1
    return lines[number].start + place - at[number]
