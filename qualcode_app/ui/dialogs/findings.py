"""What a check of the project found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualcode_app.services.provenance.checking import Finding
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.item_models.history_words import fault_name
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.row_table import RowTable
from qualcode_app.ui.widgets.words import label


class FindingsDialog(Dialog):
    """Says that all is well, or lists what is not and offers a repaired copy."""

    repair_requested = Signal()

    def __init__(self, theme: Theme, found: Sequence[Finding], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name_it(
            self.tr("Check of the project"),
            self.tr("Write a repaired copy…") if found else "",
        )
        whole = self.tr(
            "The project is whole: the file, the chained log, and every quote equals its text."
        )
        words = self.tr("%n findings. The project itself is left as it is.", "", len(found))
        self.says = label(words if found else whole, "", self)
        self.says.setWordWrap(True)
        self.content.addWidget(self.says)
        self.list = RowTable(
            theme,
            self.tr("Findings"),
            [self.tr("What is wrong"), self.tr("Where")],
            wide=1,
            parent=self,
        )
        self.list.show_rows([(fault_name(one.fault), one.where) for one in found])
        self.list.setVisible(bool(found))
        self.content.addWidget(self.list, 1)
        self.take_room(720, 420 if found else 160)
        self.accepted.connect(self.repair_requested)
