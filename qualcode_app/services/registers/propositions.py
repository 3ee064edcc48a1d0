"""The registers of a project, the scales they are judged on, and what they ask."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualcode_app.domain.codebook_file import Keyword, PropositionPart
from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.models.codebooks import Code
from qualcode_app.models.registers import (
    Proposition,
    PropositionCode,
    PropositionGroup,
    PropositionGroupMember,
    PropositionKeyword,
    PropositionSource,
    Register,
    RegisterScale,
    ScaleOption,
)
from qualcode_app.models.registers import PropositionPart as PartRow

OPEN = "open"
NOT_APPLICABLE = "not_applicable"
NOT_RATED = ("optional", "none")  # tests that stay out of every rate


@dataclass(frozen=True, slots=True)
class Option:
    """One verdict of a scale and what it asks for."""

    key: str
    label_nl: str
    label_en: str
    rank: int | None
    sign: str
    in_rate: bool
    needs_evidence: bool
    needs_status: bool
    needs_missing_part: bool
    wording_nl: str
    wording_en: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The verdicts that a proposition can get, in the order of their keys."""

    uid: str
    options: tuple[Option, ...]

    def option(self, key: str) -> Option | None:
        """Return the verdict with a key."""
        return next((option for option in self.options if option.key == key), None)

    @property
    def top(self) -> int:
        """The rank that counts as met."""
        return max((o.rank for o in self.options if o.rank is not None), default=0)


@dataclass(frozen=True, slots=True)
class Group:
    """Propositions that repeat, vary or oppose one another."""

    key: str
    relation: str
    members: tuple[str, ...]  # uids of propositions


