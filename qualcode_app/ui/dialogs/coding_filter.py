"""Which codes, families and coders all panels show."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTreeWidget, QTreeWidgetItem, QWidget

from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.services.store.people import CoderRow
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.viewing import CodingFilter
from qualcode_app.ui.widgets.vacancy import Vacancy
from qualcode_app.ui.wording import label as label_of

_UID = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class CodingFilterDialog(Dialog):
    """Lets codes and coders be ticked; a family ticks all below it. No tick means no limit."""

    wanted = Signal(object)  # CodingFilter

    def __init__(
        self,
        theme: Theme,
        codes: Sequence[CodeRow],
        coders: Sequence[CoderRow],
        now: CodingFilter,
        parent: QWidget,
    ) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("Show only these codings"), self.tr("Show only these"))
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.setProperty("kind", "contents")
        Vacancy(self.tree, self.tr("No codes yet: all codings are shown."))
        self._items: dict[str, QTreeWidgetItem] = {}
        for row in codes:
            above = self._items.get(row.parent_uid or "")
            item = QTreeWidgetItem([f"{row.key}  {label_of(row)}"])
            item.setData(0, _UID, row.uid)
            item.setCheckState(0, _ON if row.uid in now.code_uids else _OFF)
            (above or self.tree.invisibleRootItem()).addChild(item)
            self._items[row.uid] = item
        self.coders = QListWidget(self)
        for coder in coders:
            entry = QListWidgetItem(coder.name, self.coders)
            entry.setData(_UID, coder.uid)
            entry.setCheckState(_ON if coder.uid in now.coder_uids else _OFF)
        self.coders.setMaximumHeight(110)
        self.add_field(self.tr("Families and codes"), self.tree, self.tr("No tick: all codes."))
        self.add_field(self.tr("Coders"), self.coders, self.tr("No tick: all coders."))
        self.take_room(460, 620)
        self.tree.itemChanged.connect(self._on_tree_item_changed)
        self.accepted.connect(self._on_accepted)
        self.tree.setFocus()

    def item(self, code_uid: str) -> QTreeWidgetItem:
        """Return the line of a code."""
        return self._items[code_uid]

    def _on_tree_item_changed(self, item: QTreeWidgetItem, _column: int) -> None:
        for number in range(item.childCount()):
            below = item.child(number)
            if below is not None:
                below.setCheckState(0, item.checkState(0))

    def _on_accepted(self) -> None:
        codes = {uid for uid, item in self._items.items() if item.checkState(0) == _ON}
        entries = [self.coders.item(number) for number in range(self.coders.count())]
        coders = {str(entry.data(_UID)) for entry in entries if entry.checkState() == _ON}
        self.wanted.emit(CodingFilter(frozenset(codes), frozenset(coders)))
