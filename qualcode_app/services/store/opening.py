"""What must be true of a file before anything is asked of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from qualcode_app.domain.errors import UnreadableProject
from qualcode_app.domain.progress import Progress
from qualcode_app.models import engine as files
from qualcode_app.models import migrations
from qualcode_app.services.store import journal, refusals, wholeness
from qualcode_app.services.store.backups import back_up
from qualcode_app.services.store.locks import Lock


@contextmanager
def link_to(path: Path) -> Iterator[sqlite3.Connection]:
    """Lend a bare connection to a file."""
    patience_s = files.BUSY_TIMEOUT_MS / 1000
    link = sqlite3.connect(path, isolation_level=None, timeout=patience_s)
    try:
        yield link
    finally:
        link.close()


def version_of(path: Path) -> int:
    """Return the version of the format of a project.

    Raises:
        UnreadableProject: It is no project, or made by a newer program.
    """
    try:
        application_id, version = files.header(path)
    except FileNotFoundError as error:
        raise UnreadableProject(
            "The project {name} is not there any more: it was moved, renamed or deleted. Look for "
            "it, or open a backup of it.",
            name=path.name,
        ) from error
    except (OSError, ValueError) as error:
        raise UnreadableProject(
            "{name} is not a QualCode project, or it is damaged. Choose a .qualcode file or a "
            "backup.",
            name=path.name,
        ) from error
    if application_id != files.APPLICATION_ID:
        raise UnreadableProject(
            "{name} is a database of another program, not a QualCode project. "
            "Choose a .qualcode file, or take it in under File, Import a project of another "
            "program.",
            name=path.name,
        )
    if version > migrations.CURRENT:
        raise UnreadableProject(
            "{name} was made by a newer QualCode (format {version}). Install the newest version "
            "to open it.",
            name=path.name,
            version=version,
        )
    return version


def verify(
    path: Path,
    version: int,
    *,
    read_only: bool,
    backups_in: Path | None = None,
    progress: Progress | None = None,
) -> None:
    """Migrate if needed; refuse what is not ours, and what was copied half-written.

    Raises:
        UnreadableProject: It is damaged, or holds tables, triggers or views that are not ours.
        CannotWrite: Another program is writing to it.
        CheckNeeded: It has to be looked at for long, and there is no progress to tell of it.
    """
    try:
        if version < migrations.CURRENT:
            if read_only:
                raise UnreadableProject(
                    "{name} has an older format. Open it for writing once, so that it can be "
                    "brought up to date.",
                    name=path.name,
                )
            back_up(path, "migration", backups_in)
            with link_to(path) as link:
                migrations.upgrade(link, version)
        with link_to(path) as link:
            found = files.schema(link)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if refusals.is_held(str(error)):
            raise refusals.held(path) from error
        raise UnreadableProject(
            "{name} is damaged. Open a backup of it.", name=path.name
        ) from error
    strange = sorted(name for (kind, name), sql in found.items() if sql != _expected(kind, name))
    missing = sorted(name for kind, name in own_schema() if (kind, name) not in found)
    if strange or missing:
        raise UnreadableProject(
            "{name} holds parts that QualCode did not make ({parts}). It may be damaged or "
            "harmful, so it is not opened. Ask its sender for a fresh copy.",
            name=path.name,
            parts=", ".join((strange + missing)[:5]),
        )
    if read_only and Lock(path).is_held_here():
        return  # it is not closed because somebody works in it
    with link_to(path) as link:
        if wholeness.verify(link, path, progress, backups_in) and not read_only:
            wholeness.note_whole(link)


def introduce(link: sqlite3.Connection, title: str) -> None:
    """Write into a new file which study it is of."""
    study, replica = journal.new_uid(), journal.new_uid()
    created = (datetime.now(UTC) - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() * 1_000_000
    link.execute(
        "INSERT INTO project (one, study_uid, replica_uid, title, created_at, format)"
        " VALUES (1, ?, ?, ?, ?, ?)",
        (
            bytes.fromhex(study.replace("-", "")),
            bytes.fromhex(replica.replace("-", "")),
            title,
            int(created),
            migrations.CURRENT,
        ),
    )


@cache
def own_schema() -> dict[tuple[str, str], str]:
    """Return every table, index and trigger of the current format, and how it is made."""
    link = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrations.create(link)
        return files.schema(link)
    finally:
        link.close()


def _expected(kind: str, name: str) -> str | None:
    return own_schema().get((kind, name))
