"""Undoable decisions of the consensus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from qualcode_app.domain.changes import Changes
from qualcode_app.services.adjudication import decisions, taking_over
from qualcode_app.services.adjudication.decisions import Decision, Difference
from qualcode_app.ui.undo.arrived_batch import ArrivedBatch
from qualcode_app.ui.undo.many import Many
from qualcode_app.ui.undo.where import Where
from qualcode_app.ui.wording import count
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


class TakeEqual(ArrivedBatch):
    """All that the coders agree on, written as one batch by a job."""

    def __init__(
        self, workspace: Workspace, places: Sequence[Difference], batch_uid: str, words: str
    ) -> None:
        """Take what is needed to undo it and do it again.

        Args:
            workspace: Where to write.
            places: What was taken over.
            batch_uid: The batch that was written.
            words: What a batch of it is listed as.
        """
        equal = tuple(places)
        plain = translate("undo", "{n} equal places taken over\n{n} equal places")
        form = translate(
            "undo",
            "{n} equal places taken over, {codings} in {documents}\n"
            "{n} equal places, {codings} in {documents}",
        )

        def name(many: Many) -> str:
            return many.name(form if many.where.coding_uids else plain, n=count(len(equal)))

        def write(batch_uid: str) -> Changes | None:
            return workspace.write(taking_over.take_equal, equal, label=words, batch_uid=batch_uid)

        super().__init__(workspace, name, write, batch_uid)

    def _tell(self) -> None:
        super()._tell()
        self.where = Where()  # nobody is led away from the places that are settled
