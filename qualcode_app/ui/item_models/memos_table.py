"""Memos as a table that is sorted by a click on a heading."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from qualcode_app.services.memos.memo_rows import MemoRow
from qualcode_app.ui.memo_words import kind_name, target_name
from qualcode_app.ui.wording import date, date_time, in_language

ROW_ROLE = Qt.ItemDataRole.UserRole
SORT_ROLE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns from left to right."""

    KIND = 0
    ABOUT = 1
    DOCUMENT = 2
    PAGE = 3
    TEXT = 4
    CODER = 5
    CHANGED = 6


class MemosTable(QAbstractTableModel):
    """Shows memos; what a sort compares is the value, not its words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[MemoRow] = []

    def show(self, rows: Sequence[MemoRow]) -> None:
        """Show these memos and no others."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of memos."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, the value to sort by, or the whole memo."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case _ if role == ROW_ROLE:
                return row
            case _ if role == SORT_ROLE:
                return _order(row, index.column())
            case Qt.ItemDataRole.DisplayRole:
                return _words(row, index.column())
            case Qt.ItemDataRole.ToolTipRole if index.column() == Column.CHANGED:
                return date_time(row.changed_at)
            case Qt.ItemDataRole.ToolTipRole if index.column() in (Column.TEXT, Column.ABOUT):
                return row.text if index.column() == Column.TEXT else _about(row)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        return _heads()[section] if role == Qt.ItemDataRole.DisplayRole else None


def _about(row: MemoRow) -> str:
    words = in_language(row.about_nl, row.about_en)
    name = target_name(row.target_kind)
    return f"{name}: {words}" if words else name


def _words(row: MemoRow, column: int) -> str:
    match column:
        case Column.KIND:
            return kind_name(row.kind)
        case Column.ABOUT:
            return _about(row)
        case Column.DOCUMENT:
            return row.document_title
        case Column.PAGE:
            return row.page_label or (str(row.page_number) if row.page_number else "")
        case Column.TEXT:
            return " ".join(row.text.split())
        case Column.CODER:
            return row.coder_name
        case _:
            return date(row.changed_at)


def _order(row: MemoRow, column: int) -> str:
    match column:
        case Column.PAGE:
            place = row.anchor.start if row.anchor else 0
            return f"{row.document_title.casefold()}\n{place:012d}"
        case Column.CHANGED:
            return row.changed_at.isoformat()
        case _:
            return _words(row, column).casefold()


def _heads() -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate("memos", "Kind"),
        translate("memos", "About"),
        translate("memos", "Document"),
        translate("memos", "Page"),
        translate("memos", "Memo"),
        translate("memos", "Coder"),
        translate("memos", "Changed"),
    )
