"""The adjudication work space: differences at the left, the page, what holds at the right."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import QualcodeError, TooFewCoders
from qualcode_app.services.adjudication import board, decisions, taking_over, verdicts
from qualcode_app.services.adjudication.board import Board, Wish
from qualcode_app.services.adjudication.decisions import Decision, Difference, Draft
from qualcode_app.services.adjudication.verdicts import Judged, VerdictPlace
from qualcode_app.services.store.journal import new_uid
from qualcode_app.ui.actions import Actions, Scope
from qualcode_app.ui.adjudication_case import CaseMaker
from qualcode_app.ui.adjudication_names import Names
from qualcode_app.ui.facet_book import FacetBook
from qualcode_app.ui.jobs import Job
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.panels.decision_panel import DecisionPanel
from qualcode_app.ui.panels.differences_panel import DifferencesPanel
from qualcode_app.ui.panels.voices_panel import VoicesPanel
from qualcode_app.ui.undo.adjudication import Decide, TakeEqual
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.splitter import Splitter
from qualcode_app.ui.wording import error_sentence, label

SIDES_PX = (262, 700, 372)
CODERS_MAX = 8  # that a digit takes
RESTS_ON = (Kind.CODING, Kind.READING_STATUS, Kind.JUDGEMENT, Kind.DOCUMENT, Kind.CODE, Kind.CODER)


class AdjudicationSpace(QWidget):
    """Leads from place to place; a decision moves on by itself."""

    def __init__(
        self, outfit: Outfit, actions: Actions, book: FacetBook, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._outfit = outfit
        self._workspace = outfit.workspace
        self._book = book
        self._board: Board | None = None
        self._names: Names | None = None
        self._job: Job | None = None
        self._is_stale = True
        self._is_deciding = False
        self._is_taking = False  # what is equal is being taken over
        self._all_read = False
        theme = outfit.theme
        self.panel = DifferencesPanel(theme, actions, self)
        self.page = VoicesPanel(outfit.workspace, theme, actions, outfit.renderer, self)
        self.decision = DecisionPanel(book, theme, actions, self)
        settings = outfit.settings
        self.sides = Splitter("adjudication", Qt.Orientation.Horizontal, settings, theme, self)
        self.sides.put(self.panel, self.page, self.decision, sizes=SIDES_PX, stretch=1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sides)
        actions.give(self, Scope.ADJUDICATION)
        self._connect()

    @property
    def regions(self) -> list[Region]:
        """The regions in the order F6 walks them."""
        return [self.panel, self.page, self.decision]

    def look(self) -> None:
        """Bring the differences up to date."""
        if self._is_stale:
            self._read()
        self.panel.list.setFocus()

    def act(self, name: str) -> None:
        """Do what an action of this work space says, once there is something to settle."""
        if self._board is None:
            return
        acts: dict[str, Callable[[], object]] = {
            "settle_both": self.take_both,
            "settle_edit": self.edit,
            "settle_none": self.take_none,
            "settle_discuss": self.discuss,
            "settle_next": partial(self.panel.step, 1),
            "settle_previous": partial(self.panel.step, -1),
            "settle_equal": self.take_equal,
            **{f"settle_{number + 1}": partial(self.take, number) for number in range(CODERS_MAX)},
        }
        acts[name]()

    def take(self, number: int) -> None:
        """Let what a coder says hold."""
        place = self.panel.current()
        if place is not None and number < len(place.coder_uids):
            self._decide(decisions.accept(place, place.coder_uids[number]))

    def take_both(self) -> None:
        """Let every code hold that somebody put here."""
        place = self.panel.current()
        if place is not None and not isinstance(place, VerdictPlace):
            self._decide(Decision(place, "both", decisions.both(place)))

    def take_none(self) -> None:
        """Let nothing hold here."""
        place = self.panel.current()
        if place is not None:
            self._decide(Decision(place, "none"))

    def discuss(self) -> None:
        """Ask what is to be discussed, and put that beside the place."""
        place = self.panel.current()
        if place is None or self._board is None:
            return
        before = self._board.decision(place)
        text = before.note if before is not None else ""
        title, sentence = self.tr("Discuss"), self.tr("What is to be discussed here?")
        words = self._outfit.ask.line(self, title, sentence, text)
        if words:
            self._decide(Decision(place, "discuss", note=words))

    def edit(self) -> None:
        """Let the user settle the place in another way."""
        place = self.panel.current()
        if isinstance(place, VerdictPlace):
            options = place.proposition.scale.options
            self.decision.ask_verdict([(each.key, label(each)) for each in options])
        elif place is not None and self._names is not None:
            said = [Draft(one.code_uid, one.anchor, one.values, one.area) for one in place.said]
            chosen = [one for one in self._outcome(place) if isinstance(one, Draft)] or said[:1]
            drafts = tuple(dict.fromkeys([*chosen, *said]))
            self.decision.editor.begin(drafts, len(chosen), self._names.codes, self.page.text)
            self.decision.open_editor()

    def take_equal(self) -> None:
        """Take over what all coders agree on, in one act, away from the window."""
        project, board = self._workspace.project, self._board
        if project is None or board is None or not board.equal or self._is_taking:
            return
        equal, batch_uid = board.equal, new_uid()
        words = self.tr("What all coders agree on")
        job = self._outfit.jobs.start(
            self.tr("Taking over %n equal places", "", len(equal)),
            lambda progress: project.write(
                taking_over.take_equal, equal, label=words, batch_uid=batch_uid, progress=progress
            ),
        )
        self._is_taking = True
        self.panel.equal_button.setEnabled(False)
        command = partial(TakeEqual, self._workspace, equal, batch_uid, words)
        job.succeeded.connect(lambda changes: self._on_equal_taken(changes, command()))
        job.failed.connect(self._workspace.failed)
        job.ended.connect(self._on_taking_ended)

    # Inside

    def _connect(self) -> None:
        self.panel.place_chosen.connect(self._show)
        self.decision.coder_taken.connect(self.take)
        self.decision.verdict_chosen.connect(self._on_decision_verdict_chosen)
        self.decision.editor.kept.connect(self._on_editor_kept)
        self.page.selection_changed.connect(self._on_page_selection_changed)
        self._outfit.theme.changed.connect(self._on_theme_changed)
        self._workspace.changed.connect(self._on_workspace_changed)

    def _read(self) -> None:
        project = self._workspace.project
        if project is None:
            return
        wish = Wish(all_read=self._all_read)
        words = self.tr("Comparing the coders")
        self._is_stale = False
        self._job = self._outfit.jobs.start(
            words, lambda _progress: project.read_beside(board.read, wish)
        )
        self._job.succeeded.connect(self._on_job_succeeded)
        self._job.failed.connect(self._on_job_failed)

    def _show_board(self, found: Board) -> None:
        self._board = found
        self._names = Names(self._workspace, self._outfit.theme)
        self.page.forget()
        self.panel.message.hide()
        self.panel.show_board(found, self._names.line)
        if not found.places and not self._all_read:
            words = self.tr("Nobody has marked a theme as read: silence of a coder is no sign yet.")
            act = self.tr("Count all as read")
            self.panel.message.tell(words, "info", act, self._count_all_read)

    def _count_all_read(self) -> None:
        self._all_read = True
        self._read()

    def _show(self, place: Difference | None) -> None:
        if place is None or self._names is None or self._board is None:
            self.decision.show_case(None)
            return
        self.page.show_document(self._names.document(place))
        maker = CaseMaker(self._names, self._book, self._outfit.theme, self.page.text)
        voices = [self._names.voice(uid) for uid in place.coder_uids]
        self.page.show_place(place.anchor, maker.marks(place), voices, place.area)
        decided = self._board.decision(place) or self._board.earlier(place)
        state, outcome = self._board.state(place), self._outcome(place)
        self.decision.show_case(maker.case(place, state, decided, outcome))

    def _outcome(self, place: Difference) -> tuple[Draft | Judged, ...]:
        """Return what the consensus says on a place."""
        decided = self._board.decision(place) if self._board is not None else None
        return self._workspace.read(decisions.outcome, decided) if decided is not None else ()

    def _decide(self, decision: Decision) -> None:
        if self._names is None:
            return
        self._is_deciding = True
        key = self._names.key(decision.place)
        done = self._workspace.do(Decide(self._workspace, decision, key))
        self._is_deciding = False
        if done and not self.panel.step(1, only_open=True):
            self.panel.message.tell(self.tr("Every place is decided."), "info")

    def _on_theme_changed(self) -> None:
        self._show(self.panel.current())

    def _on_decision_verdict_chosen(self, key: str) -> None:
        place = self.panel.current()
        if isinstance(place, VerdictPlace):
            verdict = verdicts.with_all_evidence(place, key)
            self._decide(Decision(place, "edit", verdict=verdict))

    def _on_editor_kept(self, drafts: tuple[Draft, ...]) -> None:
        place = self.panel.current()
        if place is not None:
            self._decide(Decision(place, "edit", drafts))

    def _on_page_selection_changed(self, anchor: TextAnchor | None) -> None:
        if self.decision.editor.isVisible():
            self.decision.editor.take_words(anchor)

    def _on_job_succeeded(self, found: Board) -> None:
        if self.sender() is self._job:
            self._show_board(found)

    def _on_job_failed(self, error: QualcodeError) -> None:
        if self.sender() is self._job:
            self._board = None
            self._is_stale = True
            self.page.show_document(None)
            self.decision.show_case(None)
            self.panel.show_nothing(error_sentence(error))
            if isinstance(error, TooFewCoders):
                self.panel.offer_merging()

    def _on_equal_taken(self, changes: Changes, command: TakeEqual) -> None:
        self._workspace.changed.emit(changes)
        self._workspace.do(command)

    def _on_taking_ended(self) -> None:
        self._is_taking = False
        self.panel.show_progress()

    def _on_workspace_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.ADJUDICATION) and not changes.bulk and self._board is not None:
            self._patch(changes)
        elif changes.bulk or changes.touches(*RESTS_ON):
            self._is_stale = True
            if self.isVisible():
                self._read()

    def _patch(self, changes: Changes) -> None:
        """Take in decisions that were made or taken back, and go to what undo changed."""
        assert self._board is not None  # noqa: S101  asked by the only caller
        touched = changes[Kind.ADJUDICATION]
        now = self._workspace.read(decisions.decided, touched.added | touched.changed)
        self._board.patch(now, touched.removed - now.keys())
        if self._names is not None and changes.touches(Kind.CODER):
            self._names = Names(self._workspace, self._outfit.theme)
        self.panel.show_progress()
        if not self._is_deciding:
            self._go_to(touched.all)

    def _go_to(self, uids: Collection[str]) -> None:
        if self._board is None or len(uids) != 1:
            self._show(self.panel.current())
            return
        place = next((p for p in self._board.differences if decisions.uid_of(p) in uids), None)
        before = self.panel.current()
        if place is None or place is before or not self.panel.mark(place):
            self._show(before)
