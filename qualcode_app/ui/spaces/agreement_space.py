"""The agreement work space: the figures at the left, the passages behind one at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qualcode_app.domain.errors import QualcodeError
from qualcode_app.services.agreement import area_agreement, facet_agreement
from qualcode_app.services.agreement.agreement_passages import Behind, Passages, passages
from qualcode_app.services.agreement.reliability import Reliability
from qualcode_app.services.codebook import codebook
from qualcode_app.services.codebook.boundaries import BoundaryRule
from qualcode_app.services.registers import verdict_agreement
from qualcode_app.services.store.project import Project
from qualcode_app.ui.actions import Actions, Scope
from qualcode_app.ui.dialogs.boundary_rule import BoundaryRuleDialog
from qualcode_app.ui.jobs import Job, Jobs
from qualcode_app.ui.language import language_code
from qualcode_app.ui.panels.agreement_panel import AgreementPanel
from qualcode_app.ui.panels.passages_panel import PassagesPanel
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.undo.boundaries import WriteBoundaryRule
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.splitter import Splitter
from qualcode_app.ui.wording import error_sentence
from qualcode_app.ui.workspace import Workspace

RIGHT_PX = 432


class AgreementSpace(QWidget):
    """Wires the two panels: a figure opens its passages, a passage its page."""

    page_requested = Signal(object)  # Passage

    def __init__(
        self,
        workspace: Workspace,
        jobs: Jobs,
        theme: Theme,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._theme = theme
        self._job: Job | None = None
        self._behind: tuple[Behind, str, str] | None = None
        self._near = -1.0  # where in the document, as a share, a passage was asked for
        self.panel = AgreementPanel(workspace, jobs, theme, actions, self)
        self.passages = PassagesPanel(theme, actions, self)
        actions.give(self.passages, Scope.AGREEMENT)
        self.sides = Splitter(
            "agreement", Qt.Orientation.Horizontal, workspace.settings, theme, self
        )
        self.sides.put(self.panel, self.passages, sizes=(900, RIGHT_PX), stretch=0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sides)
        self.panel.behind_chosen.connect(self._on_panel_behind_chosen)
        self.panel.nothing_chosen.connect(self._on_panel_nothing_chosen)
        self.panel.passages_wanted.connect(self.passages.focus_list)
        self.panel.report_changed.connect(self._on_panel_report_changed)
        self.passages.page_requested.connect(self.page_requested)
        self.passages.back_requested.connect(self._on_passages_back_requested)

    @property
    def regions(self) -> list[Region]:
        """The regions in the order F6 walks them."""
        return [self.panel, self.passages]

    def look(self) -> None:
        """Bring the figures up to date."""
        self.panel.look()

    def come_back(self) -> None:
        """Put the focus on the passage whose page was looked at."""
        self.passages.focus_list()

    def write_rule(self) -> None:
        """Let the user part the code of the marked passage from the code put there instead."""
        row = self.passages.current()
        one = row.code_uid if row else self.panel.current_code()
        report = self.panel.report
        if not one or report is None:
            return
        other = row.other_uids[0] if row and row.other_uids else ""
        codes = self._workspace.read(codebook.rows, counted=False)
        if len(codes) < 2 or one not in {code.uid for code in codes}:
            return
        dialog = BoundaryRuleDialog(self._theme, codes, one, other, self.window())
        dialog.wanted.connect(self._on_rule_wanted)
        dialog.open()

    # Inside

    def _on_rule_wanted(self, rule: BoundaryRule) -> None:
        keys = {row.uid: row.key for row in self._workspace.read(codebook.rows, counted=False)}
        pair = (keys[rule.one_uid], keys[rule.other_uid])
        reason = self.tr("Boundary rule after comparing coders")
        self._workspace.do(WriteBoundaryRule(self._workspace, rule, pair, reason))

    def _on_panel_behind_chosen(
        self, behind: Behind, title: str, figure: str, place: float
    ) -> None:
        self._behind, self._near = (behind, title, figure), place
        self._read_passages()

    def _on_panel_nothing_chosen(self) -> None:
        self._behind = None
        self.passages.ask_for_choice()

    def _on_panel_report_changed(self) -> None:
        if self.panel.report is None or self._behind is None:
            self.passages.ask_for_choice()
        else:
            self._read_passages()

    def _read_passages(self) -> None:
        report, project = self.panel.report, self._workspace.project
        if report is None or project is None or self._behind is None:
            return
        behind, title, figure = self._behind
        if not _fits(behind, report.data.characters.codes, len(report.data.document_titles)):
            self._behind = None
            self.passages.ask_for_choice()
            return
        self.passages.show_head(title, figure)
        data, language = report.data, language_code()
        self._job = self._jobs.read(
            self.tr("Reading passages"),
            project,
            lambda view, _progress: _behind(view, data, behind, language),
        )
        self._job.succeeded.connect(self._on_job_succeeded)
        self._job.failed.connect(self._on_job_failed)

    def _on_job_succeeded(self, found: Passages) -> None:
        report = self.panel.report
        if self.sender() is self._job and report is not None and self._behind is not None:
            keys = {row.uid: row.key for row in report.data.codes}
            self.passages.show_passages(found, keys, self._nearby(report.data))

    def _nearby(self, data: Reliability) -> int:
        """Return the place in the text that was clicked, -1 for none; it is asked for once."""
        share, self._near = self._near, -1.0
        if share < 0 or self._behind is None or self._behind[0].document < 0:
            return -1
        return round(share * int(data.characters.lengths[self._behind[0].document]))

    def _on_job_failed(self, error: QualcodeError) -> None:
        if self.sender() is self._job:
            self.passages.message.tell(error_sentence(error))

    def _on_passages_back_requested(self) -> None:
        self.panel.focus_figures()


def _behind(project: Project, data: Reliability, behind: Behind, language: str) -> Passages:
    """Read what lies behind a figure: of text, of a facet, of verdicts, or of areas."""
    if behind.facet_uid:
        return project.read(facet_agreement.passages, data, behind.facet_uid, language)
    if behind.scale_uid:
        return project.read(verdict_agreement.passages, data, behind.scale_uid, language)
    if behind.areas:
        return project.read(area_agreement.passages, data, behind.code_uid)
    return project.read(passages, data, behind)


def _fits(behind: Behind, codes: tuple[str, ...], n_documents: int) -> bool:
    """Tell whether a figure can still be asked about after the data changed."""
    known = all(uid in codes for uid in (behind.code_uid, behind.other_uid) if uid)
    return known and behind.document < n_documents
