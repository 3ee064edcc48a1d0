"""Where the coders differ: the list that adjudication works down, and how far it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.services.adjudication.board import Board, State
from qualcode_app.services.adjudication.decisions import Difference
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.item_models.differences_list import LINE_ROLE, DifferencesList, Line
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.difference_delegate import DifferenceDelegate
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.row_list import RowList
from qualcode_app.ui.widgets.words import Ground, label
from qualcode_app.ui.wording import count


class DifferencesPanel(Region):
    """Lists places; tells which one is marked."""

    place_chosen = Signal(object)  # Difference, or None

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(theme, "side", "", parent)
        self.setAccessibleName(self.tr("Differences"))
        self._theme = theme
        self.progress = label("", "muted", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Decided"))
        self.order = QComboBox(self)
        self.order.setAccessibleName(self.tr("Order"))
        self.order.addItem(self.tr("In the order of the document"), "document")
        self.order.addItem(self.tr("Largest difference first"), "size")
        self.code = QComboBox(self)
        self.code.setAccessibleName(self.tr("Code"))
        self.model = DifferencesList(self)
        self.list = RowList(self.tr("Differences"), self)
        self.nothing = label("", "empty", self)
        self.nothing.setWordWrap(True)
        self.equal_button = QPushButton(self)
        self.equal_button.setToolTip(actions["settle_equal"].toolTip())
        merging = actions["merge_files"]
        self.merge_button = QPushButton(merging.text(), self)
        self.merge_button.setToolTip(merging.toolTip())
        self.merge_button.clicked.connect(merging.trigger)
        self.list.take(self.model, DifferenceDelegate(theme, self.list), theme)
        self.list.setProperty("ground", "frame")
        self._lay_out()
        self.order.activated.connect(self._on_order_activated)
        self.code.activated.connect(self._on_order_activated)
        self.equal_button.clicked.connect(actions["settle_equal"].trigger)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)

    def show_nothing(self, words: str) -> None:
        """Say why there is nothing to decide; what orders a list is not offered then."""
        self.model.show_none()
        self.tell(words)
        for widget in (self.bar, self.order, self.code, self.foot):
            widget.hide()
        self.progress.setText("")

    def offer_merging(self) -> None:
        """Offer the way to the work of another coder."""
        self.merge_button.show()

    def show_board(self, board: Board, name: Callable[[Difference], Line]) -> None:
        """List the places of a board; the one that was marked stays marked if it is there."""
        before = self.current()
        for widget in (self.bar, self.order, self.code, self.foot):
            widget.show()
        self.merge_button.hide()
        self.model.show(board, name)
        self._fill_codes()
        self.tell(self.tr("The coders do not differ here."))
        self.show_progress()
        if before is None or not self.mark(before):
            self.mark_first()

    def tell(self, words: str) -> None:
        """Say why the list is empty; shown only while it is."""
        empty = self.model.rowCount() == 0
        self.nothing.setText(words)
        self.nothing.setVisible(empty)
        self.list.setVisible(not empty)

    def show_progress(self) -> None:
        """Tell how far it is, and how much is equal and can be taken over."""
        board = self.model.board
        n_all = len(board.differences) if board is not None else 0
        n_done = board.n_decided if board is not None else 0
        n_equal = board.n_equal if board is not None else 0
        words = self.tr("{done} of {total}").format(done=count(n_done), total=count(n_all))
        self.progress.setText(words)
        self.bar.setRange(0, max(1, n_all))
        self.bar.setValue(n_done)
        self.bar.setAccessibleDescription(words)
        self.equal_button.setText(self.tr("Take over %n equal", "", n_equal))
        self.equal_button.setEnabled(n_equal > 0)
        self.list.viewport().update()  # the signs; a change of data would lay out all rows

    def current(self) -> Difference | None:
        """Return the marked place."""
        line = self.list.currentIndex().data(LINE_ROLE)
        return line.place if isinstance(line, Line) else None

    def mark(self, place: Difference) -> bool:
        """Mark a place; False when it is not shown."""
        index = self.model.index_of(place)
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        return index.isValid()

    def mark_first(self) -> None:
        """Mark the first place that is not decided."""
        if not self.step(1, only_open=True):
            self.place_chosen.emit(self.current())

    def step(self, by: int, *, only_open: bool = False) -> bool:
        """Mark the next or previous place; on demand the next one that is not decided."""
        lines = self.model.lines
        now = self.current()
        at = next((n for n, line in enumerate(lines) if line.place is now), -1)
        beside = range(at + by, len(lines)) if by > 0 else range(at + by, -1, -1)
        turned = (*beside, *range(at + 1)) if only_open else beside  # back to what was left out
        for number in turned:
            line = lines[number]
            if not only_open or self.model.state(line) is not State.DECIDED:
                return self.mark(line.place)
        return False

    # Inside

    def _lay_out(self) -> None:
        space = self._theme.space("s")
        head = Ground("panel_head", self)
        column = QVBoxLayout(head)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(space)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Differences"), "title", head))
        row.addStretch(1)
        row.addWidget(self.progress)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self.order)
        column.addWidget(self.code)
        self.foot = Ground("foot", self)
        below = QHBoxLayout(self.foot)
        below.setContentsMargins(14, 8, 14, 8)
        below.addWidget(self.equal_button)
        below.addStretch(1)
        self.body.addWidget(head)
        self.body.addWidget(self.nothing)
        offer = QHBoxLayout()
        offer.setContentsMargins(14, 0, 14, 0)
        offer.addWidget(self.merge_button)
        offer.addStretch(1)
        self.body.addLayout(offer)
        self.body.addWidget(self.list, 1)
        self.body.addStretch(0)
        self.body.addWidget(self.foot)
        self.show_nothing("")
        self.merge_button.hide()

    def _fill_codes(self) -> None:
        chosen = self.code.currentData() or ""
        keys = {line.place.code_uid: line.key for line in self.model.all if line.place.code_uid}
        self.code.clear()
        self.code.addItem(self.tr("All codes"), "")
        for uid, key in sorted(keys.items(), key=lambda pair: pair[1]):
            self.code.addItem(key, uid)
        self.code.setCurrentIndex(max(0, self.code.findData(chosen)))
        self.model.arrange(self.order.currentData(), self.code.currentData())

    def _on_order_activated(self) -> None:
        before = self.current()
        self.model.arrange(self.order.currentData(), self.code.currentData())
        if before is None or not self.mark(before):
            self.mark_first()

    def _on_current_changed(self, now: QModelIndex) -> None:
        line = now.data(LINE_ROLE)
        self.place_chosen.emit(line.place if isinstance(line, Line) else None)
