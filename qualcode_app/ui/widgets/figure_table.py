"""A table of figures with intervals, which keeps its marked line when it is filled anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from qualcode_app.ui.item_models.agreement_lines import Line
from qualcode_app.ui.item_models.agreement_table import AgreementTableModel, Column
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.agreement_delegate import AgreementDelegate

INTERVAL_MIN_PX, INTERVAL_PX = 150, 230
NAME_MIN_PX, NAME_MORE_PX = 140, 140
HEAD_EDGES_PX = 18


class FigureTable(QTableView):
    """Sorts by a click on a heading; tells which line is marked."""

    line_chosen = Signal(object)  # Line

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = AgreementTableModel(self)
        self._theme = theme
        self._is_filling = False
        self._rows_grow = False
        self.setAccessibleName(name)
        self.setModel(self.lines)
        self.setItemDelegate(AgreementDelegate(theme, self.lines, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.size("row"))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(40)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().sectionClicked.connect(self._on_section_clicked)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        theme.changed.connect(self.viewport().update)
        self._falls = False
        self._sorted = -1

    def show_lines(
        self, columns: Sequence[Column], rows: Sequence[Line], top: Sequence[Line] = ()
    ) -> None:
        """Show lines; the marked one stays marked if it is still there."""
        self.keep_current(lambda: self.lines.show(columns, rows, top))
        self._fit_columns()

    def current(self) -> Line | None:
        """Return the marked line."""
        index = self.currentIndex()
        return self.lines.row(index.row()) if index.isValid() else None

    def keep_current(self, act: Callable[[], None]) -> None:
        """Change what is shown and mark the same line afterwards."""
        before = self.current()
        self._is_filling = True
        act()
        self._is_filling = False
        at = self.lines.number_of(before) if before is not None else -1
        if at >= 0:
            self.setCurrentIndex(self.lines.index(at, 0))

    def let_rows_grow(self) -> None:
        """Make each row as high as its words need in the width they have."""
        header = self.verticalHeader()
        header.setMinimumSectionSize(header.defaultSectionSize())
        self._rows_grow = True

    def sort_lowest_first(self) -> None:
        """Put the least agreement on top."""
        self.lines.sort(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the interval to the new width."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Give the interval what the other columns leave, but never too little to read.

        Heads are shown whole, however long they are in the window's language.
        """
        used = 0
        letters = QFontMetrics(self._theme.font("strong"))
        for section, column in enumerate(self.lines.columns):
            if column.width_px:
                head = letters.horizontalAdvance(column.head) + HEAD_EDGES_PX
                width_px = max(column.width_px, head)
                self.setColumnWidth(section, width_px)
                used += width_px
        stretched = next(
            (at for at, column in enumerate(self.lines.columns) if not column.width_px), -1
        )
        if stretched >= 0:
            room = self.viewport().width() - used
            spare = min(max(room - INTERVAL_PX, 0), NAME_MORE_PX)  # for names, which are long
            lack = min(max(INTERVAL_MIN_PX - room, 0), max(self.columnWidth(0) - NAME_MIN_PX, 0))
            self.setColumnWidth(0, self.columnWidth(0) + spare - lack)
            self.setColumnWidth(stretched, max(INTERVAL_MIN_PX, room - spare))
        if self._rows_grow:
            self.resizeRowsToContents()

    def _on_section_clicked(self, section: int) -> None:
        self._falls = section == self._sorted and not self._falls
        self._sorted = section
        order = Qt.SortOrder.DescendingOrder if self._falls else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicatorShown(True)
        self.horizontalHeader().setSortIndicator(section, order)
        self.keep_current(lambda: self.lines.sort(section, order))

    def _on_current_row_changed(self, current: QModelIndex) -> None:
        if current.isValid() and not self._is_filling:
            self.line_chosen.emit(self.lines.row(current.row()))
