"""How far the coders agree: per code, pair and document, which codes are confused, and drift."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import QualcodeError, TooFewCoders
from qualcode_app.domain.progress import Progress
from qualcode_app.services.agreement import (
    agreement_details,
    agreements,
    area_agreement,
    facet_agreement,
    program_panels,
)
from qualcode_app.services.agreement.agreement_details import WhereAndWhat
from qualcode_app.services.agreement.agreement_rows import TARGET, AgreementRow, AgreementTable
from qualcode_app.services.agreement.agreement_words import methods_sentence
from qualcode_app.services.agreement.reliability import Reliability, Scope, spans
from qualcode_app.services.agreement.strips import strips
from qualcode_app.services.registers import verdict_agreement
from qualcode_app.services.store.project import Project
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.actions import Scope as KeyScope
from qualcode_app.ui.dialogs.left_out import LeftOutDialog
from qualcode_app.ui.jobs import Job, Jobs
from qualcode_app.ui.language import language_code
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets import agreement_terms as terms
from qualcode_app.ui.widgets.agreement_head import AgreementHead, Tab
from qualcode_app.ui.widgets.agreement_pages import AgreementPages
from qualcode_app.ui.widgets.figure_table import FigureTable
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.wording import error_sentence, number, translate
from qualcode_app.ui.workspace import Workspace

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is on the screen, and the data it came from."""

    data: Reliability
    table: AgreementTable


