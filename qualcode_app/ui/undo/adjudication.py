"""Undoable decisions of the consensus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from qualcode_app.services.adjudication import decisions, taking_over
from qualcode_app.services.adjudication.decisions import Decision, Difference
from qualcode_app.services.merging import batches
from qualcode_app.services.store.journal import new_uid
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class Decide(QUndoCommand):
    """Say what holds on a place; undo brings back what was decided before."""

    def __init__(self, workspace: Workspace, decision: Decision, key: str) -> None:
        text = translate("undo", "Decision on {key} stored\ndecision on {key}")
        super().__init__(text.format(key=key))
        self._workspace = workspace
        self._decision = decision
        self._kept = workspace.read(decisions.keep, decision.place)

    def redo(self) -> None:
        """Store the decision."""
        if self._workspace.write(decisions.decide, self._decision) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Take the decision back."""
        place = self._decision.place
        if self._workspace.write(decisions.take_back, place, self._kept) is None:
            self.setObsolete(True)


class TakeEqual(QUndoCommand):
    """All that the coders agree on, written as one batch by a job; undo withdraws the batch."""

    def __init__(
        self, workspace: Workspace, places: Sequence[Difference], batch_uid: str, words: str
    ) -> None:
        text = translate("undo", "{n} equal places taken over\n{n} equal places")
        super().__init__(text.format(n=len(places)))
        self._workspace = workspace
        self._places = tuple(places)
        self._batch_uid = batch_uid
        self._words = words
        self._is_done = True  # the job wrote it before it came onto the stack

    def redo(self) -> None:
        """Store them once more, each time as a batch of its own."""
        if self._is_done:
            self._is_done = False
            return
        self._batch_uid = new_uid()
        changes = self._workspace.write(
            taking_over.take_equal, self._places, label=self._words, batch_uid=self._batch_uid
        )
        if changes is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Withdraw the batch."""
        if self._workspace.write(batches.withdraw, self._batch_uid) is None:
            self.setObsolete(True)
