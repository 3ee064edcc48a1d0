"""Codes chosen by typing a few letters; each chosen one is a chip that a click takes off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QPushButton, QWidget

from qualcode_app.services.analysis.tree import CodeNode
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.fields import name_control
from qualcode_app.ui.wording import label

INDENT = "   "


class CodeChoice(QWidget):
    """Holds some codes, in the order they were chosen."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes: dict[str, CodeNode] = {}
        self._at_most = 0
        self.chosen: list[str] = []
        self.box = QComboBox(self)
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setMinimumWidth(round(300 * theme.text_factor))
        name_control(self.box, self.tr("Add a code"))
        field = self.box.lineEdit()
        if field is not None:
            field.setPlaceholderText(self.tr("Type a few letters of a code"))
            field.returnPressed.connect(self._on_field_return_pressed)
        completer = self.box.completer()
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(theme.space("xs"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space("s"))
        row.addWidget(self.box)
        row.addLayout(self._chips)
        row.addStretch(1)
        self.box.activated.connect(self._on_box_activated)

    def offer(self, codes: Sequence[CodeNode]) -> None:
        """Offer other codes; those chosen that are gone are taken off."""
        self._codes = {code.uid: code for code in codes}
        with QSignalBlocker(self.box):
            self.box.clear()
            for code in codes:
                words = f"{INDENT * (code.level - 1)}{code.key} {label(code)}"
                self.box.addItem(words, code.uid)
            self.box.setCurrentIndex(-1)
        self.chosen = [uid for uid in self.chosen if uid in self._codes]
        self._fill_chips()

    def limit(self, at_most: int) -> None:
        """Hold so many codes, the last chosen ones; 0 for any number."""
        self._at_most = at_most
        self._trim()
        self._fill_chips()

    def choose(self, uid: str) -> None:
        """Add a code."""
        if uid in self._codes and uid not in self.chosen:
            self.chosen.append(uid)
            self._trim()
            self._fill_chips()
            self.changed.emit()

    def clear(self) -> None:
        """Hold no code any more."""
        self.chosen = []
        self._fill_chips()

    def remove(self, uid: str) -> None:
        """Take a code off."""
        self.chosen.remove(uid)
        self._fill_chips()
        self.changed.emit()

    def _trim(self) -> None:
        if self._at_most:
            self.chosen = self.chosen[-self._at_most :]

    def _fill_chips(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for uid in self.chosen:
            code = self._codes[uid]
            chip = QPushButton(f"{code.key}  ×", self)
            chip.setProperty("kind", "chip")
            chip.setToolTip(label(code))
            chip.setAccessibleName(self.tr("Take {code} off").format(code=code.key))
            chip.clicked.connect(lambda _=False, uid=uid: self.remove(uid))
            self._chips.addWidget(chip)

    def _on_box_activated(self, at: int) -> None:
        uid = self.box.itemData(at)
        self._empty_field()
        if isinstance(uid, str):
            self.choose(uid)

    def _on_field_return_pressed(self) -> None:
        """Take the code with this key, else the first that begins with it or holds it."""
        sought = self.box.currentText().strip().casefold()
        codes = list(self._codes.values())
        fits = (
            lambda code: code.key.casefold() == sought,
            lambda code: code.key.casefold().startswith(sought),
            lambda code: sought in f"{code.key} {label(code)}".casefold(),
        )
        found = next((code for fit in fits for code in codes if fit(code)), None)
        if sought and found is not None:
            self._empty_field()
            self.choose(found.uid)

    def _empty_field(self) -> None:
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(-1)
            self.box.clearEditText()
