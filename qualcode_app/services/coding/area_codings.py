"""Codings of areas: a code on a rectangle of a page, for figures, tables and scans."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import PageArea
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import DuplicateCoding, UnknownRecord
from qualcode_app.models.codings import Coding, CodingArea
from qualcode_app.models.documents import Page
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import facets
from qualcode_app.services.store import journal


@dataclass(frozen=True, slots=True)
class NewAreaCoding:
    """A coding of an area about to be made; it brings its uid, so that redo makes the same."""

    revision_uid: str
    round_uid: str
    coder_uid: str
    code_uid: str
    area: PageArea
    uid: str = field(default_factory=journal.new_uid)


def add(session: Session, new: NewAreaCoding) -> Changes:
    """Put one code on one rectangle of a page.

    Raises:
        UnknownRecord: The page or code is not in this project.
        DuplicateCoding: This coder already put this code on this very area.
    """
    known = select(Page.number).where(
        Page.revision_uid == new.revision_uid, Page.number == new.area.page_number
    )
    if session.scalar(known) is None:
        raise UnknownRecord("This page is not in the project any more.")
    digest = codebook.digests(session, {new.code_uid}).get(new.code_uid)
    if digest is None:
        raise UnknownRecord("This code is not in the codebook any more. Choose another.")
    _refuse_duplicate(session, new)
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
        "origin": "hand",
        "moved_from_uid": None,
    }
    area = new.area
    rectangle = {
        "coding_uid": new.uid,
        "ordinal": 1,
        "page_number": area.page_number,
        "x0_pt": area.x0_pt,
        "y0_pt": area.y0_pt,
        "x1_pt": area.x1_pt,
        "y1_pt": area.y1_pt,
    }
    children = {
        "coding_area": [rectangle],
        "coding_value": facets.value_rows(new.uid, facets.defaults(session, new.code_uid)),
    }
    journal.add(session, "coding.add", Kind.CODING, columns, children)
    return Changes.of(Kind.CODING, added=[new.uid])


def _refuse_duplicate(session: Session, new: NewAreaCoding) -> None:
    area = new.area
    there = session.scalar(
        select(Coding.uid)
        .join(CodingArea, CodingArea.coding_uid == Coding.uid)
        .where(
            Coding.coder_uid == new.coder_uid,
            Coding.round_uid == new.round_uid,
            Coding.code_uid == new.code_uid,
            Coding.revision_uid == new.revision_uid,
            CodingArea.page_number == area.page_number,
            CodingArea.x0_pt == area.x0_pt,
            CodingArea.y0_pt == area.y0_pt,
            CodingArea.x1_pt == area.x1_pt,
            CodingArea.y1_pt == area.y1_pt,
        )
    )
    if there is not None:
        raise DuplicateCoding("You already put this code on this area.")
