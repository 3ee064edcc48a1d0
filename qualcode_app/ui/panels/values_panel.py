"""The numbers of the codings as a table, and what they say of the corpus."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTableView,
    QWidget,
)

from qualcode_app.domain.errors import QualcodeError
from qualcode_app.services.analysis import number_answers, values
from qualcode_app.services.analysis.number_answers import Asked, NumberAnswer
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.analysis.values import Measured, NumberRow, Wanted
from qualcode_app.services.exporting.charting import Charts
from qualcode_app.ui.item_models.rows_table import ROW_ROLE
from qualcode_app.ui.item_models.values_table import Column, ValuesSieve, ValuesTable
from qualcode_app.ui.jobs import Job, Jobs
from qualcode_app.ui.language import language_code
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets import analysis_boxes as boxes
from qualcode_app.ui.widgets import rows_view
from qualcode_app.ui.widgets.choice_head import ChoiceHead
from qualcode_app.ui.widgets.fields import SearchField
from qualcode_app.ui.widgets.plot_view import PlotView
from qualcode_app.ui.widgets.study_region import StudyRegion
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import error_sentence
from qualcode_app.ui.workspace import Workspace

WIDTHS_PX = {
    Column.DOCUMENT: 106,
    Column.WHAT: 140,
    Column.AMOUNT: 96,
    Column.YEAR: 60,
    Column.KIND: 80,
    Column.CODE: 70,
    Column.CODER: 90,
    Column.PAGE: 52,
}
SEARCH_PX = 150
THING_LETTERS = 8
DRAWN = (Asked.LISTED, Asked.GROUPS, Asked.YEARS)


class ValuesPanel(StudyRegion):
    """Shows the numbers of the study it is given; tells which one is chosen and what is found."""

    row_chosen = Signal(object)  # NumberRow
    answered = Signal(object)  # NumberAnswer, or None where nothing can be said
    page_requested = Signal(object)  # Passage
    voices_chosen = Signal(object)  # Voices
    export_requested = Signal()
    picture_requested = Signal()

    def __init__(
        self, workspace: Workspace, jobs: Jobs, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, jobs, theme, parent)
        self.setAccessibleName(self.tr("Values"))
        self._answer_job: Job | None = None
        self.rows: tuple[NumberRow, ...] = ()
        self.answer: NumberAnswer | None = None
        self.thing = boxes.box(self.tr("Of what"), self)
        self.asked = boxes.box(self.tr("Finding"), self)
        self.system = boxes.box(self.tr("Groups"), self)
        self.wave = boxes.box(self.tr("Wave"), self)
        self.voices = boxes.box(self.tr("Coder"), self)
        self.sought = SearchField(theme, "search", self.tr("Find a number"), self)
        self.picture_button = QPushButton(self.tr("Picture…"), self)
        self.export_button = QPushButton(self.tr("Export…"), self)
        self.nothing = label("", "empty", self)
        self.nothing.setWordWrap(True)
        self.model = ValuesTable(self)
        self.sieve = ValuesSieve(self)
        self.sieve.setSourceModel(self.model)
        self.table = QTableView(self)
        self.plot_button = QPushButton(self.tr("Plot"), self)
        self.plot_button.setCheckable(True)
        self.plot_button.setChecked(True)
        self.plot = PlotView(theme, self)
        self.plot_place = QScrollArea(self)
        self._set_up_table()
        self._lay_out()
        self._connect()

    def show_study(self, study: Study) -> None:
        """Show other data; the choices stay."""
        self.study = study
        boxes.offer_waves(self.wave, study)
        systems: list[tuple[str, object]] = [(one.title, one.uid) for one in study.corpus.systems]
        boxes.offer(self.system, systems or [("", "")])
        self._offer_findings()
        self.put_off()

    def refresh(self) -> None:
        """Read the numbers anew, away from the window."""
        study, wanted = self.study, self.wanted()
        if study is not None:
            self._read(
                self.tr("Reading numbers"),
                lambda project, _progress: project.read(values.rows, study, wanted),
                self._show_found,
            )

    def wanted(self) -> Wanted:
        """Return which numbers are listed."""
        return Wanted(wave_uid=self.wave.currentData() or "")

    def shown(self) -> list[NumberRow]:
        """Return the numbers in sight, in their order."""
        return [
            self.sieve.index(number, 0).data(ROW_ROLE) for number in range(self.sieve.rowCount())
        ]

    def mark(self, coding_uid: str) -> None:
        """Put the mark of the table on a number of a coding."""
        for number, row in enumerate(self.shown()):
            if row.coding.uid == coding_uid:
                self.table.setCurrentIndex(self.sieve.index(number, Column.AMOUNT))
                return

    # Inside

    def _set_up_table(self) -> None:
        table = self.table
        table.setAccessibleName(self.tr("Numbers of the codings"))
        table.setModel(self.sieve)
        rows_view.set_up(table, self._theme, WIDTHS_PX, Column.QUOTE)
        table.sortByColumn(Column.PAGE, Qt.SortOrder.AscendingOrder)

    def _lay_out(self) -> None:
        head = ChoiceHead(self)
        head.add_row(
            [(self.tr("Of what"), self.thing), ("", self.asked)],
            self.picture_button,
            self.export_button,
        )
        self.sought.setFixedWidth(round(SEARCH_PX * self._theme.text_factor))
        head.add_row(
            [
                (self.tr("Coder"), self.voices),
                ("", self.sought),
                ("", self.wave),
                ("", self.system),
            ],
            self.plot_button,
        )
        self.body.insertWidget(0, head)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.table, 1)
        self.plot_place.setWidget(self.plot)
        self.plot_place.setWidgetResizable(True)
        self.plot_place.setAccessibleName(self.tr("Plot of the numbers"))
        self.plot_place.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.plot_place.hide()
        self.body.addWidget(self.plot_place, 1)
        self.body.addStretch(0)
        self.nothing.hide()
        self.system.hide()
        boxes.offer(self.thing, [(self.tr("All numbers"), None)])
        # What numbers are of may be long: the box stays as wide as fits into a small window.
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.thing.setSizeAdjustPolicy(policy)
        self.thing.setMinimumContentsLength(THING_LETTERS)
        self.thing.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.thing.currentIndexChanged.connect(self._on_thing_current_index_changed)
        self.asked.currentIndexChanged.connect(self._on_asked_current_index_changed)
        self.system.currentIndexChanged.connect(self.ask)
        self.wave.currentIndexChanged.connect(self.refresh)
        self.voices.currentIndexChanged.connect(self._on_voices_current_index_changed)
        self.sought.textChanged.connect(self._sift)
        self.picture_button.clicked.connect(self.picture_requested)
        self.export_button.clicked.connect(self.export_requested)
        self.table.selectionModel().currentRowChanged.connect(self._on_table_current_row_changed)
        self.table.activated.connect(self._on_table_activated)
        self.plot_button.toggled.connect(self._show_plot)
        self.plot.spot_chosen.connect(self.mark)
        self.plot.spot_activated.connect(self._on_plot_spot_activated)

    def _offer_findings(self) -> None:
        found: list[tuple[str, object]] = [
            (self.tr("Who gives a number"), Asked.LISTED),
            (self.tr("The highest"), Asked.HIGHEST),
            (self.tr("The lowest"), Asked.LOWEST),
            (self.tr("Several in one document"), Asked.SEVERAL),
        ]
        if self.study is not None and self.study.corpus.systems:
            found.append((self.tr("Median by group"), Asked.GROUPS))
        found.append((self.tr("Target years"), Asked.YEARS))
        boxes.offer(self.asked, found)

    def ask(self) -> None:
        """Work out the finding that is chosen, away from the window."""
        project, study, asked = self._workspace.project, self.study, Asked(self.asked.currentData())
        thing, wanted, rows = self.thing.currentData(), self.wanted(), self.rows
        system = self.system.currentData() or ""
        self.answer = None
        self._show_plot()
        single = thing is not None or len(values.things(self.rows)) == 1
        if project is None or study is None or not self.rows:
            self.answered.emit(None)
            return
        if not single and asked != Asked.YEARS:
            self.answered.emit(None)
            return
        self._answer_job = self._jobs.start(
            self.tr("Comparing numbers"),
            lambda _progress: project.read_beside(
                number_answers.ask, study, asked, wanted, thing, system, rows
            ),
        )
        self._answer_job.succeeded.connect(self._on_answer_job_succeeded)
        self._answer_job.failed.connect(self._on_answer_job_failed)

    def _sift(self) -> None:
        thing: Measured | None = self.thing.currentData()
        self.sieve.thing, self.sieve.words = thing, self.sought.text()
        self.sieve.invalidate()
        has_rows = self.sieve.rowCount() > 0
        self.nothing.setText(
            self.tr("No number like this.")
            if self.rows
            else self.tr("No numbers yet. While coding, F adds the number of a passage.")
        )
        self.nothing.setVisible(not has_rows)
        self.table.setVisible(has_rows)

    def _show_found(self, found: tuple[NumberRow, ...]) -> None:
        self.rows = found
        self.model.show(found)
        things = values.things(found, language_code())
        everything: list[tuple[str, object]] = [(self.tr("All numbers"), None)]
        boxes.offer(self.thing, everything + [(words, key) for key, words in things])
        self.picture_button.setEnabled(bool(found))
        self.export_button.setEnabled(bool(found))
        self._sift()
        self.ask()

    def _on_thing_current_index_changed(self) -> None:
        self._sift()
        self.ask()

    def _on_asked_current_index_changed(self) -> None:
        self.system.setVisible(self.asked.currentData() == Asked.GROUPS)
        self.ask()

    def _on_voices_current_index_changed(self) -> None:
        self.voices_chosen.emit(self.voices.currentData())

    def _on_table_current_row_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_chosen.emit(index.data(ROW_ROLE))

    def _on_table_activated(self, index: QModelIndex) -> None:
        self.page_requested.emit(index.data(ROW_ROLE).passage)

    def _on_answer_job_succeeded(self, found: NumberAnswer) -> None:
        if self.sender() is self._answer_job:
            self.message.hide()
            self.answer = found
            self.answered.emit(found)
            self._show_plot()

    def _show_plot(self) -> None:
        """Draw the finding below the table, where it is of a kind that is drawn."""
        project, study, answer = self._workspace.project, self.study, self.answer
        drawn = answer is not None and answer.asked in DRAWN and bool(answer.found)
        self.plot_place.setVisible(drawn and self.plot_button.isChecked())
        if project is None or study is None or answer is None or not drawn:
            self.plot.show_chart(None)
            return
        draw = Charts(study, project.title, language_code())
        years = answer.asked == Asked.YEARS
        self.plot.show_chart(draw.timeline(answer) if years else draw.strip(answer))

    def _on_plot_spot_activated(self, coding_uid: str) -> None:
        row = next((row for row in self.rows if row.coding.uid == coding_uid), None)
        if row is not None:
            self.page_requested.emit(row.passage)

    def _on_answer_job_failed(self, error: QualcodeError) -> None:
        if self.sender() is self._answer_job:
            self.message.tell(error_sentence(error))
            self.answered.emit(None)
