"""Everything the window shows of an open project; made when one opens, gone when it closes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.services.teams import tasks
from qualcode_app.ui.actions import SETTLING, Actions
from qualcode_app.ui.desks.late_desks import LateDesks
from qualcode_app.ui.desks.live_desk import LiveDesk
from qualcode_app.ui.desks.search_desk import SearchDesk
from qualcode_app.ui.hands.codebook_hand import CodebookHand
from qualcode_app.ui.hands.document_hand import DocumentHand
from qualcode_app.ui.hands.memo_hand import MemoHand, MemoPlace
from qualcode_app.ui.hands.origin_hand import OriginHand
from qualcode_app.ui.hands.reading_hand import ReadingHand, ReadingPlace
from qualcode_app.ui.hands.training_hand import TrainingHand
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.spaces.coding_space import CodingSpace
from qualcode_app.ui.task_words import greeting_words
from qualcode_app.ui.viewing import Viewing
from qualcode_app.ui.widgets.message_strip import Kind as MessageKind
from qualcode_app.ui.widgets.region import Region

if TYPE_CHECKING:
    from qualcode_app.services.agreement.agreement_passages import Passage
    from qualcode_app.services.agreement.reliability import Scope as AgreementScope
    from qualcode_app.services.analysis.evidence import Passage as Evidence
    from qualcode_app.services.documents.intake import Intake
    from qualcode_app.ui.panels.agreement_panel import AgreementPanel
    from qualcode_app.ui.spaces.adjudication_space import AdjudicationSpace
    from qualcode_app.ui.spaces.agreement_space import AgreementSpace
    from qualcode_app.ui.spaces.analysis_space import AnalysisSpace
    from qualcode_app.ui.spaces.corpus_space import CorpusSpace
    from qualcode_app.ui.spaces.merge_space import MergeSpace
    from qualcode_app.ui.spaces.register_space import RegisterSpace

FACTS_AFTER_MS = 250
TOLD_MAX = 3  # files named in the message itself; a button shows the rest


class Space(Protocol):
    """A work space."""

    @property
    def regions(self) -> list[Region]:
        """Its regions in the order F6 walks them."""


class ProjectView(QStackedWidget):
    """The work spaces of a project."""

    facts_changed = Signal(str)  # counts for the status bar
    space_requested = Signal(str)  # name of the work space to go to

    def __init__(self, outfit: Outfit, viewing: Viewing, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        workspace = self._workspace = outfit.workspace
        theme = self._theme = outfit.theme
        self._viewing = viewing
        self.coding = CodingSpace(
            workspace, viewing, theme, actions, outfit.renderer, outfit.jobs, self
        )
        self.searching = SearchDesk(outfit, viewing, actions, self.coding)
        place = ReadingPlace(self.coding.contents, self.coding.page)
        self.reading = ReadingHand(workspace, outfit.jobs, place, self)
        self.reading.take_actions(actions)
        coding = self.coding
        self.memos = MemoHand(
            outfit, viewing, MemoPlace(coding.memos, coding.page, coding.codes), self
        )
        self.memos.take_actions(actions)
        self.memos.coding_chosen.connect(coding.hand.show_coding)
        self.origins = OriginHand(outfit, actions, self.coding.listed, self)
        self.training = TrainingHand(workspace, viewing, coding.page, actions, self)
        self.live = LiveDesk(outfit, viewing, actions, self)
        self.live.told.connect(self.tell_facts)
        self.documents = DocumentHand(outfit, viewing, actions, coding.documents, self)
        self.codebook = CodebookHand(outfit, actions, coding.codes, self)
        self.desks = LateDesks(outfit, viewing, actions, coding)
        self._outfit = outfit
        self._actions = actions
        self._agreement: AgreementSpace | None = None
        self._register: RegisterSpace | None = None
        self._adjudication: AdjudicationSpace | None = None
        self._merge: MergeSpace | None = None
        self._corpus: CorpusSpace | None = None
        self._analysis: AnalysisSpace | None = None
        self._visited_from = "agreement"
        self._all_coders_before = False
        self.addWidget(self.coding)
        self._facts_timer = QTimer(self)
        self._facts_timer.setSingleShot(True)
        self._facts_timer.setInterval(FACTS_AFTER_MS)
        self._facts_timer.timeout.connect(self.tell_facts)
        self.coding.tally.changed.connect(self.tell_facts)
        actions.on("code_new", self._code_anew, self)
        actions.on("boundary_rule", self._write_rule, self)
        actions.on("copy_methods", self._copy_methods, self)
        for name in SETTLING:
            actions.on(name, self._settling(name), self)
        actions.on("import_cases", self._import_cases, self)
        workspace.changed.connect(self._on_workspace_changed)
        viewing.visit_ended.connect(self._on_viewing_visit_ended)
        self.task = workspace.read(tasks.greeting)  # of the file; None in a lead's project

    def greet(self) -> None:
        """Say what the coder is asked to do, in a file made for that, or that all is locked."""
        project = self._workspace.project
        if project is not None and project.read_only:
            self.main_region().message.tell(
                self.tr("This project is open for reading only: nothing can be changed."), "info"
            )
        elif self.task is not None:
            self.main_region().message.tell(greeting_words(self.task), "info")

    @property
    def is_blind(self) -> bool:
        """Whether only the coder's own work is in this file."""
        return self.task is not None and self.task.blind

    @property
    def agreement_space(self) -> AgreementSpace:
        """The work space of agreement; made when first looked at, for NumPy comes with it."""
        if self._agreement is None:
            from qualcode_app.ui.spaces.agreement_space import AgreementSpace  # noqa: PLC0415

            outfit = self._outfit
            self._agreement = AgreementSpace(
                outfit.workspace, outfit.jobs, outfit.theme, self._actions, self
            )
            self._agreement.page_requested.connect(self.show_passage)
            self.addWidget(self._agreement)
        return self._agreement

    @property
    def agreement_scope(self) -> AgreementScope | None:
        """What the figures of agreement compare; None before they were looked at."""
        return None if self._agreement is None else self._agreement.panel.scope

    @property
    def agreement(self) -> AgreementPanel:
        """The figures of agreement."""
        return self.agreement_space.panel

    @property
    def register_space(self) -> RegisterSpace:
        """The work space of registers; made when first looked at."""
        if self._register is None:
            from qualcode_app.ui.desks.register_desk import RegisterDesk  # noqa: PLC0415
            from qualcode_app.ui.spaces.register_space import RegisterSpace  # noqa: PLC0415

            outfit = self._outfit
            self._register = RegisterSpace(
                outfit.workspace, self._viewing, outfit.jobs, outfit.theme, self.coding, self
            )
            self.register_desk = RegisterDesk(outfit, self._register)
            self.addWidget(self._register)
        return self._register

    @property
    def adjudication_space(self) -> AdjudicationSpace:
        """The work space of adjudication; made when first looked at."""
        if self._adjudication is None:
            from qualcode_app.ui.spaces.adjudication_space import AdjudicationSpace  # noqa: PLC0415

            book = self.coding.facets
            self._adjudication = AdjudicationSpace(self._outfit, self._actions, book, self)
            self.addWidget(self._adjudication)
        return self._adjudication

    @property
    def merge_space(self) -> MergeSpace:
        """The work space of merging; made when first looked at."""
        if self._merge is None:
            from qualcode_app.ui.spaces.merge_space import MergeSpace  # noqa: PLC0415

            self._merge = MergeSpace(self._outfit, self._actions, self)
            self.addWidget(self._merge)
        return self._merge

    @property
    def corpus_space(self) -> CorpusSpace:
        """The work space of the corpus; made when first looked at."""
        if self._corpus is None:
            from qualcode_app.ui.desks.corpus_desk import CorpusDesk  # noqa: PLC0415
            from qualcode_app.ui.spaces.corpus_space import CorpusSpace  # noqa: PLC0415

            outfit = self._outfit
            self._corpus = CorpusSpace(outfit.workspace, outfit.theme, outfit.ask, self)
            self.corpus_desk = CorpusDesk(outfit, self._corpus)
            self._corpus.document_requested.connect(self._on_corpus_document_requested)
            self.addWidget(self._corpus)
        return self._corpus

    @property
    def analysis_space(self) -> AnalysisSpace:
        """The work space of analysis; made when first looked at, for NumPy comes with it."""
        if self._analysis is None:
            from qualcode_app.ui.desks.analysis_desk import AnalysisDesk  # noqa: PLC0415
            from qualcode_app.ui.spaces.analysis_space import AnalysisSpace  # noqa: PLC0415

            self._analysis = AnalysisSpace(self._outfit, self)
            self.analysis_desk = AnalysisDesk(self._outfit, self._analysis)
            self._analysis.page_requested.connect(self.show_evidence)
            self.addWidget(self._analysis)
        return self._analysis

    def _on_corpus_document_requested(self, uid: str) -> None:
        self._viewing.look_at(uid)
        self.space_requested.emit("coding")
        self.coding.page.focus_page()

    def _import_cases(self) -> None:
        self.space_requested.emit("corpus")
        self.corpus_space.import_requested.emit()

    def show_space(self, name: str) -> None:
        """Show a work space."""
        if self._register is not None and name != "register":
            self._register.leave()
        if name == "coding":
            self.setCurrentWidget(self.coding)
            return
        space = getattr(self, f"{name}_space")  # made when first looked at
        self.setCurrentWidget(space)
        space.look()

    def show_passage(self, row: Passage) -> None:
        """Show a passage behind a figure of agreement on its page; Escape comes back."""
        words = self.tr("The marks of all coders. Press Esc to go back to agreement.")
        self._visit(row, "agreement", words, self.tr("Back to agreement"))

    def show_evidence(self, row: Evidence) -> None:
        """Show a passage behind a figure of the analysis on its page; Escape comes back."""
        words = self.tr("The marks of all coders. Press Esc to go back to analysis.")
        self._visit(row, "analysis", words, self.tr("Back to analysis"))

    def _visit(self, row: Passage | Evidence, space: str, words: str, back: str) -> None:
        """Show a place on its page with the marks of all coders."""
        if not self._viewing.is_visit:
            self._all_coders_before = self._viewing.all_coders
        self._visited_from = space
        self._viewing.visit(row.document_uid)
        self._actions["all_coders"].setChecked(True)
        self.space_requested.emit("coding")
        page = self.coding.page
        if row.area is not None:
            page.view.show_area(row.area)
        else:
            page.view.show_anchor(row.anchor)
        page.focus_page()
        page.message.tell(words, "info", back, self._viewing.end_visit)

    def _on_viewing_visit_ended(self) -> None:
        self.coding.page.message.hide()
        self._actions["all_coders"].setChecked(self._all_coders_before)
        self.space_requested.emit(self._visited_from)
        if self._visited_from == "analysis":
            self.analysis_space.come_back()
        else:
            self.agreement_space.come_back()

    def _write_rule(self) -> None:
        self.space_requested.emit("agreement")
        self.agreement_space.write_rule()

    def _copy_methods(self) -> None:
        self.space_requested.emit("agreement")
        self.agreement.copy_methods()

    def _settling(self, name: str) -> Callable[[], None]:
        """Return what an act of adjudication does, wherever it is asked for."""

        def settle() -> None:
            self.space_requested.emit("adjudication")
            self.adjudication_space.act(name)

        return settle

    def regions(self) -> list[Region]:
        """Return the regions of the work space in sight, in the order F6 walks them."""
        return cast("Space", self.currentWidget()).regions

    def main_region(self) -> Region:
        """Return where messages of the whole work space are shown."""
        if self.currentWidget() in (self.coding, self._register):
            return self.coding.page
        return self.regions()[0]

    def tell_facts(self) -> None:
        """Tell how much there is."""
        counts = self.coding.tally.counts
        n_codings = None if counts is None else sum(counts.by_text.values())
        facts = (
            *([] if n_codings is None else [self.tr("%n codings", "", n_codings)]),
            self.tr("%n documents", "", len(self.coding.documents.model.rows)),
            *([self.tr("Blind: you see only your own work")] if self.is_blind else []),
        )
        self.facts_changed.emit("   ".join(filter(None, (self.live.words, *facts))))

    def show_intake(self, intake: Intake) -> None:
        """Open what was added, and say what was refused or needs attention."""
        from qualcode_app.ui.dialogs.intake_report import report_lines  # noqa: PLC0415  when asked for

        if intake.taken and not self._viewing.document_uid:
            self._viewing.look_at(intake.taken[0].document_uid)
            self.coding.page.focus_page()  # the button that had the focus is gone
        lines = report_lines(intake)
        if not lines:
            return
        message = self.coding.page.message
        told = [
            sentence if name in sentence else f"{name}: {sentence}" for _, name, sentence in lines
        ]
        words = "\n".join(told[:TOLD_MAX])
        kind: MessageKind = "danger" if intake.refused else "warning"
        if len(told) <= TOLD_MAX:
            scans = [one.document_uid for one in intake.taken if one.n_without_text]
            if scans:
                read = partial(self.desks.checking.read_documents, scans)
                message.tell(words, kind, self.tr("Read with OCR"), read)
            else:
                message.tell(
                    words, kind, self.tr("Text quality"), self.desks.checking.report_quality
                )
            return
        more = self.tr("Show all %n", "", len(told))
        message.tell(words, kind, more, lambda: self._show_report(intake))

    def _show_report(self, intake: Intake) -> None:
        from qualcode_app.ui.dialogs.intake_report import IntakeReport  # noqa: PLC0415  when asked for

        IntakeReport(self._theme, intake, self.window()).open()

    def _code_anew(self) -> None:
        """Ask for a new code and put it on the selection."""
        page = self.coding.page
        selected = page.view.selection()
        if selected is None:
            page.message.tell(self.tr("Select the words first that get the new code."), "info")
            return

        def use(code_uid: str) -> None:
            page.view.select(selected)
            self.coding.hand.assign(code_uid)
            page.focus_page()

        self.codebook.add(use)

    def _on_workspace_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.DOCUMENT):
            self._facts_timer.start()
