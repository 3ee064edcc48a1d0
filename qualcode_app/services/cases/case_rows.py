"""Cases, waves, groups and attributes as stored, each as plain values."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain import case_names
from qualcode_app.models.cases import (
    Attribute,
    AttributeValue,
    CaseAlias,
    CaseGroup,
    GroupSystem,
    Membership,
    StudyCase,
    Wave,
)

AttributeKind = Literal["text", "number", "date", "truth"]
Owner = Literal["case", "document"]


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A municipality, party or other actor, with its other names."""

    uid: str
    name: str
    code: str = ""
    kind: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, the own one first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class WaveRow:
    """A period that documents of one case are compared over."""

    uid: str
    title: str
    from_date: date | None = None
    to_date: date | None = None


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group of a system."""

    uid: str
    system_uid: str
    title: str
    rank: int


@dataclass(frozen=True, slots=True)
class SystemRow:
    """A way of grouping, with its groups in their order."""

    uid: str
    title: str
    groups: tuple[GroupRow, ...]


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """A case or a document in a group, with both days included; None means open."""

    uid: str
    group_uid: str
    case_uid: str | None
    document_uid: str | None
    valid_from: date | None
    valid_to: date | None

    @property
    def member_uid(self) -> str:
        """The case or document that belongs to the group."""
        return self.case_uid or self.document_uid or ""

    def holds_on(self, day: date | None) -> bool:
        """Tell whether it holds on a day; without a day, whether it has not ended."""
        if day is None:
            return self.valid_to is None
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class AttributeRow:
    """A property of cases or documents: what kind of value, one or several."""

    uid: str
    key: str
    title: str
    kind: AttributeKind
    many: bool
    of: Owner
    unit: str


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One value of an attribute, in the type of its attribute."""

    uid: str
    attribute_uid: str
    owner_uid: str
    value: str | Decimal | date | bool
    source: str = ""


def cases(session: Session) -> tuple[CaseRow, ...]:
    """Return all cases by name."""
    aliases: dict[str, list[str]] = defaultdict(list)
    for uid, alias in session.execute(
        select(CaseAlias.case_uid, CaseAlias.alias).order_by(CaseAlias.alias)
    ):
        aliases[uid].append(alias)
    found = session.execute(
        select(StudyCase.uid, StudyCase.name, StudyCase.code, StudyCase.kind).order_by(
            StudyCase.name, StudyCase.uid
        )
    )
    return tuple(CaseRow(*row, tuple(aliases[row.uid])) for row in found)


def find(session: Session, name: str) -> CaseRow | None:
    """Return the case with this name, other name or code, in any spelling; None without one."""
    wanted, code = case_names.key(name), case_names.code(name)
    for case in cases(session):
        if wanted in {case_names.key(each) for each in case.names} or code == case.code != "":
            return case
    return None


def waves(session: Session) -> tuple[WaveRow, ...]:
    """Return all waves, the earliest first and those without a date last."""
    found = session.execute(select(Wave.uid, Wave.title, Wave.from_date, Wave.to_date))
    rows = (WaveRow(*row) for row in found)
    return tuple(sorted(rows, key=lambda row: (row.from_date or date.max, row.title, row.uid)))


def group_systems(session: Session) -> tuple[SystemRow, ...]:
    """Return all systems by title, with their groups by rank."""
    groups: dict[str, list[GroupRow]] = defaultdict(list)
    for row in session.execute(
        select(CaseGroup.uid, CaseGroup.system_uid, CaseGroup.title, CaseGroup.rank).order_by(
            CaseGroup.rank, CaseGroup.title, CaseGroup.uid
        )
    ):
        groups[row.system_uid].append(GroupRow(*row))
    found = session.execute(
        select(GroupSystem.uid, GroupSystem.title).order_by(GroupSystem.title, GroupSystem.uid)
    )
    return tuple(SystemRow(*row, tuple(groups[row.uid])) for row in found)


def memberships(session: Session) -> tuple[MembershipRow, ...]:
    """Return who is or was in which group."""
    found = session.execute(
        select(
            Membership.uid,
            Membership.group_uid,
            Membership.case_uid,
            Membership.document_uid,
            Membership.valid_from,
            Membership.valid_to,
        ).order_by(Membership.valid_from, Membership.uid)
    )
    return tuple(MembershipRow(*row) for row in found)


def attributes(session: Session) -> tuple[AttributeRow, ...]:
    """Return all attributes by title."""
    found = session.execute(
        select(
            Attribute.uid,
            Attribute.key,
            Attribute.title,
            Attribute.kind,
            Attribute.many,
            Attribute.of,
            Attribute.unit,
        ).order_by(Attribute.title, Attribute.uid)
    )
    return tuple(
        AttributeRow(
            row.uid,
            row.key,
            row.title,
            cast(AttributeKind, row.kind),
            row.many,
            cast(Owner, row.of),
            row.unit,
        )
        for row in found
    )


def values(session: Session) -> tuple[ValueRow, ...]:
    """Return the values of all attributes, several of one owner in their order."""
    kinds = {row.uid: row.kind for row in attributes(session)}
    table = AttributeValue
    found = session.execute(
        select(
            table.uid,
            table.attribute_uid,
            table.owner_uid,
            table.text,
            table.number,
            table.date,
            table.source,
        ).order_by(table.attribute_uid, table.owner_uid, table.ordinal)
    )
    return tuple(
        ValueRow(uid, attribute, owner, said, source)
        for uid, attribute, owner, text, number, day, source in found
        if (said := _typed(kinds[attribute], text, number, day)) is not None
    )


def _typed(
    kind: AttributeKind, text: str | None, number: Decimal | None, day: date | None
) -> str | Decimal | date | bool | None:
    match kind:
        case "number":
            return number
        case "date":
            return day
        case "truth":
            return None if number is None else bool(number)
        case _:
            return text
