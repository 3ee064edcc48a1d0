"""What came in together, newest first, and the way to take it out again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualcode_app.services.merging.batches import BatchFacts
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.item_models.history_words import batch_kind, moment
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.row_table import RowTable
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import count


class BatchesDialog(Dialog):
    """Lists merges, imports and codings by search; each can be withdrawn as a whole."""

    withdraw_requested = Signal(object)  # BatchFacts

    def __init__(self, theme: Theme, rows: Sequence[BatchFacts], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("What came in together"), self.tr("Withdraw"))
        self.cancel_button.setText(self.tr("Close"))
        self._rows = list(rows)
        heads = [
            self.tr("When"),
            self.tr("What"),
            self.tr("Files or words"),
            self.tr("Rows"),
            self.tr("Withdrawn"),
        ]
        self.list = RowTable(theme, self.tr("What came in together"), heads, wide=2, parent=self)
        says = label(
            self.tr(
                "Withdrawing puts back what stood there before. What somebody changed since stays "
                "and is named first."
            ),
            "muted",
            self,
        )
        says.setWordWrap(True)
        self.content.addWidget(says)
        self.content.addWidget(self.list, 1)
        if not rows:
            says.setText(
                self.tr(
                    "Nothing has come in yet. Each merge, import and search that codes will stand "
                    "here, to be withdrawn as a whole."
                )
            )
        self.take_room(820, 460)
        self.list.itemSelectionChanged.connect(self._on_list_selection_changed)
        self.list.show_rows(
            [
                (
                    moment(row.made_at),
                    batch_kind(row.kind),
                    row.label,
                    count(row.n_rows),
                    moment(row.withdrawn_at),
                )
                for row in self._rows
            ]
        )
        self._on_list_selection_changed()
        self.accepted.connect(lambda: self.withdraw_requested.emit(self._chosen()))

    def _chosen(self) -> BatchFacts | None:
        row = self.list.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _on_list_selection_changed(self) -> None:
        chosen = self._chosen()
        self.act_button.setEnabled(chosen is not None and chosen.withdrawn_at is None)
