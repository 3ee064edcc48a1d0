"""The coder's hand on the reading status: themes go on and back, whole documents too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from qualcode_app.services.coding.reading import State, StatusRow
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.panels.page_panel import PagePanel
from qualcode_app.ui.panels.reading_panel import ReadingPanel
from qualcode_app.ui.undo.reading import SetReading
from qualcode_app.ui.workspace import Workspace

ON: dict[State, State] = {"not_started": "busy", "busy": "done"}
BACK: dict[State, State] = {"done": "busy", "busy": "not_started"}
ROUND: dict[State, State] = {**ON, "done": "not_started"}  # by click there is one way only


class StatusHand(QObject):
    """Sets how far the acting coder is with the themes of the open document."""

    def __init__(
        self, workspace: Workspace, page: PagePanel, status: ReadingPanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._page = page
        self._status = status
        status.step_requested.connect(self._on_status_step_requested)

    def take_actions(self, actions: Actions) -> None:
        """Do what the actions on the reading status say."""
        acts: dict[str, Callable[[], object]] = {
            "theme_on": partial(self.step, ON),
            "theme_back": partial(self.step, BACK),
            "document_read": partial(self.mark_document, "done"),
            "document_unread": partial(self.mark_document, "busy"),
        }
        for name, act in acts.items():
            actions.on(name, act, self)

    def step(self, next_state: dict[State, State]) -> None:
        """Take the marked theme one step on or back."""
        row = self._status.marked()
        if row is not None and row.state in next_state:
            self.set_states([row], next_state[row.state])

    def mark_document(self, state: State) -> None:
        """Set all active themes of the open document to a state."""
        self.set_states([row for row in self._status.rows if row.state != state], state)

    def set_states(self, rows: Sequence[StatusRow], state: State) -> None:
        """Set these themes of the open document to a state, as one step to undo."""
        document = self._page.document
        if rows and document is not None:
            self._page.message.hide()  # it may have asked for just this
            self._workspace.do(SetReading(self._workspace, rows, state, document.title))

    def _on_status_step_requested(self, row: StatusRow) -> None:
        self.set_states([row], ROUND[row.state])
