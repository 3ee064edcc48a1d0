"""Acts on waves, on systems of groups, and on who is in which group from when to when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models.cases import CaseGroup, Membership
from qualcode_app.models.documents import Document
from qualcode_app.services.cases import case_rows, ledger, terms
from qualcode_app.services.cases.case_rows import Owner, WaveRow
from qualcode_app.services.cases.ledger import Row
from qualcode_app.services.store import journal


@dataclass(frozen=True, slots=True)
class Term:
    """A group and the days of belonging to it, both included; None means open."""

    group_uid: str
    valid_from: date | None = None
    valid_to: date | None = None


def membership_row(member_uid: str, of: Owner, term: Term) -> Row:
    """Return a membership as it is to be written."""
    uid = journal.derived_uid(term.group_uid, f"member {member_uid} {term.valid_from or ''}")
    columns = {
        "group_uid": term.group_uid,
        "case_uid": member_uid if of == "case" else None,
        "document_uid": member_uid if of == "document" else None,
        "valid_from": term.valid_from,
        "valid_to": term.valid_to,
    }
    return Row(Kind.MEMBERSHIP, uid, columns)


def new_system(session: Session, title: str) -> Row:
    """Return a system to be written, with the uid it gets in every file of the study."""
    study = journal.pen(session).study_uid
    uid = ledger.fresh_uid(session, Kind.GROUP_SYSTEM, study, f"groups {title.casefold()}")
    return Row(Kind.GROUP_SYSTEM, uid, {"title": title})


def new_group(session: Session, system: str, title: str, rank: int) -> Row:
    """Return a group to be written, with the uid it gets in every file of the study."""
    uid = ledger.fresh_uid(session, Kind.CASE_GROUP, system, f"group {title.casefold()}")
    return Row(Kind.CASE_GROUP, uid, {"system_uid": system, "title": title, "rank": rank})


# Systems and groups


def add_system(session: Session, title: str, groups: Sequence[str] = ()) -> Changes:
    """Add a way of grouping, with its groups in this order.

    Raises:
        RefusedChange: It has no title, or there is one of this title.
    """
    title = _title(title)
    if any(row.title.casefold() == title.casefold() for row in case_rows.group_systems(session)):
        raise RefusedChange("There is already a system {title}. Choose another title.", title=title)
    row = new_system(session, title)
    names = dict.fromkeys(_title(name) for name in groups)
    members = [new_group(session, row.uid, name, rank) for rank, name in enumerate(names, start=1)]
    return ledger.put(session, "groups.add", [row, *members])


def add_group(session: Session, system: str, title: str) -> Changes:
    """Add a group at the end of a system.

    Raises:
        UnknownRecord: The system is not in this project.
        RefusedChange: It has no title, or the system has a group of this title.
    """
    title = _title(title)
    ledger.known(session, Kind.GROUP_SYSTEM, system)
    ranks = session.execute(
        select(CaseGroup.title, CaseGroup.rank).where(CaseGroup.system_uid == system)
    ).all()
    if any(row.title.casefold() == title.casefold() for row in ranks):
        raise RefusedChange(
            "There is already a group {title} here. Give this one another name.", title=title
        )
    rank = max((row.rank for row in ranks), default=0) + 1
    return ledger.put(session, "groups.add", [new_group(session, system, title, rank)])


def rename(session: Session, kind: Kind, uid: str, title: str) -> Changes:
    """Give a system, a group, a wave or an attribute another title.

    Raises:
        UnknownRecord: It is not in this project.
        RefusedChange: The title is empty.
    """
    title = _title(title)
    ledger.known(session, kind, uid)
    return ledger.put(session, "register.rename", [Row(kind, uid, {"title": title})])


def move_group(session: Session, uid: str, step: int) -> Changes:
    """Move a group up (-1) or down (+1) among the groups of its system."""
    group = ledger.known(session, Kind.CASE_GROUP, uid)
    system = next(
        row for row in case_rows.group_systems(session) if row.uid == group.root["system_uid"]
    )
    order = [row.uid for row in system.groups]
    at = order.index(uid)
    to = max(0, min(len(order) - 1, at + step))
    order.insert(to, order.pop(at))
    rows = [Row(Kind.CASE_GROUP, each, {"rank": rank}) for rank, each in enumerate(order, start=1)]
    return ledger.put(session, "groups.order", rows)


def remove_group(session: Session, uid: str) -> Changes:
    """Take a group away with all memberships of it."""
    ledger.known(session, Kind.CASE_GROUP, uid)
    members = session.scalars(select(Membership.uid).where(Membership.group_uid == uid)).all()
    return ledger.remove(session, "groups.remove", Kind.MEMBERSHIP, members) | ledger.remove(
        session, "groups.remove", Kind.CASE_GROUP, [uid]
    )


def remove_system(session: Session, uid: str) -> Changes:
    """Take a system away with its groups and all memberships of them."""
    ledger.known(session, Kind.GROUP_SYSTEM, uid)
    changes = Changes()
    for group in session.scalars(select(CaseGroup.uid).where(CaseGroup.system_uid == uid)).all():
        changes |= remove_group(session, group)
    return changes | ledger.remove(session, "groups.remove", Kind.GROUP_SYSTEM, [uid])


def set_terms(
    session: Session, member_uid: str, of: Owner, system: str, wanted: Sequence[Term]
) -> Changes:
    """Say in which groups of a system a case or document is and was; replaces what was said.

    Raises:
        RefusedChange: A term ends before it begins.
    """
    rows = term_rows(member_uid, of, wanted)
    stays = {row.uid for row in rows}
    groups = select(CaseGroup.uid).where(CaseGroup.system_uid == system)
    there = session.scalars(
        select(Membership.uid).where(
            Membership.group_uid.in_(groups),
            func.coalesce(Membership.case_uid, Membership.document_uid) == member_uid,
        )
    ).all()
    gone = [uid for uid in there if uid not in stays]
    return ledger.remove(session, "membership.set", Kind.MEMBERSHIP, gone) | ledger.put(
        session, "membership.set", rows
    )


def term_rows(member_uid: str, of: Owner, wanted: Iterable[Term]) -> list[Row]:
    """Return memberships as they are to be written.

    Raises:
        RefusedChange: A term ends before it begins.
    """
    rows = []
    for term in wanted:
        if term.valid_from and term.valid_to and term.valid_to < term.valid_from:
            raise RefusedChange(
                "The last day {end} lies before the first day {start}. Turn them round.",
                start=term.valid_from.isoformat(),
                end=term.valid_to.isoformat(),
            )
        rows.append(membership_row(member_uid, of, term))
    return rows


def set_typed(session: Session, member_uid: str, of: Owner, system: str, text: str) -> Changes:
    """Say by what was typed in which groups a case or document is; new titles make groups.

    Raises:
        UnknownRecord: The system is not in this project.
        RefusedChange: A term ends before it begins.
    """
    typed, changes = terms.read(text), Changes()
    ledger.known(session, Kind.GROUP_SYSTEM, system)
    for title in dict.fromkeys(term.title for term in typed):
        if title.casefold() not in _groups_by_title(session, system):
            changes |= add_group(session, system, title)
    uids = _groups_by_title(session, system)
    wanted = [Term(uids[term.title.casefold()], term.valid_from, term.valid_to) for term in typed]
    return changes | set_terms(session, member_uid, of, system, wanted)


def _groups_by_title(session: Session, system: str) -> dict[str, str]:
    found = session.execute(
        select(CaseGroup.title, CaseGroup.uid).where(CaseGroup.system_uid == system)
    )
    return {title.casefold(): uid for title, uid in found}


# Waves


def add_wave(
    session: Session, title: str, from_date: date | None = None, to_date: date | None = None
) -> Changes:
    """Add a wave.

    Raises:
        RefusedChange: It has no title, there is one of this title, or it ends before it begins.
    """
    title = _title(title)
    if any(row.title.casefold() == title.casefold() for row in case_rows.waves(session)):
        raise RefusedChange("There is already a wave {title}. Choose another title.", title=title)
    row = new_wave(session, title, from_date, to_date)
    return ledger.put(session, "wave.add", [wave_row(row)])


def new_wave(
    session: Session, title: str, from_date: date | None = None, to_date: date | None = None
) -> WaveRow:
    """Return a wave to be written, with the uid it gets in every file of the study."""
    study = journal.pen(session).study_uid
    uid = ledger.fresh_uid(session, Kind.WAVE, study, f"wave {title.casefold()}")
    return WaveRow(uid, title, from_date, to_date)


def change_wave(session: Session, row: WaveRow) -> Changes:
    """Give a wave this title and these days.

    Raises:
        UnknownRecord: The wave is not in this project.
        RefusedChange: It has no title, or ends before it begins.
    """
    ledger.known(session, Kind.WAVE, row.uid)
    return ledger.put(session, "wave.change", [wave_row(row)])


def remove_wave(session: Session, uid: str) -> Changes:
    """Take a wave away; its documents stay, without a wave."""
    ledger.known(session, Kind.WAVE, uid)
    documents = session.scalars(select(Document.uid).where(Document.wave_uid == uid)).all()
    loose = [Row(Kind.DOCUMENT, each, {"wave_uid": None}) for each in documents]
    return ledger.put(session, "wave.remove", loose) | ledger.remove(
        session, "wave.remove", Kind.WAVE, [uid]
    )


def place_in_wave(session: Session, document_uid: str, title: str) -> Changes:
    """Say to which wave a document belongs; a new title makes a wave, none takes it out of one.

    Raises:
        UnknownRecord: The document is not in this project.
    """
    title, changes = " ".join(title.split()), Changes()
    ledger.known(session, Kind.DOCUMENT, document_uid)
    known = {row.title.casefold(): row.uid for row in case_rows.waves(session)}
    if title and title.casefold() not in known:
        changes = add_wave(session, title)
        (known[title.casefold()],) = changes[Kind.WAVE].added
    columns = {"wave_uid": known[title.casefold()] if title else None}
    return changes | ledger.put(
        session, "document.place", [Row(Kind.DOCUMENT, document_uid, columns)]
    )


def wave_row(row: WaveRow) -> Row:
    """Return a wave as it is to be written.

    Raises:
        RefusedChange: It has no title, or ends before it begins.
    """
    if row.from_date and row.to_date and row.to_date < row.from_date:
        raise RefusedChange(
            "The wave {title} ends before it begins. Turn the days round.", title=row.title
        )
    columns = {"title": _title(row.title), "from_date": row.from_date, "to_date": row.to_date}
    return Row(Kind.WAVE, row.uid, columns)


def _title(text: str) -> str:
    title = " ".join(text.split())
    if not title:
        raise RefusedChange("A title is needed. Type one.")
    return title
