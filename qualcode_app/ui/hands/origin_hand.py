"""Codings by where they came from: asked in a dialog, or those of one batch at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualcode_app.services.coding.came import Came
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.panels.codings_panel import CodingsPanel

if TYPE_CHECKING:
    from qualcode_app.services.merging.batches import BatchFacts


class OriginHand(QObject):
    """Serves the list of codings."""

    def __init__(
        self, outfit: Outfit, actions: Actions, listed: CodingsPanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._outfit = outfit
        self._actions = actions
        self._listed = listed
        listed.origin_wished.connect(self.ask)

    def ask(self, now: Came) -> None:
        """Ask for a file, a batch and days."""
        from qualcode_app.services.teams import arrivals  # noqa: PLC0415  seldom asked
        from qualcode_app.ui.dialogs.coding_origin import CodingOrigin  # noqa: PLC0415  likewise

        origins = self._outfit.workspace.read(arrivals.origins)
        dialog = CodingOrigin(self._outfit.theme, origins, now, self._listed.window())
        dialog.wanted.connect(self._listed.show_came)
        dialog.open()

    def show_batch(self, batch: BatchFacts) -> None:
        """List the codings of a batch, of all coders and in all documents."""
        from qualcode_app.ui.item_models.history_words import batch_name  # noqa: PLC0415  likewise

        self._actions["all_coders"].setChecked(True)
        self._listed.show_scope(in_all=True)
        self._listed.show_came(Came(batch.uid), batch_name(batch))
        self._actions["codings_list"].trigger()