class AgreementPanel(Region):
    """Shows the figures; they are computed anew when looked at after something changed."""

    behind_chosen = Signal(object, str, str, float)  # Behind, name, figure in words, place or -1
    nothing_chosen = Signal()
    passages_wanted = Signal()  # put the focus on the passages
    report_changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        jobs: Jobs,
        theme: Theme,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "middle", "", parent)
        self.setAccessibleName(self.tr("Agreement"))
        self._workspace = workspace
        self._jobs = jobs
        self._theme = theme
        self._is_stale = True
        self._job: Job | None = None
        self._details_job: Job | None = None
        self._details: dict[Tab, Any] = {}  # what was computed for tabs that were looked at
        self.report: Report | None = None
        self._merging = actions["merge_files"]

        self.head = AgreementHead(theme, self)
        self.pages = AgreementPages(theme, self)
        self.body.insertWidget(0, self.head)
        self.body.addWidget(self.pages, 1)
        self.body.addStretch(0)
        self._connect(actions)
        actions.give(self, KeyScope.AGREEMENT)

    @property
    def scope(self) -> Scope:
        """What the user wants compared."""
        return replace(self.head.choices.scope(), overlap=self.head.overlap.currentData())

    def look(self) -> None:
        """Bring the figures up to date if they are not."""
        self.focus_figures()
        self.head.choices.offer(self._workspace)
        if self._is_stale:
            self.refresh()

    def focus_figures(self) -> None:
        """Put the focus on the page in sight."""
        page = self.pages.currentWidget()
        if page is not None:
            page.setFocus()

    def refresh(self) -> None:
        """Compute the figures anew, away from the window."""
        project = self._workspace.project
        if project is None:
            return
        self._is_stale = False
        for job in (self._job, self._details_job):
            if job is not None:
                job.cancel()
        scope = self.scope

        def compute(progress: Progress) -> Report:
            data = project.read_beside(spans, scope)
            return Report(data, agreements.tabulate(data, progress))

        self._job = self._jobs.start(self.tr("Computing agreement"), compute)
        self._job.succeeded.connect(self._on_job_succeeded)
        self._job.failed.connect(self._on_job_failed)
        self._job.ended.connect(self._on_job_ended)

    def copy_methods(self) -> None:
        """Put the sentence for the methods section on the clipboard, and show it."""
        if self.report is None:
            return
        said = methods_sentence(self.report.table, language_code())
        QGuiApplication.clipboard().setText(said)
        self.message.tell(self.tr("Copied: {sentence}").format(sentence=said), "info")

    def current_code(self) -> str:
        """Return the uid of the code that the marked figure is about, "" for none."""
        line = self.pages.codes.current()
        return line.code_uid if isinstance(line, AgreementRow) else ""

    # Inside

    def _connect(self, actions: Actions) -> None:
        head, pages = self.head, self.pages
        head.export_button.clicked.connect(actions["export"].trigger)
        head.methods_button.clicked.connect(actions["copy_methods"].trigger)
        head.choices.changed.connect(self.refresh)
        head.lowest_first.toggled.connect(self._on_lowest_first_toggled)
        head.sought.textChanged.connect(pages.codes.lines.seek)
        head.left_out.clicked.connect(self._on_left_out_clicked)
        head.tabs.currentChanged.connect(self._on_tabs_current_changed)
        head.in_spans.toggled.connect(pages.heat.matrix.count_in_spans)
        head.pair.currentIndexChanged.connect(self._on_view_changed)
        head.overlap.currentIndexChanged.connect(self._on_view_changed)
        head.code.currentIndexChanged.connect(self._on_view_changed)
        pages.behind_chosen.connect(self.behind_chosen)
        pages.nothing_chosen.connect(self.nothing_chosen)
        pages.passages_wanted.connect(self.passages_wanted)
        self._workspace.changed.connect(self._on_workspace_changed)

    def _show_report(self, report: Report | None) -> None:
        self.report, self._details = report, {}
        self.pages.setVisible(report is not None)
        table = report.table if report else None
        self.head.show_table(table)
        self.pages.show_table(table)
        self.report_changed.emit()
        if table is not None:
            self._show_details()

    def _show_details(self) -> None:
        """Compute what only the tab in front shows."""
        report, project = self.report, self._workspace.project
        tab = Tab(self.head.tabs.currentIndex())
        self._show_about()
        if tab < Tab.STRIPS or report is None or project is None or tab in self._details:
            return
        if self._details_job is not None:
            self._details_job.cancel()
        pair, code = self.head.pair.currentData(), self.head.code.currentData()
        data = replace(report.data, scope=self.scope)  # the overlap may be another by now
        work = _details_of(tab, project, data, pair or None, code or "")
        self._details_job = self._jobs.start(self.tr("Computing more figures"), work)
        self._details_job.succeeded.connect(self._on_details_succeeded)
        self._details_job.failed.connect(self._on_details_failed)

    def _on_details_succeeded(self, found: tuple[Tab, Any]) -> None:
        if self.sender() is not self._details_job:
            return
        tab, details = found
        self._details[tab] = details
        self.pages.show_code(self.head.code.currentData() or "")
        self.pages.show_details(tab, details)
        self._show_about()

    def _show_about(self) -> None:
        """Say above a tab what its figures are of, or why it has none."""
        tab, said = Tab(self.head.tabs.currentIndex()), ""
        if tab in self._details:
            said = self._said_above(tab, self._details[tab])
        elif self.report is not None and tab < Tab.STRIPS:
            table = self.report.table
            how = terms.interval_names()[table.scope.interval]
            text = self.tr("{interval}. Dashed: {target}.")
            said = text.format(interval=how, target=number(TARGET, 3))
            if table.warning:
                said = translate("errors", table.warning)
        self.head.about.setText(said)

    def _said_above(self, tab: Tab, details: Any) -> str:
        match tab:
            case Tab.FACETS if not details:
                return self.tr("No facet has values of two coders on a coding they share.")
            case Tab.FACETS:
                return self.tr(
                    "On codings that coders share: the same code, and at least half of the text. "
                    "A coding without a value is missing."
                )
            case Tab.VERDICTS if not details:
                return self.tr("No proposition of a register has verdicts of two coders.")
            case Tab.VERDICTS:
                return self.tr(
                    "On propositions in documents. One that a coder has not judged is missing."
                )
            case Tab.AREAS if details is None:
                return self.tr(
                    "Nobody has coded an area of a page. Drag with Alt over a page to code one."
                )
            case Tab.AREAS:
                return self.tr("On the surface of pages. Areas are never added to text.")
            case Tab.STRIPS:
                return self.tr(
                    "Each document from beginning to end. The dashes below show where not "
                    "everybody marked the same text."
                )
            case Tab.PROGRAMS:
                return self.tr(
                    "What these programs show for the same codings, to compare with. ReCal and "
                    "KALPHA count units of codes."
                )
            case Tab.CONFUSION:
                return self._where_and_what(details[1])
        return ""

    def _where_and_what(self, found: WhereAndWhat) -> str:
        text = self.tr(
            "Where: alpha {where} for the same passages, whatever the code. What: alpha {what} "
            "for the same codes on passages that both marked. Sets of codes (MASI): {sets}."
        )
        return text.format(
            where=number(found.where.value),
            what=number(found.what.value),
            sets=number(found.label_sets.value),
        )

    def _on_details_failed(self, error: QualcodeError) -> None:
        self.message.tell(error_sentence(error))

    def _on_job_succeeded(self, report: Report) -> None:
        if self.sender() is self._job:
            self.message.hide()
            self._show_report(report)

    def _on_job_failed(self, error: QualcodeError) -> None:
        if self.sender() is not self._job:
            return
        self._show_report(None)
        all_read, said = self.head.choices.all_read, error_sentence(error)
        if isinstance(error, TooFewCoders):
            self.message.tell(said, "info", self._merging.text(), self._merging.trigger)
        elif all_read.isChecked():
            self.message.tell(said, "info")
        else:
            act = self.tr("Count every document as read")
            self.message.tell(said, "info", act, lambda: all_read.setChecked(True))

    def _on_job_ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None

    def _on_lowest_first_toggled(self, lowest_first: bool) -> None:
        for table in self.pages.tables:
            table.keep_current(_sorting(table, lowest_first=lowest_first))

    def _on_left_out_clicked(self) -> None:
        if self.report is not None:
            LeftOutDialog(self._theme, self.report.table, self.window()).open()

    def _on_tabs_current_changed(self, tab: int) -> None:
        self.pages.setCurrentIndex(tab)
        self.head.show_tab(tab)
        self._show_details()
        self.pages.say_again()

    def _on_view_changed(self) -> None:
        for tab in (Tab.STRIPS, Tab.CONFUSION, Tab.PROGRAMS):
            self._details.pop(tab, None)
        self._show_details()

    def _on_workspace_changed(self, changes: Changes) -> None:
        if not changes.touches(
            Kind.CODING,
            Kind.READING_STATUS,
            Kind.CODE,
            Kind.DOCUMENT,
            Kind.CODER,
            Kind.ROUND,
            Kind.JUDGEMENT,
        ):
            return
        self._is_stale = True
        if self.isVisible():
            self.refresh()


