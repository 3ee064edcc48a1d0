"""What a user can do about a refusal with one click."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qualcode_app.domain.errors import (
    FolderRefuses,
    ProjectGone,
    ProjectInUse,
    QualcodeError,
    UnreadableProject,
)
from qualcode_app.ui.desks.backup_desk import BackupDesk
from qualcode_app.ui.desks.project_desk import ProjectDesk
from qualcode_app.ui.widgets.message_strip import Kind
from qualcode_app.ui.wording import translate


@dataclass(frozen=True, slots=True)
class Remedy:
    """How a refusal is shown, and the button beside it."""

    kind: Kind = "danger"
    words: str = ""
    act: Callable[[], object] | None = None


def remedy_of(error: QualcodeError, desk: ProjectDesk, backups: BackupDesk) -> Remedy:
    """Return what helps against a refusal."""
    path = desk.asked_path
    if isinstance(error, ProjectGone):
        return Remedy("danger", translate("remedies", "Keep it as a new file"), desk.keep_elsewhere)
    if isinstance(error, ProjectInUse | FolderRefuses) and path is not None:
        words = translate("remedies", "Open it read-only")
        return Remedy("warning", words, lambda: desk.open_read_only(path))
    if isinstance(error, UnreadableProject) and path is not None and backups.has_some(path):
        return Remedy("danger", translate("remedies", "Backups…"), lambda: backups.list_of(path))
    return Remedy()
