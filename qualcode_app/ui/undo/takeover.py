"""Taking over highlights, as an act that can be undone."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from qualcode_app.services.coding import takeover
from qualcode_app.services.coding.takeover import Highlights, Wish
from qualcode_app.services.merging import batches
from qualcode_app.ui.undo.where import Step, Where
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class TakeOver(Step):
    """Make codings of highlights as one batch; undo withdraws the batch."""

    def __init__(
        self,
        workspace: Workspace,
        there: Highlights,
        coder_uid: str,
        round_uid: str,
        codes: Mapping[str, str],
    ) -> None:
        text = translate("undo", "Highlights of {title} taken over\nhighlights of {title}")
        where = Where(document_uid=there.document.uid)
        super().__init__(text.format(title=there.document.title), where)
        self._workspace = workspace
        self._there = there
        self._wished = coder_uid, round_uid, dict(codes)
        self._batch_uid = ""

    def redo(self) -> None:
        """Make the codings, each time as a batch of its own."""
        wish = Wish(*self._wished)
        self._batch_uid = wish.batch_uid
        if self._workspace.write(takeover.add, self._there, wish) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Withdraw the batch; codings changed since stay."""
        if self._workspace.write(batches.withdraw, self._batch_uid) is None:
            self.setObsolete(True)
