"""What a database that fails means for its user, in one sentence."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.exc import DatabaseError, OperationalError

from qualcode_app.domain.errors import (
    CannotWrite,
    ProjectGone,
    QualcodeError,
    UnreadableProject,
)


def understood(error: DatabaseError, path: Path) -> QualcodeError:
    """Tell what a failing database means for the user; re-raise what can only be our mistake."""
    said = str(error.orig).lower()
    if not isinstance(error, OperationalError) and "malformed" not in said:
        raise error
    if getattr(error.orig, "sqlite_errorname", "") == "SQLITE_READONLY_DBMOVED":
        return ProjectGone(
            "{name} was moved, deleted or replaced while it was open, so the last act was not "
            "kept; all before it can be. Keep it as a new file and go on there.",
            name=path.name,
        )
    if "no such table" in said:  # all were there when it was opened
        return UnreadableProject(
            "{name} was emptied or overwritten by another program while it was open. Open a "
            "backup of it.",
            name=path.name,
        )
    if "full" in said:
        return CannotWrite("The disk is full. What you did before is kept; make room and go on.")
    if is_held(said):
        return held(path)
    if "readonly" in said or "read-only" in said:
        return CannotWrite(
            "{name} cannot be written: the file or its folder is read-only. Copy it to a folder "
            "of your own.",
            name=path.name,
        )
    if "malformed" in said or "not a database" in said:
        return UnreadableProject("{name} is damaged. Open a backup of it.", name=path.name)
    if "disk i/o" in said or "unable to open" in said:
        return CannotWrite(
            "{name} cannot be reached: the disk or network folder does not answer, or has no room. "
            "What you did before is kept; check the connection and try again.",
            name=path.name,
        )
    raise error


def is_held(reason: str) -> bool:
    """Tell whether a database said that somebody else is writing."""
    return "locked" in reason or "busy" in reason


def held(path: Path) -> CannotWrite:
    """Return the refusal for a file that somebody else is writing."""
    return CannotWrite(
        "Another program is writing to {name} just now. Try again in a moment.", name=path.name
    )


def reason(error: Exception) -> str:
    """Return what an error of the system or of SQLite says."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
