"""Dated copies of a project: once a day of use, and before every act that touches many rows."""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from qualcode_app.domain.errors import CannotWrite
from qualcode_app.domain.progress import Progress, Silent

KEPT = 10  # the newest
KEPT_DAYS = 14  # of each of so many days of use, the first
DAILY = "work"  # the act the copy of a day is made for
_MOMENT = "%Y-%m-%d %H%M%S%f"
_NAME = re.compile(r" (?P<moment>\d{4}-\d\d-\d\d \d{12}) before (?P<before>.+)")
_PAGES = 250  # copied in one go; whoever writes waits no longer than that
_PAUSE_S = 0.01  # between two looks whether an act under way has ended


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a project as it was."""

    path: Path
    made_at: datetime  # in the time zone of this computer
    before: str  # the act it was made for
    n_bytes: int


def folder(project: Path, chosen: Path | None = None) -> Path:
    """Return where the backups of a project go: beside it, or into the folder of one's choice.

    There the name tells projects of one name in different folders apart.
    """
    if chosen is None:
        return project.with_name(f"{project.stem} backups")
    place = hashlib.sha256(str(project.resolve().parent).encode()).hexdigest()[:8]
    return chosen / f"{project.stem} backups {place}"


def listed(project: Path, chosen: Path | None = None) -> list[Backup]:
    """Return the backups of a project in both places, the newest first."""
    places = {folder(project), folder(project, chosen)}
    found = [backup for place in places for backup in _in(place, project)]
    return sorted(found, key=lambda each: each.path.name, reverse=True)


def back_up(
    project: Path,
    before: str,
    chosen: Path | None = None,
    progress: Progress | None = None,
    source: sqlite3.Connection | None = None,
) -> Path:
    """Copy the project as it now is, and let go of copies that rotate out.

    SQLite begins the copy anew when another connection writes, and never ends where somebody
    works on; what is written through `source` itself it takes along.

    Args:
        project: The file, open or not.
        before: The act the copy is made for, one word for its name.
        chosen: The folder of one's choice for backups.
        progress: Called per portion of the file.
        source: The connection that acts are written through meanwhile, where there are any.

    Raises:
        CannotWrite: There is no room or no right to write there.
        Cancelled: The user stopped; no copy was made.
    """
    target = folder(project, chosen)
    stamp = datetime.now(UTC).astimezone()
    copy = target / f"{project.stem} {stamp:{_MOMENT}} before {before}{project.suffix}"
    part = copy.with_name(f"{copy.name}.part")
    watch = progress or Silent()
    try:
        target.mkdir(parents=True, exist_ok=True)
        copy_to(part, project, watch, source)
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.replace(copy)
    except (OSError, sqlite3.Error) as error:
        raise CannotWrite(
            "No backup of {name} could be made ({reason}), so nothing was changed. Make room in "
            "the folder of backups, or choose another folder for them, and try again.",
            name=project.name,
            reason=str(error),
        ) from error
    finally:
        with suppress(OSError):  # the folder itself may be the trouble
            part.unlink(missing_ok=True)
    _rotate(target, project, copy)
    return copy


def copy_to(
    target: Path, project: Path, watch: Progress, source: sqlite3.Connection | None
) -> None:
    """Copy the project to a file portion by portion, not flushed to the disk; see `back_up`.

    SQLite would flush it while acts wait for the connection, which can take seconds.
    """
    with ExitStack() as opened:
        to = opened.enter_context(closing(sqlite3.connect(target)))
        to.execute("PRAGMA journal_mode=OFF")  # a half copy goes as a whole
        to.execute("PRAGMA synchronous=OFF")
        link = source or opened.enter_context(closing(_reader(project)))
        link.backup(
            to,
            pages=_PAGES,
            progress=lambda _, left, total: watch.report(total - left, total),
            sleep=_PAUSE_S,
        )


def _reader(project: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{project.resolve().as_uri()}?mode=ro", uri=True)


def is_due(project: Path, chosen: Path | None = None) -> bool:
    """Tell whether no backup was made yet today."""
    today = datetime.now(UTC).astimezone().date()
    return all(each.made_at.date() != today for each in listed(project, chosen))


def _in(place: Path, project: Path) -> list[Backup]:
    found = []
    for path in place.glob(f"*{project.suffix}"):
        told = _NAME.fullmatch(path.stem.removeprefix(project.stem))
        if told is not None:
            moment = datetime.strptime(told["moment"], _MOMENT).astimezone()
            found.append(Backup(path, moment, told["before"], path.stat().st_size))
    return found


def _rotate(place: Path, project: Path, made: Path) -> None:
    """Keep the newest and the first of each of the last days; never lose the one just made.

    A clock that was set back dates it before the others.
    """
    newest_first = sorted(_in(place, project), key=lambda each: each.path.name, reverse=True)
    first_of_day = {each.made_at.date(): each.path for each in newest_first}
    days = sorted(first_of_day, reverse=True)[:KEPT_DAYS]
    kept = {each.path for each in newest_first[:KEPT]} | {first_of_day[day] for day in days}
    for old in newest_first:
        if old.path not in kept | {made}:
            old.path.unlink()
