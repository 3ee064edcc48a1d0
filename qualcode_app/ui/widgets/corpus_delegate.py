"""Cells of the corpus: what does not count is muted; states and waves are chosen from a list."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from qualcode_app.services.cases.corpus import Corpus
from qualcode_app.ui import corpus_words
from qualcode_app.ui.item_models.corpus_grid import FIELD_ROLE, ROW_ROLE, Field, GridRow, What
from qualcode_app.ui.theme import Theme

INDENT = "  "  # words stand below those of their heading

Index = QModelIndex | QPersistentModelIndex


class CorpusDelegate(QStyledItemDelegate):
    """Paints and edits the cells of the register."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.register: Corpus | None = None

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Mute the rows that do not count."""
        super().initStyleOption(option, index)
        if option.displayAlignment & Qt.AlignmentFlag.AlignLeft:
            option.text = INDENT + option.text
        row = index.data(ROW_ROLE)
        if isinstance(row, GridRow) and not row.counts:
            option.palette.setColor(QPalette.ColorRole.Text, self._theme.colour("text_muted"))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a field to type in, with the names there are, or a list to choose from."""
        field = index.data(FIELD_ROLE)
        if isinstance(field, Field) and field.what is What.STATE:
            choice = QComboBox(parent)
            for state, name in corpus_words.state_names().items():
                choice.addItem(name, state)
            choice.setAccessibleName(field.title)
            choice.activated.connect(lambda _at: self._commit(choice))
            return choice
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit) and isinstance(field, Field):
            editor.setAccessibleName(field.title)
            completer = QCompleter(self._names(field), editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            editor.setCompleter(completer)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what is there now."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))
        elif isinstance(editor, QLineEdit):
            editor.setText(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Tell what was typed or chosen."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def _commit(self, editor: QComboBox) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def _names(self, field: Field) -> list[str]:
        """Return what may be typed into a cell, to be completed."""
        register = self.register
        if register is None:
            return []
        match field.what:
            case What.CASE:
                return [case.name for case in register.cases]
            case What.WAVE:
                return [wave.title for wave in register.waves]
            case What.SYSTEM:
                system = next(row for row in register.systems if row.uid == field.uid)
                return [group.title for group in system.groups]
            case What.ATTRIBUTE:
                values = (row.value for row in register.values if row.attribute_uid == field.uid)
                return sorted({value for value in values if isinstance(value, str)})
        return []
