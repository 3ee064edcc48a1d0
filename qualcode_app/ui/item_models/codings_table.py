"""Codings as a table that is patched row by row."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
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
from qualcode_app.services.coding.coding_order import MEMBER, Key
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.ui.facet_book import FacetBook
from qualcode_app.ui.item_models.group_heads import HEAD_SIZE, GroupHeads
from qualcode_app.ui.wording import date_time, in_language, page

ROW_ROLE = Qt.ItemDataRole.UserRole
CHUNK = 40  # rows read at once, when one of them comes into sight
KEPT_MAX = 5_000  # rows kept after they went out of sight

Index = QModelIndex | QPersistentModelIndex


_SHOWN_ROLES = {
    ROW_ROLE,
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.TextAlignmentRole,
}


class Column(IntEnum):
    """The columns of every coding; those of the facets follow."""

    DOCUMENT = 0
    PAGE = 1
    CODE = 2
    PASSAGE = 3
    CODER = 4
    MEMO = 5


class CodingsTable(QAbstractTableModel):
    """Codings in a given order; it holds their keys and reads the codings that are in sight."""

    memo_written = Signal(str, str)  # uid of the coding, its new memo

    numbers_typed = Signal(str, str, str)  # uid of the coding, uid of the facet, what was typed

    def __init__(
        self,
        book: FacetBook,
        fetch: Callable[[list[str]], list[CodingRow]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._book = book
        self._fetch = fetch
        self.facets: tuple[Facet, ...] = ()
        self.heads = GroupHeads()
        self.descending = False
        self._titles: dict[str, str] = {}
        self._keys: list[Key] = []
        self._by_uid: dict[str, Key] = {}
        self._fetched: dict[str, CodingRow] = {}

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
        """Take the titles of documents."""
        self._titles = titles

    def show(self, keys: list[Key], heads: GroupHeads, *, descending: bool = False) -> None:
        """Show these codings and no others, backwards on demand."""
        self.beginResetModel()
        self.heads, self.descending = heads, descending
        self._fetched.clear()
        self._by_uid = {key[-1]: key for key in keys}
        self._keys = heads.put_into(keys, descending=descending)
        self.endResetModel()

    def patch(self, keys: Sequence[Key], rows: Sequence[CodingRow], removed: Iterable[str]) -> None:
        """Put codings in or anew at their place, and take others out."""
        now = {key[-1]: key for key in keys}
        self._fetched.update((row.uid, row) for row in rows)
        for uid in removed:
            self._take_out(uid)
        for uid, key in now.items():
            if self._by_uid.get(uid) == key:
                at = self.number_of(uid)
                self.dataChanged.emit(self.index(at, 0), self.index(at, self.columnCount() - 1))
                continue
            self._take_out(uid)
            self._put_in(uid, key)

    def _put_in(self, uid: str, key: Key) -> None:
        if self.heads.by:
            head = self.heads.head(key[0], descending=self.descending)
            at = bisect_left(self._keys, head)
            if at == len(self._keys) or self._keys[at] != head:
                self._insert(at, head)
        self._by_uid[uid] = key
        self._insert(bisect_left(self._keys, key), key)

    def _take_out(self, uid: str) -> None:
        key = self._by_uid.pop(uid, None)
        if key is None:
            return
        self._delete(bisect_left(self._keys, key))
        if self.heads.by and not self._n_members(key[0]):
            self._delete(bisect_left(self._keys, (key[0],)))

    def _insert(self, at: int, key: Key) -> None:
        number = len(self._keys) - at if self.descending else at
        self.beginInsertRows(QModelIndex(), number, number)
        self._keys.insert(at, key)
        self.endInsertRows()

    def _delete(self, at: int) -> None:
        number = self._turned(at)
        self.beginRemoveRows(QModelIndex(), number, number)
        del self._keys[at]
        self.endRemoveRows()

    def _n_members(self, group: int) -> int:
        first = bisect_left(self._keys, (group, MEMBER))
        return bisect_left(self._keys, (group, MEMBER + 1)) - first

    def _turned(self, at: int) -> int:
        """Return the row of a key, or the place of the key in a row."""
        return len(self._keys) - 1 - at if self.descending else at

    def is_head(self, number: int) -> bool:
        """Tell whether a row names a group."""
        return len(self._keys[self._turned(number)]) == HEAD_SIZE

    def head_numbers(self) -> list[int]:
        """Return the rows that name groups."""
        if not self.heads.by:
            return []
        return [number for number in range(len(self._keys)) if self.is_head(number)]

    def row(self, number: int) -> CodingRow:
        """Return the coding in a row; it is read with its neighbours when it was not yet."""
        uid = self.uid(number)
        if uid not in self._fetched:
            self._read_around(number)
        return self._fetched[uid]

    def uid(self, number: int) -> str:
        """Return the uid of the coding in a row, "" in the heading of a group."""
        key = self._keys[self._turned(number)]
        return "" if len(key) == HEAD_SIZE else str(key[-1])

    def _read_around(self, number: int) -> None:
        if len(self._fetched) > KEPT_MAX:
            self._fetched.clear()
        first = number // CHUNK * CHUNK
        last = min(first + CHUNK, len(self._keys))
        uids = [uid for at in range(first, last) if (uid := self.uid(at))]
        self._fetched.update((row.uid, row) for row in self._fetch(uids))

    def rows(self) -> Sequence[CodingRow]:
        """Return all codings listed; of a long list that takes its time."""
        numbers = range(len(self._keys))
        return [self.row(number) for number in numbers if not self.is_head(number)]

    def known_row(self, uid: str) -> CodingRow | None:
        """Return a listed coding."""
        number = self.number_of(uid)
        return None if number < 0 else self.row(number)

    def number_of(self, uid: str) -> int:
        """Return the row of a coding, -1 when it is not shown."""
        key = self._by_uid.get(uid)
        return -1 if key is None else self._turned(bisect_left(self._keys, key))

    @property
    def n_codings(self) -> int:
        """The number of codings listed."""
        return len(self._by_uid)

    def _head_words(self, number: int) -> str:
        group = self._keys[self._turned(number)][0]
        return self.heads.words(group, self._n_members(group))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows: codings and headings of groups."""
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column) + len(self.facets)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, or the whole coding."""
        if not index.isValid():
            return None
        if self.is_head(index.row()):
            return self._head_words(index.row()) if role == Qt.ItemDataRole.DisplayRole else None
        if role not in _SHOWN_ROLES:
            return None
        row = self.row(index.row())
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
        row = self.row(index.row())
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
        if self.is_head(index.row()):
            return Qt.ItemFlag.ItemIsEnabled
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
