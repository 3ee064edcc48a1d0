"""Codings as a table that is patched row by row."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from enum import IntEnum
from functools import lru_cache

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.facets import Facet
from qualcode_app.domain.reading_text import clean_quote
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.ui.facet_book import FacetBook
from qualcode_app.ui.wording import date_time, in_language, page

ROW_ROLE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex
Place = tuple[int, int, int, str, str]


class Column(IntEnum):
    """The columns of every coding; those of the facets follow."""

    DOCUMENT = 0
    PAGE = 1
    CODE = 2
    PASSAGE = 3
    CODER = 4
    MEMO = 5


class CodingsTable(QAbstractTableModel):
    """Codings in the order of documents and text; adding one moves no other row's place twice."""

    memo_written = Signal(str, str)  # uid of the coding, its new memo

    numbers_typed = Signal(str, str, str)  # uid of the coding, uid of the facet, what was typed

    def __init__(self, book: FacetBook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self.facets: tuple[Facet, ...] = ()
        self._titles: dict[str, str] = {}
        self._positions: dict[str, int] = {}
        self._rows: list[CodingRow] = []
        self._places: list[Place] = []
        self._by_uid: dict[str, Place] = {}

    def show_facets(self, facets: Sequence[Facet]) -> None:
        """Show a column for each of these facets."""
        self.beginResetModel()
        self.facets = tuple(facets)
        self.endResetModel()

    def facet_of(self, column: int) -> Facet | None:
        """Return the facet a column shows."""
        at = column - len(Column)
        return self.facets[at] if 0 <= at < len(self.facets) else None

    def name_documents(self, titles: dict[str, str]) -> None:
        """Take the titles of documents, in their order."""
        self._titles = titles
        self._positions = {uid: number for number, uid in enumerate(titles)}

    def show(self, rows: Sequence[CodingRow]) -> None:
        """Show these codings and no others."""
        self.beginResetModel()
        pairs = sorted(((self._place(row), row) for row in rows), key=lambda pair: pair[0])
        self._places = [place for place, _ in pairs]
        self._rows = [row for _, row in pairs]
        self._by_uid = {row.uid: place for place, row in pairs}
        self.endResetModel()

    def patch(self, rows: Sequence[CodingRow], removed: Collection[str]) -> None:
        """Put rows in or anew at their place, and take others out."""
        for uid in [*removed, *(row.uid for row in rows)]:
            self._take_out(uid, rows)
        for row in rows:
            place = self._place(row)
            at = bisect_left(self._places, place)
            if at < len(self._places) and self._places[at] == place:
                self._rows[at] = row
                self.dataChanged.emit(self.index(at, 0), self.index(at, self.columnCount() - 1))
                continue
            self.beginInsertRows(QModelIndex(), at, at)
            self._places.insert(at, place)
            self._rows.insert(at, row)
            self._by_uid[row.uid] = place
            self.endInsertRows()

    def _take_out(self, uid: str, kept: Sequence[CodingRow]) -> None:
        place = self._by_uid.get(uid)
        if place is None or any(row.uid == uid and self._place(row) == place for row in kept):
            return  # unknown, or it stays where it is and is only drawn anew
        at = bisect_left(self._places, place)
        self.beginRemoveRows(QModelIndex(), at, at)
        del self._places[at], self._rows[at], self._by_uid[uid]
        self.endRemoveRows()

    def row(self, number: int) -> CodingRow:
        """Return the coding in a row."""
        return self._rows[number]

    def rows(self) -> Sequence[CodingRow]:
        """Return all codings shown."""
        return self._rows

    def number_of(self, uid: str) -> int:
        """Return the row of a coding, -1 when it is not shown."""
        place = self._by_uid.get(uid)
        return -1 if place is None else bisect_left(self._places, place)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of codings."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column) + len(self.facets)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, or the whole coding."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case _ if role == ROW_ROLE:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return self._words(row, index.column())
            case Qt.ItemDataRole.EditRole if index.column() == Column.MEMO:
                return row.memo
            case Qt.ItemDataRole.EditRole:
                return self._words(row, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return _told(row, index.column()) or self._words(row, index.column())
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == Column.PAGE:
                return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell that a memo was written; it is shown when it is stored."""
        facet = self.facet_of(index.column())
        if role != Qt.ItemDataRole.EditRole or (index.column() != Column.MEMO and not facet):
            return False
        row = self._rows[index.row()]
        if facet is not None:
            if str(value).strip() != self._book.words(row, facet):
                self.numbers_typed.emit(row.uid, facet.uid, str(value).strip())
            return True
        if str(value).strip() != row.memo:
            self.memo_written.emit(row.uid, str(value).strip())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let memos and facets be edited in place."""
        flags = super().flags(index)
        editable = index.column() == Column.MEMO or self.facet_of(index.column()) is not None
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        facet = self.facet_of(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._book.name(facet) if facet else _heads()[section]
        if role == Qt.ItemDataRole.ToolTipRole and facet:
            return self._book.name(facet)
        return None

    def _words(self, row: CodingRow, column: int) -> str:
        if (facet := self.facet_of(column)) is not None:
            return self._book.words(row, facet)
        match column:
            case Column.DOCUMENT:
                return self._titles.get(row.document_uid, "")
            case Column.PAGE:
                return row.page_label or str(row.page_number)
            case Column.CODE:
                return f"{row.code_key} {code_label(row)}"
            case Column.PASSAGE if row.area is not None:
                return QCoreApplication.translate("codings", "[area]")
            case Column.PASSAGE:
                return passage(row.quote, row.anchor.start, row.holes)
            case Column.CODER:
                return row.coder_name
            case _:
                return row.memo

    def _place(self, row: CodingRow) -> Place:
        position = self._positions.get(row.document_uid, len(self._positions))
        return (position, row.anchor.start, row.anchor.end, row.code_key, row.uid)


def _heads() -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate("codings", "Document"),
        translate("codings", "Page"),
        translate("codings", "Code"),
        translate("codings", "Passage"),
        translate("codings", "Coder"),
        translate("codings", "Memo"),
    )


def _told(row: CodingRow, column: int) -> str:
    match column:
        case Column.PASSAGE:
            return row.quote
        case Column.PAGE:
            return page(row.page_label, row.page_number)
        case Column.CODER:
            return f"{row.coder_name}, {date_time(row.made_at)}"
        case Column.MEMO:
            return row.memo
        case _:
            return ""


@lru_cache(maxsize=2048)
def passage(quote: str, start: int, holes: tuple[TextAnchor, ...]) -> str:
    """Return a quote as it reads: without what it leaps over, hyphens and line ends mended.

    Args:
        quote: The stored text of the coding.
        start: Where it starts in the document.
        holes: Stretches left out, such as a running head between two pages.
    """
    kept, at = [], 0
    for hole in holes:
        kept.append(quote[at : hole.start - start])
        at = hole.end - start
    text = "".join([*kept, quote[at:]])
    return clean_quote(text, 0, len(text))


def code_label(row: CodingRow) -> str:
    """Return the label of a coding's code in the window's language."""
    return in_language(row.code_label_nl, row.code_label_en)
