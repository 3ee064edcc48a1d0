"""The register work space: propositions at the left, the page, the verdict at the right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualcode_app import paths
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.codebook_file import CodebookFile
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.domain.progress import Progress
from qualcode_app.formats import codebook_json
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.registers import evidence, judgements, loading, propositions
from qualcode_app.services.registers.evidence import Searched
from qualcode_app.services.registers.filled_in import numbers_in
from qualcode_app.services.registers.judgements import Verdict
from qualcode_app.services.registers.propositions import NOT_APPLICABLE, PropositionRow, RegisterRow
from qualcode_app.services.registers.register_table import rate_in
from qualcode_app.services.search.search_runs import NewRun
from qualcode_app.services.store.journal import new_uid
from qualcode_app.services.store.project import Project
from qualcode_app.ui.jobs import Job, Jobs
from qualcode_app.ui.panels.register_panel import RegisterPanel
from qualcode_app.ui.panels.verdict_panel import VerdictPanel, keyed
from qualcode_app.ui.spaces.coding_space import CodingSpace
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.undo.judgements import SetVerdict
from qualcode_app.ui.undo.registers import LoadedRegister
from qualcode_app.ui.viewing import Viewing
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.splitter import Splitter
from qualcode_app.ui.wording import in_language, listing
from qualcode_app.ui.wording import label as label_of
from qualcode_app.ui.workspace import Workspace

SIDE_PX = 340
KEYS = "0123456789"


class RegisterSpace(QWidget):
    """Borrows the page of the coding work space, so that coding goes on while judging."""

    table_requested = Signal(object)  # RegisterRow

    def __init__(
        self,
        workspace: Workspace,
        viewing: Viewing,
        jobs: Jobs,
        theme: Theme,
        coding: CodingSpace,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._viewing = viewing
        self._jobs = jobs
        self._theme = theme
        self._coding = coding
        self._register: RegisterRow | None = None
        self._row: PropositionRow | None = None
        self._job: Job | None = None  # that looks for keywords
        self._searched: Searched | None = None  # for that proposition in the open document
        self.panel = RegisterPanel(theme, self)
        self.verdict = VerdictPanel(theme, self)
        self._middle = QWidget(self)
        self._ground = QVBoxLayout(self._middle)
        self._ground.setContentsMargins(0, 0, 0, 0)
        horizontal = Qt.Orientation.Horizontal
        self.sides = Splitter("register", horizontal, workspace.settings, theme, self)
        sizes = (SIDE_PX, 700, SIDE_PX)
        self.sides.put(self.panel, self._middle, self.verdict, sizes=sizes, stretch=1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sides)
        self._connect()

    @property
    def regions(self) -> list[Region]:
        """The regions in the order F6 walks them."""
        return [self.panel, self._coding.page, self.verdict]

    def look(self) -> None:
        """Take the page and show the register as it now is."""
        self._ground.addWidget(self._coding.page)
        self._show_registers(self._register.uid if self._register else "")

    def leave(self) -> None:
        """Give the page back."""
        self._coding.take_page()

    def go_to(self, proposition_uid: str, document_uid: str) -> None:
        """Mark a proposition in a document, also where the list was narrowed."""
        self._viewing.look_at(document_uid)
        if not self.panel.mark(proposition_uid):
            self.panel.filter_field.clear()
            self.panel.only_open.setChecked(False)
            self.panel.mark(proposition_uid)

    def judge(self, option_key: str) -> None:
        """Give the marked proposition a verdict, with the evidence that is ticked."""
        row, project = self._row, self._workspace.project
        option = row.scale.option(option_key) if row is not None else None
        document = self._coding.page.document
        if row is None or option is None or document is None or project is None:
            return
        run = None
        try:
            after = replace(self._drafted(), option_key=option_key)
            if option.needs_status:
                run = self._logged_search(project, row, document.revision_uid)
                after = replace(after, search_run_uid=run.uid)
        except QualcodeError as error:
            self._workspace.failed.emit(error)
        else:
            command = SetVerdict(self._workspace, self._reading(), row, after, run)
            if self._workspace.do(command):
                self._offer_opposites()
        self._show_verdict()

    # Inside

    def _connect(self) -> None:
        panel, verdict = self.panel, self.verdict
        panel.proposition_chosen.connect(self._on_panel_proposition_chosen)
        panel.register_chosen.connect(self._show_registers)
        panel.table_requested.connect(self._on_panel_table_requested)
        panel.load_requested.connect(self._on_panel_load_requested)
        verdict.verdict_wished.connect(self.judge)
        verdict.draft_changed.connect(self._on_verdict_draft_changed)
        verdict.passage_chosen.connect(self._coding.page.view.show_anchor)
        verdict.next_requested.connect(self._go_on)
        for region in (panel, verdict):
            for key in KEYS:
                self._shortcut(region, key).activated.connect(lambda key=key: self._on_key(key))
            self._shortcut(region, "N").activated.connect(self._go_on)
        self._viewing.document_changed.connect(self._on_viewing_document_changed)
        self._workspace.changed.connect(self._on_workspace_changed)
        self._workspace.coder_changed.connect(self._on_viewing_document_changed)

    def _shortcut(self, region: Region, key: str) -> QShortcut:
        made = QShortcut(QKeySequence(key), region)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return made

    def _reading(self) -> Reading:
        workspace = self._workspace
        return Reading(workspace.coder_uid, workspace.round_uid, self._viewing.document_uid)

    def _drafted(self) -> Verdict:
        """Return what was said before, with what the controls say now."""
        row, draft = self._row, self.verdict.draft()
        if row is None:
            return Verdict()
        before = self._workspace.read(judgements.get, self._reading(), row.uid)
        return replace(
            before,
            met=draft.met,
            missing=draft.missing.strip(),
            note=draft.note.strip(),
            numbers=numbers_in(draft.number),
            evidence=draft.evidence,
        )

    def _show_registers(self, uid: str) -> None:
        rows = self._workspace.read(propositions.registers)
        chosen = [row for row in rows if row.uid == uid] or rows[:1]
        self._register = chosen[0] if chosen else None
        self.panel.show_registers(rows, self._register.uid if self._register else "")
        if self._register is None:
            self.verdict.show_nothing()
            return
        listed = self._workspace.read(propositions.rows, self._register.uid)
        self.panel.show_rows(listed, self._said())
        self._show_rate()
        self._on_panel_proposition_chosen(self.panel.current_uid())

    def _said(self) -> dict[str, str]:
        if self._register is None or not self._viewing.document_uid:
            return {}
        found = self._workspace.read(
            judgements.rows,
            register_uid=self._register.uid,
            coder_uid=self._workspace.coder_uid,
            document_uid=self._viewing.document_uid,
        )
        return {one.proposition_uid: one.verdict.option_key for one in found}

    def _show_rate(self) -> None:
        rows, register = self.panel.model.all, self._register
        if register is None or not rows:
            return
        own = next((row.scale for row in rows if row.scale.uid == register.scale_uid), None)
        top = next((o for o in own.options if o.rank == own.top), None) if own else None
        rate = rate_in(register, rows, self._said())
        self.panel.show_rate(rate, label_of(top).capitalize() if top else "")

    def _show_verdict(self) -> None:
        row = self._row
        if row is None or not self._viewing.document_uid:
            self.verdict.show_nothing()
            return
        reading = self._reading()
        verdict = self._workspace.read(judgements.get, reading, row.uid)
        offered = self._workspace.read(evidence.passages, reading, row, verdict.evidence)
        self.verdict.show_verdict(row, verdict, offered)

    def _show_hits(self) -> None:
        """Look for the keywords away from the window; the marked proposition is what counts."""
        document, project, row = self._coding.page.document, self._workspace.project, self._row
        self._searched = None
        if document is None or project is None or row is None:
            return
        reading, revision_uid = self._reading(), document.revision_uid

        def search(progress: Progress) -> Searched:
            return evidence.searched(project, reading, row, revision_uid, progress)

        def show(found: Searched) -> None:
            if self._row is row and self._reading() == reading:
                self._searched = found
                self.verdict.show_hits(found.places)

        self.verdict.show_hits(None)
        if self._job is not None and self._job.is_running:
            self._job.cancel()
        job = self._job = self._jobs.start(self.tr("Looking for keywords"), search)
        job.succeeded.connect(show)
        job.failed.connect(self._workspace.failed)

    def _logged_search(self, project: Project, row: PropositionRow, revision_uid: str) -> NewRun:
        """Return the search that was shown, or make it where it is still under way."""
        found = self._searched
        if found is None:
            found = evidence.searched(project, self._reading(), row, revision_uid)
        return found.run

    def _offer_opposites(self) -> None:
        if self._row is None:
            return
        offered = self._workspace.read(judgements.offers, self._reading(), self._row.uid)
        if offered:
            keys = listing([row.key for row in offered])
            words = self.tr("{keys} is the opposite of this one: not applicable?")
            act = self.tr("Judge not applicable")
            self.verdict.message.tell(
                words.format(keys=keys), "info", act, lambda: self._set_aside(offered)
            )
        else:
            self.verdict.message.hide()

    def _set_aside(self, rows: list[PropositionRow]) -> None:
        for row in rows:
            after = Verdict(NOT_APPLICABLE)
            self._workspace.do(SetVerdict(self._workspace, self._reading(), row, after))
        self.verdict.message.hide()

    def _go_on(self) -> None:
        if not self.panel.mark_next_open():
            words = self.tr("Every proposition in this list is judged for this document.")
            self.panel.message.tell(words, "info")

    def _on_key(self, key: str) -> None:
        if self._row is not None and (option := dict(keyed(self._row)).get(key)) is not None:
            self.judge(option.key)

    def _on_panel_proposition_chosen(self, uid: str) -> None:
        self._row = next((row for row in self.panel.model.all if row.uid == uid), None)
        self.verdict.message.hide()
        self._show_verdict()
        self._show_hits()

    def _on_verdict_draft_changed(self) -> None:
        row = self._row
        if row is None or not self._viewing.document_uid:
            return
        try:
            after = self._drafted()
        except QualcodeError as error:
            self._workspace.failed.emit(error)
            return
        if after != self._workspace.read(judgements.get, self._reading(), row.uid):
            self._workspace.do(SetVerdict(self._workspace, self._reading(), row, after))
            self._show_verdict()

    def _on_panel_table_requested(self) -> None:
        if self._register is not None:
            self.table_requested.emit(self._register)

    def _on_panel_load_requested(self, key: str) -> None:
        project = self._workspace.project
        if project is None:
            return
        file, batch_uid = paths.codebooks() / f"{key}.json", new_uid()

        def load(_progress: object) -> tuple[Changes, CodebookFile, str]:
            book = codebook_json.read(file)
            return project.write(loading.load, book, batch_uid), book, batch_uid

        job = self._jobs.start(self.tr("Loading the register"), load)
        job.succeeded.connect(self._on_job_succeeded)
        job.failed.connect(self._workspace.failed)

    def _on_job_succeeded(self, done: tuple[Changes, CodebookFile, str]) -> None:
        changes, book, batch_uid = done
        self._workspace.changed.emit(changes)
        self._workspace.do(LoadedRegister(self._workspace, book, batch_uid))
        for uid in changes[Kind.REGISTER].added:
            self._show_registers(uid)

    def _on_viewing_document_changed(self, _uid: str) -> None:
        if self.isVisible():
            self.panel.show_said(self._said())
            self._show_rate()
            self._show_verdict()
            self._show_hits()

    def _on_workspace_changed(self, changes: Changes) -> None:
        if not self.isVisible():
            return
        if changes.bulk or changes.touches(Kind.REGISTER, Kind.PROPOSITION, Kind.CODE):
            self._show_registers(self._register.uid if self._register else "")
        elif changes.touches(Kind.JUDGEMENT):
            self.panel.show_said(self._said())
            self._show_rate()
            self._show_verdict()
        elif changes.touches(Kind.CODING):
            self._show_verdict()

    @property
    def title(self) -> str:
        """What the open register is called."""
        row = self._register
        return in_language(row.title_nl, row.title_en) if row else ""
