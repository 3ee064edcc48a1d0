"""Memos as a table that is sorted by a click on a heading."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from qualcode_app.services.memos.memo_rows import MemoRow
from qualcode_app.ui.item_models.rows_table import RowsTable
from qualcode_app.ui.memo_words import kind_name, target_name
from qualcode_app.ui.wording import date_time, in_language, short_date


class Column(IntEnum):
    """The columns from left to right."""

    KIND = 0
    ABOUT = 1
    DOCUMENT = 2
    PAGE = 3
    TEXT = 4
    CODER = 5
    CHANGED = 6


class MemosTable(RowsTable[MemoRow]):
    """Shows memos; what a sort compares is the value, not its words."""

    columns = Column

    def heads(self) -> Sequence[str]:
        """Return the names of the columns."""
        return _heads()

    def words(self, row: MemoRow, column: int) -> str:
        """Return what stands in a cell."""
        return _words(row, column)

    def order(self, row: MemoRow, column: int) -> object:
        """Return what a cell is sorted by."""
        return _order(row, column)

    def tip(self, row: MemoRow, column: int) -> str | None:
        """Return the exact time, or the words that a cell cuts."""
        match column:
            case Column.CHANGED:
                return date_time(row.changed_at)
            case Column.TEXT:
                return row.text
            case Column.ABOUT:
                return _about(row)
        return None


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
            return short_date(row.changed_at)


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
