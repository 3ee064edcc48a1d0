"""Sending work back: one fresh file, with no more PDFs than the lead lacks."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualcode_app.domain import stamps
from qualcode_app.models.documents import DocumentFile, Revision
from qualcode_app.services.merging import copies
from qualcode_app.services.store import journal
from qualcode_app.services.store.project import Project
from qualcode_app.services.teams import tasks


@dataclass(frozen=True, slots=True)
class Parcel:
    """What would be sent back, in bytes; the size of the work is that of the file without PDFs."""

    n_work: int
    n_own: int  # PDFs that only this coder has
    n_known: int  # PDFs that came from the lead
    own: tuple[str, ...]  # sha-256 of the first ones


def parcel(project: Project) -> Parcel:
    """Return how large the file would be, with and without PDFs."""
    sizes, own = project.read(_pdfs)
    pdfs = sum(sizes.values())
    n_own = sum(sizes[sha256] for sha256 in own)
    work = max(0, project.path.stat().st_size - pdfs)
    return Parcel(work, n_own, pdfs - n_own, tuple(sorted(own)))


def send_back(project: Project, path: Path, *, with_pdfs: bool = False) -> int:
    """Write the file for the lead; returns its size in bytes.

    Args:
        project: The coding file.
        path: Where to.
        with_pdfs: Also those that the lead sent.

    Raises:
        CannotWrite: There is a file of that name, or the folder refuses it.
    """
    wanted = parcel(project)
    copies.save_copy(project, path, with_pdfs=with_pdfs)
    if wanted.own and not with_pdfs:
        with closing(sqlite3.connect(path, isolation_level=None)) as link:
            link.execute("ATTACH ? AS ours", (str(project.path),))
            marks = ", ".join("?" * len(wanted.own))
            link.execute(
                "INSERT INTO document_file SELECT * FROM ours.document_file"  # noqa: S608
                f" WHERE sha256 IN ({marks})",
                wanted.own,
            )
            link.execute("DETACH ours")
    return path.stat().st_size


def _pdfs(session: Session) -> tuple[dict[str, int], set[str]]:
    """Return the size of every PDF, and those of documents that were added in this copy."""
    sized = select(DocumentFile.sha256, func.length(DocumentFile.bytes))
    sizes = {row[0]: int(row[1]) for row in session.execute(sized)}
    if tasks.greeting(session) is None and not copies.is_mailed(session):
        return sizes, set()
    here = journal.pen(session).replica_uid
    made = session.execute(select(Revision.file_sha256, Revision.stamp))
    mine = {sha256 for sha256, stamp in made if here in stamps.parse(stamp)}
    return sizes, mine & sizes.keys()
