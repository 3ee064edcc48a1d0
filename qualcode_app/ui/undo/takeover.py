"""Taking over highlights, as an act that can be undone."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from qualcode_app.domain.changes import Changes
from qualcode_app.services.coding import takeover
from qualcode_app.services.coding.takeover import Highlights, Wish
from qualcode_app.ui.undo.arrived_batch import ArrivedBatch
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class TakeOver(ArrivedBatch):
    """Make codings of highlights."""

    def __init__(
        self,
        workspace: Workspace,
        there: Highlights,
        coder_uid: str,
        round_uid: str,
        codes: Mapping[str, str],
    ) -> None:
        form = translate(
            "undo",
            "{codings} made of highlights of {title}\n{codings} of highlights of {title}",
        )

        def write(batch_uid: str) -> Changes | None:
            wish = Wish(coder_uid, round_uid, codes, batch_uid)
            return workspace.write_many(len(there.found), takeover.add, there, wish)

        super().__init__(workspace, lambda many: many.name(form, title=there.document.title), write)
