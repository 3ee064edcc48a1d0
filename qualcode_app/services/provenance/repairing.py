"""A damaged project written anew into a copy: all that can be read, nothing that is guessed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import CannotWrite
from qualcode_app.domain.progress import Silent
from qualcode_app.models import migrations
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Revision
from qualcode_app.models.history import Tombstone
from qualcode_app.services.provenance import checking
from qualcode_app.services.provenance.checking import Finding
from qualcode_app.services.store import beside, journal, stills
from qualcode_app.services.store.project import Project
from qualcode_app.services.texts import search_index, texts

_DERIVED = "search_"  # made anew from the texts


@dataclass(frozen=True, slots=True)
class Repaired:
    """What became of a repair."""

    n_damaged: int  # stretches that could not be read
    n_moved: int  # codings whose words stand elsewhere, once, in the text
    left: tuple[Finding, ...]  # what is still wrong


def repair(path: Path, copy: Path) -> Repaired:
    """Write all that can be read of a project to a new file and mend what has one answer.

    A coding goes to the place of its words when they stand in the text exactly once; anything
    else stays as it is and is listed. Another program may work in the project meanwhile.

    Raises:
        CannotWrite: There is a file of that name, or the folder refuses it.
        UnreadableProject: Nothing of a project can be read.
    """
    with beside.quiet(path) as file:
        return _write_anew(file, copy)


def repair_open(project: Project, copy: Path) -> Repaired:
    """Do the same with an open project, while work in it goes on."""
    with stills.lend(project.path, project.copy_to) as file:
        return _write_anew(file, copy)


def _write_anew(path: Path, copy: Path) -> Repaired:
    if copy.exists():
        raise CannotWrite("There is already a file {name}. Choose another name.", name=copy.name)
    part = copy.with_name(f"{copy.name}.part")
    try:
        part.unlink(missing_ok=True)
        lost = _copy_rows(path, part)
        part.replace(copy)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise CannotWrite(
            "Too little of {name} can be read to repair it ({reason}). Open a backup of it.",
            name=path.name,
            reason=str(error),
        ) from error
    with Project.open(copy) as project:
        moved: list[str] = []
        project.write(_mend, moved)
        left = project.read(checking.findings, Silent())
    return Repaired(lost, len(moved), tuple(left))


def _copy_rows(path: Path, part: Path) -> int:
    """Copy row by row into a new file; returns how many stretches could not be read."""
    lost = 0
    with (
        closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(part, isolation_level=None)) as to,
    ):
        migrations.create(to)
        own = "SELECT name FROM sqlite_master WHERE type = 'table'"
        names = [name for (name,) in to.execute(own) if not name.startswith(("sqlite_", _DERIVED))]
        to.execute("PRAGMA foreign_keys=OFF")
        to.execute("BEGIN")
        for name in names:
            for row in _readable(source, name):
                if row is None:
                    lost += 1
                    continue
                marks = ", ".join("?" * len(row))
                to.execute(f'INSERT OR IGNORE INTO "{name}" VALUES ({marks})', row)  # noqa: S608
        to.execute("COMMIT")
    return lost


def _readable(source: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...] | None]:
    """Yield the rows before and after damaged pages; None for what lies between."""
    first = f'SELECT * FROM "{table}" NOT INDEXED'  # noqa: S608  our own tables
    try:
        for row in source.execute(first):
            yield tuple(row)
    except sqlite3.DatabaseError:
        yield None
        with suppress(sqlite3.DatabaseError):
            for row in source.execute(f"{first} ORDER BY rowid DESC"):
                yield tuple(row)


def _mend(session: Session, moved: list[str]) -> Changes:
    """Lift tombstones of living rows, bring quotes to their words, make the index anew."""
    for finding in checking.graves(session):
        kind, uid = finding.where.split(" ")
        session.execute(delete(Tombstone).where(Tombstone.kind == kind, Tombstone.row_uid == uid))
    for revision in session.scalars(select(Revision.uid)).all():
        search_index.index_revision(session, revision)
        text = texts.WholeText.of(session, revision)
        rows = select(Coding.uid, Coding.start_char, Coding.end_char, Coding.quote).where(
            Coding.revision_uid == revision, Coding.kind == "text"
        )
        for row in session.execute(rows).all():
            if text.text[row.start_char : row.end_char] == row.quote:
                continue
            if row.quote and text.text.count(row.quote) == 1:
                start = text.text.index(row.quote)
                passage = text.passage(TextAnchor(start, start + len(row.quote)))
                columns = {
                    "start_char": start,
                    "end_char": start + len(row.quote),
                    "prefix": passage.prefix,
                    "suffix": passage.suffix,
                }
                journal.change(session, "coding.repair", Kind.CODING, row.uid, columns)
                moved.append(row.uid)
    return Changes.everything()
