"""Undoable acts on searches: keeping a result, coding hits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from qualcode_app.domain.changes import Changes
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.search import search_codings, search_runs
from qualcode_app.services.search.search_runs import NewRun
from qualcode_app.ui.undo.arrived_batch import ArrivedBatch
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class KeepSearch(QUndoCommand):
    """Keep what was searched, where, and how often it was found."""

    def __init__(self, workspace: Workspace, new: NewRun) -> None:
        text = translate("undo", "Search for {words} kept\nkeeping the search for {words}")
        super().__init__(text.format(words=f"“{new.query.words}”"))
        self._workspace = workspace
        self._new = new

    def redo(self) -> None:
        """Keep the result."""
        if self._workspace.write(search_runs.keep, self._new) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Forget the result."""
        if self._workspace.write(search_runs.remove, self._new.uid) is None:
            self.setObsolete(True)


class CodeHits(ArrivedBatch):
    """Put a code on many hits."""

    def __init__(
        self, workspace: Workspace, new: Sequence[NewCoding], words: str, key: str
    ) -> None:
        form = translate(
            "undo", "{codings} {key} made in {documents}\n{codings} {key} in {documents}"
        )
        label, hits = f"{key}: {words}", tuple(new)

        def write(batch_uid: str) -> Changes | None:
            return workspace.write_many(
                len(hits), search_codings.add, hits, label=label, batch_uid=batch_uid
            )

        super().__init__(workspace, lambda many: many.name(form, key=key), write)
