"""Which codes stand near each other: a matrix of codes; a cell opens the places."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QPushButton,
    QTableView,
    QWidget,
)

from qualcode_app.services.analysis import together
from qualcode_app.services.analysis.nearness import Near, Nearness
from qualcode_app.services.analysis.questions import Kind, Question
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.analysis.together import Together
from qualcode_app.ui.item_models.together_grid import TogetherGrid
from qualcode_app.ui.jobs import Jobs
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets import analysis_boxes as boxes
from qualcode_app.ui.widgets.choice_head import ChoiceHead
from qualcode_app.ui.widgets.fields import number_box
from qualcode_app.ui.widgets.heat_map import HeatDelegate
from qualcode_app.ui.widgets.question_form import nearness
from qualcode_app.ui.widgets.study_region import StudyRegion
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.workspace import Workspace

LABELS_PX, CELL_PX = 240, 70


class TogetherPanel(StudyRegion):
    """Compares the codes of a level as soon as it is looked at."""

    pair_chosen = Signal(object)  # Question on two codes
    passages_wanted = Signal()
    voices_chosen = Signal(object)  # Voices
    export_requested = Signal()

    def __init__(
        self, workspace: Workspace, jobs: Jobs, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, jobs, theme, parent)
        self.setAccessibleName(self.tr("Together"))
        self.found: Together | None = None
        self.near = boxes.box(self.tr("How near"), self)
        self.n_words = number_box(self, 1, 500, 20)
        self.n_words.setAccessibleName(self.tr("Words between"))
        self.level = boxes.box(self.tr("Codes"), self)
        self.voices = boxes.box(self.tr("Coder"), self)
        self.every = QCheckBox(self.tr("Also codes near no other"), self)
        self.in_pairs = QCheckBox(self.tr("Count pairs of codings"), self)
        self.export_button = QPushButton(self.tr("Export…"), self)
        self.grid = TogetherGrid(self)
        self.view = QTableView(self)
        self.nothing = label("", "empty", self)
        boxes.offer(self.near, nearness(relations=False))
        boxes.choose(self.near, Near.PARAGRAPH.value)
        boxes.offer(self.level, boxes.levels())
        self.level.setCurrentIndex(1)
        self.n_words.hide()
        self._set_up_view()
        self._lay_out()
        self._connect()

    def show_study(self, study: Study) -> None:
        """Compare other data when next in sight."""
        self.study = study
        boxes.offer(self.level, boxes.levels(study.tree))
        self.put_off()

    def refresh(self) -> None:
        """Compare anew, away from the window."""
        study, how = self.study, self.nearness()
        if study is not None:
            rows = study.tree.at_level(self.level.currentData())
            self._read(
                self.tr("Comparing codes"),
                lambda project, progress: project.read(together.matrix, study, rows, how, progress),
                self._show_found,
            )

    def nearness(self) -> Nearness:
        """Return what near means."""
        return Nearness(Near(self.near.currentData()), self.n_words.value())

    # Inside

    def _set_up_view(self) -> None:
        view = self.view
        view.setAccessibleName(self.tr("Codes by codes"))
        view.setModel(self.grid)
        view.setItemDelegate(HeatDelegate(self._theme, self.grid, view))
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        across, down = view.horizontalHeader(), view.verticalHeader()
        for header in (across, down):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
            header.setHighlightSections(False)
        across.setDefaultSectionSize(round(CELL_PX * self._theme.text_factor))
        down.setDefaultSectionSize(self._theme.size("row_dense"))
        down.setFixedWidth(round(LABELS_PX * self._theme.text_factor))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        down.setDefaultAlignment(left)

    def _lay_out(self) -> None:
        head = ChoiceHead(self)
        head.add_row(
            [
                (self.tr("Near"), self.near),
                ("", self.n_words),
                (self.tr("Codes"), self.level),
                (self.tr("Coder"), self.voices),
            ],
            self.export_button,
        )
        head.add_row([("", self.every), ("", self.in_pairs)])
        self.body.insertWidget(0, head)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.view, 1)
        self.body.addStretch(0)
        self.nothing.hide()

    def _connect(self) -> None:
        self.near.currentIndexChanged.connect(self._on_near_changed)
        self.n_words.editingFinished.connect(self.refresh)
        self.level.currentIndexChanged.connect(self.refresh)
        self.voices.currentIndexChanged.connect(self._on_voices_changed)
        self.every.toggled.connect(self.grid.show_all)
        self.in_pairs.toggled.connect(self.grid.count_pairs)
        self.export_button.clicked.connect(self.export_requested)
        self.view.selectionModel().currentChanged.connect(self._on_view_current_changed)
        self.view.activated.connect(self.passages_wanted)
        self._theme.changed.connect(self.view.viewport().update)

    def _on_near_changed(self) -> None:
        self.n_words.setVisible(self.near.currentData() == Near.WORDS.value)
        self.refresh()

    def _on_voices_changed(self) -> None:
        self.voices_chosen.emit(self.voices.currentData())

    def _show_found(self, found: Together) -> None:
        self.found = found
        self.grid.show(found)
        has_rows = self.grid.rowCount() > 0
        self.nothing.setText(
            self.tr("No two codes stand near each other in this way. Try a wider one.")
        )
        self.export_button.setEnabled(has_rows)
        self.nothing.setVisible(not has_rows)
        self.view.setVisible(has_rows)

    def _on_view_current_changed(self, index: QModelIndex) -> None:
        if not index.isValid() or index.row() == index.column():
            return
        one, other = self.grid.code(index.row()), self.grid.code(index.column())
        how = self.nearness()
        question = Question(
            Kind.TOGETHER, (one.uid, other.uid), near=how.near.value, n_words=how.n_words
        )
        self.pair_chosen.emit(question)
