"""Dated copies of a project, made before every act that touches many rows."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from qualcode_app.domain.errors import CannotWrite

KEPT = 10
_MOMENT = "%Y-%m-%d %H%M%S%f"
_NAME = re.compile(r" (?P<moment>\d{4}-\d\d-\d\d \d{12}) before (?P<before>.+)")


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a project as it was."""

    path: Path
    made_at: datetime  # in the time zone of this computer
    before: str  # the act it was made for


def folder(project: Path) -> Path:
    """Return where the backups of a project lie."""
    return project.with_name(f"{project.stem} backups")


def listed(project: Path) -> list[Backup]:
    """Return the backups of a project, the newest first."""
    found = []
    for path in folder(project).glob(f"*{project.suffix}"):
        told = _NAME.fullmatch(path.stem.removeprefix(project.stem))
        if told is not None:
            moment = datetime.strptime(told["moment"], _MOMENT).astimezone()
            found.append(Backup(path, moment, told["before"]))
    return sorted(found, key=lambda each: each.path.name, reverse=True)


def back_up(project: Path, before: str) -> Path:
    """Copy the project as it now is; the newest ten copies are kept.

    Args:
        project: The file, open or not.
        before: The act the copy is made for, one word for its name.

    Raises:
        CannotWrite: There is no room or no right to write beside the project.
    """
    target = folder(project)
    stamp = datetime.now(UTC).astimezone()
    copy = target / f"{project.stem} {stamp:{_MOMENT}} before {before}{project.suffix}"
    part = copy.with_name(f"{copy.name}.part")
    try:
        target.mkdir(exist_ok=True)
        with (
            closing(sqlite3.connect(f"{project.resolve().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(part)) as to,
        ):
            source.backup(to)
        part.replace(copy)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise CannotWrite(
            "No backup of {name} could be made ({reason}), so nothing was changed. Make room and "
            "try again.",
            name=project.name,
            reason=str(error),
        ) from error
    for old in listed(project)[KEPT:]:
        old.path.unlink()
    return copy
