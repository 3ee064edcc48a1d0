"""Codings as a table that is patched row by row."""

from __future__ import annotations

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
from qualcode_app.services.coding.coding_order import Key
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.ui.facet_book import FacetBook
from qualcode_app.ui.item_models.key_rows import KeyRows
from qualcode_app.ui.wording import abbreviated, date_time, in_language, page

ROW_ROLE = Qt.ItemDataRole.UserRole
FOLDED_ROLE = Qt.ItemDataRole.UserRole + 1  # of a heading: whether its codings are folded away
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
        self.keys = KeyRows()
        self._titles: dict[str, str] = {}
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

    def show(self, rows: KeyRows) -> None:
        """Show these codings and no others."""
        self.beginResetModel()
        self._fetched.clear()
        self.keys = rows
        self.endResetModel()

    def patch(self, keys: Sequence[Key], rows: Sequence[CodingRow], removed: Iterable[str]) -> None:
        """Put codings in or anew at their place, and take others out."""
        now = {key[-1]: key for key in keys}
        self._fetched.update((row.uid, row) for row in rows)
        for uid in removed:
            self._take_out(uid)
        for uid, key in now.items():
            if self.keys.key_of(uid) == key:
                self._tell_changed(self.keys.number_of(uid))
                continue
            self._take_out(uid)
            self._put_in(key)

    def fold(self, number: int, *, folded: bool) -> None:
        """Fold the group that a row names away, or let its codings be seen again."""
        group = self.keys.group(number)
        if folded == self.keys.is_folded(group):
            return
        if folded:
            members = self.keys.members(group)
            self.beginRemoveRows(QModelIndex(), members[0], members[-1])
            self.keys.fold(group)
            self.endRemoveRows()
        else:
            last = number + self.keys.n_members(group)
            self.beginInsertRows(QModelIndex(), number + 1, last)
            self.keys.unfold(group)
            self.endInsertRows()
        self._tell_changed(number)

    def _put_in(self, key: Key) -> None:
        group = key[0]
        if self.keys.heads.by and self.keys.head_of(group) < 0:
            self._insert(self.keys.head_key(group))
        if self.keys.is_folded(group):
            self.keys.put_in(key)
            self._tell_changed(self.keys.head_of(group))
        else:
            self._insert(key)

    def _insert(self, key: Key) -> None:
        number = self.keys.row_for(key)
        self.beginInsertRows(QModelIndex(), number, number)
        self.keys.put_in(key)
        self.endInsertRows()

    def _take_out(self, uid: str) -> None:
        key = self.keys.key_of(uid)
        if key is None:
            return
        group, number = key[0], self.keys.number_of(uid)
        if number < 0:
            self.keys.take_out(uid)
        else:
            self.beginRemoveRows(QModelIndex(), number, number)
            self.keys.take_out(uid)
            self.endRemoveRows()
        if self.keys.heads.by and not self.keys.n_members(group):
            number = self.keys.head_of(group)
            self.beginRemoveRows(QModelIndex(), number, number)
            self.keys.take_head_out(group)
            self.endRemoveRows()

    def _tell_changed(self, number: int) -> None:
        if number >= 0:
            last = self.index(number, self.columnCount() - 1)
            self.dataChanged.emit(self.index(number, 0), last)

    def is_head(self, number: int) -> bool:
        """Tell whether a row names a group."""
        return self.keys.is_head(number)

    def head_numbers(self) -> list[int]:
        """Return the rows that name groups."""
        return self.keys.head_numbers()

    def row(self, number: int) -> CodingRow:
        """Return the coding in a row; it is read with its neighbours when it was not yet."""
        uid = self.uid(number)
        if uid not in self._fetched:
            self._read_around(number)
        return self._fetched[uid]

    def uid(self, number: int) -> str:
        """Return the uid of the coding in a row, "" in the heading of a group."""
        return self.keys.uid(number)

    def _read_around(self, number: int) -> None:
        if len(self._fetched) > KEPT_MAX:
            self._fetched.clear()
        first = number // CHUNK * CHUNK
        last = min(first + CHUNK, len(self.keys))
        uids = [uid for at in range(first, last) if (uid := self.uid(at))]
        self._fetched.update((row.uid, row) for row in self._fetch(uids))

    def rows(self) -> Sequence[CodingRow]:
        """Return all codings to be seen; of a long list that takes its time."""
        numbers = range(len(self.keys))
        return [self.row(number) for number in numbers if not self.is_head(number)]

    def known_row(self, uid: str) -> CodingRow | None:
        """Return a listed coding."""
        number = self.number_of(uid)
        return None if number < 0 else self.row(number)

    def number_of(self, uid: str) -> int:
        """Return the row of a coding, -1 when it is not to be seen."""
        return self.keys.number_of(uid)

    @property
    def n_codings(self) -> int:
        """The number of codings listed."""
        return self.keys.n_codings

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows: codings and headings of groups."""
        return 0 if parent.isValid() else len(self.keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column) + len(self.facets)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, or the whole coding."""
        if not index.isValid():
            return None
        if self.is_head(index.row()):
            return self._head(index.row(), role)
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
        if role == Qt.ItemDataRole.DisplayRole:
            name, facet = self.name_of(section), self.facet_of(section)
            return abbreviated(name) if facet and facet.kind == "ordinal" else name
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.name_of(section)
        return None

    def name_of(self, column: int) -> str:
        """Return the whole name of a column."""
        facet = self.facet_of(column)
        return self._book.name(facet) if facet else _heads()[column]

    def _head(self, number: int, role: int) -> object:
        """Return what is said of a heading; that it is folded is told in words too."""
        is_folded = self.keys.is_folded(self.keys.group(number))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.keys.words(number)
            case Qt.ItemDataRole.AccessibleTextRole if is_folded:
                folded = QCoreApplication.translate("codings", "{group}, folded")
                return folded.format(group=self.keys.words(number))
            case _ if role == FOLDED_ROLE:
                return is_folded
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
