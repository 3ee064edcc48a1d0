"""What an act on codings in many places is called, and where it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from qualcode_app.services.coding import coding_rows, marked
from qualcode_app.services.coding.marked import Spread
from qualcode_app.services.merging import came_in
from qualcode_app.ui.undo.where import Where
from qualcode_app.ui.wording import count
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Many:
    """Codings as a step names them, "9 codings" in "3 documents", and the place of the first."""

    codings: str
    documents: str
    where: Where

    @classmethod
    def of(cls, workspace: Workspace, uids: Sequence[str]) -> Many:
        """Return codings that are in the project."""
        first = workspace.read(coding_rows.rows, uids=uids[:1], areas=True)
        where = Where.of(*first) if first else Where()
        return cls.named(
            workspace.read(marked.spread, uids), replace(where, coding_uids=tuple(uids))
        )

    @classmethod
    def of_batch(cls, workspace: Workspace, batch_uid: str) -> Many:
        """Return the codings that came in with a batch."""
        return cls.of(workspace, workspace.read(came_in.codings, batch_uid))

    @classmethod
    def named(cls, spread: Spread, where: Where) -> Many:
        """Return so many codings with what they are called."""
        codings = translate("undo", "{n} codings").format(n=count(spread.n_codings))
        if spread.n_codings == 1:
            codings = translate("undo", "1 coding")
        documents = translate("undo", "{n} documents").format(n=count(spread.n_documents))
        if spread.n_documents == 1:
            documents = translate("undo", "1 document")
        return cls(codings, documents, where)

    def name(self, form: str, **words: str) -> str:
        """Return the text of a step, in whose form {codings} and {documents} stand."""
        return form.format(codings=self.codings, documents=self.documents, **words)
