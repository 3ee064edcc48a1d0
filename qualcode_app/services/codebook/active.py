"""Which codes are in play in a round: those of the codebook version that the round names.

A round without a version plays with the codes that are on by default. Codes of other codebooks
than the version's, and drafts made since, are not the version's to decide.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.models.codebooks import Code, CodebookVersion, CodebookVersionCode
from qualcode_app.models.people import Round
from qualcode_app.services.codebook import versions
from qualcode_app.services.store import journal

ACT = "round.codes"


@dataclass(frozen=True, slots=True)
class NewActiveSet:
    """The codes of one codebook to play with; it brings the uid of its version."""

    round_uid: str
    codebook_uid: str
    code_uids: frozenset[str]
    reason: str
    version_uid: str = field(default_factory=journal.new_uid)


@dataclass(frozen=True, slots=True)
class Rule:
    """What a round's version says of a code; without a version the code itself says it."""

    codebook_uid: str = ""
    members: frozenset[str] = frozenset()

    def chooses(self, uid: str, codebook_uid: str, status: str, *, default_on: bool) -> bool:
        """Tell whether a code is chosen, leaving aside its family."""
        if status == "retired":
            return False
        if codebook_uid != self.codebook_uid:
            return default_on
        return uid in self.members or status == "draft"


def rule(session: Session, round_uid: str | None) -> Rule:
    """Return the rule of a round; without one, that of the codes themselves."""
    version_uid = version_of(session, round_uid) if round_uid else None
    version = session.get(CodebookVersion, version_uid) if version_uid else None
    if version is None:
        return Rule()
    member = CodebookVersionCode.code_uid
    members = session.scalars(select(member).where(CodebookVersionCode.version_uid == version.uid))
    return Rule(version.codebook_uid, frozenset(members))


def uids(session: Session, round_uid: str | None) -> frozenset[str]:
    """Return the codes in play, whatever their codebook; retired ones are never among them.

    A family that is off takes everything below it out of play: so a task names its families.

    Args:
        session: Where to read.
        round_uid: Which round; without one, what is on by default.
    """
    said = rule(session, round_uid)
    columns = (Code.uid, Code.parent_uid, Code.codebook_uid, Code.default_on, Code.status)
    rows = {row.uid: row for row in session.execute(select(*columns))}
    found = set()
    for uid, row in rows.items():
        top = row
        while top.parent_uid is not None:
            top = rows[top.parent_uid]
        chosen = said.chooses(uid, row.codebook_uid, row.status, default_on=row.default_on)
        if chosen and top.default_on:
            found.add(uid)
    return frozenset(found)


def version_of(session: Session, round_uid: str) -> str | None:
    """Return the version that a round names, None without one."""
    return session.scalar(select(Round.version_uid).where(Round.uid == round_uid))


def choose(session: Session, new: NewActiveSet) -> Changes:
    """Play with these codes, and those above them, from now on in a round.

    Raises:
        UnknownRecord: The round is not in this project.
        RefusedChange: No code is chosen.
    """
    if session.get(Round, new.round_uid) is None:
        raise UnknownRecord("This round was removed from the project. Choose another.")
    in_use = {
        row.uid: row.parent_uid
        for row in session.execute(
            select(Code.uid, Code.parent_uid).where(
                Code.codebook_uid == new.codebook_uid, Code.status != "retired"
            )
        )
    }
    chosen: set[str] = set()
    for uid in new.code_uids:
        step: str | None = uid
        while step is not None and step in in_use and step not in chosen:
            chosen.add(step)
            step = in_use[step]
    if not chosen:
        raise RefusedChange("A round needs codes. Choose at least one.")
    changes = versions.make(session, new.codebook_uid, chosen, new.reason, new.version_uid)
    return changes | _name(session, new.round_uid, new.version_uid)


def go_back(session: Session, new: NewActiveSet, version_uid: str | None) -> Changes:
    """Undo a choice: the round names the version it named before.

    Raises:
        UnknownRecord: The version that was made is not in this project.
        RefusedChange: Reading was noted with it since.
    """
    changes = _name(session, new.round_uid, version_uid)
    return changes | versions.unfix(session, new.version_uid)


def _name(session: Session, round_uid: str, version_uid: str | None) -> Changes:
    columns = {"version_uid": version_uid}
    journal.change(session, ACT, Kind.ROUND, round_uid, columns)
    return Changes.of(Kind.ROUND, changed=[round_uid])
