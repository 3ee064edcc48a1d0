"""Hits of a search become codings: first counted, then made as one batch."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.progress import Progress, Silent
from qualcode_app.models import aggregates
from qualcode_app.models.codings import Coding
from qualcode_app.services.coding import codings
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents
from qualcode_app.services.search.search_places import Hit, Places

Extent = Literal["match", "sentence", "paragraph"]

KINDS: dict[Extent, tuple[str, ...]] = {
    "match": (),
    "sentence": ("sentence", "item"),
    "paragraph": ("paragraph",),
}


Place = tuple[str, TextAnchor]  # of a text, by its uid


@dataclass(frozen=True, slots=True)
class Wanted:
    """The places that hits stand for, each once, in the order of the hits and of the text."""

    extent: Extent
    places: tuple[Place, ...]
    n_hits: int


@dataclass(frozen=True, slots=True)
class Wish:
    """Which code is put on places, and by whom."""

    code_uid: str
    coder_uid: str
    round_uid: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What coding some hits would do."""

    places: tuple[Place, ...]  # that get a coding
    n_hits: int
    n_there: int  # places that this coder gave this code before
    n_documents: int  # that get a coding

    def new(self, wish: Wish) -> list[NewCoding]:
        """Return the codings to be made."""
        who = wish.round_uid, wish.coder_uid, wish.code_uid
        return [NewCoding(uid, *who, anchor, origin="search") for uid, anchor in self.places]


def wanted(
    session: Session, hits: Sequence[Hit], extent: Extent, progress: Progress | None = None
) -> Wanted:
    """Return what would be coded of some hits; two in one sentence are one place.

    Raises:
        Cancelled: The progress, which is told the hits looked at, asked to stop.
    """
    watch = progress or Silent()
    by_revision: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        by_revision[hit.revision_uid].append(hit)
    texts, done, found = Places(), 0, []
    for revision_uid, here in by_revision.items():
        watch.report(done, len(hits))
        units = documents.units(session, revision_uid, *KINDS[extent])
        anchors = {widened(one.anchor, units) for one in texts.of(session, here)}
        found += [(revision_uid, anchor) for anchor in sorted(anchors)]
        done += len(here)
    return Wanted(extent, tuple(found), len(hits))


def preview(session: Session, wanted: Wanted, wish: Wish) -> Preview:
    """Return what a wish would do to places: those that have the code already are left alone."""
    there = _coded(session, wish)
    places = tuple(place for place in wanted.places if place not in there)
    n_documents = len({revision_uid for revision_uid, _ in places})
    return Preview(places, wanted.n_hits, len(wanted.places) - len(places), n_documents)


def add(session: Session, new: Sequence[NewCoding], *, label: str, batch_uid: str) -> Changes:
    """Make the codings as one batch, which can be withdrawn as one."""
    from qualcode_app.services.merging import batches  # noqa: PLC0415  all of merging with it

    batch = batches.open_own(session, batch_uid, "auto_code", label)
    changes = codings.add_many(session, "coding.search", new, batch_uid=batch_uid)
    made = changes[Kind.CODING].added
    for stored in aggregates.read(session.connection(), Kind.CODING, list(made)).values():
        batch.added(stored)
    batch.flush()
    return changes | Changes.of(Kind.BATCH, added=[batch_uid])


def widened(anchor: TextAnchor, units: Sequence[TextAnchor]) -> TextAnchor:
    """Return the units a place touches, from the first to the last; itself where it has none."""
    at = bisect_right(units, anchor.start, key=lambda unit: unit.start) - 1
    touched = []
    for unit in units[max(at, 0) :]:
        if unit.start >= anchor.end:
            break
        if unit.end > anchor.start:
            touched.append(unit)
    if not touched:
        return anchor
    start, end = touched[0].start, max(unit.end for unit in touched)
    return TextAnchor(min(start, anchor.start), max(end, anchor.end))


def _coded(session: Session, wish: Wish) -> set[Place]:
    rows = session.execute(
        select(Coding.revision_uid, Coding.start_char, Coding.end_char).where(
            Coding.coder_uid == wish.coder_uid,
            Coding.round_uid == wish.round_uid,
            Coding.code_uid == wish.code_uid,
            Coding.kind == "text",
        )
    )
    return {
        (revision_uid, TextAnchor(start, end))
        for revision_uid, start, end in rows
        if start is not None and end is not None
    }
