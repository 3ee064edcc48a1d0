"""A project to keep or to hand to others: coders by number, no PDFs, no history.

A new file into which rows are copied, never a copy with names struck out: what was not written
cannot be found in it. What people wrote in notes is searched for their names as well.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import CannotWrite
from qualcode_app.domain.progress import Part, Progress, Silent
from qualcode_app.domain.terms import heading
from qualcode_app.formats.whole_file import whole
from qualcode_app.models import aggregates, raw
from qualcode_app.models.documents import Revision
from qualcode_app.models.raw import RawRows, Row
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.people import CoderRow
from qualcode_app.services.store.project import SUFFIX, Project
from qualcode_app.services.store.replica import begin
from qualcode_app.services.texts import search_index

SHORTEST = 3  # letters of a part of a name that is looked for by itself
PARTICLES = frozenset({"van", "von", "den", "der", "des", "het", "ten", "ter", "the", "and"})
# What is a document's own, where a word that is also a name must stay: text and its headings.
TEXTS = frozenset({Kind.REVISION, Kind.SECTION})
# What people write in words of their own, where also a part of a name is looked for.
NOTES = frozenset(
    {Kind.CODING, Kind.MEMO, Kind.CELL, Kind.JUDGEMENT, Kind.ADJUDICATION, Kind.RELATION}
)
FILE_NAMES = ("label", "source_name")  # of a batch: files are often called by who sent them


@dataclass(frozen=True, slots=True)
class Archived:
    """An archive that was written; who is who is told here and stands nowhere in it."""

    path: Path
    coders: Mapping[str, str]  # the number by the name
    n_replaced: int  # names in notes


def write(
    project: Project, path: Path, language: str = "nl", progress: Progress | None = None
) -> Archived:
    """Write a project without PDFs, history and names of coders; the project stays as it is.

    Raises:
        CannotWrite: There is a file of that name, it is no name of a project, or the folder
            refuses it.
        Cancelled: The progress asked to stop; then no file is made.
    """
    if path.suffix.lower() != SUFFIX:
        raise CannotWrite(
            "The name {name} does not tell the format. Let it end in {kinds}.",
            name=path.name,
            kinds=SUFFIX,
        )
    if path.exists():
        raise CannotWrite("There is already a file {name}. Choose another name.", name=path.name)
    mask = _Mask.of(project.read(people.coders), language)
    facts = replace(
        project.facts, replica_uid=journal.new_uid(), title=mask.full(project.facts.title)
    )
    try:
        with whole(path) as part:
            begin(facts, part)
            with Project.open(part) as new, project.connection() as source:
                new.write(_fill, source, mask, progress or Silent())
            with closing(sqlite3.connect(part, isolation_level=None)) as link:
                link.execute("VACUUM")
    except sqlite3.Error as error:
        raise CannotWrite(
            "The file {name} cannot be made ({reason}). Make room or choose another folder.",
            name=path.name,
            reason=str(error),
        ) from error
    return Archived(path, mask.names, mask.n_replaced)


@dataclass(slots=True)
class _Mask:
    """Puts numbers in the place of names."""

    names: dict[str, str]
    _by_uid: dict[bytes, tuple[str, str]]  # name and initials
    _full: re.Pattern[str] | None
    _part: re.Pattern[str] | None
    _numbers: dict[str, str]
    n_replaced: int = field(default=0)

    @classmethod
    def of(cls, coders: Sequence[CoderRow], language: str) -> _Mask:
        """Number the coders, in an order that tells nothing of them; the consensus is nobody."""
        word = heading("Coder", language)
        hidden = sorted(
            (row for row in coders if row.kind != "consensus"),
            key=lambda row: hashlib.sha256(row.uid.encode()).digest(),
        )
        names = {row.name: f"{word} {number}" for number, row in enumerate(hidden, start=1)}
        by_uid = {
            raw.uid_bytes(row.uid): (names[row.name], f"{word[0]}{number}")
            for number, row in enumerate(hidden, start=1)
        }
        numbers = {name.casefold(): said for name, said in names.items()}
        parts = {
            part.casefold(): said
            for name, said in names.items()
            for part in re.findall(r"[^\W\d_]+", name)
            if len(part) >= SHORTEST and part.casefold() not in PARTICLES
        }
        several = [name for name in names if " " in name.strip()]
        return cls(names, by_uid, _words(several), _words([*names, *parts]), {**parts, **numbers})

    def full(self, text: str) -> str:
        """Replace whole names."""
        return self._replaced(self._full, text)

    def any_part(self, text: str) -> str:
        """Replace whole names and their parts."""
        return self._replaced(self._part, text)

    def coder(self, row: Row) -> Row:
        """Return a coder under a number."""
        table = raw.tables(Kind.CODER)[0]
        known = self._by_uid.get(row[table.at("uid")])
        if known is None:
            return row
        return _with(row, {table.at("name"): known[0], table.at("initials"): known[1]})

    def _replaced(self, pattern: re.Pattern[str] | None, text: str) -> str:
        if pattern is None:
            return text
        said, n = pattern.subn(lambda found: self._numbers[found[1].casefold()], text)
        self.n_replaced += n
        return said


def _words(names: Sequence[str]) -> re.Pattern[str] | None:
    """Return what finds these words, the longest first, not inside other words."""
    if not names:
        return None
    listed = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![^\W\d_])({listed})(?:['’]?s)?(?![^\W\d_])", re.IGNORECASE)


def _fill(session: Session, source: Connection, mask: _Mask, progress: Progress) -> Changes:
    """Copy every kind of row under the mask, and make the index of the texts."""
    connection = session.connection()
    for done, aggregate in enumerate(aggregates.ALL):
        part = Part(progress, done, len(aggregates.ALL))
        part.report(0, 1)
        uids = [uid for (uid,) in raw.fetch(source, f'SELECT uid FROM "{aggregate.root.name}"')]  # noqa: S608  our own table
        copied = 0
        for some in raw.read(source, aggregate.kind, uids):
            _masked(some, mask).write(connection)
            copied += len(some.roots)
            part.report(copied, len(uids))
    for uid in session.scalars(select(Revision.uid)).all():
        search_index.index_revision(session, uid)
    return Changes.everything()


def _masked(rows: RawRows, mask: _Mask) -> RawRows:
    """Return rows without names; a row that says less than ours is older for every merge."""
    if rows.kind in TEXTS:
        return rows
    replaced = mask.any_part if rows.kind in NOTES else mask.full

    def said(row: Row) -> Row:
        return tuple(replaced(cell) if isinstance(cell, str) else cell for cell in row)

    children = {table: [said(row) for row in below] for table, below in rows.children.items()}
    if rows.kind is Kind.CODING:  # what was coded stays as it is printed
        return replace(rows, children=children)
    root, _ = raw.tables(rows.kind)
    roots = []
    for row in rows.roots:
        now = said(row)
        if rows.kind is Kind.CODER:
            now = mask.coder(now)
        if rows.kind is Kind.BATCH:
            now = _with(now, {root.at(name): "" for name in FILE_NAMES})
        roots.append(now if now == tuple(row) else _with(now, {root.at("stamp"): ""}))
    return replace(rows, roots=roots, children=children)


def _with(row: Row, cells: Mapping[int, object]) -> Row:
    return tuple(cells.get(at, cell) for at, cell in enumerate(row))