@dataclass(frozen=True, slots=True)
class PropositionRow:
    """A proposition with all that it takes to judge it."""

    uid: str
    register_uid: str
    key: str
    wording_nl: str
    wording_en: str
    type: str
    test: str
    contexts: tuple[str, ...]
    blanks: tuple[str, ...]
    numbers: tuple[str, ...]
    time_bound: bool
    note: str
    chapter: str
    heading: str
    scale: Scale
    parts: tuple[PropositionPart, ...]
    code_uids: tuple[str, ...]  # those in this project
    code_keys: tuple[str, ...]
    keywords: tuple[Keyword, ...]
    groups: tuple[Group, ...]

    @property
    def asks_number(self) -> bool:
        """Whether the text must give a number to meet the proposition."""
        return self.test == "adoption" and bool(self.blanks or self.numbers)

    @property
    def opposites(self) -> frozenset[str]:
        """The propositions that this one rules out."""
        others = {uid for g in self.groups if g.relation == "opposite" for uid in g.members}
        return frozenset(others - {self.uid})


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A register of the project."""

    uid: str
    key: str
    title_nl: str
    title_en: str
    kind: str
    scale_uid: str
    n_propositions: int


def registers(session: Session) -> list[RegisterRow]:
    """Return the registers of the project by key."""
    n = select(func.count()).where(Proposition.register_uid == Register.uid).scalar_subquery()
    found = session.execute(
        select(
            Register.uid,
            Register.key,
            Register.title_nl,
            Register.title_en,
            Register.kind,
            Register.scale_uid,
            n,
        ).order_by(Register.key)
    )
    return [RegisterRow(*row) for row in found]


def register_keyed(session: Session, key: str) -> RegisterRow:
    """Return the register with a key.

    Raises:
        UnknownRecord: The project has none of that name.
    """
    for row in registers(session):
        if row.key.casefold() == key.strip().casefold():
            return row
    raise UnknownRecord("This project has no register {key}. Load it first.", key=key)


def proposition(session: Session, uid: str) -> PropositionRow:
    """Return one proposition.

    Raises:
        UnknownRecord: It is not in this project.
    """
    found = session.get(Proposition, uid)
    if found is None:
        raise UnknownRecord(
            "This proposition is not in the project any more: its register was taken out. Choose "
            "another."
        )
    return _rows(session, found.register_uid, uid)[0]


def rows(session: Session, register_uid: str) -> list[PropositionRow]:
    """Return the propositions of a register in its order."""
    return _rows(session, register_uid, None)


def _rows(session: Session, register_uid: str, only: str | None) -> list[PropositionRow]:
    wanted = select(Proposition).where(Proposition.register_uid == register_uid)
    if only is not None:
        wanted = wanted.where(Proposition.uid == only)
    scales = _scales(session, register_uid)
    own = session.scalar(select(Register.scale_uid).where(Register.uid == register_uid)) or ""
    uids = [only] if only else None
    parts = _children(session, PartRow, register_uid, uids)
    keywords = _children(session, PropositionKeyword, register_uid, uids)
    sources = _children(session, PropositionSource, register_uid, uids)
    links = _children(session, PropositionCode, register_uid, uids)
    codes = {row.uid: row.key for row in session.execute(select(Code.uid, Code.key))}
    groups = _groups(session, register_uid)
    listed = []
    for row in session.scalars(wanted.order_by(Proposition.position, Proposition.uid)):
        first = next(iter(sources[row.uid]), None)
        known = [link.code_uid for link in links[row.uid] if link.code_uid in codes]
        listed.append(
            PropositionRow(
                row.uid,
                row.register_uid,
                row.key,
                row.wording_nl,
                row.wording_en,
                row.type,
                row.test,
                _words(row.contexts),
                _words(row.blanks),
                _words(row.numbers),
                row.time_bound,
                row.note,
                first.chapter if first else "",
                first.heading if first else "",
                scales.get(row.test, scales[own]),
                tuple(PropositionPart(part.letter, part.text) for part in parts[row.uid]),
                tuple(known),
                tuple(codes[uid] for uid in known),
                tuple(Keyword(each.stem, each.match) for each in keywords[row.uid]),
                groups.get(row.uid, ()),
            )
        )
    return listed


def _scales(session: Session, register_uid: str) -> dict[str, Scale]:
    """Return the scales of a register, by uid and by the test they are for."""
    chosen = dict(
        session.execute(
            select(RegisterScale.test, RegisterScale.scale_uid).where(
                RegisterScale.register_uid == register_uid
            )
        ).all()
    )
    own = session.scalar(select(Register.scale_uid).where(Register.uid == register_uid))
    found: dict[str, list[Option]] = defaultdict(list)
    for row in session.scalars(
        select(ScaleOption)
        .where(ScaleOption.scale_uid.in_([own, *chosen.values()]))
        .order_by(ScaleOption.scale_uid, ScaleOption.position)
    ):
        values = {name: getattr(row, name) for name in Option.__slots__}
        found[row.scale_uid].append(Option(**values))
    scales = {uid: Scale(uid, tuple(options)) for uid, options in found.items()}
    return scales | {test: scales[uid] for test, uid in chosen.items()}


def _children(
    session: Session, model: Any, register_uid: str, uids: list[str] | None
) -> dict[str, list[Any]]:
    query = select(model).join(Proposition, Proposition.uid == model.proposition_uid)
    if uids is None:
        query = query.where(Proposition.register_uid == register_uid)
    else:
        query = query.where(model.proposition_uid.in_(uids))
    found: dict[str, list[Any]] = defaultdict(list)
    for row in session.scalars(query.order_by(*model.__table__.primary_key.columns)):
        found[row.proposition_uid].append(row)
    return found


def _groups(session: Session, register_uid: str) -> dict[str, tuple[Group, ...]]:
    members: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, relation, uid in session.execute(
        select(
            PropositionGroup.key, PropositionGroup.relation, PropositionGroupMember.proposition_uid
        )
        .join(PropositionGroupMember, PropositionGroupMember.group_uid == PropositionGroup.uid)
        .where(PropositionGroup.register_uid == register_uid)
        .order_by(PropositionGroup.key, PropositionGroupMember.proposition_uid)
    ):
        members[key, relation].append(uid)
    found: dict[str, tuple[Group, ...]] = {}
    for (key, relation), uids in members.items():
        group = Group(key, relation, tuple(uids))
        for uid in uids:
            found[uid] = (*found.get(uid, ()), group)
    return found


def _words(said: str) -> tuple[str, ...]:
    return tuple(json.loads(said)) if said else ()
