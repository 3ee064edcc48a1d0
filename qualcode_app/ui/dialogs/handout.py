"""Who codes which document: a plan as a grid, before files are written for the coders."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.services.store.people import CoderRow
from qualcode_app.services.teams import double_coding
from qualcode_app.services.teams.double_coding import Length, Wish
from qualcode_app.services.teams.handout import Task
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme


class HandoutDialog(Dialog):
    """Deals the documents out; every field of the grid can be changed by hand."""

    wanted = Signal(object)  # list of Task, one per coder with documents

    def __init__(
        self,
        theme: Theme,
        documents: Sequence[DocumentRow],
        coders: Sequence[CoderRow],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("Hand out"), self.tr("Write the files"))
        self._documents, self._coders = list(documents), list(coders)
        self.each_by = QSpinBox(self)
        self.each_by.setRange(1, max(1, len(coders)))
        self.each_by.setValue(min(2, len(coders)))
        self.share = QSpinBox(self)
        self.share.setRange(0, 100)
        self.share.setSuffix(" %")
        self.blind = QCheckBox(self.tr("Blind: nobody sees the work of another"), self)
        self.blind.setChecked(True)
        self.message_line = QLineEdit(self)
        self.grid = QTableWidget(len(documents), len(coders), self)
        self.grid.setAccessibleName(self.tr("Who codes what"))
        self.grid.setHorizontalHeaderLabels([coder.name for coder in coders])
        self.grid.setVerticalHeaderLabels([row.title for row in documents])
        self.add_field(self.tr("Coders per document"), self.each_by)
        self.add_field(self.tr("Share that everybody codes"), self.share)
        self.content.addWidget(self.grid, 1)
        self.content.addWidget(self.blind)
        self.add_field(self.tr("Message to the coders"), self.message_line)
        self.resize(760, 640)
        self.each_by.valueChanged.connect(self._deal)
        self.share.valueChanged.connect(self._deal)
        self.accepted.connect(self._on_accepted)
        self._deal()

    def tasks(self) -> list[Task]:
        """Return what each coder gets as the grid now stands."""
        found = []
        for column, coder in enumerate(self._coders):
            mine = tuple(
                row.uid
                for number, row in enumerate(self._documents)
                if self._field(number, column).checkState() is Qt.CheckState.Checked
            )
            if mine:
                words = self.message_line.text().strip()
                found.append(Task(coder.uid, mine, (), self.blind.isChecked(), words))
        return found

    def _deal(self) -> None:
        lengths = [Length(row.uid, row.n_chars) for row in self._documents]
        wish = Wish(self.each_by.value(), self.share.value() / 100)
        dealt = double_coding.plan(lengths, [coder.uid for coder in self._coders], wish)
        for number, row in enumerate(self._documents):
            for column, coder in enumerate(self._coders):
                is_mine = coder.uid in dealt[row.uid]
                item = QTableWidgetItem()
                item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled)
                state = Qt.CheckState.Checked if is_mine else Qt.CheckState.Unchecked
                item.setCheckState(state)
                self.grid.setItem(number, column, item)

    def _field(self, row: int, column: int) -> QTableWidgetItem:
        item = self.grid.item(row, column)
        assert item is not None  # noqa: S101  every field is filled when dealt
        return item

    def _on_accepted(self) -> None:
        self.wanted.emit(self.tasks())
