"""Where the units of a text begin and end: words, sentences, paragraphs, pages."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models.documents import Page, Revision, Unit
from qualcode_app.services.texts import texts

Ints = NDArray[np.int64]
Base = Literal["character", "word", "sentence", "paragraph", "page", "document"]
Tolerance = Literal["none", "word", "sentence"]

_KINDS = {"sentence": ("sentence", "item"), "paragraph": ("paragraph",)}


def edges(session: Session, revision_uids: Sequence[str], base: Base) -> list[Ints]:
    """Return of each text where its units begin, and last where it ends.

    What lies between two units, such as white space, belongs to the unit before it.

    Raises:
        RefusedChange: The stored sentences of a document are not those it was read with.
    """
    if base in ("page", "document"):
        return [_page_edges(session, uid, whole=base == "document") for uid in revision_uids]
    return [starts_and_ends(session, uid, base)[0] for uid in revision_uids]


def snap_edges(session: Session, revision_uids: Sequence[str], tolerance: str) -> list[Ints]:
    """Return of each text every place where a word or a sentence begins or ends."""
    kind: Base = "word" if tolerance == "word" else "sentence"
    return [starts_and_ends(session, uid, kind)[1] for uid in revision_uids]


def starts_and_ends(session: Session, revision_uid: str, base: Base) -> tuple[Ints, Ints]:
    """Return the starts of units with the end of the last one, and all starts and ends."""
    if base == "word":
        start, end = _words(texts.whole(session, revision_uid))
    else:
        start, end = _stored(session, revision_uid, base)
    if not start.size:
        return start, start
    return np.append(_each_once(start), end.max()), _each_once(np.concatenate((start, end)))


def _each_once(places: Ints) -> Ints:
    """Return places in order without repeats; they nearly are in order, so a sort is cheap."""
    ordered = np.sort(places, kind="stable")
    return ordered[np.diff(ordered, prepend=-1) > 0]


def _words(text: str) -> tuple[Ints, Ints]:
    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    white = _IS_WHITE[np.minimum(letters, len(_IS_WHITE) - 1)]
    change = np.diff(np.concatenate(([True], white, [True])).astype(np.int8))
    return np.flatnonzero(change < 0), np.flatnonzero(change > 0)


# By code point; the last entry stands for all higher ones, none of which is white.
_IS_WHITE = np.array([*(chr(code).isspace() for code in range(0x3001)), False])


def _stored(session: Session, revision_uid: str, base: Base) -> tuple[Ints, Ints]:
    rows = session.execute(
        select(Unit.kind, Unit.start_char, Unit.end_char)
        .where(Unit.revision_uid == revision_uid, Unit.kind.in_(_KINDS[base]))
        .order_by(Unit.start_char)
    ).all()
    places = np.array([row[1:] for row in rows], np.int64).reshape(-1, 2)
    return places[:, 0], places[:, 1]


def _page_edges(session: Session, revision_uid: str, *, whole: bool) -> Ints:
    starts = session.scalars(
        select(Page.start_char).where(Page.revision_uid == revision_uid).order_by(Page.number)
    ).all()
    n_chars = session.scalar(select(Revision.n_chars).where(Revision.uid == revision_uid)) or 0
    return np.array([0 if whole else start for start in starts[: 1 if whole else None]] + [n_chars])


def check(session: Session, revision_uids: Sequence[str], titles: Sequence[str]) -> None:
    """Make sure that the stored units are those that each text was taken in with.

    Raises:
        RefusedChange: They are not, so units of two files would not be the same ones.
    """
    for uid, title in zip(revision_uids, titles, strict=True):
        noted = session.scalar(select(Revision.units_sha256).where(Revision.uid == uid))
        rows = session.execute(
            select(
                Unit.kind, Unit.number, Unit.parent_number, Unit.start_char, Unit.end_char
            ).where(Unit.revision_uid == uid)
        ).all()
        if noted != _digest([(kind, number, of, a, b) for kind, number, of, a, b in rows]):
            raise RefusedChange(
                "The sentences of {title} are not those it was read with, so units cannot be "
                "compared. Compare on characters, or add the document again.",
                title=title,
            )


def _digest(rows: Sequence[tuple[str, int, int | None, int, int]]) -> str:
    """Return the fingerprint of units in the order of import: a paragraph, then its parts."""
    ordered = sorted(rows, key=lambda row: (row[2] or row[1], row[2] is not None, row[3]))
    lines = (f"{kind} {start} {end}" for kind, _, _, start, end in ordered)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
