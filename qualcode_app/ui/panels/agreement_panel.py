"""How far the coders agree, code by code."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.services import agreements
from qualcode_app.services.agreements import AgreementTable
from qualcode_app.services.reliability import Scope
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.item_models.agreement_table import AgreementTableModel, Column
from qualcode_app.ui.jobs import Job, Jobs
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.agreement_delegate import AgreementDelegate
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.words import Ground, label
from qualcode_app.ui.wording import error_sentence, listing
from qualcode_app.ui.workspace import Workspace

LEVELS = (1, 2, 3)
WIDTHS_PX = {
    Column.CODE: 280,
    Column.ALPHA: 70,
    Column.F1: 64,
    Column.PERCENT: 80,
    Column.SPANS: 66,
    Column.DOCUMENTS: 60,
    Column.BELOW: 90,
    Column.REMARKS: 120,
}
PAIR_WIDTH_PX = 104
INTERVAL_MIN_PX = 220


class AgreementPanel(Region):
    """Shows the table; it is computed anew when it is looked at and something changed."""

    def __init__(
        self,
        workspace: Workspace,
        jobs: Jobs,
        theme: Theme,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "middle", "", parent)
        self.setAccessibleName(self.tr("Agreement"))
        self._workspace = workspace
        self._jobs = jobs
        self._theme = theme
        self._is_stale = True
        self._job: Job | None = None
        self.level = 2

        self.title = label(self.tr("Agreement between coders"), "heading", self)
        self.subtitle = label("", "muted", self)
        self.subtitle.setWordWrap(True)
        self.left_out = label("", "chip", self)
        self.export_button = QPushButton(self.tr("Export"), self)
        theme.set_icon(self.export_button, "export")
        self.all_read = QCheckBox(self.tr("Count every document as read"), self)
        self.lowest_first = QCheckBox(self.tr("Lowest first"), self)
        self.level_buttons = [self._level_button(level) for level in LEVELS]
        self.model = AgreementTableModel(self)
        self.table = self._table()
        self._lay_out()

        self.export_button.clicked.connect(actions["export"].trigger)
        self.all_read.toggled.connect(self.refresh)
        self.lowest_first.toggled.connect(self._on_lowest_first_toggled)
        workspace.changed.connect(self._on_workspace_changed)
        theme.changed.connect(self.table.viewport().update)

    def look(self) -> None:
        """Bring the table up to date if it is not."""
        self.table.setFocus()
        if self._is_stale:
            self.refresh()

    def refresh(self) -> None:
        """Compute the table anew, away from the window."""
        project = self._workspace.project
        if project is None:
            return
        self._is_stale = False
        if self._job is not None:
            self._job.cancel()
        scope = Scope(level=self.level, all_read=self.all_read.isChecked())
        self._job = self._jobs.start(
            self.tr("Computing agreement"),
            lambda _progress: project.read(agreements.table, scope),
        )
        self._job.succeeded.connect(self._on_job_succeeded)
        self._job.failed.connect(self._on_job_failed)
        self._job.ended.connect(self._on_job_ended)

    # Inside

    def _level_button(self, level: int) -> QPushButton:
        names = {1: self.tr("Family"), 2: self.tr("Code"), 3: self.tr("Sub-code")}
        button = QPushButton(names[level], self)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setChecked(level == self.level)
        button.clicked.connect(lambda: self._choose_level(level))
        return button

    def _choose_level(self, level: int) -> None:
        if level != self.level:
            self.level = level
            self.refresh()

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setAccessibleName(self.tr("Agreement per code"))
        table.setModel(self.model)
        table.setItemDelegate(AgreementDelegate(self._theme, self.model, table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setMouseTracking(True)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(self._theme.size("row"))
        table.horizontalHeader().setHighlightSections(False)
        return table

    def _lay_out(self) -> None:
        theme = self._theme
        head = Ground("tool_row", self)
        column = QVBoxLayout(head)
        column.setContentsMargins(theme.space("l"), theme.space("m"), theme.space("l"), 10)
        column.setSpacing(theme.space("s"))
        top = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        top.addLayout(names, 1)
        top.addWidget(self.export_button, 0, Qt.AlignmentFlag.AlignTop)
        choices = QHBoxLayout()
        choices.setSpacing(theme.space("s"))
        choices.addWidget(label(self.tr("Level"), "muted", self))
        for button in self.level_buttons:
            choices.addWidget(button)
        choices.addSpacing(theme.space("l"))
        choices.addWidget(self.all_read)
        choices.addSpacing(theme.space("s"))
        choices.addWidget(self.lowest_first)
        choices.addStretch(1)
        choices.addWidget(self.left_out)
        column.addLayout(top)
        column.addLayout(choices)
        self.body.insertWidget(0, head)
        self.body.addWidget(self.table, 1)
        self.left_out.hide()

    def _show_table(self, table: AgreementTable | None) -> None:
        self.model.show(table, lowest_first=self.lowest_first.isChecked())
        self.table.setVisible(table is not None)
        if table is None:
            self.subtitle.setText("")
            self.left_out.hide()
            return
        text = self.tr("Krippendorff's alpha per code, on characters, {coders}, {documents}")
        self.subtitle.setText(
            text.format(
                coders=listing(table.coders),
                documents=self.tr("%n documents", "", table.pooled.n_documents),
            )
        )
        self._show_left_out(table)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Give the interval what the other columns leave, but never too little to read."""
        used = 0
        stretched = -1
        for section in range(self.model.columnCount()):
            is_pair = self.model.pair_of(section) >= 0
            column = None if is_pair else self.model.plain(section)
            if column is Column.INTERVAL:
                stretched = section
                continue
            width_px = PAIR_WIDTH_PX if column is None else WIDTHS_PX[column]
            self.table.setColumnWidth(section, width_px)
            used += width_px
        if stretched >= 0:
            room = self.table.viewport().width() - used
            self.table.setColumnWidth(stretched, max(INTERVAL_MIN_PX, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the interval to the new width."""
        super().resizeEvent(event)
        self._fit_columns()

    def _show_left_out(self, table: AgreementTable) -> None:
        parts = []
        if table.all_read:
            parts.append(self.tr("reading status not used"))
        elif table.n_unread:
            parts.append(self.tr("%n documents of a coder not read: left out", "", table.n_unread))
        if table.n_unfinished_spans:
            parts.append(
                self.tr("%n codings in unread themes: left out", "", table.n_unfinished_spans)
            )
        self.left_out.setText(", ".join(parts))
        self.left_out.setVisible(bool(parts))

    def _on_job_succeeded(self, table: AgreementTable) -> None:
        if self.sender() is self._job:
            self.message.hide()
            self._show_table(table)

    def _on_job_failed(self, error: Exception) -> None:
        if self.sender() is not self._job:
            return
        if not isinstance(error, QualcodeError):
            raise error
        self._show_table(None)
        if self.all_read.isChecked():
            self.message.tell(error_sentence(error), "info")
        else:
            act = self.tr("Count every document as read")
            self.message.tell(
                error_sentence(error), "info", act, lambda: self.all_read.setChecked(True)
            )

    def _on_job_ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None

    def _on_lowest_first_toggled(self, lowest_first: bool) -> None:
        self.model.show(self.model.table, lowest_first=lowest_first)

    def _on_workspace_changed(self, changes: Changes) -> None:
        if not changes.touches(
            Kind.CODING, Kind.READING_STATUS, Kind.CODE, Kind.DOCUMENT, Kind.CODER, Kind.ROUND
        ):
            return
        self._is_stale = True
        if self.isVisible():
            self.refresh()
