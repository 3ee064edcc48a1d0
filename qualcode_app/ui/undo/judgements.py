"""Undoable verdicts on propositions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.registers import judgements
from qualcode_app.services.registers.judgements import Verdict
from qualcode_app.services.registers.propositions import PropositionRow
from qualcode_app.services.search.search_runs import NewRun
from qualcode_app.ui.wording import label
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class SetVerdict(QUndoCommand):
    """Say something else of a proposition; undo says what was said before.

    A search that was logged with a verdict stays logged: it was done.
    """

    def __init__(
        self,
        workspace: Workspace,
        reading: Reading,
        row: PropositionRow,
        after: Verdict,
        run: NewRun | None = None,
    ) -> None:
        option = row.scale.option(after.option_key)
        words = translate("undo", "{key} judged: {verdict}\njudging {key}")
        said = label(option) if option is not None else after.option_key
        super().__init__(words.format(key=row.key, verdict=said))
        self._workspace = workspace
        self._reading = reading
        self._uid = row.uid
        self._before = workspace.read(judgements.get, reading, row.uid)
        self._after = after
        self._run = run

    def redo(self) -> None:
        """Store the new verdict."""
        self._set(self._after, self._run)

    def undo(self) -> None:
        """Store the old one."""
        self._set(self._before)

    def _set(self, verdict: Verdict, run: NewRun | None = None) -> None:
        done = self._workspace.write(judgements.judge, self._reading, self._uid, verdict, run)
        if done is None:
            self.setObsolete(True)
