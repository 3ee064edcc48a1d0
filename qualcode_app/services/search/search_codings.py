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


@dataclass(frozen=True, slots=True)
class Wish:
    """Which code is put on hits, by whom, and how much around each hit is coded."""

    code_uid: str
    coder_uid: str
    round_uid: str
    extent: Extent


@dataclass(frozen=True, slots=True)
class Preview:
    """What coding some hits would do."""

    new: tuple[NewCoding, ...]
    n_hits: int
    n_there: int  # places that this coder gave this code before
    n_documents: int  # that get a coding


def preview(session: Session, hits: Sequence[Hit], wish: Wish) -> Preview:
    """Return the codings that hits become; two hits in one sentence become one coding."""
    by_revision: dict[str, list[TextAnchor]] = defaultdict(list)
    for found in Places().of(session, hits):
        by_revision[found.hit.revision_uid].append(found.anchor)
    new: list[NewCoding] = []
    n_there = 0
    for revision_uid, anchors in by_revision.items():
        units = documents.units(session, revision_uid, *KINDS[wish.extent])
        wanted = {widened(anchor, units) for anchor in anchors}
        there = wanted & _coded(session, revision_uid, wish)
        n_there += len(there)
        new += [
            NewCoding(
                revision_uid, wish.round_uid, wish.coder_uid, wish.code_uid, anchor, origin="search"
            )
            for anchor in sorted(wanted - there)
        ]
    return Preview(tuple(new), len(hits), n_there, len({one.revision_uid for one in new}))


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


def _coded(session: Session, revision_uid: str, wish: Wish) -> set[TextAnchor]:
    rows = session.execute(
        select(Coding.start_char, Coding.end_char).where(
            Coding.revision_uid == revision_uid,
            Coding.coder_uid == wish.coder_uid,
            Coding.round_uid == wish.round_uid,
            Coding.code_uid == wish.code_uid,
            Coding.kind == "text",
        )
    )
    return {TextAnchor(start, end) for start, end in rows if start is not None and end is not None}
