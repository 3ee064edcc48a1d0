"""Codings of areas: a code on a rectangle of a page, for figures, tables and scans."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import PageArea
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import DuplicateCoding, InvalidAnchor, UnknownRecord
from qualcode_app.domain.facets import Values
from qualcode_app.models.codings import Coding, CodingArea
from qualcode_app.models.documents import Page
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import facets
from qualcode_app.services.store import journal
from qualcode_app.services.store.journal import NewRow

_NEAR_PT = 0.5  # a drag to the edge of the page may end this far beside it


@dataclass(frozen=True, slots=True)
class NewAreaCoding:
    """A coding of an area about to be made; it brings its uid, so that redo makes the same.

    Without facet values of its own it gets those the code's side proposes.
    """

    revision_uid: str
    round_uid: str
    coder_uid: str
    code_uid: str
    area: PageArea
    uid: str = field(default_factory=journal.new_uid)
    values: Values | None = None
    origin: str = "hand"


def add(session: Session, new: NewAreaCoding) -> Changes:
    """Put one code on one rectangle of a page.

    Raises:
        UnknownRecord: The page or code is not in this project.
        InvalidAnchor: The area reaches over the edge of the page.
        DuplicateCoding: This coder already put this code on this very area.
    """
    row = _row(session, new)
    journal.add(session, "coding.add", Kind.CODING, row.columns, row.children)
    return Changes.of(Kind.CODING, added=[new.uid])


def add_many(
    session: Session, act: str, new: Collection[NewAreaCoding], *, batch_uid: str | None = None
) -> Changes:
    """Make many codings of areas as one act; those that exist already are left as they are."""
    rows = []
    for one in new:
        try:
            rows.append(_row(session, one))
        except DuplicateCoding:
            continue
    journal.add_many(session, act, rows, batch_uid=batch_uid)
    return Changes.of(Kind.CODING, added=[str(row.columns["uid"]) for row in rows])


def _row(session: Session, new: NewAreaCoding) -> NewRow:
    _check_on_page(session, new)
    digest = codebook.digests(session, {new.code_uid}).get(new.code_uid)
    if digest is None:
        raise UnknownRecord("This code is not in the codebook any more. Choose another.")
    place = new.revision_uid, new.round_uid, new.coder_uid, new.code_uid
    _refuse_duplicate(session, place, new.area)
    columns = {
        "uid": new.uid,
        "revision_uid": new.revision_uid,
        "round_uid": new.round_uid,
        "coder_uid": new.coder_uid,
        "code_uid": new.code_uid,
        "code_digest": digest,
        "kind": "area",
        "start_char": None,
        "end_char": None,
        **dict.fromkeys(("quote", "prefix", "suffix"), ""),
        "n_words": 0,
        "is_primary": False,
        "origin": new.origin,
        "moved_from_uid": None,
    }
    if new.values is None:
        values = facets.defaults(session, new.code_uid)
    else:
        values = new.values
        facets.check(session, new.code_uid, values)
    children = {
        "coding_area": _rows(new.uid, new.area),
        "coding_value": facets.value_rows(new.uid, values),
    }
    return NewRow(Kind.CODING, columns, children)


def _check_on_page(session: Session, new: NewAreaCoding) -> None:
    area = new.area
    page = session.execute(
        select(Page.width_pt, Page.height_pt).where(
            Page.revision_uid == new.revision_uid, Page.number == area.page_number
        )
    ).one_or_none()
    if page is None:
        raise UnknownRecord(
            "This document has no page {n}. Choose one of its pages.", n=area.page_number
        )
    inside = min(area.x0_pt, area.y0_pt) >= -_NEAR_PT and (
        area.x1_pt <= page.width_pt + _NEAR_PT and area.y1_pt <= page.height_pt + _NEAR_PT
    )
    if not inside:
        raise InvalidAnchor(
            "The area reaches over the edge of the page, which is {width} by {height} points. "
            "Draw it within the page.",
            width=round(page.width_pt),
            height=round(page.height_pt),
        )


def resize(session: Session, uid: str, area: PageArea) -> Changes:
    """Move the sides of a coded area.

    Raises:
        UnknownRecord: The coding is not in this project.
        DuplicateCoding: This coder already put this code on that very area.
    """
    columns = (Coding.revision_uid, Coding.round_uid, Coding.coder_uid, Coding.code_uid)
    place = session.execute(
        select(*columns).where(Coding.uid == uid, Coding.kind == "area")
    ).one_or_none()
    if place is None:
        raise UnknownRecord(
            "This area is not coded any more: the coding was removed. Choose another."
        )
    _refuse_duplicate(session, tuple(place), area, uid)
    rows = {"coding_area": _rows(uid, area)}
    changed = journal.change(session, "coding.resize", Kind.CODING, uid, {}, rows)
    return Changes.of(Kind.CODING, changed=[uid]) if changed else Changes()


def _rows(uid: str, area: PageArea) -> list[dict[str, Any]]:
    return [
        {
            "coding_uid": uid,
            "ordinal": 1,
            "page_number": area.page_number,
            "x0_pt": area.x0_pt,
            "y0_pt": area.y0_pt,
            "x1_pt": area.x1_pt,
            "y1_pt": area.y1_pt,
        }
    ]


def _refuse_duplicate(
    session: Session, place: tuple[str, ...], area: PageArea, own_uid: str = ""
) -> None:
    revision_uid, round_uid, coder_uid, code_uid = place
    there = session.scalar(
        select(Coding.uid)
        .join(CodingArea, CodingArea.coding_uid == Coding.uid)
        .where(
            Coding.coder_uid == coder_uid,
            Coding.round_uid == round_uid,
            Coding.code_uid == code_uid,
            Coding.revision_uid == revision_uid,
            Coding.uid != own_uid,
            CodingArea.page_number == area.page_number,
            CodingArea.x0_pt == area.x0_pt,
            CodingArea.y0_pt == area.y0_pt,
            CodingArea.x1_pt == area.x1_pt,
            CodingArea.y1_pt == area.y1_pt,
        )
    )
    if there is not None:
        raise DuplicateCoding(
            "You already put this code on this area. "
            "Choose another code, or change the coding that is there."
        )
