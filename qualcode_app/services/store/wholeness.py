"""Whether a file was closed by the program that wrote it, and whether it is whole if not.

SQLite keeps what an open transaction overwrites in a journal beside the file. A project that is
copied or mailed in such a moment lacks that journal and can be half old and half new. So before
its first write a program notes in the file that it writes, and when it closes, that it is done.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import delete
from sqlalchemy.orm import Session

from qualcode_app.domain.errors import UnreadableProject
from qualcode_app.models.project import Setting
from qualcode_app.services.store import backups

WRITING = "writing"  # key of the setting that is there from the first write to the closing


def begin(session: Session) -> None:
    """Note that the file is going to be written."""
    session.merge(Setting(key=WRITING, value=""))


def end(session: Session) -> None:
    """Note that all writing came to its end."""
    session.execute(delete(Setting).where(Setting.key == WRITING))


def verify(link: sqlite3.Connection, path: Path, backups_in: Path | None = None) -> None:
    """Look at every page of a file that nobody closed.

    Raises:
        UnreadableProject: Some are missing or do not fit the others.
    """
    if not link.execute("SELECT 1 FROM setting WHERE key = ?", (WRITING,)).fetchone():
        return
    if link.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",):
        return
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
