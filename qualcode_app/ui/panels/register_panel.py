"""A register beside the document: its propositions, how many are judged, and the rate so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.services.registers.propositions import PropositionRow, RegisterRow
from qualcode_app.services.registers.register_table import Rate
from qualcode_app.ui.item_models.propositions_list import ROW_ROLE, PropositionsList
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.fields import SearchField
from qualcode_app.ui.widgets.proposition_delegate import PropositionDelegate
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.row_list import RowList
from qualcode_app.ui.widgets.words import ElidedLabel, Ground, label
from qualcode_app.ui.wording import count, in_language


class RegisterPanel(Region):
    """Lists propositions; tells which one is marked and which register is wanted."""

    proposition_chosen = Signal(str)  # uid
    register_chosen = Signal(str)  # uid
    load_requested = Signal(str)  # key of a shipped codebook
    table_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "side", "", parent)
        self.setAccessibleName(self.tr("Register"))
        self.registers = QComboBox(self)
        self.registers.setAccessibleName(self.tr("Register"))
        self.progress = label("", "muted", self)
        self.filter_field = SearchField(theme, "filter", self.tr("Filter propositions"), self)
        self.only_open = QCheckBox(self.tr("Only open ones"), self)
        self.nothing = label(
            self.tr("This project has no register. Load one that ships with QualCode."),
            "empty",
            self,
        )
        self.nothing.setWordWrap(True)
        self.model = PropositionsList(self)
        self.list = RowList(self.tr("Propositions"), self)
        self.load_button = QPushButton(self.tr("Load a register"), self)
        self.table_button = QPushButton(self.tr("Table"), self)
        self.rate = ElidedLabel("", "strong", self)
        self.left_out = label("", "muted", self)
        self._fill_menu()
        self.list.take(self.model, PropositionDelegate(theme, self.list), theme)
        self.list.setUniformItemSizes(True)
        self._lay_out(theme)
        self.registers.activated.connect(
            lambda at: self.register_chosen.emit(self.registers.itemData(at))
        )
        self.table_button.clicked.connect(self.table_requested)
        self.filter_field.textChanged.connect(self._on_filter_changed)
        self.filter_field.moved.connect(lambda _step: self.list.setFocus())
        self.only_open.toggled.connect(self._on_filter_changed)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)

    def show_registers(self, rows: Sequence[RegisterRow], chosen_uid: str) -> None:
        """Offer the registers of the project."""
        self.registers.clear()
        for row in rows:
            self.registers.addItem(in_language(row.title_nl, row.title_en), row.uid)
        self.registers.setCurrentIndex(max(0, self.registers.findData(chosen_uid)))
        for part in (self.registers, self.filter_field, self.only_open, self.list):
            part.setVisible(bool(rows))
        self.table_button.setEnabled(bool(rows))
        self.nothing.setVisible(not rows)

    def show_rows(self, rows: Sequence[PropositionRow], said: Mapping[str, str]) -> None:
        """Show a register with the verdicts on one document."""
        before = self.current_uid()
        self.model.show(rows, said)
        self._tell_progress()
        self.mark(before) or self.mark_next_open()

    def show_said(self, said: Mapping[str, str]) -> None:
        """Show other verdicts."""
        before = self.current_uid()
        self.model.show_said(said)
        self._tell_progress()
        self.mark(before)

    def show_rate(self, rate: Rate, met_word: str) -> None:
        """Show the rate of the open document with its denominator and what is left out."""
        share = f"  ({round(100 * rate.share)} %)" if rate.of else ""
        words = self.tr("{verdict}: {full} of {total}")
        said = words.format(verdict=met_word, full=count(rate.full), total=count(rate.of))
        self.rate.setText(f"{said}{share}")
        out = self.tr("{na} n/a, {open} open")
        self.left_out.setText(out.format(na=count(rate.n_not_applicable), open=count(rate.n_open)))

    def current_uid(self) -> str:
        """Return the marked proposition."""
        row = self.list.currentIndex().data(ROW_ROLE)
        return row.uid if isinstance(row, PropositionRow) else ""

    def mark(self, uid: str) -> bool:
        """Mark a proposition; False where it is not in sight."""
        index = self.model.index_of(uid)
        if index.isValid():
            self.list.setCurrentIndex(index)
        return index.isValid()

    def mark_next_open(self) -> bool:
        """Mark the next open proposition after the marked one, from the top when there is none."""
        rows = self.model.all
        at = next((n for n, row in enumerate(rows) if row.uid == self.current_uid()), -1)
        for row in (*rows[at + 1 :], *rows[: at + 1]):
            if self.model.is_open(row) and self.mark(row.uid):
                return True
        return False

    # Inside

    def _fill_menu(self) -> None:
        menu = QMenu(self)
        for key, title in (
            ("party-programme", self.tr("Pledges of the party programme")),
            ("trend-study", self.tr("Trends of the trend study")),
            ("agenda-test", self.tr("Demands of the agenda test")),
        ):
            menu.addAction(title).setData(key)
        menu.triggered.connect(lambda action: self.load_requested.emit(action.data()))
        self.load_button.setMenu(menu)

    def _lay_out(self, theme: Theme) -> None:
        head = Ground("panel_head", self)
        column = QVBoxLayout(head)
        column.setContentsMargins(14, 10, 14, 8)
        column.setSpacing(theme.space("s"))
        top = QHBoxLayout()
        top.addWidget(self.registers, 1)
        top.addWidget(self.progress)
        column.addLayout(top)
        column.addWidget(self.filter_field)
        column.addWidget(self.only_open)
        foot = Ground("panel_head", self)
        lines = QVBoxLayout(foot)
        lines.setContentsMargins(14, 8, 14, 8)
        rates = QHBoxLayout()
        rates.addWidget(self.rate, 1)
        rates.addWidget(self.left_out)
        lines.addLayout(rates)
        buttons = QHBoxLayout()
        buttons.addWidget(self.table_button)
        buttons.addWidget(self.load_button)
        lines.addLayout(buttons)
        self.body.addWidget(head)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.list, 1)
        self.body.addStretch(0)
        self.body.addWidget(foot)

    def _tell_progress(self) -> None:
        rows = [row for row in self.model.all if row.test != "none"]
        done = sum(not self.model.is_open(row) for row in rows)
        words = self.tr("{done} of {total} judged")
        self.progress.setText(words.format(done=count(done), total=count(len(rows))))

    def _on_filter_changed(self) -> None:
        before = self.current_uid()
        self.model.filter(self.filter_field.text(), only_open=self.only_open.isChecked())
        self.mark(before)

    def _on_current_changed(self, now: QModelIndex) -> None:
        row = now.data(ROW_ROLE)
        if isinstance(row, PropositionRow):
            self.proposition_chosen.emit(row.uid)
