"""A backup held against the present project, and brought back as a file of its own."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import CannotWrite, UnreadableProject
from qualcode_app.domain.progress import Progress, Silent
from qualcode_app.models import raw
from qualcode_app.models.aggregates import BY_KIND
from qualcode_app.services.store import journal, refusals
from qualcode_app.services.store.backups import Backup
from qualcode_app.services.store.project import Project

COMPARED = (Kind.DOCUMENT, Kind.CODE, Kind.CODING, Kind.MEMO)


@dataclass(frozen=True, slots=True)
class Difference:
    """How the rows of one kind in a backup stand to those of the present project."""

    kind: Kind
    n_same: int
    n_changed: int  # in both, saying something else
    n_only_backup: int  # deleted or lost since
    n_only_present: int  # made since; not in the backup


@dataclass(frozen=True, slots=True)
class Preview:
    """What differs between a backup and the present project.

    Args:
        differences: One for each kind that is compared; empty when the present cannot be read.
        trouble: Why the present project cannot be read; None when it can.
    """

    differences: tuple[Difference, ...]
    trouble: UnreadableProject | None = None

    @property
    def is_equal(self) -> bool:
        """Whether both say the same."""
        return self.trouble is None and not any(
            each.n_changed or each.n_only_backup or each.n_only_present for each in self.differences
        )


def preview(project: Path, backup: Path, progress: Progress | None = None) -> Preview:
    """Return what differs between a backup and the project as it is now; nothing is changed.

    Raises:
        UnreadableProject: The backup cannot be read.
    """
    watch = progress or Silent()
    with Project.open(backup, read_only=True) as kept, kept.connection() as then:
        try:
            with Project.open(project, read_only=True) as present, present.connection() as now:
                found = []
                for done, kind in enumerate(COMPARED):
                    watch.report(done, len(COMPARED))
                    found.append(_difference(kind, _stamps(then, kind), _stamps(now, kind)))
        except UnreadableProject as error:
            return Preview((), error)
    return Preview(tuple(found))


def restored_path(project: Path, backup: Backup) -> Path:
    """Return a name beside the project that no file has yet."""
    name = f"{project.stem} of {backup.made_at:%Y-%m-%d %H%M}"
    wanted = project.with_name(f"{name}{project.suffix}")
    number = 2
    while wanted.exists():
        wanted = project.with_name(f"{name} ({number}){project.suffix}")
        number += 1
    return wanted


def restore(backup: Path, target: Path) -> None:
    """Write a backup to a new file, never over another one.

    The file counts its changes under its own name, so that it can be merged with the project it
    was a backup of.

    Raises:
        CannotWrite: There is a file of that name, or the folder refuses it.
        UnreadableProject: The backup is damaged.
    """
    if target.exists():
        raise CannotWrite("There is already a file {name}. Choose another name.", name=target.name)
    Project.open(backup, read_only=True).close()
    part = target.with_name(f"{target.name}.part")
    replica = raw.uid_bytes(journal.new_uid())
    try:
        part.unlink(missing_ok=True)
        with (
            closing(sqlite3.connect(f"{backup.resolve().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(part)) as to,
        ):
            to.execute("PRAGMA journal_mode=OFF")  # a half copy goes as a whole
            source.backup(to)
            with to:
                to.execute("UPDATE project SET replica_uid = ?", (replica,))
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise CannotWrite(
            "The backup cannot be restored as {name} ({reason}). Make room or choose another "
            "folder.",
            name=target.name,
            reason=refusals.reason(error),
        ) from error
    finally:
        with suppress(OSError):  # the folder itself may be the trouble
            part.unlink(missing_ok=True)


def _stamps(connection: Connection, kind: Kind) -> dict[str, str]:
    root = BY_KIND[kind].root
    return {row.uid: row.stamp for row in connection.execute(select(root.c.uid, root.c.stamp))}


def _difference(kind: Kind, then: dict[str, str], now: dict[str, str]) -> Difference:
    both = then.keys() & now.keys()
    n_same = sum(then[uid] == now[uid] for uid in both)
    return Difference(kind, n_same, len(both) - n_same, len(then) - len(both), len(now) - len(both))
