"""Codings given to another coder and identities joined, as acts that can be undone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from qualcode_app.services.provenance import identities, joining
from qualcode_app.services.provenance.joining import Joined
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class Reassign(QUndoCommand):
    """Give codings of one coder to another."""

    def __init__(
        self, workspace: Workspace, uids: Sequence[str], before_uid: str, after_uid: str
    ) -> None:
        super().__init__(translate("undo", "Codings given to another coder\ncoder of codings"))
        self._workspace = workspace
        self._before = dict.fromkeys(uids, before_uid)
        self._after = dict.fromkeys(uids, after_uid)

    def redo(self) -> None:
        """Give them to the other."""
        if self._workspace.write(identities.reassign, self._after) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Give them back."""
        if self._workspace.write(identities.reassign, self._before) is None:
            self.setObsolete(True)


class JoinCoders(QUndoCommand):
    """Make one coder of two; undo parts them again."""

    def __init__(self, workspace: Workspace, plan: Joined) -> None:
        super().__init__(translate("undo", "Two coders joined\njoined coders"))
        self._workspace = workspace
        self._plan = plan
        self._at_work = workspace.coder_uid

    def redo(self) -> None:
        """Join them; who works under the name that goes works on under the other."""
        if self._workspace.write(joining.join, self._plan) is None:
            self.setObsolete(True)
        elif self._at_work == self._plan.gone.uid:
            self._workspace.choose_coder(self._plan.stays.uid)

    def undo(self) -> None:
        """Part them."""
        if self._workspace.write(joining.part, self._plan) is None:
            self.setObsolete(True)
        elif self._at_work == self._plan.gone.uid:
            self._workspace.choose_coder(self._at_work)
