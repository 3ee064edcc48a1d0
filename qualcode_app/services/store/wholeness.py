"""Whether a file was closed by the program that wrote it, and whether it is whole if not.

SQLite keeps what an open transaction overwrites in a journal beside the file. A project that is
copied or mailed in such a moment lacks that journal and can be half old and half new. So before
its first write a program notes in the file that it writes, and when it closes, that it is done.
"""

from __future__ import annotations

import itertools
import sqlite3
from contextlib import suppress
from pathlib import Path

from sqlalchemy import delete
from sqlalchemy.orm import Session

from qualcode_app.domain.errors import Cancelled, CheckNeeded, UnreadableProject
from qualcode_app.domain.progress import Progress, Silent
from qualcode_app.models.project import Setting
from qualcode_app.services.store import backups, refusals

WRITING = "writing"  # key of the setting that is there from the first write to the closing
AT_ONCE_BYTES = 4 << 20  # looked at within a tenth of a second
_STEPS = 100_000  # of SQLite's machine, some ten milliseconds, between two reports
_STEPS_PER_CELL = 3.3  # that one value, or a third of a place in an index, takes


def begin(session: Session) -> None:
    """Note that the file is going to be written."""
    session.merge(Setting(key=WRITING, value=""))


def end(session: Session) -> None:
    """Note that all writing came to its end."""
    session.execute(delete(Setting).where(Setting.key == WRITING))


def verify(
    link: sqlite3.Connection, path: Path, progress: Progress | None, backups_in: Path | None = None
) -> bool:
    """Look at every page of a file that nobody closed, and tell whether it is such a file.

    Args:
        link: A connection to the file.
        path: The file.
        progress: Told how far that is; without one, a large file is not looked at.
        backups_in: The folder of one's choice for backups.

    Raises:
        UnreadableProject: Some pages are missing or do not fit the others.
        CheckNeeded: The file is large, and nobody waits for long work.
        Cancelled: The user stopped.
    """
    if not link.execute("SELECT 1 FROM setting WHERE key = ?", (WRITING,)).fetchone():
        return False
    if progress is None and path.stat().st_size > AT_ONCE_BYTES:
        raise CheckNeeded(
            "{name} was not closed by the program that wrote it, so its pages are looked at first. "
            "Leave the look running; the project opens after it.",
            name=path.name,
        )
    if _is_whole(link, path, progress or Silent()):
        return True
    kept = backups.listed(path, backups_in)
    if kept:
        raise UnreadableProject(
            "{name} is not whole: it was copied while a program wrote it, without the file "
            "{journal} that lay beside it. Restore its backup of {date}.",
            name=path.name,
            journal=f"{path.name}-journal",
            date=f"{kept[0].made_at:%Y-%m-%d %H:%M}",
        )
    raise UnreadableProject(
        "{name} is not whole: it was copied while a program wrote it, without the file {journal} "
        "that lay beside it. Fetch both, or have it sent again after it was closed.",
        name=path.name,
        journal=f"{path.name}-journal",
    )


def note_whole(link: sqlite3.Connection) -> None:
    """Note that a file was found whole, so that the next opening need not look at it again."""
    with suppress(sqlite3.OperationalError):  # a file that cannot be written
        link.execute("DELETE FROM setting WHERE key = ?", (WRITING,))


def _is_whole(link: sqlite3.Connection, path: Path, progress: Progress) -> bool:
    """Look at all pages, tables and indexes."""
    looked, total = itertools.count(_STEPS, _STEPS), 0

    def stops() -> bool:
        done = next(looked)
        try:
            progress.report(min(done, total), total)
        except Cancelled:
            return True
        return False

    try:
        total = _expected_steps(link)
        progress.report(0, total)
        link.set_progress_handler(stops, _STEPS)
        return bool(link.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorname == "SQLITE_INTERRUPT":
            raise Cancelled from None
        if refusals.is_held(str(error)):
            raise refusals.held(path) from error
        return False  # so damaged that it cannot even be looked at
    finally:
        link.set_progress_handler(None, 0)


def _expected_steps(link: sqlite3.Connection) -> int:
    """Return about how much work it is to look at all rows, by what their tables are made of."""
    tables = link.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    steps = 0.0
    for (table,) in tables:
        (n_rows,) = link.execute(f'SELECT count(*) FROM "{table}"').fetchone()  # noqa: S608  verified
        n_columns = len(link.execute(f'PRAGMA table_info("{table}")').fetchall())
        n_indexes = len(link.execute(f'PRAGMA index_list("{table}")').fetchall())
        steps += n_rows * _STEPS_PER_CELL * (n_columns + 3 * n_indexes + 1)
    return int(steps) + 1
