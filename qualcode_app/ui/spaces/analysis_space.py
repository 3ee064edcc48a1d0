"""The analysis work space: matrix, questions and nearness; at the right what a figure rests on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.domain.snapshot import Snapshot
from qualcode_app.services.analysis import behind, study
from qualcode_app.services.analysis.behind import Behind
from qualcode_app.services.analysis.evidence import Passage
from qualcode_app.services.analysis.questions import Answer
from qualcode_app.services.analysis.sentences import sentence
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.analysis.voices import Voices
from qualcode_app.services.documents import citations
from qualcode_app.services.exporting import analysis_tables
from qualcode_app.services.store.project import Project
from qualcode_app.ui.jobs import Job
from qualcode_app.ui.language import language_code
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.panels.evidence_panel import EvidencePanel
from qualcode_app.ui.panels.matrix_panel import Cell, MatrixPanel
from qualcode_app.ui.widgets import analysis_boxes as boxes
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.splitter import Splitter
from qualcode_app.ui.widgets.tabbed_regions import TabbedRegions
from qualcode_app.ui.wording import error_sentence, quotation

RIGHT_PX = 384
COUNTED = (  # what a study is read from
    Kind.CODING,
    Kind.CODE,
    Kind.DOCUMENT,
    Kind.REVISION,
    Kind.READING_STATUS,
    Kind.CODER,
    Kind.ROUND,
    Kind.STUDY_CASE,
    Kind.WAVE,
    Kind.GROUP_SYSTEM,
    Kind.CASE_GROUP,
    Kind.MEMBERSHIP,
    Kind.ATTRIBUTE,
    Kind.ATTRIBUTE_VALUE,
    Kind.RELATION,
    Kind.JUDGEMENT,
)


class AnalysisSpace(QWidget):
    """Reads the study when it is looked at, and hands it to the panels."""

    page_requested = Signal(object)  # Passage
    export_requested = Signal(object, str)  # Snapshot, what the file may be called
    study_read = Signal()

    def __init__(self, outfit: Outfit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outfit = outfit
        self._workspace = outfit.workspace
        self._is_stale = True
        self._voices = Voices()
        self._job: Job | None = None
        self._behind_job: Job | None = None
        self.study: Study | None = None
        self.tabs = TabbedRegions(self.tr("Analysis"), "panel_head", self)
        self.matrix = MatrixPanel(outfit.workspace, outfit.jobs, outfit.theme, self)
        self.evidence = EvidencePanel(outfit.theme, self)
        self.tabs.add(self.matrix, self.tr("Matrix"))
        self.sides = Splitter(
            "analysis", Qt.Orientation.Horizontal, outfit.settings, outfit.theme, self
        )
        self.sides.put(self.tabs, self.evidence, sizes=(1056, RIGHT_PX), stretch=0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sides)
        self._connect()

    @property
    def regions(self) -> list[Region]:
        """The regions in the order F6 walks them."""
        return [*self.tabs.regions, self.evidence]

    def shown_region(self) -> Region:
        """Return the panel in sight."""
        return next(region for region in self.tabs.regions if region.isVisibleTo(self))

    def look(self) -> None:
        """Bring the figures up to date if they are not."""
        boxes.offer(self.matrix.voices, boxes.voices(self._workspace.coders()))
        if self._is_stale:
            self.read()
        self.matrix.view.setFocus()

    def come_back(self) -> None:
        """Put the focus on the passage whose page was looked at."""
        self.evidence.focus_list()

    def read(self) -> None:
        """Read the study anew, away from the window."""
        project, voices = self._workspace.project, self._voices
        if project is None:
            return
        self._is_stale = False
        if self._job is not None:
            self._job.cancel()
        self._job = self._outfit.jobs.start(
            self.tr("Reading the codings"), lambda _progress: project.read(study.read, voices)
        )
        self._job.succeeded.connect(self._on_job_succeeded)
        self._job.failed.connect(self._on_job_failed)

    # Inside

    def _connect(self) -> None:
        self.matrix.cell_chosen.connect(self._on_matrix_cell_chosen)
        self.matrix.passages_wanted.connect(self.evidence.focus_list)
        self.matrix.voices_chosen.connect(self._on_voices_chosen)
        self.matrix.export_requested.connect(self._on_matrix_export_requested)
        self.evidence.page_requested.connect(self.page_requested)
        self.evidence.cite_requested.connect(self._on_evidence_cite_requested)
        self.evidence.back_requested.connect(self.matrix.view.setFocus)
        self._workspace.changed.connect(self._on_workspace_changed)

    def show_behind(
        self, title: str, find: Callable[[Project, Study], Behind], told: Answer | None = None
    ) -> None:
        """Read what a figure rests on, away from the window, and show it.

        Args:
            title: What the figure is called.
            find: Reads the evidence.
            told: The finding to put in the sentence, where it is not that of the evidence.
        """
        project, known = self._workspace.project, self.study
        if project is None or known is None:
            return
        self.evidence.show_head(title, "")
        self._behind_job = self._outfit.jobs.start(
            self.tr("Reading passages"),
            lambda _progress: (find(project, known), told),
        )
        self._behind_job.succeeded.connect(self._on_behind_succeeded)
        self._behind_job.failed.connect(self._on_job_failed)

    def _on_job_succeeded(self, found: Study) -> None:
        if self.sender() is not self._job:
            return
        self.study = found
        self.matrix.message.hide()
        self.matrix.show_study(found)
        self.study_read.emit()

    def _on_job_failed(self, error: Exception) -> None:
        if not isinstance(error, QualcodeError):
            raise error
        self.matrix.message.tell(error_sentence(error))

    def _on_behind_succeeded(self, told: tuple[Behind, Answer | None]) -> None:
        if self.sender() is not self._behind_job:
            return
        found, answer = told[0], told[1] or told[0].answer
        has_passages = any(isinstance(row, Passage) for row in found.rows)
        words = self.tr("%n passages", "", found.n_all) if has_passages else ""
        self.evidence.show_head(self.evidence.title.text(), words)
        self.evidence.show_rows(found.rows, found.n_all, self._nothing(found))
        said = {language: sentence(answer, language) for language in ("nl", "en")}
        self.evidence.show_sentences(said)

    def _nothing(self, found: Behind) -> str:
        if found.answer.line.of == 0:
            return self.tr("Nobody has marked this theme as read here, so nothing is known.")
        return self.tr("Not read for this theme: nothing is known here.")

    def _on_matrix_cell_chosen(self, cell: Cell) -> None:
        self.show_behind(
            cell.title,
            lambda project, known: project.read(
                behind.of_cell, known, cell.choice, cell.code_uid, cell.document_uids
            ),
        )

    def _on_voices_chosen(self, voices: Voices) -> None:
        self._voices = voices
        self.read()

    def _on_matrix_export_requested(self) -> None:
        panel = self.matrix
        if panel.matrix is None or self.study is None:
            return
        book: Snapshot = analysis_tables.matrix_book(
            panel.matrix,
            self.study,
            panel.chosen_measure(),
            panel.shown_columns(),
            language_code(),
        )
        self.export_requested.emit(book, self.tr("matrix"))

    def _on_evidence_cite_requested(self, row: Passage) -> None:
        cited = self._workspace.read(citations.of, row.document_uid, row.anchor)
        said = quotation(cited)
        QGuiApplication.clipboard().setText(said)
        self.evidence.message.tell(self.tr("Copied: {sentence}").format(sentence=said), "info")

    def _on_workspace_changed(self, changes: Changes) -> None:
        if changes.touches(*COUNTED):
            self._is_stale = True
            if self.isVisible():
                self.read()
