"""Coders and rounds."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.models.people import Coder, Round
from qualcode_app.models.project import Setting
from qualcode_app.services.store import journal

TASK = "task"  # key of the setting in a file that was made for somebody
COLOURS = ("coder_a", "coder_b", "coder_c")  # roles of the theme; patterns repeat them


@dataclass(frozen=True, slots=True)
class NewCoder:
    """A person about to join; without initials the first letters of the name are taken."""

    name: str
    initials: str = ""
    uid: str = field(default_factory=journal.new_uid)


@dataclass(frozen=True, slots=True)
class CoderRow:
    """A coder as shown."""

    uid: str
    name: str
    initials: str
    colour: str
    kind: str


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round as shown."""

    uid: str
    number: int
    title: str
    kind: str


def start(session: Session, coder: NewCoder) -> Changes:
    """Give a new project its first coder and its first independent round."""
    held = journal.pen(session)
    round_uid = journal.derived_uid(held.study_uid, "round 1")
    journal.add(
        session,
        "round.add",
        Kind.ROUND,
        {
            "uid": round_uid,
            "number": 1,
            "title": "1",
            "kind": "independent",
            "version_uid": None,
            "opened_at": datetime.now(UTC),
            "closed_at": None,
        },
    )
    return add_coder(session, coder) | Changes.of(Kind.ROUND, added=[round_uid])


def add_coder(session: Session, new: NewCoder) -> Changes:
    """Let a person join the project.

    Raises:
        RefusedChange: The name is empty or taken.
    """
    name = " ".join(new.name.split())
    if not name:
        raise RefusedChange("A coder needs a name. Type one.")
    if session.scalar(select(Coder.uid).where(func.lower(Coder.name) == name.lower())):
        raise RefusedChange("There is already a coder {name}. Choose another name.", name=name)
    count = session.scalar(select(func.count()).select_from(Coder)) or 0
    journal.add(
        session,
        "coder.add",
        Kind.CODER,
        {
            "uid": new.uid,
            "name": name,
            "initials": new.initials.strip() or initials(name),
            "colour": COLOURS[count % len(COLOURS)],
            "kind": "human",
        },
    )
    return Changes.of(Kind.CODER, added=[new.uid])


def coders(session: Session) -> list[CoderRow]:
    """Return all coders, in the order they joined."""
    rows = session.execute(
        select(Coder.uid, Coder.name, Coder.initials, Coder.colour, Coder.kind).order_by(
            Coder.made_at, Coder.uid
        )
    )
    return [CoderRow(*row) for row in rows]


def rounds(session: Session) -> list[RoundRow]:
    """Return all rounds by number."""
    rows = session.execute(
        select(Round.uid, Round.number, Round.title, Round.kind).order_by(Round.number, Round.uid)
    )
    return [RoundRow(*row) for row in rows]


def present_round(session: Session) -> str:
    """Return the round that work goes to: of the task a file was made for, else the first."""
    task = session.get(Setting, TASK)
    of_task = json.loads(task.value).get("round_uid") if task is not None else ""
    return of_task or rounds(session)[0].uid


def coder_named(session: Session, name: str) -> CoderRow:
    """Return the coder with this name or these initials, whatever the case.

    Raises:
        UnknownRecord: Nobody, or more than one person, is called so.
    """
    wanted = name.strip().casefold()
    everybody = coders(session)
    by_name = [row for row in everybody if row.name.casefold() == wanted]
    by_initials = [row for row in everybody if row.initials.casefold() == wanted]
    for found in (by_name, by_initials):
        if len(found) == 1:
            return found[0]
    raise UnknownRecord(
        "There is no coder {name}. Choose one of: {names}.",
        name=name,
        names=", ".join(row.name for row in everybody),
    )


def initials(name: str) -> str:
    """Return the first letters of a name's capitalised words ("Noor de Wit" gives "NW")."""
    words = name.split()
    letters = [word[0] for word in words if word[0].isupper()] or [words[0][0].upper()]
    return "".join(letters[:3])
