"""Keeps answers as findings, asks them again when the study changes, shows what they rest on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.snapshot import Snapshot
from qualcode_app.services.analysis import behind, evidence
from qualcode_app.services.analysis.behind import Row
from qualcode_app.services.analysis.evidence import Passage
from qualcode_app.services.analysis.questions import Answer
from qualcode_app.services.analysis.questions import Kind as Asked
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.cases.ledger import Act
from qualcode_app.services.claims import asked, claims, contradictions, recheck
from qualcode_app.services.claims.claims import Role
from qualcode_app.services.claims.contradiction import Contradiction, Side
from qualcode_app.services.claims.recheck import Checked, Register
from qualcode_app.services.exporting import claim_tables
from qualcode_app.services.memos.memos import NewMemo, Target
from qualcode_app.services.store.project import Project
from qualcode_app.ui import finding_words
from qualcode_app.ui.dialogs.memo import MemoDialog
from qualcode_app.ui.jobs import Job
from qualcode_app.ui.language import language_code
from qualcode_app.ui.memo_words import target_name
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.panels.evidence_panel import EvidencePanel
from qualcode_app.ui.panels.findings_panel import FindingsPanel
from qualcode_app.ui.undo.corpus import ChangeRegister
from qualcode_app.ui.undo.memos import AddMemo
from qualcode_app.ui.wording import error_sentence, label

Rows = tuple[tuple[Row, ...], int]


class FindingsHand(QObject):
    """Serves the panel of findings and what the evidence offers to keep."""

    def __init__(
        self,
        outfit: Outfit,
        panel: FindingsPanel,
        evidence_panel: EvidencePanel,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._outfit = outfit
        self._workspace = outfit.workspace
        self._panel = panel
        self._evidence = evidence_panel
        self._study: Study | None = None
        self._answer: Answer | None = None
        self._picked: dict[str, Role] = {}  # codings picked for the answer that is shown
        self._job: Job | None = None
        self._rows_job: Job | None = None
        for key, act in (
            ("E", lambda: evidence_panel.pick("example")),
            ("X", lambda: evidence_panel.pick("exception")),
            ("F", evidence_panel.keep),
        ):
            self._on_key(parent, key, act)
        evidence_panel.keep_requested.connect(self._on_evidence_keep_requested)
        evidence_panel.role_requested.connect(self._on_evidence_role_requested)
        panel.finding_chosen.connect(self._on_panel_finding_chosen)
        panel.side_chosen.connect(self._on_panel_side_chosen)
        panel.reword_requested.connect(self._on_panel_reword_requested)
        panel.confirm_requested.connect(self._on_panel_confirm_requested)
        panel.remove_requested.connect(self._on_panel_remove_requested)
        panel.memo_requested.connect(self._on_panel_memo_requested)
        self._workspace.changed.connect(self._on_workspace_changed)

    def offer(self, answer: Answer | None) -> None:
        """Take note of the answer that the evidence shows, and may be kept."""
        if answer is None or self._answer is None or answer.question != self._answer.question:
            self._picked = {}
        self._answer = answer
        self._evidence.offer_marks(offered=answer is not None)
        self._evidence.show_roles(self._picked)

    def take_study(self, study: Study) -> None:
        """Ask every finding again, now that the study was read anew."""
        self._study = study
        self.check()

    def look(self) -> None:
        """Show what the marked finding rests on."""
        self._on_panel_finding_chosen(self._panel.current())

    def check(self) -> None:
        """Ask every finding again, away from the window."""
        project, known = self._workspace.project, self._study
        if project is None or known is None:
            return
        if self._job is not None:
            self._job.cancel()

        def work(view: Project, progress: Progress) -> tuple[Register, tuple[Contradiction, ...]]:
            register = recheck.check(view, known, progress)
            return register, view.read(contradictions.find, register, progress)

        self._job = self._outfit.jobs.read(self.tr("Checking findings"), project, work)
        self._job.succeeded.connect(self._on_job_succeeded)
        self._job.failed.connect(self._on_job_failed)

    def book(self) -> Snapshot | None:
        """Return the findings as sheets; None before they were checked."""
        register = self._panel.register
        if register is None:
            return None
        found = self._panel.found
        return self._workspace.read(claim_tables.book, register, found, language_code())

    # Inside

    def _on_key(self, parent: QWidget, key: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), parent)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _do(self, text: str, act: Act) -> bool:
        return self._workspace.do(ChangeRegister(self._workspace, text, act))

    def _on_evidence_keep_requested(self, sentence: str) -> None:
        if self._answer is None or self._study is None:
            return
        picked = tuple(self._picked.items())
        new = claims.of_answer(self._answer, self._study.voices, sentence, picked)
        if self._do(self.tr("Finding kept\nfinding"), Act(claims.keep, new)):
            words = self.tr("Kept as a finding: {sentence}").format(sentence=sentence)
            self._evidence.message.tell(words, "info")

    def _on_evidence_role_requested(self, row: Passage, role: str) -> None:
        uids = [coding.uid for coding in row.codings]
        chosen = self._role(role)
        finding = self._panel.current() if self._panel.isVisible() else None
        if finding is not None:
            if not finding.claim.is_search:
                act = Act(claims.mark, finding.claim.uid, uids, chosen)
                self._do(self.tr("Evidence of a finding picked\nevidence"), act)
            return
        for uid in uids:
            self._picked.pop(uid, None)
        if chosen is not None:
            self._picked |= dict.fromkeys(uids, chosen)
        self._evidence.show_roles(self._picked)

    def _role(self, role: str) -> Role | None:
        match role:
            case "example" | "exception":
                return role
        return None

    def _on_panel_finding_chosen(self, row: Checked | None) -> None:
        if not self._panel.isVisible():
            return
        if row is None or row.claim.result is None:
            self._evidence.ask_for_choice()
            self._evidence.show_rows((), 0, self.tr("Choose a finding or one side."))
            return
        said = row.claim.result.said
        own = {language_code(): finding_words.sentence(row)}
        sentences = {"nl": said.label_nl, "en": said.label_en, **own}
        self._answer = None
        self._evidence.show_head(self.tr("Evidence of the finding"), "")
        self._evidence.show_sentences(sentences)
        self._evidence.offer_no_keeping()
        self._evidence.offer_marks(offered=not row.claim.is_search)
        self._evidence.show_roles(dict(row.claim.evidence))
        self._show_rows(lambda project, known: _of_finding(project, known, row))

    def _on_panel_side_chosen(self, side: Side) -> None:
        self._evidence.show_head(label(side.said), "")
        self._show_rows(lambda project, known: project.read(contradictions.passages, known, side))

    def _show_rows(self, find: Callable[[Project, Study], Rows]) -> None:
        project, known = self._workspace.project, self._study
        if project is None or known is None:
            return
        self._evidence.show_rows((), 0, "")
        self._rows_job = self._outfit.jobs.read(
            self.tr("Reading passages"), project, lambda view, _progress: find(view, known)
        )
        self._rows_job.succeeded.connect(self._on_rows_job_succeeded)
        self._rows_job.failed.connect(self._on_job_failed)

    def _on_rows_job_succeeded(self, found: Rows) -> None:
        if self.sender() is self._rows_job and self._panel.isVisible():
            self._evidence.show_rows(*found, self.tr("No passage."))

    def _on_job_succeeded(self, told: tuple[Register, tuple[Contradiction, ...]]) -> None:
        if self.sender() is self._job:
            self._panel.message.hide()
            self._panel.show_register(*told)

    def _on_job_failed(self, error: QualcodeError) -> None:
        self._panel.message.tell(error_sentence(error))

    def _on_panel_reword_requested(self, uid: str, sentence: str) -> None:
        self._do(self.tr("Finding reworded\nwording"), Act(claims.reword, uid, sentence))

    def _on_panel_confirm_requested(self, row: Checked, sentence: str) -> None:
        if row.now is not None:
            act = Act(claims.confirm, row.claim.uid, row.now, sentence)
            self._do(self.tr("Finding brought up to date\nfinding"), act)

    def _on_panel_remove_requested(self, row: Checked) -> None:
        self._do(self.tr("Finding removed\nfinding"), Act(claims.remove, row.claim.uid))

    def _on_panel_memo_requested(self, row: Checked) -> None:
        about = f"{target_name('claim')}: {row.claim.sentence}"
        dialog = MemoDialog(self._outfit.theme, [about], self._panel.window())
        dialog.wanted.connect(lambda _number, kind, text: self._add_memo(row, kind, text))
        dialog.open()

    def _add_memo(self, row: Checked, kind: str, text: str) -> None:
        target = Target(Kind.CLAIM.value, row.claim.uid)
        new = NewMemo(target, kind, self._workspace.coder_uid, text)
        self._workspace.do(AddMemo(self._workspace, new))

    def _on_workspace_changed(self, changes: Changes) -> None:
        if changes.bulk:
            return  # the study is read anew, and then they are asked
        seen = changes.touches(Kind.MEMO) and self._panel.isVisible()
        if seen or changes.touches(Kind.CLAIM, Kind.SEARCH_RUN):
            self.check()


def _of_finding(project: Project, study: Study, row: Checked) -> Rows:
    """Return the passages picked for a finding, then the others it rests on."""
    claim = row.claim
    uids = {uid for uid, _ in claim.evidence}
    picked = project.read(evidence.picked, study, list(uids)).rows
    if claim.asked is None or row.now is None or claim.asked.question.kind == Asked.WORDS:
        return picked, len(picked)
    answer = asked.answer(project, study, claim.asked)
    found: list[Row] = []
    n_all = 0
    for line in (line for line in answer.lines if line.names):
        behind_it = project.read(behind.of_line, study, answer, line)
        found += behind_it.rows
        n_all += behind_it.n_all
        if len(found) >= evidence.MOST:
            break
    first = [one for one in found if _codings_of(one) & uids]
    there = {uid for one in first for uid in _codings_of(one)}
    first += [one for one in picked if not _codings_of(one) & there]
    shown = (*first, *(one for one in found if one not in first))
    return shown, max(n_all, len(shown))


def _codings_of(row: Row) -> set[str]:
    return {one.uid for one in row.codings} if isinstance(row, Passage) else set()
