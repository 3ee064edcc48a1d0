"""Undoable acts on the reading status."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from qualcode_app.services.coding import reading
from qualcode_app.ui.undo.where import Step, Where
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class SetReading(Step):
    """Set how far the acting coder is with families of a document; undo restores each."""

    def __init__(
        self,
        workspace: Workspace,
        rows: Sequence[reading.StatusRow],
        state: reading.State,
        title: str,
    ) -> None:
        name = translate("undo", "Reading status of {title} set\nreading status of {title}")
        first = rows[0]
        where = Where(document_uid=first.document_uid, family_uid=first.family_uid)
        super().__init__(name.format(title=title), where)
        self._workspace = workspace
        self._reading = reading.Reading(
            workspace.coder_uid, workspace.round_uid, first.document_uid
        )
        self._before = {row.family_uid: row.state for row in rows}
        self._after = dict.fromkeys(self._before, state)

    def redo(self) -> None:
        """Set all families to the new state."""
        self._set(self._after)

    def undo(self) -> None:
        """Give every family back the state it had."""
        self._set(self._before)

    def _set(self, states: dict[str, reading.State]) -> None:
        if self._workspace.write(reading.set_states, self._reading, states) is None:
            self.setObsolete(True)