def _details_of(
    tab: Tab, project: Project, data: Reliability, pair: Pair | None, code_uid: str
) -> Callable[[Progress], tuple[Tab, Any]]:
    """Return the work that computes what only one tab shows."""
    n_coders = len(data.coder_names)
    pairs = [pair] if pair else [(i, j) for j in range(n_coders) for i in range(j)]
    works: dict[Tab, Callable[[], object]] = {
        Tab.STRIPS: lambda: strips(data, code_uid),
        Tab.CONFUSION: lambda: (
            agreement_details.confused(data, pair),
            agreement_details.where_and_what(data),
        ),
        Tab.DRIFT: lambda: project.read_beside(agreement_details.drift, data),
        Tab.FACETS: lambda: project.read_beside(facet_agreement.lines, data),
        Tab.VERDICTS: lambda: project.read_beside(verdict_agreement.lines, data),
        Tab.AREAS: lambda: project.read_beside(area_agreement.table, data),
        Tab.PROGRAMS: lambda: tuple(
            line for two in pairs for line in program_panels.other_programs(data, two)
        ),
    }
    return lambda _progress: (tab, works[tab]())


def _sorting(table: FigureTable, *, lowest_first: bool) -> Callable[[], None]:
    def sort() -> None:
        table.sort_lowest_first() if lowest_first else table.lines.sort(-1)

    return sort
