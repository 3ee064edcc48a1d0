"""What agreement leaves out, by coder and document, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from qualcode_app.services.agreement.agreement_rows import AgreementTable
from qualcode_app.services.agreement.reliability import Unread
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import count


class LeftOutDialog(Dialog):
    """Lists it; only tells."""

    def __init__(self, theme: Theme, table: AgreementTable, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("What is left out"))
        says = self.tr(
            "A code counts for a coder and a document when its theme is marked as read there. "
            "Elsewhere it is missing: no coding is then no disagreement."
        )
        if table.all_read:
            says = self.tr("Nothing: every document counts as read by everybody.")
        words = label(says, "muted", self)
        words.setWordWrap(True)
        self.content.addWidget(words)
        self.list = QTableWidget(len(table.unread), 3, self)
        self.list.setAccessibleName(self.tr("What is left out"))
        self.list.setHorizontalHeaderLabels(
            [self.tr("Coder"), self.tr("Document"), self.tr("Left out")]
        )
        self.list.verticalHeader().hide()
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setShowGrid(False)
        self.list.setTabKeyNavigation(False)
        for row, each in enumerate(table.unread):
            for column, said in enumerate((each.coder_name, each.document_title, self._why(each))):
                item = QTableWidgetItem(said)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.list.setItem(row, column, item)
        head = self.list.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.content.addWidget(self.list, 1)
        self.list.setVisible(bool(table.unread))
        self.take_room(680, 460)

    def _why(self, each: Unread) -> str:
        if each.other_text:
            return self.tr("coded on another version of the text")
        if each.whole:
            return self.tr("nothing is marked as read")
        return self.tr("{n} codes of unread themes").format(n=count(each.n_codes))
