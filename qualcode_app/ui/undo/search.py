"""Undoable acts on searches: keeping a result, coding hits."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.coding.marked import Spread
from qualcode_app.services.search import search_codings, search_runs
from qualcode_app.services.search.search_runs import NewRun
from qualcode_app.ui.undo.many import Many
from qualcode_app.ui.undo.where import Step, Where
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


class CodeHits(Step):
    """Put a code on many hits as one batch; undo withdraws the batch."""

    def __init__(
        self, workspace: Workspace, new: Sequence[NewCoding], words: str, key: str
    ) -> None:
        form = translate(
            "undo", "{codings} {key} made in {documents}\n{codings} {key} in {documents}"
        )
        first, uids = new[0], tuple(one.uid for one in new)
        where = Where(revision_uid=first.revision_uid, anchor=first.anchor, coding_uids=uids)
        many = Many.named(Spread(len(new), len({one.revision_uid for one in new})), where)
        super().__init__(many.name(form, key=key), where)
        self._workspace = workspace
        self._new = tuple(new)
        self._label = f"{key}: {words}"
        self._batch_uid = ""

    def redo(self) -> None:
        """Make the codings, each time as a batch of its own."""
        self._batch_uid = str(uuid4())
        changes = self._workspace.write(
            search_codings.add, self._new, label=self._label, batch_uid=self._batch_uid
        )
        if changes is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Withdraw the batch; codings changed since stay."""
        from qualcode_app.services.merging import batches  # noqa: PLC0415  all of merging with it

        if self._workspace.write(batches.withdraw, self._batch_uid) is None:
            self.setObsolete(True)
