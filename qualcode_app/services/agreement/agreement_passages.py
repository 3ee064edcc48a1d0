"""The passages behind a figure of agreement: where coders differ, how, and in which words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

import numpy as np
from sqlalchemy.orm import Session

from qualcode_app.agreement.data import SpanData
from qualcode_app.agreement.differences import Difference, differences
from qualcode_app.agreement.differences import Kind as Pairwise
from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.services.agreement.reliability import Reliability
from qualcode_app.services.documents import documents
from qualcode_app.services.texts import texts

MOST = 400  # passages read with their words; the count tells how many there are in all


class Kind(StrEnum):
    """How coders differ on a passage."""

    ONLY = "only"  # some marked it, and the others put nothing there
    BOUNDARY = "boundary"  # all marked it with this code, with other boundaries
    OTHER_CODE = "other_code"  # the others put another code there
    PARENT_CHILD = "parent_child"  # the others put a code above or below this one there
    OTHER_VALUE = "other_value"  # all marked it, with another value of a facet


@dataclass(frozen=True, slots=True)
class Behind:
    """Which figure is asked about; what is left empty is not restricted.

    Args:
        code_uid: A code.
        other_uid: With a code: only where somebody chose this code instead.
        coders: Indices of two coders.
        document: Index of a document, -1 for all.
    """

    code_uid: str = ""
    other_uid: str = ""
    coders: tuple[int, ...] = ()
    document: int = -1
    facet_uid: str = ""  # values of this facet on codings that coders share
    scale_uid: str = ""  # verdicts on a scale of a register, by the uid of their line
    areas: bool = False  # areas on pages in the place of text


@dataclass(frozen=True, slots=True)
class Bar:
    """What one coder did on a passage."""

    coder: int
    name: str
    pieces: tuple[tuple[float, float], ...]  # marked parts as shares of the passage
    counts: bool  # whether the coder finished the code's theme in the document
    other_uid: str = ""  # the code put there instead
    said: str = ""  # the value the coder gave it, where that is what they differ on


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text on which coders differ about a code."""

    kind: Kind
    code_uid: str
    document_uid: str
    document_title: str
    revision_uid: str
    anchor: TextAnchor
    page_number: int
    page_label: str
    quote: str
    n_disagreeing: int  # characters that some marked with the code and others did not
    overlap: float  # marked by all / marked by any
    bars: tuple[Bar, ...]
    area: PageArea | None = None  # of areas on pages; the anchor then is the page's start

    @property
    def marked_by(self) -> tuple[str, ...]:
        """The coders who marked something of it with the code."""
        return tuple(bar.name for bar in self.bars if bar.pieces)

    @property
    def other_uids(self) -> tuple[str, ...]:
        """The codes put there instead."""
        return tuple(dict.fromkeys(bar.other_uid for bar in self.bars if bar.other_uid))


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages behind a figure, those with most disagreeing characters first."""

    rows: tuple[Passage, ...]
    n_all: int  # also those that are not listed because there are so many
    n_of_kind: dict[Kind, int]


@dataclass(frozen=True, slots=True)
class Place:
    """A passage without its words."""

    kind: Kind
    code: int
    document: int
    start: int
    end: int
    disagreeing: int
    overlap: float
    others: dict[int, int]  # coder to the code put there instead
    said: dict[int, str] = field(default_factory=dict)  # coder to value


def passages(session: Session, found: Reliability, behind: Behind) -> Passages:
    """Return the passages on which the coders behind a figure differ."""
    data = found.characters
    coders = behind.coders or tuple(range(len(data.coders)))
    codes = range(len(data.codes))
    if behind.code_uid:
        codes = range(data.codes.index(behind.code_uid), data.codes.index(behind.code_uid) + 1)
    used = set(np.unique(data.code).tolist())
    places = [
        place
        for code in codes
        if code in used
        for place in _places(data, code, coders, found.parents, behind.document)
    ]
    if behind.other_uid:
        wanted = data.codes.index(behind.other_uid)
        places = [place for place in places if wanted in place.others.values()]
    places.sort(key=lambda place: (-place.disagreeing, place.document, place.start))
    kinds = [place.kind for place in places]
    return Passages(
        read_places(session, found, coders, places[:MOST]),
        len(places),
        {kind: kinds.count(kind) for kind in Kind if kind in kinds},
    )


# Where


def _places(
    data: SpanData, code: int, coders: Sequence[int], parents: Sequence[int], document: int
) -> Iterable[Place]:
    """Join what pairs of coders differ on into passages of all of them."""
    found = [
        (pair, each)
        for pair in combinations(coders, 2)
        for each in differences(data, pair, code, parents)
        if document in (-1, each.document)
    ]
    found.sort(key=lambda one: (one[1].document, one[1].start, one[1].end))
    group: list[tuple[tuple[int, int], Difference]] = []
    reach = (-1, -1)
    own = _own_spans(data, code)
    for pair, each in found:
        if group and (each.document, each.start) >= reach:
            yield _joined(data, code, coders, group, own)
            group = []
        reach = max(reach, (each.document, each.end)) if group else (each.document, each.end)
        group.append((pair, each))
    if group:
        yield _joined(data, code, coders, group, own)


def _joined(
    data: SpanData,
    code: int,
    coders: Sequence[int],
    group: list[tuple[tuple[int, int], Difference]],
    own: dict[tuple[int, int], list[tuple[int, int]]],
) -> Place:
    document = group[0][1].document
    start = min(each.start for _, each in group)
    end = max(each.end for _, each in group)
    kinds = {each.kind for _, each in group}
    others = {
        coder: chosen
        for pair, each in group
        for coder, chosen in zip(pair, (each.first_code, each.second_code), strict=True)
        if chosen >= 0 and chosen != code
    }
    counted = [coder for coder in coders if data.counted[coder, code, document]]
    pieces = [_within(own.get((document, coder), []), start, end) for coder in counted]
    any_, all_ = _any_and_all(pieces, len(counted))
    return Place(
        _kind(kinds), code, document, start, end, any_ - all_, all_ / any_ if any_ else 0.0, others
    )


def _kind(kinds: set[Pairwise]) -> Kind:
    if Pairwise.OTHER_CODE in kinds:
        return Kind.OTHER_CODE
    if Pairwise.PARENT_CHILD in kinds:
        return Kind.PARENT_CHILD
    return Kind.BOUNDARY if kinds == {Pairwise.BOUNDARY} else Kind.ONLY


def _own_spans(data: SpanData, code: int) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """Return the spans of a code by document and coder."""
    rows = np.flatnonzero(data.code == code)
    found: dict[tuple[int, int], list[tuple[int, int]]] = {}
    columns = (data.document, data.coder, data.start, data.end)
    for document, coder, start, end in zip(*(c[rows].tolist() for c in columns), strict=True):
        found.setdefault((document, coder), []).append((start, end))
    return found


def _within(spans: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    return [(max(a, start), min(b, end)) for a, b in spans if a < end and b > start]


def _any_and_all(pieces: list[list[tuple[int, int]]], n_coders: int) -> tuple[int, int]:
    """Return the characters that anybody and that everybody marked."""
    ends = sorted((at, step) for own in pieces for a, b in own for at, step in ((a, 1), (b, -1)))
    any_ = all_ = inside = before = 0
    for at, step in ends:
        any_ += (at - before) * (inside > 0)
        all_ += (at - before) * (inside == n_coders)
        inside, before = inside + step, at
    return any_, all_


# In which words


def read_places(
    session: Session, found: Reliability, coders: Sequence[int], places: Sequence[Place]
) -> tuple[Passage, ...]:
    """Return passages with page, words and the coders' bars."""
    data = found.characters
    revisions = {found.revision_uids[place.document] for place in places}
    pages = {uid: documents.pages(session, uid) for uid in revisions}
    starts = {uid: [page.start_char for page in rows] for uid, rows in pages.items()}
    spans = {code: _own_spans(data, code) for code in {place.code for place in places}}
    words = {uid: texts.whole(session, uid) for uid in revisions}
    rows = []
    for place in places:
        uid = found.revision_uids[place.document]
        page = pages[uid][bisect_right(starts[uid], place.start) - 1]
        rows.append(
            Passage(
                place.kind,
                data.codes[place.code],
                data.documents[place.document],
                found.document_titles[place.document],
                uid,
                TextAnchor(place.start, place.end),
                page.number,
                page.label,
                " ".join(words[uid][place.start : place.end].split()),
                place.disagreeing,
                place.overlap,
                tuple(_bar(found, place, coder, spans[place.code]) for coder in coders),
            )
        )
    return tuple(rows)


def _bar(
    found: Reliability,
    place: Place,
    coder: int,
    own: dict[tuple[int, int], list[tuple[int, int]]],
) -> Bar:
    length = place.end - place.start
    pieces = _within(own.get((place.document, coder), []), place.start, place.end)
    other = place.others.get(coder, -1)
    return Bar(
        coder,
        found.coder_names[coder],
        tuple(((a - place.start) / length, (b - place.start) / length) for a, b in pieces),
        bool(found.characters.counted[coder, place.code, place.document]),
        found.characters.codes[other] if other >= 0 else "",
        place.said.get(coder, ""),
    )
