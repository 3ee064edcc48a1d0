"""Where two identities of one person said different things: which of the two stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from qualcode_app.services.provenance.differences import Told
from qualcode_app.services.provenance.joining import Which
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.item_models.merge_words import field_name, field_words, kind_name
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import label

WHICH: tuple[Which, Which] = ("first", "other")  # in columns 1 and 2
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
SIZE_PX = (900, 480)


class JoinDialog(Dialog):
    """A row per difference; the version that is ticked stays."""

    wanted = Signal(object)  # Which by key of the difference

    def __init__(
        self, theme: Theme, names: tuple[str, str], differences: Sequence[Told], parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("Join two coders"), self.tr("Join"))
        self._keys = [one.key for one in differences]
        self.chosen: dict[str, Which] = {}
        says = self.tr("{first} and {other} said different things here. Tick what stays.")
        self.content.addWidget(label(says.format(first=names[0], other=names[1]), "muted", self))
        self.table = QTableWidget(len(differences), 3, self)
        self.table.setAccessibleName(self.tr("Differences"))
        self.table.setHorizontalHeaderLabels([self.tr("About"), *names])
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setWordWrap(True)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for row, one in enumerate(differences):
            self.table.setItem(row, 0, QTableWidgetItem(f"{kind_name(one.kind)}: {one.about}"))
            for column, said in enumerate((one.first, one.other), start=1):
                item = QTableWidgetItem(_words(said))
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(OFF)
                self.table.setItem(row, column, item)
        self.table.resizeRowsToContents()
        self.content.addWidget(self.table, 1)
        row_of_buttons = QHBoxLayout()
        self.all_buttons: list[QPushButton] = []
        for which, name in zip(WHICH, names, strict=True):
            button = QPushButton(self.tr("All of {name}").format(name=name), self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, w=which: self.choose_all(w))
            self.all_buttons.append(button)
            row_of_buttons.addWidget(button)
        row_of_buttons.addStretch(1)
        self.content.addLayout(row_of_buttons)
        self.left = label("", "caption", self)
        self.foot.insertWidget(0, self.left)
        self.take_room(*SIZE_PX)
        self.table.itemChanged.connect(self._on_table_item_changed)
        self.accepted.connect(lambda: self.wanted.emit(self.chosen))
        self._show_left()

    def choose_all(self, which: Which) -> None:
        """Tick the versions of one identity."""
        column = 1 + WHICH.index(which)
        for row in range(self.table.rowCount()):
            self._item(row, column).setCheckState(ON)

    def _on_table_item_changed(self, item: QTableWidgetItem) -> None:
        row, column = item.row(), item.column()
        other = self._item(row, 3 - column)
        if item.checkState() == ON:
            self.chosen[self._keys[row]] = WHICH[column - 1]
            other.setCheckState(OFF)
        elif other.checkState() == OFF:
            self.chosen.pop(self._keys[row], None)
        self._show_left()

    def _show_left(self) -> None:
        left = len(self._keys) - len(self.chosen)
        self.left.setText(self.tr("%n still to be chosen", "", left) if left else "")
        self.act_button.setEnabled(not left)

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.table.item(row, column)
        assert item is not None  # noqa: S101  every field is filled from the start
        return item


def _words(said: Mapping[str, str]) -> str:
    lines = [f"{field_name(name)}: {field_words(name, text) or '–'}" for name, text in said.items()]
    return "\n".join(lines) or "–"
