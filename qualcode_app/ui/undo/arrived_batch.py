"""Something that came in as one batch, as an act that can be undone."""

from __future__ import annotations

from collections.abc import Callable

from qualcode_app.domain.changes import Changes
from qualcode_app.services.store.journal import new_uid
from qualcode_app.ui.undo.many import Many
from qualcode_app.ui.undo.where import Step, Where
from qualcode_app.ui.workspace import Workspace


class ArrivedBatch(Step):
    """Something written as one batch, named by the codings that came in; undo withdraws it."""

    def __init__(
        self,
        workspace: Workspace,
        name: Callable[[Many], str],
        write: Callable[[str], Changes | None],
        batch_uid: str = "",
    ) -> None:
        """Take what is needed to do and undo it.

        Args:
            workspace: Where to write.
            name: What is done, for the menu and the status bar.
            write: Writes it, given the uid of a batch; None: it was refused.
            batch_uid: What a job wrote before it came onto the stack; empty: nothing was written.
        """
        super().__init__("", Where())
        self._workspace = workspace
        self._name = name
        self._write = write
        self._batch_uid = batch_uid
        self._is_done = bool(batch_uid)
        if self._is_done:
            self._tell()

    def redo(self) -> None:
        """Write it once more, each time as a batch of its own."""
        if self._is_done:
            self._is_done = False
            return
        self._batch_uid = new_uid()
        if self._write(self._batch_uid) is None:
            self.setObsolete(True)
            return
        self._tell()

    def undo(self) -> None:
        """Withdraw the batch; what was changed since stays."""
        from qualcode_app.services.merging import batches  # noqa: PLC0415  all of merging with it

        n = len(self.where.coding_uids)
        if self._workspace.write_many(n, batches.withdraw, self._batch_uid) is None:
            self.setObsolete(True)

    def _tell(self) -> None:
        many = Many.of_batch(self._workspace, self._batch_uid)
        self.setText(self._name(many))
        self.where = many.where
