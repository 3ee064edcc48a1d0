"""A fresh file of the project: for a coder to work in, or to keep."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes
from qualcode_app.domain.errors import CannotWrite
from qualcode_app.models import raw
from qualcode_app.models.history import Exchange
from qualcode_app.models.project import Setting
from qualcode_app.services.store import journal
from qualcode_app.services.store.project import Project

MAILED = "mailed"  # key of the setting in a copy: who opens it may be somebody else


def is_mailed(session: Session) -> bool:
    """Tell whether a file is a copy that was made for somebody else."""
    return session.get(Setting, MAILED) is not None


def save_copy(project: Project, path: Path, *, with_pdfs: bool = True) -> None:
    """Write the project as it now is to a new file, which counts its changes under its own name.

    Args:
        project: What is copied.
        path: Where to.
        with_pdfs: Without them the file is small; who merges it has the PDFs already.

    Raises:
        CannotWrite: There is a file of that name, or the folder refuses it.
    """
    if path.exists():
        raise CannotWrite("There is already a file {name}. Choose another name.", name=path.name)
    part = path.with_name(f"{path.name}.part")
    replica = journal.new_uid()
    try:
        part.unlink(missing_ok=True)
        project.copy_to(part)
        with closing(sqlite3.connect(part, isolation_level=None)) as link:
            link.execute("UPDATE project SET replica_uid = ?", (raw.uid_bytes(replica),))
            pdfs = () if with_pdfs else ("document_file",)
            for local in ("exchange_row", "exchange", "batch_row", "setting", *pdfs):
                link.execute(f"DELETE FROM {local}")  # noqa: S608  names of our own tables
            link.execute("INSERT INTO setting (key, value) VALUES (?, '')", (MAILED,))
            link.execute("VACUUM")
        part.replace(path)
        if not project.read_only:
            project.write(_note, replica)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise CannotWrite(
            "The copy {name} cannot be made ({reason}). Make room or choose another folder.",
            name=path.name,
            reason=str(error),
        ) from error


def _note(session: Session, replica: str) -> Changes:
    """Keep when the copy was made, and where our log stood: what both have in common."""
    session.add(
        Exchange(
            uid=journal.new_uid(),
            replica_uid=replica,
            coder_uid=None,
            direction="out",
            at=datetime.now(UTC),
            log_head=journal.head(session),
        )
    )
    session.flush()
    return Changes()
