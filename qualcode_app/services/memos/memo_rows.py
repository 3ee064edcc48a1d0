"""Memos as they are listed and exported: with what they are about, and where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.folding import fold
from qualcode_app.domain.snapshot import Cell, Column, Table
from qualcode_app.domain.terms import heading
from qualcode_app.models.cases import Claim, Memo
from qualcode_app.models.codebooks import Code
from qualcode_app.models.codings import Coding, CodingArea
from qualcode_app.models.documents import Document, Page, Revision
from qualcode_app.models.people import Coder
from qualcode_app.services.texts import texts


@dataclass(frozen=True, slots=True)
class MemoRow:
    """A memo as listed; what has no place in a document has no page."""

    uid: str
    kind: str  # note, question, decision
    target_kind: str  # project, document, code, coding, claim, place
    target_uid: str | None
    about_nl: str  # a code, a title, a finding, the words of a place
    about_en: str
    document_uid: str
    document_title: str
    revision_uid: str
    anchor: TextAnchor | None
    page_number: int
    page_label: str
    coder_name: str
    coder_uid: str
    code_uid: str  # of the code it is about, or of the coding's code
    text: str
    made_at: datetime
    changed_at: datetime

    def matches(self, words: str) -> bool:
        """Tell whether each of the words stands in the memo or in what it is about."""
        said = fold(f"{self.text} {self.about_nl} {self.about_en} {self.document_title}")
        return all(word in said for word in fold(words).split())


@dataclass(frozen=True, slots=True)
class _Place:
    revision_uid: str
    anchor: TextAnchor | None
    about: tuple[str, str]
    code_uid: str = ""
    page_number: int = 0  # of a place without text


def rows(session: Session) -> list[MemoRow]:
    """Return all memos by document, place and time.

    The note of a coding that went along to a later text is told once, with the later coding.
    """
    moved = select(Coding.moved_from_uid).where(Coding.moved_from_uid.is_not(None))
    found = session.execute(
        select(Memo, Coder.name)
        .outerjoin(Coder, Coder.uid == Memo.coder_uid)
        .where(or_(Memo.target_uid.is_(None), Memo.target_uid.not_in(moved)))
    ).all()
    shelf = _Shelf(session, [memo for memo, _ in found])
    listed = [shelf.row(memo, name or "") for memo, name in found]
    return sorted(
        listed,
        key=lambda row: (
            row.document_title.casefold(),
            row.anchor.start if row.anchor else -1,
            row.made_at,
            row.uid,
        ),
    )


class _Shelf:
    """What memos are about, read once for all."""

    def __init__(self, session: Session, memos: Sequence[Memo]) -> None:
        self._session = session
        self._codes = {
            uid: (f"{key} {nl or en}", f"{key} {en or nl}")
            for uid, key, nl, en in session.execute(
                select(Code.uid, Code.key, Code.label_nl, Code.label_en)
            )
        }
        self._titles = {
            row.uid: row.title for row in session.execute(select(Document.uid, Document.title))
        }
        self._document_of = {
            row.uid: row.document_uid
            for row in session.execute(select(Revision.uid, Revision.document_uid))
        }
        coded = [memo.target_uid for memo in memos if memo.target_kind == "coding"]
        self._codings = {
            row.uid: row
            for start in range(0, len(coded), 500)
            for row in session.execute(
                select(
                    Coding.uid,
                    Coding.code_uid,
                    Coding.revision_uid,
                    Coding.start_char,
                    Coding.end_char,
                    CodingArea.page_number,
                )
                .outerjoin(
                    CodingArea, (CodingArea.coding_uid == Coding.uid) & (CodingArea.ordinal == 1)
                )
                .where(Coding.uid.in_(coded[start : start + 500]))
            )
        }
        self._pages: dict[str, tuple[list[int], list[tuple[int, str]]]] = {}

    def row(self, memo: Memo, coder_name: str) -> MemoRow:
        place = self._place(memo)
        document_uid = self._document_of.get(place.revision_uid, "")
        if memo.target_kind == "document":
            document_uid = memo.target_uid or ""
        number, label = self._page(place)
        return MemoRow(
            memo.uid,
            memo.kind,
            memo.target_kind,
            memo.target_uid,
            *place.about,
            document_uid,
            self._titles.get(document_uid, ""),
            place.revision_uid,
            place.anchor,
            number,
            label,
            coder_name,
            memo.coder_uid or "",
            place.code_uid,
            memo.text,
            memo.made_at,
            memo.changed_at,
        )

    def _place(self, memo: Memo) -> _Place:
        uid = memo.target_uid or ""
        match memo.target_kind:
            case "coding" if uid in self._codings:
                coding = self._codings[uid]
                anchor = None  # a coding of an area has a page of its own and no text
                if coding.start_char is not None and coding.end_char is not None:
                    anchor = TextAnchor(coding.start_char, coding.end_char)
                about = self._codes.get(coding.code_uid, ("", ""))
                number = coding.page_number or 0
                return _Place(coding.revision_uid, anchor, about, coding.code_uid, number)
            case "place" if memo.revision_uid and memo.start_char is not None and memo.end_char:
                anchor = TextAnchor(memo.start_char, memo.end_char)
                words = texts.passage(self._session, memo.revision_uid, anchor).quote
                said = " ".join(words.split())
                return _Place(memo.revision_uid, anchor, (said, said))
            case "code":
                return _Place("", None, self._codes.get(uid, ("", "")), uid)
            case "claim":
                claim = self._session.get(Claim, uid)
                said = claim.sentence if claim is not None else ""
                return _Place("", None, (said, said))
            case "document":
                title = self._titles.get(uid, "")
                return _Place("", None, (title, title))
            case _:
                return _Place("", None, ("", ""))

    def _page(self, place: _Place) -> tuple[int, str]:
        if place.anchor is None and not place.page_number:
            return 0, ""
        if place.revision_uid not in self._pages:
            starts, names = [], []
            for start, number, label in self._session.execute(
                select(Page.start_char, Page.number, Page.label)
                .where(Page.revision_uid == place.revision_uid)
                .order_by(Page.number)
            ):
                starts.append(start)
                names.append((number, label))
            self._pages[place.revision_uid] = starts, names
        starts, names = self._pages[place.revision_uid]
        if place.anchor is None:
            return names[place.page_number - 1]
        return names[bisect_right(starts, place.anchor.start) - 1]


def table(session: Session, language: str = "nl") -> Table:
    """Return one row per memo, for a sheet or a csv."""
    listed: list[list[Cell]] = [
        [
            heading(row.kind.capitalize(), language),
            heading(row.target_kind.capitalize(), language),
            row.about_nl if language == "nl" else row.about_en,
            row.document_title,
            row.page_label,
            row.page_number or None,
            row.coder_name,
            row.text,
            row.made_at,
            row.changed_at,
            row.uid,
        ]
        for row in rows(session)
    ]
    columns = (
        Column(heading("Kind", language), width=12),
        Column(heading("On", language), width=12),
        Column(heading("About", language), width=40),
        Column(heading("Document", language), width=24),
        Column(heading("Page printed", language), width=8),
        Column(heading("Sheet", language), "integer", 8),
        Column(heading("Coder", language), width=18),
        Column(heading("Memo", language), width=80),
        Column(heading("Time (UTC)", language), "time", 17),
        Column(heading("Changed (UTC)", language), "time", 17),
        Column(heading("Identity", language), width=38),
    )
    return Table(columns, listed)
