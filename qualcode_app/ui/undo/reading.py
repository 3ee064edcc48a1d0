"""Undoable acts on the reading status."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from qualcode_app.services import reading
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class SetReading(QUndoCommand):
    """Set how far the acting coder is with families of a document; undo restores each."""

    def __init__(
        self,
        workspace: Workspace,
        rows: Sequence[reading.StatusRow],
        state: str,
        title: str,
    ) -> None:
        name = translate("undo", "Reading status of {title} set\nreading status of {title}")
        super().__init__(name.format(title=title))
        self._workspace = workspace
        self._rows = tuple(rows)  # all of one document
        self._state = state
        self._coder_uid, self._round_uid = workspace.coder_uid, workspace.round_uid

    def redo(self) -> None:
        """Set all families to the new state."""
        self._set([row.family_uid for row in self._rows], self._state)

    def undo(self) -> None:
        """Give every family back the state it had."""
        for state in dict.fromkeys(row.state for row in self._rows):
            self._set([row.family_uid for row in self._rows if row.state == state], state)

    def _set(self, family_uids: list[str], state: str) -> None:
        written = self._workspace.write(
            reading.set_state,
            coder_uid=self._coder_uid,
            round_uid=self._round_uid,
            document_uid=self._rows[0].document_uid,
            family_uids=family_uids,
            state=state,
        )
        if written is None:
            self.setObsolete(True)
