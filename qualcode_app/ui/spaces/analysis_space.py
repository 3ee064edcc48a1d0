"""The analysis work space: matrix, questions and nearness; at the right what a figure rests on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.snapshot import Snapshot
from qualcode_app.services.analysis import asking, attention, behind, own_scale, study
from qualcode_app.services.analysis import matrix as figures
from qualcode_app.services.analysis.behind import Behind, Cell
from qualcode_app.services.analysis.evidence import Found
from qualcode_app.services.analysis.quantifiers import Step
from qualcode_app.services.analysis.questions import Answer, Line, Question
from qualcode_app.services.analysis.sentences import examples
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.analysis.voices import Voices
from qualcode_app.services.cases.ledger import Act
from qualcode_app.services.exporting import analysis_tables, attention_tables, framework_tables
from qualcode_app.services.store.project import Project
from qualcode_app.ui.dialogs.own_scale import OwnScaleDialog
from qualcode_app.ui.hands.behind_hand import BehindHand
from qualcode_app.ui.hands.code_links_hand import CodeLinksHand
from qualcode_app.ui.hands.findings_hand import FindingsHand
from qualcode_app.ui.hands.summary_hand import SummaryHand
from qualcode_app.ui.jobs import Job
from qualcode_app.ui.language import language_code
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.panels.evidence_panel import EvidencePanel
from qualcode_app.ui.panels.findings_panel import FindingsPanel
from qualcode_app.ui.panels.framework_panel import FrameworkPanel
from qualcode_app.ui.panels.matrix_panel import MatrixPanel
from qualcode_app.ui.panels.portrait_panel import PortraitPanel
from qualcode_app.ui.panels.question_panel import QuestionPanel
from qualcode_app.ui.panels.together_panel import TogetherPanel
from qualcode_app.ui.panels.values_panel import ValuesPanel
from qualcode_app.ui.undo.corpus import ChangeRegister
from qualcode_app.ui.widgets import analysis_boxes as boxes
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.splitter import Splitter
from qualcode_app.ui.widgets.tabbed_regions import TabbedRegions
from qualcode_app.ui.wording import error_sentence
from qualcode_app.ui.wording import label as label_of

RIGHT_PX = 384
Panel = MatrixPanel | QuestionPanel | TogetherPanel | ValuesPanel | PortraitPanel | FrameworkPanel
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
    Kind.QUESTION,
    Kind.SUCCESSION,
)


class AnalysisSpace(QWidget):
    """Reads the study when it is looked at, and hands it to the panels."""

    page_requested = Signal(object)  # Passage
    export_requested = Signal(object, str)  # Snapshot, or what makes it; how to call the file
    text_export_requested = Signal(object, str, str)  # the same, and what it says as text
    study_read = Signal()

    def __init__(self, outfit: Outfit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outfit = outfit
        self._workspace = outfit.workspace
        self._is_stale = True
        self._voices = Voices()
        self._job: Job | None = None
        self._values_job: Job | None = None
        self.study: Study | None = None
        self.tabs = TabbedRegions(self.tr("Analysis"), "panel_head", self)
        self.matrix = MatrixPanel(outfit.workspace, outfit.jobs, outfit.theme, self)
        self.evidence = EvidencePanel(outfit.theme, self)
        self.behind = BehindHand(outfit, self.evidence)
        self.questions = QuestionPanel(outfit.workspace, outfit.jobs, outfit.theme, self)
        CodeLinksHand(outfit, self.questions)
        self.together = TogetherPanel(outfit.workspace, outfit.jobs, outfit.theme, self)
        self.values = ValuesPanel(outfit.workspace, outfit.jobs, outfit.theme, self)
        self.portrait = PortraitPanel(outfit.workspace, outfit.jobs, outfit.theme, self)
        self.framework = FrameworkPanel(outfit.workspace, outfit.jobs, outfit.theme, self)
        SummaryHand(outfit.workspace, self.framework)
        self.tabs.add(self.matrix, self.tr("Matrix"))
        self.tabs.add(self.questions, self.tr("Questions"))
        self.tabs.add(self.together, self.tr("Together"))
        self.tabs.add(self.values, self.tr("Values"))
        self.tabs.add(self.portrait, self.tr("Portrait"))
        self.tabs.add(self.framework, self.tr("Framework"))
        self.findings = FindingsPanel(outfit.settings, outfit.theme, self)
        self.tabs.add(self.findings, self.tr("Findings"))
        self.keeper = FindingsHand(outfit, self.findings, self.evidence, self)
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
        offered = boxes.voices(self._workspace.coders())
        for panel in self._panels:
            boxes.offer(panel.voices, offered)
        if self._is_stale:
            self.read()
        self.shown_region().take_focus()

    @property
    def _panels(self) -> tuple[Panel, ...]:
        values, portrait = self.values, self.portrait
        return self.matrix, self.questions, self.together, values, portrait, self.framework

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
            self.tr("Reading the codings"),
            lambda _progress: project.read_beside(study.read, voices),
        )
        self._job.succeeded.connect(self._on_job_succeeded)
        self._job.failed.connect(self._on_job_failed)

    # Inside

    def _connect(self) -> None:
        self.matrix.cell_chosen.connect(self._on_cell_chosen)
        self.matrix.passages_wanted.connect(self.evidence.focus_list)
        self.matrix.export_requested.connect(self._on_matrix_export_requested)
        self.questions.answered.connect(self._on_questions_answered)
        self.questions.row_chosen.connect(self._on_questions_row_chosen)
        self.questions.examples_chosen.connect(self._on_questions_examples_chosen)
        self.questions.scale_requested.connect(self._on_questions_scale_requested)
        self.questions.emptied.connect(self._on_questions_emptied)
        self.questions.export_requested.connect(self._on_questions_export_requested)
        self.together.pair_chosen.connect(self._on_together_pair_chosen)
        self.together.passages_wanted.connect(self.evidence.focus_list)
        self.together.export_requested.connect(self._on_together_export_requested)
        self.portrait.cell_chosen.connect(self._on_cell_chosen)
        self.framework.cell_chosen.connect(self._on_cell_chosen)
        self.framework.export_requested.connect(self._on_framework_export_requested)
        self.findings.counted.connect(self._on_findings_counted)
        self.findings.export_requested.connect(self._on_findings_export_requested)
        for panel in self._panels:
            panel.voices_chosen.connect(self._on_voices_chosen)
        self.tabs.shown.connect(self._on_tabs_shown)
        self.evidence.page_requested.connect(self.page_requested)
        self.behind.told.connect(self._say)
        self.behind.failed.connect(self._on_job_failed)
        self.evidence.back_requested.connect(self._on_evidence_back_requested)
        self._workspace.changed.connect(self._on_workspace_changed)

    def _on_job_succeeded(self, found: Study) -> None:
        if self.sender() is not self._job:
            return
        self.study = found
        for panel in self._panels:
            panel.message.hide()
            panel.show_study(found)
        self.behind.take_study(found)
        self.keeper.take_study(found)
        self.study_read.emit()
        self._read_values(found)

    def _read_values(self, known: Study) -> None:
        """Read the values of facets ahead of the first question about one."""
        project = self._workspace.project
        if project is None:
            return
        if self._values_job is not None:
            self._values_job.cancel()
        self._values_job = self._outfit.jobs.start(
            self.tr("Reading facets"),
            lambda _progress: project.read_beside(study.read_values, known),
        )
        self._values_job.failed.connect(self._on_job_failed)

    def _on_job_failed(self, error: QualcodeError) -> None:
        self.shown_region().message.tell(error_sentence(error))

    def _say(self, answer: Answer, chosen: Sequence[str] = ()) -> None:
        """Put a finding into the sentence to copy."""
        said = {language: examples(answer, chosen, language) for language in ("nl", "en")}
        self.evidence.show_sentences(said)
        self.keeper.offer(answer)

    def _on_tabs_shown(self, panel: Region) -> None:
        if panel is self.together:
            self.together.look()
        elif panel is self.framework:
            self.framework.look()
        self._on_questions_emptied()
        if panel is self.questions:
            self.questions.ask()
        elif panel is self.findings:
            self.keeper.look()

    def _on_questions_emptied(self) -> None:
        self.behind.drop()
        self.evidence.ask_for_choice()

    def _on_questions_answered(self, answer: Answer, found: Found | None) -> None:
        if found is not None or not answer.lines:
            self.behind.drop()
        self.evidence.show_head(self.tr("Answer"), "")
        self._say(answer)
        if found is not None:
            self.evidence.show_rows(found.rows, found.n_all, self.tr("No hit."))
        elif not answer.lines:
            self.evidence.show_rows((), 0, "")

    def _on_questions_row_chosen(self, answer: Answer, line: Line, document_uid: str) -> None:
        names = {one.document_uid: one.name for one in line.names}
        self.behind.show(
            names.get(document_uid) or label_of(line.label),
            lambda project, known: project.read(behind.of_line, known, answer, line, document_uid),
        )

    def _on_questions_examples_chosen(self, answer: Answer, chosen: list[str]) -> None:
        self._say(answer, chosen)

    def _on_together_pair_chosen(self, question: Question) -> None:
        keys = [self._key(uid) for uid in question.code_uids]

        def find(project: Project, known: Study) -> Behind:
            answer = project.read(asking.ask, known, question)
            return project.read(behind.of_line, known, answer, answer.line)

        self.behind.show(self.tr("{one} and {other}").format(one=keys[0], other=keys[1]), find)

    def _key(self, code_uid: str) -> str:
        return "" if self.study is None else self.study.tree.codes[self.study.tree.at[code_uid]].key

    def _on_evidence_back_requested(self) -> None:
        self.shown_region().take_focus()

    def _on_questions_export_requested(self) -> None:
        answer = self.questions.answer
        if answer is not None:
            table = analysis_tables.answer(answer, language_code())
            book = analysis_tables.alone("Answer", table, language_code())
            self.export_requested.emit(book, self.tr("answer"))

    def _on_questions_scale_requested(self) -> None:
        if self.study is not None:
            dialog = OwnScaleDialog(self._outfit.theme, self.window(), self.study.scale)
            dialog.wanted.connect(self._on_scale_wanted)
            dialog.open()

    def _on_scale_wanted(self, steps: tuple[Step, ...]) -> None:
        text = self.tr("Words for how many changed\nwords for how many")
        act = Act(own_scale.save, steps)
        self._workspace.do(ChangeRegister(self._workspace, text, act))

    def _on_together_export_requested(self) -> None:
        found = self.together.found
        if found is not None:
            table = analysis_tables.together(found, language_code())
            book = analysis_tables.alone("Together", table, language_code())
            self.export_requested.emit(book, self.tr("together"))

    def _on_cell_chosen(self, cell: Cell) -> None:
        self.behind.show(
            cell.title,
            lambda project, known: project.read(
                behind.of_cell, known, cell.choice, cell.code_uid, cell.document_uids
            ),
        )

    def _on_framework_export_requested(self) -> None:
        found = self.framework.found
        if found is not None:
            book = framework_tables.book(found, language_code())
            text = framework_tables.text(found, language_code())
            self.text_export_requested.emit(book, self.tr("framework"), text)

    def _on_findings_counted(self, n_open: int) -> None:
        words = self.tr("Findings")
        self.tabs.name(self.findings, f"{words} ({n_open} ✕)" if n_open else words)

    def _on_findings_export_requested(self) -> None:
        book = self.keeper.book()
        if book is not None:
            self.export_requested.emit(book, self.tr("findings"))

    def _on_voices_chosen(self, voices: Voices) -> None:
        self._voices = voices
        for panel in self._panels:
            with QSignalBlocker(panel.voices):
                boxes.choose(panel.voices, voices)
        self.read()

    def _on_matrix_export_requested(self) -> None:
        panel = self.matrix
        if panel.matrix is None or self.study is None:
            return
        project, known, choice = self._workspace.project, self.study, panel.matrix.choice
        book: Snapshot = analysis_tables.matrix_book(
            panel.matrix, known, panel.chosen_measure(), panel.shown_columns(), language_code()
        )

        def with_attention(progress: Progress) -> Snapshot:
            if project is None or not choice.system_uid:
                return book
            counters = figures.counters(known)
            found = project.read_beside(attention.by_group, known, choice, counters, progress)
            return Snapshot({**book.tables, **attention_tables.sheets(found, language_code())})

        self.export_requested.emit(with_attention, self.tr("matrix"))

    def _on_workspace_changed(self, changes: Changes) -> None:
        if changes.bulk or (changes.touches(*COUNTED) and not changes.touches(Kind.CLAIM)):
            self._is_stale = True
            if self.isVisible():
                self.read()
