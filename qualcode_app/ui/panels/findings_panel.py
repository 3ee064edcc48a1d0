"""Findings: at the left each with how it stands, beside it one in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QWidget

from qualcode_app.services.claims.contradiction import Contradiction
from qualcode_app.services.claims.recheck import Checked, Register, State
from qualcode_app.settings import Settings
from qualcode_app.ui.item_models.findings_list import FindingsList, Line
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets import analysis_boxes as boxes
from qualcode_app.ui.widgets.finding_card import FindingCard
from qualcode_app.ui.widgets.finding_delegate import FindingDelegate
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.row_list import RowList
from qualcode_app.ui.widgets.splitter import Splitter
from qualcode_app.ui.widgets.words import Ground, label

SIDES_PX = (380, 660)


class FindingsPanel(Region):
    """Lists findings; tells which one, or which side of a contradiction, is marked."""

    finding_chosen = Signal(object)  # Checked, or None for the whole project
    side_chosen = Signal(object)  # Side
    reword_requested = Signal(str, str)  # uid, sentence
    confirm_requested = Signal(object, str)  # Checked, sentence
    remove_requested = Signal(object)  # Checked
    memo_requested = Signal(object)  # Checked
    export_requested = Signal()
    counted = Signal(int)  # findings that do not stand any more

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "middle", "", parent)
        self.setAccessibleName(self.tr("Findings"))
        self.register: Register | None = None
        self.found: tuple[Contradiction, ...] = ()
        self.shown = boxes.box(self.tr("Which findings"), self)
        self.export_button = QPushButton(self.tr("Export…"), self)
        self.nothing = label("", "empty", self)
        self.nothing.setWordWrap(True)
        self.model = FindingsList(self)
        self.list = RowList(self.tr("Findings"), self)
        self.list.take(self.model, FindingDelegate(theme, self.list), theme)
        self.list.setWordWrap(True)
        self.card = FindingCard(theme, self)
        self.sides = Splitter("findings", Qt.Orientation.Horizontal, settings, theme, self)
        boxes.offer(
            self.shown,
            [
                (self.tr("All findings"), "all"),
                (self.tr("Not true any more"), "changed"),
                (self.tr("With contradictions"), "clashing"),
            ],
        )
        self._lay_out()
        self._connect()
        self.show_register(None, ())

    def show_register(self, register: Register | None, found: tuple[Contradiction, ...]) -> None:
        """Show the findings as they now stand; the marked one stays marked."""
        self.register, self.found = register, found
        current = self.current()
        before = current.claim.uid if current is not None else ""
        counts = Counter(uid for each in found for uid in each.claim_uids)
        lines = [
            Line(row, counts[row.claim.uid])
            for row in (register.rows if register is not None else ())
            if self._fits(row, counts[row.claim.uid])
        ]
        is_empty = register is None or not (register.rows or found)
        with QSignalBlocker(self.list.selectionModel()):
            self.model.put([] if is_empty else [Line(None, len(found)), *lines])
            at = self.model.index_of(before) or (1 if lines else 0)
            self.list.setCurrentIndex(self.model.index(at, 0))
        self.nothing.setText(
            self.tr("No finding is kept yet. Ask a question or choose a cell, and press F.")
        )
        self.nothing.setVisible(is_empty)
        self.sides.setVisible(not is_empty)
        self.export_button.setEnabled(not is_empty)
        rows = register.rows if register is not None else ()
        self.counted.emit(sum(row.state != State.TRUE for row in rows))
        self._show_current()

    def mark(self, uid: str) -> None:
        """Mark a finding."""
        self.list.setCurrentIndex(self.model.index(self.model.index_of(uid), 0))

    def current(self) -> Checked | None:
        """Return the marked finding."""
        index = self.list.currentIndex()
        return self.model.row(index.row()).row if index.isValid() else None

    # Inside

    def _lay_out(self) -> None:
        head = Ground("panel_head", self)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.shown)
        row.addStretch(1)
        row.addWidget(self.export_button)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self.card)
        self.sides.put(self.list, scroll, sizes=SIDES_PX, stretch=1)
        self.body.insertWidget(0, head)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.sides, 1)
        self.body.addStretch(0)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._on_list_current_changed)
        self.shown.currentIndexChanged.connect(self._on_shown_changed)
        self.export_button.clicked.connect(self.export_requested)
        self.card.side_chosen.connect(self.side_chosen)
        self.card.claim_wanted.connect(self.mark)
        self.card.reword_requested.connect(self._on_card_reword_requested)
        self.card.confirm_requested.connect(self._on_card_confirm_requested)
        self.card.remove_requested.connect(self._on_card_remove_requested)
        self.card.memo_requested.connect(self._on_card_memo_requested)

    def _fits(self, row: Checked, n_contradictions: int) -> bool:
        wanted = self.shown.currentData()
        if wanted == "changed":
            return row.state != State.TRUE
        return wanted == "all" or n_contradictions > 0

    def _clashes_of(self, row: Checked | None) -> Sequence[Contradiction]:
        if row is None:
            return self.found
        return [each for each in self.found if row.claim.uid in each.claim_uids]

    def _show_current(self) -> None:
        row = self.current()
        self.card.show_finding(row, self._clashes_of(row))
        self.finding_chosen.emit(row)

    def _on_list_current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self._show_current()

    def _on_shown_changed(self) -> None:
        self.show_register(self.register, self.found)

    def _on_card_reword_requested(self, sentence: str) -> None:
        if (row := self.current()) is not None:
            self.reword_requested.emit(row.claim.uid, sentence)

    def _on_card_confirm_requested(self, sentence: str) -> None:
        if (row := self.current()) is not None:
            self.confirm_requested.emit(row, sentence)

    def _on_card_remove_requested(self) -> None:
        if (row := self.current()) is not None:
            self.remove_requested.emit(row)

    def _on_card_memo_requested(self) -> None:
        if (row := self.current()) is not None:
            self.memo_requested.emit(row)
