"""Which documents count, and to what case, wave and groups they belong.

Every denominator comes from here: `corpus(session: Session) -> Corpus`. Its `documents` are those
in the corpus; `out` and `undecided` do not count and are told apart, `out` with the reason of
each; `without_document` are the cases of which nothing counts. A document's groups are those
of its case on the first day of its wave (`CorpusDocument.day`), by system; groups of the
document itself take the place of its case's in that system. A group and a system without any
document stay in `systems`, so that a table can show them with nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from qualcode_app.models.documents import Document, Revision
from qualcode_app.services.cases import case_rows
from qualcode_app.services.cases.case_rows import (
    AttributeRow,
    CaseRow,
    GroupRow,
    MembershipRow,
    SystemRow,
    ValueRow,
    WaveRow,
)

State = Literal["in", "out", "open"]


@dataclass(frozen=True, slots=True)
class CorpusDocument:
    """A document with everything it may be counted by.

    `groups` holds uids of groups by uid of system; `attributes` the document's and its case's
    values by uid of attribute.
    """

    uid: str
    title: str
    short_title: str
    revision_uid: str
    n_words: int
    n_pages: int
    state: State
    out_reason: str
    dated: date | None  # the document's own date
    day: date | None
    case: CaseRow | None
    wave: WaveRow | None
    groups: Mapping[str, tuple[str, ...]]
    attributes: Mapping[str, tuple[ValueRow, ...]]

    @property
    def name(self) -> str:
        """How a sentence names it: by its case, or by its own title when it has none."""
        return self.case.name if self.case else self.title

    def belongs_to(self, group_uid: str) -> bool:
        """Tell whether the document counts for a group."""
        return any(group_uid in uids for uids in self.groups.values())


@dataclass(frozen=True, slots=True)
class Corpus:
    """All documents and cases of a project, and which of them count."""

    documents: tuple[CorpusDocument, ...]
    undecided: tuple[CorpusDocument, ...]
    out: tuple[CorpusDocument, ...]
    cases: tuple[CaseRow, ...]
    waves: tuple[WaveRow, ...]
    systems: tuple[SystemRow, ...]
    attributes: tuple[AttributeRow, ...]
    memberships: tuple[MembershipRow, ...]
    values: tuple[ValueRow, ...]
    groups: Mapping[str, GroupRow]  # of all systems, by uid
    terms_of: Mapping[str, Sequence[MembershipRow]]  # by uid of the case or document
    values_of: Mapping[str, Sequence[ValueRow]]  # likewise

    @property
    def everything(self) -> tuple[CorpusDocument, ...]:
        """Every document, those that count first."""
        return self.documents + self.undecided + self.out

    @property
    def without_document(self) -> tuple[CaseRow, ...]:
        """The cases of which no document counts."""
        counted = {document.case.uid for document in self.documents if document.case}
        return tuple(case for case in self.cases if case.uid not in counted)

    def of_group(self, group_uid: str) -> tuple[CorpusDocument, ...]:
        """Return the documents that count for a group."""
        return tuple(document for document in self.documents if document.belongs_to(group_uid))

    def of_wave(self, wave_uid: str) -> tuple[CorpusDocument, ...]:
        """Return the documents that count for a wave."""
        return tuple(one for one in self.documents if one.wave and one.wave.uid == wave_uid)

    def of_case(self, case_uid: str) -> tuple[CorpusDocument, ...]:
        """Return every document of a case, also those that do not count."""
        return tuple(one for one in self.everything if one.case and one.case.uid == case_uid)


def aside(session: Session) -> dict[str, tuple[State, str]]:
    """Return the documents that do not count: state and reason by uid."""
    query = select(Document.uid, Document.corpus, Document.out_reason).where(
        Document.corpus != "in"
    )
    return {row.uid: (cast(State, row.corpus), row.out_reason) for row in session.execute(query)}


def corpus(session: Session) -> Corpus:
    """Return the register of the corpus as it now is."""
    shelf = _Shelf.read(session)
    by_state: dict[str, list[CorpusDocument]] = defaultdict(list)
    for row in session.execute(_DOCUMENTS).mappings():
        by_state[row["corpus"]].append(shelf.document(row))
    return Corpus(
        tuple(by_state["in"]),
        tuple(by_state["open"]),
        tuple(by_state["out"]),
        tuple(shelf.cases.values()),
        tuple(shelf.waves.values()),
        shelf.systems,
        case_rows.attributes(session),
        shelf.memberships,
        shelf.values,
        {group.uid: group for system in shelf.systems for group in system.groups},
        shelf.by_member,
        shelf.by_owner,
    )


_DOCUMENTS = (
    select(
        Document.uid,
        Document.title,
        Document.short_title,
        Revision.uid.label("revision_uid"),
        Revision.n_words,
        Revision.n_pages,
        Document.corpus,
        Document.out_reason,
        Document.date,
        Document.case_uid,
        Document.wave_uid,
    )
    .join(Revision, Revision.uid == Document.current_revision_uid)
    .order_by(Document.position, Document.title, Document.uid)
)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What documents are told by, read once."""

    cases: Mapping[str, CaseRow]
    waves: Mapping[str, WaveRow]
    systems: tuple[SystemRow, ...]
    memberships: tuple[MembershipRow, ...]
    values: tuple[ValueRow, ...]
    system_of: Mapping[str, str]
    by_member: Mapping[str, list[MembershipRow]]
    by_owner: Mapping[str, list[ValueRow]]

    @classmethod
    def read(cls, session: Session) -> _Shelf:
        systems = case_rows.group_systems(session)
        memberships, values = case_rows.memberships(session), case_rows.values(session)
        by_member: dict[str, list[MembershipRow]] = defaultdict(list)
        for membership in memberships:
            by_member[membership.member_uid].append(membership)
        by_owner: dict[str, list[ValueRow]] = defaultdict(list)
        for value in values:
            by_owner[value.owner_uid].append(value)
        return cls(
            {case.uid: case for case in case_rows.cases(session)},
            {wave.uid: wave for wave in case_rows.waves(session)},
            systems,
            memberships,
            values,
            {group.uid: system.uid for system in systems for group in system.groups},
            by_member,
            by_owner,
        )

    def document(self, row: RowMapping) -> CorpusDocument:
        wave = self.waves.get(row["wave_uid"])
        day = _day(row["date"], wave)
        owners = [uid for uid in (row["case_uid"], row["uid"]) if uid]
        return CorpusDocument(
            uid=row["uid"],
            title=row["title"],
            short_title=row["short_title"],
            revision_uid=row["revision_uid"],
            n_words=row["n_words"],
            n_pages=row["n_pages"],
            state=cast(State, row["corpus"]),
            out_reason=row["out_reason"],
            dated=row["date"],
            day=day,
            case=self.cases.get(row["case_uid"]),
            wave=wave,
            groups=self._groups(owners, day),
            attributes=self._attributes(owners),
        )

    def _groups(self, owners: Iterable[str], day: date | None) -> Mapping[str, tuple[str, ...]]:
        """Return groups by system; the document's own, which come later, replace its case's."""
        found: dict[str, tuple[str, ...]] = {}
        for uid in owners:
            own: dict[str, list[str]] = defaultdict(list)
            for membership in self.by_member.get(uid, ()):
                if membership.holds_on(day):
                    own[self.system_of[membership.group_uid]].append(membership.group_uid)
            found |= {system: tuple(dict.fromkeys(uids)) for system, uids in own.items()}
        return found

    def _attributes(self, owners: Iterable[str]) -> Mapping[str, tuple[ValueRow, ...]]:
        found: dict[str, list[ValueRow]] = defaultdict(list)
        for uid in owners:
            for value in self.by_owner.get(uid, ()):
                found[value.attribute_uid].append(value)
        return {uid: tuple(values) for uid, values in found.items()}


def _day(own: date | None, wave: WaveRow | None) -> date | None:
    """The day on which groups are looked up: the wave's first, else the document's own."""
    if wave is None:
        return own
    return wave.from_date or own or wave.to_date
