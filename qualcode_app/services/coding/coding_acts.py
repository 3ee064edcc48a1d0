"""Acts on the shape of codings: split one, join two, say which one at a place is primary."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.domain.facets import Values
from qualcode_app.models.aggregates import Stored
from qualcode_app.models.codings import Coding
from qualcode_app.services.coding import codings, facets
from qualcode_app.services.coding.codings import Kept, NewCoding
from qualcode_app.services.store import journal
from qualcode_app.services.texts import texts


def split(session: Session, uid: str, at: int, new_uid: str) -> Changes:
    """Cut a coding in two; the first part keeps uid, notes and rank, both keep the facets.

    Args:
        session: Where to write.
        uid: The coding.
        at: The gap between characters to cut at.
        new_uid: The uid of the second part.

    Raises:
        UnknownRecord: The coding is not in this project.
        RefusedChange: It is an area, or the gap leaves no words on one of its sides.
    """
    coding, anchor = _text_coding(session, uid)
    words = texts.passage(session, coding.revision_uid, anchor).quote
    cut = at - anchor.start
    if not 0 < cut < len(words) or not words[:cut].strip() or not words[cut:].strip():
        raise RefusedChange("The caret is not inside this coding. Press C and put it there first.")
    second = NewCoding(
        revision_uid=coding.revision_uid,
        round_uid=coding.round_uid,
        coder_uid=coding.coder_uid,
        code_uid=coding.code_uid,
        anchor=TextAnchor(at, anchor.end),
        uid=new_uid,
        values=facets.values_of(session, [uid]).get(uid, ()),
    )
    changes = codings.resize(session, uid, TextAnchor(anchor.start, at))
    return changes | codings.add(session, second)


def unsplit(session: Session, uid: str, anchor: TextAnchor, new_uid: str) -> Changes:
    """Undo a split: take the second part away and give the first its old place."""
    return codings.remove(session, new_uid) | codings.resize(session, uid, anchor)


def neighbour(session: Session, uid: str) -> str:
    """Return the coding of the same code and coder that lies next to a coding.

    Next to it means overlapping, or with nothing between them but white space, running heads,
    page numbers and footnotes. What follows comes before what precedes.

    Raises:
        UnknownRecord: The coding is not in this project.
        RefusedChange: It is an area, or no such coding lies next to it.
    """
    coding, anchor = _text_coding(session, uid)
    found = session.execute(
        select(Coding.uid, Coding.start_char, Coding.end_char)
        .where(*_alike(coding), Coding.kind == "text", Coding.uid != uid)
        .order_by(Coding.start_char, Coding.end_char)
    ).all()
    following = [row for row in found if row.start_char >= anchor.start]
    earlier = [row for row in reversed(found) if row.start_char < anchor.start]
    for row in (*following[:1], *earlier[:1]):
        if _touch(session, coding.revision_uid, anchor, TextAnchor(row.start_char, row.end_char)):
            return str(row.uid)
    raise RefusedChange(
        "No coding with this code lies next to this one, so nothing can be joined. Code the text "
        "beside it first, or make this one longer."
    )


def join(session: Session, uid: str, other_uid: str) -> Changes:
    """Stretch a coding over its neighbour and take the neighbour away, with its notes added.

    Facets stay those of the first coding; where it has none it takes the neighbour's.

    Raises:
        UnknownRecord: One of them is not in this project.
        RefusedChange: One is an area, or the neighbour carries a question or a decision.
    """
    _, anchor = _text_coding(session, uid)
    _, other = _text_coding(session, other_uid)
    kept = codings.keep(session, other_uid)
    notes = [memo.root["text"] for memo in kept.memos if memo.root["kind"] == "note"]
    if len(notes) < len(kept.memos):
        raise RefusedChange(
            "The neighbour carries a question or a decision. Settle that memo before joining."
        )
    values = facets.values_of(session, [uid, other_uid])
    changes = codings.remove(session, other_uid)
    both = TextAnchor(min(anchor.start, other.start), max(anchor.end, other.end))
    changes |= codings.resize(session, uid, both)
    if not values.get(uid) and values.get(other_uid):
        changes |= facets.set_values(session, uid, values[other_uid])
    if notes:
        own = [
            str(memo.root["text"]) for memo in codings.keep(session, uid).memos if _is_note(memo)
        ]
        changes |= codings.set_memo(session, uid, "\n\n".join([*own, *map(str, notes)]))
    return changes


def unjoin(
    session: Session, uid: str, anchor: TextAnchor, note: str, values: Values, kept: Kept
) -> Changes:
    """Undo a join: give the coding its place, note and facets, and put its neighbour back."""
    changes = codings.resize(session, uid, anchor)
    changes |= codings.set_memo(session, uid, note)
    changes |= facets.set_values(session, uid, values)
    return changes | codings.put_back(session, kept)


def primary_at(session: Session, uid: str) -> str:
    """Return the primary coding at the place of a coding, "" where there is none.

    Raises:
        UnknownRecord: The coding is not in this project.
        RefusedChange: It is an area.
    """
    coding, _ = _text_coding(session, uid)
    found = session.scalar(
        select(Coding.uid).where(*_same_place(coding), Coding.is_primary.is_(True))
    )
    return found or ""


def set_primary(session: Session, uid: str, primary_uid: str) -> Changes:
    """Make one coding primary among those of its coder at the place of a coding; "" none.

    Raises:
        UnknownRecord: The coding is not in this project.
        RefusedChange: It is an area.
    """
    before = primary_at(session, uid)
    changes = Changes()
    for one, is_primary in ((before, False), (primary_uid, True)):  # one primary at any moment
        if one and before != primary_uid:
            journal.change(session, "coding.rank", Kind.CODING, one, {"is_primary": is_primary})
            changes |= Changes.of(Kind.CODING, changed=[one])
    return changes


def _text_coding(session: Session, uid: str) -> tuple[Coding, TextAnchor]:
    coding = session.get(Coding, uid)
    if coding is None:
        raise UnknownRecord("This coding was removed from the project. Choose another.")
    if coding.start_char is None or coding.end_char is None:
        raise RefusedChange(
            "This is a coding of an area; that can only be done with text. Choose a coding of text."
        )
    return coding, TextAnchor(coding.start_char, coding.end_char)


def _is_note(memo: Stored) -> bool:
    return bool(memo.root["kind"] == "note")


def _alike(coding: Coding) -> tuple[Any, ...]:
    return (
        Coding.coder_uid == coding.coder_uid,
        Coding.round_uid == coding.round_uid,
        Coding.code_uid == coding.code_uid,
        Coding.revision_uid == coding.revision_uid,
    )


def _same_place(coding: Coding) -> tuple[Any, ...]:
    return (
        Coding.coder_uid == coding.coder_uid,
        Coding.round_uid == coding.round_uid,
        Coding.revision_uid == coding.revision_uid,
        Coding.start_char == coding.start_char,
        Coding.end_char == coding.end_char,
    )


def _touch(session: Session, revision_uid: str, one: TextAnchor, other: TextAnchor) -> bool:
    first, second = sorted((one, other))
    if second.start <= first.end:
        return True
    gap = TextAnchor(first.end, second.start)
    around = TextAnchor(first.start, second.end)
    words, at = texts.passage(session, revision_uid, gap).quote, gap.start
    for hole in reversed(texts.holes(session, revision_uid, around)):
        if hole.overlaps(gap):
            words = words[: max(0, hole.start - at)] + words[max(0, hole.end - at) :]
    return not words.strip()
