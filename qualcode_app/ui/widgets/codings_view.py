"""The table in the list of codings: columns, marked rows, headings of groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from qualcode_app.ui.item_models.codings_table import FOLDED_ROLE, CodingsTable, Column
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.coding_delegate import CodingDelegate

WIDTHS_PX = {
    Column.DOCUMENT: 140,
    Column.PAGE: 46,
    Column.CODE: 152,
    Column.CODER: 110,
    Column.MEMO: 76,
}
PASSAGE_SHARE = 0.38  # of the width; the other columns give way to it
PASSAGE_MIN_PX = 160  # where they cannot, the list is scrolled sideways
FACET_WIDTHS_PX = {"nominal": 98, "ordinal": 64, "number": 84, "text": 88}
LEAST_PX = {Column.DOCUMENT: 84, Column.CODER: 70}  # a head takes less there
FACET_LEAST_PX = {"nominal": 84, "number": 64}
HEAD_EDGES_PX, ARROW_PX = 16, 12
LONG_KEY, KEY_EDGES_PX = "WON-1a", 28  # a key is shown whole, with its stripe
PAGE_FIRST_MS = 20  # the page is painted before the list beside it
_FOLDING = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}
_TURNING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class CodingsView(QTableView):
    """Shows rows of codings; a click on a column's name tells that it is to be sorted by."""

    sort_wished = Signal(int)  # column
    fold_wished = Signal(int, bool)  # row of a heading; whether its codings are to be folded away

    def __init__(self, model: CodingsTable, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._codings = model
        self._theme = theme
        self.setAccessibleName(self.tr("Codings"))
        self.setModel(model)
        self.delegate = CodingDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.size("row_dense"))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        # Marked by nobody: it would be painted anew with every row that is marked.
        head.setSelectionModel(QItemSelectionModel(model, head))
        head.setSectionsClickable(True)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setMinimumSectionSize(40)
        self._widths_px: dict[int, int] = {}  # as wished, before they give way
        self._chosen: set[int] = set()  # columns whose width the user set
        self._is_fitting = False
        self.arrange_columns()
        head.sectionResized.connect(self._on_section_resized)
        head.sectionClicked.connect(self.sort_wished)
        theme.changed.connect(self.viewport().update)

    def arrange_columns(self) -> None:
        """Give the columns their widths and their order."""
        head = self.horizontalHeader()
        self._widths_px = {int(column): px for column, px in WIDTHS_PX.items()}
        self._chosen.clear()
        for i, facet in enumerate(self._codings.facets):
            self._widths_px[len(Column) + i] = FACET_WIDTHS_PX[facet.kind]
        self.fit_columns()
        head.moveSection(head.visualIndex(Column.CODER), head.count() - 1)
        head.moveSection(head.visualIndex(Column.MEMO), head.count() - 1)

    def fit_columns(self) -> None:
        """Let the other columns give way where the passage would get too narrow to read.

        They keep their heads in full, unless the user made them narrower.
        """
        shown = [at for at in self._widths_px if not self.isColumnHidden(at)]
        least = {at: self._least_px(at) for at in shown}
        wished = {
            at: px if at in self._chosen else max(px, least[at])
            for at in shown
            for px in (self._widths_px[at],)
        }
        least = {at: min(px, wished[at]) for at, px in least.items()}
        room = round(self.viewport().width() * (1 - PASSAGE_SHARE)) - sum(least.values())
        gain = sum(wished.values()) - sum(least.values())
        share = min(1.0, max(0.0, room / max(1, gain)))
        self._is_fitting = True
        for at in shown:
            self.setColumnWidth(at, round(least[at] + share * (wished[at] - least[at])))
        fits = self.viewport().width() - sum(map(self.columnWidth, shown)) >= PASSAGE_MIN_PX
        modes = QHeaderView.ResizeMode
        mode = modes.Stretch if fits else modes.Fixed
        self.horizontalHeader().setSectionResizeMode(Column.PASSAGE, mode)
        if not fits:
            self.setColumnWidth(Column.PASSAGE, PASSAGE_MIN_PX)
        self._is_fitting = False

    def _least_px(self, column: int) -> int:
        """Return the width of a column's head, or what its cells need more."""
        facet, metrics = self._codings.facet_of(column), QFontMetrics(self._theme.font("strong"))
        if column == Column.CODE:
            least = metrics.horizontalAdvance(LONG_KEY) + KEY_EDGES_PX
        elif facet is not None:
            least = FACET_LEAST_PX.get(facet.kind, 0)
        else:
            least = LEAST_PX.get(Column(column), 0)
        name = str(self._codings.headerData(column, Qt.Orientation.Horizontal))
        words = metrics.horizontalAdvance(name) + HEAD_EDGES_PX
        is_sorted = column == self.horizontalHeader().sortIndicatorSection()
        return max(least, words + (ARROW_PX if is_sorted else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self.fit_columns()

    def _on_section_resized(self, column: int, before: int, now: int) -> None:
        """Remember what the user wishes; a column that comes or goes is no wish."""
        if not self._is_fitting and before and now and column in self._widths_px:
            self._widths_px[column] = now
            self._chosen.add(column)
            self.fit_columns()

    def show_sorted(self, column: int, *, descending: bool) -> None:
        """Show by a sign which column the list is sorted by."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicatorShown(True)
        self.horizontalHeader().setSortIndicator(column, order)
        self.fit_columns()

    def paint_soon(self) -> None:
        """Leave the screen to the page first: rows that come into sight are read when painted."""
        self.viewport().setUpdatesEnabled(False)
        QTimer.singleShot(PAGE_FIRST_MS, self, lambda: self.viewport().setUpdatesEnabled(True))

    def stretch_heads(self) -> None:
        """Let the headings of groups run over all columns."""
        self.clearSpans()
        first = self.horizontalHeader().logicalIndex(0)
        for number in self._codings.head_numbers():
            self.setSpan(number, first, 1, self._codings.columnCount())

    def marked_uids(self) -> list[str]:
        """Return the uids of the marked codings, without reading them."""
        numbers = {
            number
            for block in self.selectionModel().selection().toList()
            for number in range(block.top(), block.bottom() + 1)
        }
        return [uid for number in sorted(numbers) if (uid := self._codings.uid(number))]

    def mark_all(self, uids: list[str]) -> None:
        """Mark several codings beside those that are marked."""
        found = (self._codings.number_of(uid) for uid in uids)
        marks = QItemSelection()
        for first, last in _stretches(sorted(number for number in found if number >= 0)):
            marks.append(QItemSelectionRange(self._at(first), self._at(last)))
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().select(marks, flags)

    def _at(self, number: int) -> QModelIndex:
        return self._codings.index(number, 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold or open the group whose heading is hit."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._codings.is_head(index.row()):
            self.setCurrentIndex(index)
            self.fold_wished.emit(index.row(), not index.data(FOLDED_ROLE))
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold or open the group whose heading has the focus."""
        index = self.currentIndex()
        if index.isValid() and self._codings.is_head(index.row()):
            is_folded = bool(index.data(FOLDED_ROLE))
            wished = _FOLDING.get(Qt.Key(event.key()), not is_folded)
            if event.key() in _FOLDING or event.key() in _TURNING:
                self.fold_wished.emit(index.row(), wished)
                return
        super().keyPressEvent(event)

    def mark(self, uid: str) -> None:
        """Mark one coding and bring it into sight; nothing is marked where it is not listed."""
        number = self._codings.number_of(uid)
        selection = self.selectionModel()
        if number < 0:
            selection.clearSelection()
            return
        index = self._codings.index(number, Column.CODE)
        if not selection.isRowSelected(number):
            flags = (
                QItemSelectionModel.SelectionFlag.ClearAndSelect
                | QItemSelectionModel.SelectionFlag.Rows
            )
            selection.setCurrentIndex(index, flags)
        self.scrollTo(index)


def _stretches(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last of each stretch of numbers that follow each other."""
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        listed = [number for _, number in run]
        yield listed[0], listed[-1]
