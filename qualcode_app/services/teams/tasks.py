"""The task a file was made for: what its coder is greeted with, what an update makes of it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models.documents import Document
from qualcode_app.models.project import Setting
from qualcode_app.services.store.people import TASK
from qualcode_app.services.teams.rounds import RoundKind

TASKS = "tasks"  # key of the setting: the first task and those of updates, by their batch


@dataclass(frozen=True, slots=True)
class Greeting:
    """A task as the coder who opens the file meets it."""

    coder_uid: str
    n_documents: int
    blind: bool
    message: str
    due: str  # ISO date; empty without one
    kind: RoundKind = "independent"
    round_uid: str = ""
    family_keys: tuple[str, ...] = ()


def greeting(session: Session) -> Greeting | None:
    """Return the task that this file was made for; None in any other file."""
    found = session.get(Setting, TASK)
    if found is None:
        return None
    said = json.loads(found.value)
    return Greeting(**{**said, "family_keys": tuple(said.get("family_keys", ()))})


def check_update(session: Session, task: Greeting | None) -> None:
    """Refuse what is no update of this file.

    Raises:
        RefusedChange: Nothing was handed out with it, or to somebody else.
    """
    ours = greeting(session)
    if ours is None:
        raise RefusedChange("This is no coding file of a task. Merge files instead.")
    if task is None or ours.coder_uid != task.coder_uid:
        raise RefusedChange("This update was made for another coder. Ask the lead for yours.")


def adopt(session: Session, task: Greeting, batch_uid: str) -> Changes:
    """Make the task of an update the task of this file, until that batch is withdrawn.

    Raises:
        RefusedChange: The update is for another coder.
    """
    check_update(session, task)
    earlier = _earlier_tasks(session) or {"": asdict(_own(session))}
    earlier[batch_uid] = asdict(task)
    return _take_last(session, earlier)


def forsake(session: Session, batch_uid: str) -> Changes:
    """Give the task back that stood before an update, where a batch was one."""
    earlier = _earlier_tasks(session)
    if earlier.pop(batch_uid, None) is None:
        return Changes()
    return _take_last(session, earlier)


def _own(session: Session) -> Greeting:
    ours = greeting(session)
    assert ours is not None  # noqa: S101  a file without a task was refused
    return ours


def _earlier_tasks(session: Session) -> dict[str, dict[str, object]]:
    """Return the task of the file and of each update by its batch, in the order taken in."""
    found = session.get(Setting, TASKS)
    return json.loads(found.value) if found is not None else {}


def _take_last(session: Session, tasks: dict[str, dict[str, object]]) -> Changes:
    """Keep the tasks, and make the last the present one, over the documents that are here."""
    n_documents = session.scalar(select(func.count()).select_from(Document)) or 0
    *_, last = tasks.values()
    for key, said in ((TASKS, tasks), (TASK, {**last, "n_documents": n_documents})):
        session.merge(Setting(key=key, value=json.dumps(said, ensure_ascii=False)))
    session.flush()
    return Changes()
