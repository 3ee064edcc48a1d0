"""The codes that are in play in a round: a tree to tick, with the choices people make most."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import count
from qualcode_app.ui.wording import label as code_label

UID_ROLE = Qt.ItemDataRole.UserRole
SIZE_PX = (560, 620)


class ActiveCodes(Dialog):
    """Asks which codes the coders work with from now on."""

    wanted = Signal(object)  # frozenset of uids

    def __init__(self, theme: Theme, rows: Sequence[CodeRow], parent: QWidget) -> None:
        """Show all codes of one codebook; those in play are ticked."""
        super().__init__(theme, parent)
        self.name_it(self.tr("Codes of this round"), self.tr("Use these codes"))
        words = self.tr(
            "Codes that are not ticked stay in the codebook, in grey. They count as not asked in "
            "agreement. A ticked code brings the codes above it."
        )
        says = label(words, "muted", self)
        says.setWordWrap(True)
        self.content.addWidget(says)
        self._rows = rows
        self._items: dict[str, QTreeWidgetItem] = {}
        choices = QHBoxLayout()
        for name, fits in (
            (self.tr("All"), _always),
            (self.tr("As the codebook proposes"), _by_default),
            (self.tr("Without sub-codes"), _above_sub_codes),
        ):
            choices.addWidget(self._choice(name, fits))
        choices.addStretch(1)
        self.says = label("", "caption", self)
        choices.addWidget(self.says)
        self.content.addLayout(choices)
        self.tree = QTreeWidget(self)
        self.tree.setUniformRowHeights(True)
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(self.tr("Codes of this round"))
        self._fill()
        self.content.addWidget(self.tree, 1)
        self.tree.itemChanged.connect(self._on_item_changed)
        self._tell()
        self.take_room(*SIZE_PX)

    def chosen(self) -> frozenset[str]:
        """Return the ticked codes."""
        return frozenset(uid for uid, item in self._items.items() if _is_ticked(item))

    def accept(self) -> None:
        """Send the choice; an empty one is refused here."""
        if not self.chosen():
            self.message.tell(self.tr("A round needs codes. Tick at least one."))
            return
        self.wanted.emit(self.chosen())
        super().accept()

    def _choice(self, name: str, fits: Callable[[CodeRow], bool]) -> QPushButton:
        button = QPushButton(name, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: self._tick(fits))
        return button

    def _fill(self) -> None:
        for row in self._rows:
            above = self._items.get(row.parent_uid or "")
            item = QTreeWidgetItem(above) if above is not None else QTreeWidgetItem(self.tree)
            item.setText(0, f"{row.key}  {code_label(row)}")
            item.setData(0, UID_ROLE, row.uid)
            item.setSizeHint(0, QSize(0, self.theme.size("row_dense")))
            item.setCheckState(0, _state(row.is_active))
            self._items[row.uid] = item

    def _tick(self, fits: Callable[[CodeRow], bool]) -> None:
        self.tree.blockSignals(True)
        for row in self._rows:
            self._items[row.uid].setCheckState(0, _state(fits(row)))
        self.tree.blockSignals(False)
        self.tree.viewport().update()
        self._tell()

    def _on_item_changed(self, item: QTreeWidgetItem) -> None:
        """Untick what is below an unticked code, and tick what is above a ticked one."""
        self.tree.blockSignals(True)
        if _is_ticked(item):
            above = item.parent()
            while above is not None:
                above.setCheckState(0, Qt.CheckState.Checked)
                above = above.parent()
        else:
            for one in self._with_below(item):
                one.setCheckState(0, Qt.CheckState.Unchecked)
        self.tree.blockSignals(False)
        self.tree.viewport().update()
        self._tell()

    def _with_below(self, item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
        found = {item.data(0, UID_ROLE): item}
        for row in self._rows:  # parents come before their children
            if row.parent_uid in found:
                found[row.uid] = self._items[row.uid]
        return list(found.values())

    def _tell(self) -> None:
        words = self.tr("{active} of {all}")
        self.says.setText(
            words.format(active=count(len(self.chosen())), all=count(len(self._rows)))
        )


def _is_ticked(item: QTreeWidgetItem) -> bool:
    return item.checkState(0) == Qt.CheckState.Checked


def _state(ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked


def _always(_row: CodeRow) -> bool:
    return True


def _by_default(row: CodeRow) -> bool:
    return row.default_on


def _above_sub_codes(row: CodeRow) -> bool:
    return row.level < 3
