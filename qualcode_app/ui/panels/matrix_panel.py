"""The matrix with its row of choices; a cell tells what it is of, so that its passages open."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from qualcode_app.domain.progress import Progress
from qualcode_app.services.analysis import matrix as figures
from qualcode_app.services.analysis.behind import Cell
from qualcode_app.services.analysis.matrix import IN_WORDS, Choice, Column, Matrix, Measure
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.analysis.unions import Counters
from qualcode_app.ui.item_models.matrix_grid import MatrixGrid
from qualcode_app.ui.jobs import Job, Jobs
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets import analysis_boxes as boxes
from qualcode_app.ui.widgets.choice_head import ChoiceHead
from qualcode_app.ui.widgets.fields import SearchField
from qualcode_app.ui.widgets.heat_key import HeatKey
from qualcode_app.ui.widgets.matrix_view import MatrixView
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.vacancy import Vacancy
from qualcode_app.ui.widgets.words import Ground, label
from qualcode_app.ui.workspace import Workspace

NO_GROUPS, BY_DOCUMENT, BY_GROUP = "", "documents", "groups"


class MatrixPanel(Region):
    """Shows the matrix of the study it is given."""

    cell_chosen = Signal(object)  # Cell
    passages_wanted = Signal()  # put the focus on the passages
    voices_chosen = Signal(object)  # Voices
    export_requested = Signal()
    picture_requested = Signal()

    def __init__(
        self, workspace: Workspace, jobs: Jobs, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "middle", "", parent)
        self.setAccessibleName(self.tr("Matrix"))
        self._workspace = workspace
        self._jobs = jobs
        self._theme = theme
        self._job: Job | None = None
        self._counters: Counters | None = None
        self.study: Study | None = None
        self.matrix: Matrix | None = None
        self.level = boxes.box(self.tr("Rows"), self)
        self.columns = boxes.box(self.tr("Columns"), self)
        self.wave = boxes.box(self.tr("Wave"), self)
        self.measure = boxes.box(self.tr("Cell"), self)
        self.voices = boxes.box(self.tr("Coder"), self)
        self.shown = boxes.box(self.tr("Codes shown"), self)
        self.sought = SearchField(theme, "search", self.tr("Find a code"), self)
        self.picture_button = QPushButton(self.tr("Picture…"), self)
        self.export_button = QPushButton(self.tr("Export…"), self)
        self.as_before = QPushButton(self.tr("Order of the codebook"), self)
        self.as_before.setProperty("kind", "chip")
        self.grid = MatrixGrid(self)
        self.view = MatrixView(theme, self.grid, self)
        self.view.setAccessibleName(self.tr("Codes by documents"))
        Vacancy(self.view, self.tr("No code fits. Clear the search, or show all codes."))
        self.key = HeatKey(theme, self)
        self._fill_boxes()
        self._lay_out()
        self._connect()

    def show_study(self, study: Study) -> None:
        """Show other data; the choices stay."""
        self.study, self._counters = study, figures.counters(study)
        nothing: list[tuple[str, object]] = [(self.tr("Documents"), (BY_DOCUMENT, ""))]
        for system in study.corpus.systems:
            by = self.tr("Documents by {system}").format(system=system.title)
            only = self.tr("Groups of {system}").format(system=system.title)
            nothing += [(by, (BY_DOCUMENT, system.uid)), (only, (BY_GROUP, system.uid))]
        boxes.offer(self.columns, nothing)
        boxes.offer_waves(self.wave, study)
        boxes.offer(self.level, boxes.levels(study.tree))
        self.refresh()

    def refresh(self) -> None:
        """Compute the matrix anew, away from the window."""
        project, study, counters = self._workspace.project, self.study, self._counters
        if project is None or study is None or counters is None:
            return
        _, system = self.columns.currentData()
        chosen = Choice(
            level=self.level.currentData(),
            system_uid=system,
            wave_uid=self.wave.currentData(),
        )
        in_words = self.chosen_measure() in IN_WORDS
        if self._job is not None:
            self._job.cancel()

        def compute(progress: Progress) -> Matrix:
            found = figures.table(study, chosen)
            if not in_words:
                return found
            return project.read_beside(figures.with_words, study, found, counters, progress)

        self._job = self._jobs.start(self.tr("Counting"), compute)
        self._job.succeeded.connect(self._on_job_succeeded)

    def shown_columns(self) -> tuple[Column, ...]:
        """Return the columns in their first order."""
        if self.matrix is None or self.study is None:
            return ()
        kind, _ = self.columns.currentData()
        grouped = kind == BY_GROUP
        return self.matrix.groups(self.study) if grouped else self.matrix.columns(self.study)

    def chosen_measure(self) -> Measure:
        """Return what a cell says."""
        measure: Measure = self.measure.currentData()
        return measure

    # Inside

    def _fill_boxes(self) -> None:
        boxes.offer(self.level, boxes.levels())
        self.level.setCurrentIndex(1)
        boxes.offer(self.columns, [(self.tr("Documents"), (BY_DOCUMENT, ""))])
        boxes.offer(self.measure, boxes.measures())
        shown = [
            (self.tr("All codes"), "all"),
            (self.tr("Found somewhere"), "found"),
            (self.tr("Found nowhere"), "not_found"),
        ]
        boxes.offer(self.shown, shown)

    def _lay_out(self) -> None:
        head = ChoiceHead(self)
        head.add_row(
            [
                (self.tr("Rows"), self.level),
                (self.tr("Columns"), self.columns),
                (self.tr("Cell"), self.measure),
            ],
            self.export_button,
        )
        self.sought.setFixedWidth(round(180 * self._theme.text_factor))
        others = (self.sought, self.shown, self.wave, self.as_before)
        head.add_row([(self.tr("Coder"), self.voices), *(("", each) for each in others)])
        self.as_before.hide()
        self.nothing = label("", "empty", self)
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        self.body.insertWidget(0, head)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.view, 1)
        self.body.addStretch(0)
        self.foot = Ground("foot", self)
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self.key, 1)
        row.addWidget(self.picture_button)
        self.body.addWidget(self.foot)

    def _missing(self) -> str:
        """Return what has to be there before anything can be counted."""
        if not self.grid.columnCount():
            return self.tr("No documents to count in. Add documents under Coding.")
        if self.study is not None and not self.study.tree.codes:
            return self.tr("No codes to count. Import a codebook, or make codes under Coding.")
        return ""

    def _connect(self) -> None:
        for box in (self.level, self.columns, self.wave, self.measure):
            box.currentIndexChanged.connect(self.refresh)
        self.voices.currentIndexChanged.connect(self._on_voices_current_index_changed)
        self.shown.currentIndexChanged.connect(self._on_shown_current_index_changed)
        self.sought.textChanged.connect(self.grid.seek)
        self.as_before.clicked.connect(self._on_as_before_clicked)
        self.picture_button.clicked.connect(self.picture_requested)
        self.export_button.clicked.connect(self.export_requested)
        self.view.sort_by_column_requested.connect(self._on_view_sort_by_column_requested)
        self.view.sort_by_row_requested.connect(self._on_view_sort_by_row_requested)
        self.view.selectionModel().currentChanged.connect(self._on_view_current_changed)
        self.view.activated.connect(self.passages_wanted)

    def _fill(self) -> None:
        before = self.view.currentIndex()
        code = self.grid.code(before.row()).uid if before.isValid() else ""
        section = before.column()
        self.grid.show(self.matrix, self.shown_columns(), self.chosen_measure())
        self.key.show_most(self.grid.most, self.chosen_measure())
        missing = self._missing()
        self.nothing.setText(missing)
        self.nothing.setVisible(bool(missing))
        for widget in (self.view, self.foot):
            widget.setVisible(not missing)
        self.export_button.setEnabled(not missing)
        row = self.grid.row_of(code) if code else -1
        if row >= 0 and section < self.grid.columnCount():
            self.view.setCurrentIndex(self.grid.index(row, section))

    def _on_job_succeeded(self, found: Matrix) -> None:
        if self.sender() is self._job:
            self.matrix = found
            self._fill()

    def _on_voices_current_index_changed(self) -> None:
        self.voices_chosen.emit(self.voices.currentData())

    def _on_shown_current_index_changed(self) -> None:
        self.grid.limit(self.shown.currentData())

    def _on_as_before_clicked(self) -> None:
        self.as_before.hide()
        self.grid.show(self.matrix, self.shown_columns(), self.chosen_measure())
        self.grid.sort_by_column(None)

    def _on_view_sort_by_column_requested(self, section: int) -> None:
        self.as_before.show()
        self.grid.sort_by_column(section)

    def _on_view_sort_by_row_requested(self, row: int) -> None:
        self.as_before.show()
        self.grid.sort_by_row(row)

    def _on_view_current_changed(self, index: QModelIndex) -> None:
        if not index.isValid() or self.matrix is None:
            return
        code, column = self.grid.code(index.row()), self.grid.column(index.column())
        uids = tuple(self.matrix.documents[i].uid for i in column.documents)
        title = self.tr("{code} in {document}").format(code=code.key, document=column.name)
        self.cell_chosen.emit(Cell(code.uid, uids, self.matrix.choice, title))
