"""Merge a code into another, or split it: small dialogs that ask what and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import label as code_label

LINES_PX = 96


class MergeCodes(Dialog):
    """Asks into which code another one goes."""

    wanted = Signal(str, str)  # uid of the code that stays, reason

    def __init__(
        self, theme: Theme, code: CodeRow, codes: Sequence[CodeRow], parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self.name_it(
            self.tr("Merge {key} into another code").format(key=code.key), self.tr("Merge")
        )
        words = label(
            self.tr(
                "{key} is retired. Its codings get the other code and are listed to review."
            ).format(key=code.key),
            "muted",
            self,
        )
        words.setWordWrap(True)
        self.content.addWidget(words)
        self.into = QComboBox(self)
        for row in codes:
            if row.uid != code.uid:
                self.into.addItem(f"{row.key} {code_label(row)}", row.uid)
        self.into.setEditable(True)
        self.into.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        near = next((row.uid for row in codes if _is_near(row, code)), "")
        self.into.setCurrentIndex(max(0, self.into.findData(near)))
        self.reason = QLineEdit(self)
        self.add_field(self.tr("Code that stays"), self.into)
        self.add_field(self.tr("Reason"), self.reason)
        self.be_wide(480)
        self.into.setFocus()

    def accept(self) -> None:
        """Send the choice; what names no code is said here."""
        at = self.into.findText(self.into.currentText())
        if at < 0:
            self.message.tell(self.tr("No code is called so. Choose one of the list."))
            return
        self.wanted.emit(str(self.into.itemData(at)), self.reason.text().strip())
        super().accept()


class SplitCode(Dialog):
    """Asks for the codes that one is split into."""

    wanted = Signal(list, str)  # pairs of key and label, reason

    def __init__(self, theme: Theme, code: CodeRow, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("Split {key}").format(key=code.key), self.tr("Split"))
        self.lines = QPlainTextEdit(self)
        self.lines.setTabChangesFocus(True)
        self.lines.setFixedHeight(LINES_PX)
        name = code_label(code)
        self.lines.setPlainText(f"{code.key}-1 {name} 1\n{code.key}-2 {name} 2")
        self.reason = QLineEdit(self)
        self.add_field(
            self.tr("New codes"),
            self.lines,
            self.tr("One a line: key, then name. {key} is retired; its codings are listed.").format(
                key=code.key
            ),
        )
        self.add_field(self.tr("Reason"), self.reason)
        self.be_wide(480)
        self.lines.setFocus()

    def accept(self) -> None:
        """Send the new codes; fewer than two are refused here."""
        pairs = []
        for line in self.lines.toPlainText().splitlines():
            key, _, name = line.strip().partition(" ")
            if key:
                pairs.append((key, name.strip() or key))
        if len(pairs) < 2:
            self.message.tell(self.tr("A split needs at least two new codes. Name another."))
            return
        self.wanted.emit(pairs, self.reason.text().strip())
        super().accept()


def _is_near(row: CodeRow, code: CodeRow) -> bool:
    return row.uid != code.uid and row.parent_uid == code.parent_uid
