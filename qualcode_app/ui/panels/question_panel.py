"""Questions: chosen at the top, answered below, with the documents by name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from qualcode_app.domain.errors import QualcodeError
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.search_query import Query
from qualcode_app.services.analysis import asking, word_question
from qualcode_app.services.analysis.evidence import Found
from qualcode_app.services.analysis.questions import Answer, Kind, Line, Question
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.coding import facets
from qualcode_app.services.store.project import Project
from qualcode_app.ui.jobs import Job, Jobs
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets import analysis_boxes as boxes
from qualcode_app.ui.widgets.answer_tree import AnswerTree
from qualcode_app.ui.widgets.choice_head import ChoiceHead
from qualcode_app.ui.widgets.question_form import QuestionForm
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import error_sentence
from qualcode_app.ui.workspace import Workspace


class QuestionPanel(Region):
    """Asks the study it is given as soon as a question is complete."""

    answered = Signal(object, object)  # Answer, the hits (Found) of a question on words or None
    row_chosen = Signal(object, object, str)  # Answer, Line, uid of a document or ""
    examples_chosen = Signal(object, list)  # Answer, uids of documents
    emptied = Signal()  # the question is not complete any more
    voices_chosen = Signal(object)  # Voices
    export_requested = Signal()
    scale_requested = Signal()
    links_requested = Signal(object)  # Study

    def __init__(
        self, workspace: Workspace, jobs: Jobs, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "middle", "", parent)
        self.setAccessibleName(self.tr("Questions"))
        self._workspace = workspace
        self._jobs = jobs
        self._job: Job | None = None
        self.study: Study | None = None
        self.answer: Answer | None = None
        self.form = QuestionForm(theme, self)
        self.voices = boxes.box(self.tr("Coder"), self)
        self.export_button = QPushButton(self.tr("Export…"), self)
        self.scale_button = QPushButton(self.tr("Words for how many…"), self)
        self.links_button = QPushButton(self.tr("Codes from wave to wave…"), self)
        self.missing = label("", "muted", self)
        self.missing.setContentsMargins(14, 12, 14, 12)
        self.tree = AnswerTree(theme, self)
        self._lay_out()
        self.form.changed.connect(self.ask)
        self.voices.currentIndexChanged.connect(self._on_voices_changed)
        self.export_button.clicked.connect(self.export_requested)
        self.scale_button.clicked.connect(self.scale_requested)
        self.links_button.clicked.connect(self._on_links_button_clicked)
        self.tree.row_chosen.connect(self._on_tree_row_chosen)
        self.tree.examples_changed.connect(self._on_tree_examples_changed)
        self._show(None)

    def show_study(self, study: Study) -> None:
        """Ask other data; the question stays."""
        self.study = study
        self.form.offer(study, self._workspace.read(facets.rows))
        if self.isVisible():  # else it asks when it comes into sight
            self.ask()

    def ask(self) -> None:
        """Answer the question, away from the window."""
        question, project, study = self.form.question(), self._workspace.project, self.study
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if question is None or project is None or study is None:
            self._show(None)
            self.emptied.emit()
            return
        words, headings = self.form.words.text(), self.form.headings.isChecked()

        def work(view: Project, progress: Progress) -> tuple[Answer, Found | None]:
            if question.kind == Kind.WORDS:
                return _words(view, study, question, Query(words), headings, progress)
            return view.read(asking.ask, study, question), None

        self._job = self._jobs.read(self.tr("Answering"), project, work)
        self._job.succeeded.connect(self._on_job_succeeded)
        self._job.failed.connect(self._on_job_failed)

    # Inside

    def _lay_out(self) -> None:
        head = ChoiceHead(self)
        head.add(self.form)
        buttons = (self.links_button, self.scale_button, self.export_button)
        head.add_row([(self.tr("Coder"), self.voices)], *buttons)
        self.body.insertWidget(0, head)
        self.body.addWidget(self.missing)
        self.body.addWidget(self.tree, 1)
        self.body.addStretch(0)

    def _show(self, answer: Answer | None) -> None:
        self.answer = answer
        self.links_button.setVisible(self.form.asked() == Kind.WAVES)
        has_lines = answer is not None and bool(answer.lines)
        nothing = self.tr("Nothing was found; the sentence at the right says so.")
        self.missing.setText(nothing if answer is not None else self.form.missing())
        self.missing.setVisible(not has_lines)
        self.tree.setVisible(has_lines)
        self.export_button.setEnabled(answer is not None)
        self.tree.show_answer(answer)

    def _on_job_succeeded(self, told: tuple[Answer, Found | None]) -> None:
        if self.sender() is not self._job:
            return
        self.message.hide()
        self._show(told[0])
        self.answered.emit(*told)

    def _on_job_failed(self, error: QualcodeError) -> None:
        if self.sender() is self._job:
            self._show(None)
            self.message.tell(error_sentence(error))

    def _on_links_button_clicked(self) -> None:
        if self.study is not None:
            self.links_requested.emit(self.study)

    def _on_voices_changed(self) -> None:
        self.voices_chosen.emit(self.voices.currentData())

    def _on_tree_row_chosen(self, line: Line, document_uid: str) -> None:
        if self.answer is not None and self.answer.question.kind != Kind.WORDS:
            self.row_chosen.emit(self.answer, line, document_uid)

    def _on_tree_examples_changed(self, chosen: list[str]) -> None:
        if self.answer is not None:
            self.examples_chosen.emit(self.answer, chosen)


def _words(
    project: Project,
    study: Study,
    question: Question,
    query: Query,
    headings: bool,
    progress: Progress,
) -> tuple[Answer, Found | None]:
    told = word_question.ask(
        project, study, question, query, in_headings=headings, progress=progress
    )
    return told.answer, told.found
