"""Codings as they are listed: with code, coder, page and note."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session, aliased

from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.domain.facets import Values
from qualcode_app.models.cases import Memo
from qualcode_app.models.codebooks import Code
from qualcode_app.models.codings import Coding, CodingArea, CodingHole
from qualcode_app.models.documents import Document, Page, Revision
from qualcode_app.models.people import Coder
from qualcode_app.models.uids import among, bound
from qualcode_app.services.coding import facets, statements

_Page = tuple[int, str]  # number and label

FEW = 500  # so many codings are asked for by their uids; of more, all are read


@dataclass(frozen=True, slots=True)
class CodingRow:
    """A coding as listed; offsets count code points of the revision's stored text.

    A coding of an area has no words: its anchor is where the text of its page begins, so that
    it is listed there.
    """

    uid: str
    document_uid: str
    revision_uid: str
    coder_uid: str
    coder_name: str
    coder_initials: str
    coder_colour: str
    code_uid: str
    code_key: str
    code_label_nl: str
    code_label_en: str
    colour: str
    anchor: TextAnchor
    quote: str
    page_number: int
    page_label: str
    memo: str
    made_at: datetime
    is_primary: bool
    holes: tuple[TextAnchor, ...]
    values: Values = ()
    area: PageArea | None = None


def get(session: Session, uid: str) -> CodingRow:
    """Return one coding.

    Raises:
        UnknownRecord: It is not in this project.
    """
    found = rows(session, uids=[uid], areas=True)
    if not found:
        raise UnknownRecord("This coding was removed from the project. Choose another.")
    return found[0]


def rows(
    session: Session,
    *,
    revision_uid: str | None = None,
    coder_uids: Collection[str] | None = None,
    uids: Collection[str] | None = None,
    areas: bool = False,
) -> list[CodingRow]:
    """Return codings of text by document, place and code; on demand also those of areas.

    Without a revision they are those of the present texts.
    """
    if uids is not None and len(uids) <= FEW and revision_uid is None and coder_uids is None:
        return _few(session, uids, areas=areas)
    query = _listing()
    if revision_uid is not None:
        query = query.where(Coding.revision_uid == revision_uid)
    else:
        query = query.where(Coding.revision_uid == Document.current_revision_uid)
    if coder_uids is not None:
        query = query.where(Coding.coder_uid.in_(coder_uids))
    if uids is not None:
        query = query.where(Coding.uid.in_(uids))
    found = session.execute(query.where(Coding.kind == "text")).all()
    listed = _text_rows(session, found, _pages_of(session, found), revision_uid)
    if areas:
        marked = _area_rows(session, query)
        if marked:
            listed.extend(marked)
            listed.sort(key=lambda row: (row.document_uid, row.anchor))
    return listed


def _few(session: Session, uids: Collection[str], *, areas: bool) -> list[CodingRow]:
    """Return a few codings: read after every act, so by statements that are made only once."""
    found = session.connection().execute(_few_texts(one=len(uids) == 1), bound(uids)).all()
    listed = _text_rows(session, found, [(row.number, row.label) for row in found])
    if areas and len(listed) < len(uids):
        query = _listing().where(
            Coding.uid.in_(uids), Coding.revision_uid == Document.current_revision_uid
        )
        listed.extend(_area_rows(session, query))
        listed.sort(key=lambda row: (row.document_uid, row.anchor))
    return listed


@cache
def _few_texts(*, one: bool) -> Any:
    above = aliased(Page)
    start = (
        select(func.max(above.start_char))
        .where(above.revision_uid == Coding.revision_uid, above.start_char <= Coding.start_char)
        .scalar_subquery()
    )
    return (
        _listing()
        .join(Page, and_(Page.revision_uid == Coding.revision_uid, Page.start_char == start))
        .where(
            among(Coding.uid, one=one),
            Coding.kind == "text",
            Coding.revision_uid == Document.current_revision_uid,
        )
        .add_columns(Page.number, Page.label)
    )


def _text_rows(
    session: Session,
    found: Sequence[Any],
    pages: Sequence[_Page],
    revision_uid: str | None = None,
) -> list[CodingRow]:
    if not found:
        return []
    listed = {row.uid for row in found}
    holes = _holes(session, revision_uid, listed)
    values = facets.values_of(session, listed, revision_uid=revision_uid)
    return [
        _row(
            row,
            TextAnchor(row.start_char, row.end_char),
            page,
            holes=holes.get(row.uid, ()),
            values=values.get(row.uid, ()),
        )
        for row, page in zip(found, pages, strict=True)
    ]


def _listing() -> Any:
    note = and_(
        Memo.target_kind == Kind.CODING.value, Memo.target_uid == Coding.uid, Memo.kind == "note"
    )
    return (
        select(
            Coding.uid,
            Revision.document_uid,
            Coding.revision_uid,
            Coding.coder_uid,
            Coder.name,
            Coder.initials,
            Coder.colour.label("coder_colour"),
            Coding.code_uid,
            Code.key,
            Code.label_nl,
            Code.label_en,
            Code.colour,
            Coding.start_char,
            Coding.end_char,
            Coding.quote,
            Memo.text,
            Coding.made_at,
            Coding.is_primary,
        )
        .join(Revision, Revision.uid == Coding.revision_uid)
        .join(Document, Document.uid == Revision.document_uid)
        .join(Coder, Coder.uid == Coding.coder_uid)
        .join(Code, Code.uid == Coding.code_uid)
        .outerjoin(Memo, note)
        .order_by(
            Document.position,
            Document.title,
            Revision.document_uid,
            Coding.start_char,
            Coding.end_char,
            Code.position,
            Coding.uid,
        )
    )


def _area_rows(session: Session, listing: Any) -> list[CodingRow]:
    found = session.execute(
        listing.join(CodingArea, CodingArea.coding_uid == Coding.uid)
        .join(
            Page,
            and_(Page.revision_uid == Coding.revision_uid, Page.number == CodingArea.page_number),
        )
        .where(Coding.kind == "area", CodingArea.ordinal == 1)
        .add_columns(
            CodingArea.x0_pt,
            CodingArea.y0_pt,
            CodingArea.x1_pt,
            CodingArea.y1_pt,
            Page.start_char.label("page_start"),
            Page.number,
            Page.label,
        )
    ).all()
    values = facets.values_of(session, {row.uid for row in found}) if found else {}
    return [
        _row(
            row,
            TextAnchor(row.page_start, row.page_start + 1),
            (row.number, row.label),
            values=values.get(row.uid, ()),
            area=PageArea(row.number, row.x0_pt, row.y0_pt, row.x1_pt, row.y1_pt),
        )
        for row in found
    ]


def _row(
    row: Any,
    anchor: TextAnchor,
    page: _Page,
    *,
    holes: tuple[TextAnchor, ...] = (),
    values: Values = (),
    area: PageArea | None = None,
) -> CodingRow:
    number, label = page
    return CodingRow(
        row.uid,
        row.document_uid,
        row.revision_uid,
        row.coder_uid,
        row.name,
        row.initials,
        row.coder_colour,
        row.code_uid,
        row.key,
        row.label_nl,
        row.label_en,
        row.colour,
        anchor,
        row.quote if area is None else "",
        number,
        label,
        row.text or "",
        row.made_at,
        row.is_primary,
        holes,
        values,
        area,
    )


def _pages_of(session: Session, listed: Sequence[Any]) -> list[_Page]:
    """Return the page that each coding begins on."""
    found: dict[str, tuple[list[int], list[_Page]]] = {row.revision_uid: ([], []) for row in listed}
    for row in session.execute(
        select(Page.revision_uid, Page.start_char, Page.number, Page.label)
        .where(Page.revision_uid.in_(found))
        .order_by(Page.revision_uid, Page.number)
    ):
        starts, names = found[row.revision_uid]
        starts.append(row.start_char)
        names.append((row.number, row.label))
    return [
        names[bisect_right(starts, row.start_char) - 1]
        for row in listed
        for starts, names in [found[row.revision_uid]]
    ]


def _holes(
    session: Session, revision_uid: str | None, uids: set[str]
) -> dict[str, tuple[TextAnchor, ...]]:
    if len(uids) <= FEW:
        rows = session.connection().execute(statements.few_holes(one=len(uids) == 1), bound(uids))
    else:
        query = statements.all_holes()
        if revision_uid is not None:
            query = query.join(Coding, Coding.uid == CodingHole.coding_uid).where(
                Coding.revision_uid == revision_uid
            )
        rows = session.connection().execute(query)
    found: dict[str, list[TextAnchor]] = defaultdict(list)
    for coding_uid, start, end in rows:
        found[coding_uid].append(TextAnchor(start, end))
    return {uid: tuple(holes) for uid, holes in found.items()}
