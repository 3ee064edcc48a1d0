"""How far the coders agree: per code, pair and document, which codes are confused, and drift."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.services.agreement import (
    agreement_details,
    agreements,
    area_agreement,
    facet_agreement,
)
from qualcode_app.services.agreement.agreement_details import (
    ConfusionTable,
    DriftPoint,
    WhereAndWhat,
)
from qualcode_app.services.agreement.agreement_passages import Behind
from qualcode_app.services.agreement.agreement_rows import AgreementRow, AgreementTable, GroupLine
from qualcode_app.services.agreement.agreement_words import methods_sentence
from qualcode_app.services.agreement.reliability import Reliability, Scope, spans
from qualcode_app.services.agreement.value_figures import ValueLine
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.actions import Scope as KeyScope
from qualcode_app.ui.dialogs.left_out import LeftOutDialog
from qualcode_app.ui.item_models import agreement_table as lines
from qualcode_app.ui.item_models.agreement_table import Line
from qualcode_app.ui.jobs import Job, Jobs
from qualcode_app.ui.language import language_code
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.agreement_head import AgreementHead
from qualcode_app.ui.widgets.figure_table import FigureTable
from qualcode_app.ui.widgets.heat_map import HeatMap
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import error_sentence, listing, number
from qualcode_app.ui.workspace import Workspace

CODES, PAIRS, DOCUMENTS, CONFUSION, DRIFT, FACETS, AREAS = range(7)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is on the screen, and the data it came from."""

    data: Reliability
    table: AgreementTable


@dataclass(frozen=True, slots=True)
class Details:
    """What is computed when a tab is looked at that needs it."""

    confusion: ConfusionTable
    drift: tuple[DriftPoint, ...]
    where: WhereAndWhat
    facets: tuple[ValueLine, ...]
    areas: AgreementTable | None


class AgreementPanel(Region):
    """Shows the figures; they are computed anew when looked at after something changed."""

    behind_chosen = Signal(object, str, str)  # Behind, what it is called, its figure in words
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
        self._details: Details | None = None
        self.report: Report | None = None

        self.head = AgreementHead(theme, self)
        self.title, self.subtitle = self.head.title, self.head.subtitle
        self.left_out, self.all_read = self.head.left_out, self.head.all_read
        self.lowest_first, self.level_buttons = self.head.lowest_first, self.head.level_buttons
        self.codes = FigureTable(theme, self.tr("Agreement per code"), self)
        self.pairs = FigureTable(theme, self.tr("Agreement per pair of coders"), self)
        self.documents = FigureTable(theme, self.tr("Agreement per document"), self)
        self.drift = FigureTable(theme, self.tr("Agreement over time"), self)
        self.facets = FigureTable(theme, self.tr("Agreement on facets"), self)
        self.areas = FigureTable(theme, self.tr("Agreement on areas of pages"), self)
        self.heat = HeatMap(theme, self)
        self.heat.setAccessibleName(self.tr("Which codes take each other's place"))
        self.where = label("", "muted", self)
        self.where.setWordWrap(True)
        self.where.setContentsMargins(18, 8, 18, 8)
        self.table, self.model = self.codes, self.codes.lines
        self.pages = QStackedWidget(self)
        self.tables = (
            *(self.codes, self.pairs, self.documents),
            *(self.drift, self.facets, self.areas),
        )
        for page in (*self.tables[:CONFUSION], self.heat, *self.tables[CONFUSION:]):
            self.pages.addWidget(page)
        self.body.insertWidget(0, self.head)
        self.body.addWidget(self.where)
        self.body.addWidget(self.pages, 1)
        self.where.hide()
        self._connect(actions)
        actions.give(self, KeyScope.AGREEMENT)

    @property
    def scope(self) -> Scope:
        """What the user wants compared."""
        return self.head.scope()

    def look(self) -> None:
        """Bring the figures up to date if they are not."""
        self.focus_figures()
        self.head.offer(self._workspace)
        if self._is_stale:
            self.refresh()

    def focus_figures(self) -> None:
        """Put the focus on the table in sight."""
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

        def compute(_progress: object) -> Report:
            data = project.read(spans, scope)
            return Report(data, agreements.tabulate(data))

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
        line = self.codes.current()
        return line.code_uid if isinstance(line, AgreementRow) else ""

    # Inside

    def _connect(self, actions: Actions) -> None:
        head = self.head
        head.export_button.clicked.connect(actions["export"].trigger)
        head.methods_button.clicked.connect(actions["copy_methods"].trigger)
        head.changed.connect(self.refresh)
        head.lowest_first.toggled.connect(self._on_lowest_first_toggled)
        head.sought.textChanged.connect(self.model.seek)
        head.left_out.clicked.connect(self._on_left_out_clicked)
        head.tabs.currentChanged.connect(self._on_tabs_current_changed)
        head.in_spans.toggled.connect(self.heat.matrix.count_in_spans)
        for table in self.tables:
            table.line_chosen.connect(self._on_line_chosen)
            table.activated.connect(self._on_activated)
        self.heat.selectionModel().currentChanged.connect(self._on_heat_current_changed)
        self.heat.activated.connect(self._on_activated)
        self._workspace.changed.connect(self._on_workspace_changed)

    def _show_report(self, report: Report | None) -> None:
        self.report, self._details = report, None
        self.pages.setVisible(report is not None)
        table = report.table if report else None
        for each in self.tables:
            each.lines.table = table
        if table is None:
            self.head.show_table(None)
            for each in self.tables:
                each.show_lines((), ())
            self.report_changed.emit()
            return
        self.head.show_table(table)
        self.codes.show_lines(lines.code_columns(table), table.rows, (table.pooled,))
        self.pairs.show_lines(lines.pair_columns(), (*table.by_pair, *table.by_coder))
        self.documents.show_lines(lines.document_columns(), table.by_document)
        self.report_changed.emit()
        self._show_details()

    def _show_details(self) -> None:
        """Compute what only some tabs need, when one of them is in sight."""
        report, project = self.report, self._workspace.project
        needed = self.head.tabs.currentIndex() >= CONFUSION
        self._show_where()
        if not needed or report is None or project is None or self._details is not None:
            return
        data = report.data

        def compute(_progress: object) -> Details:
            return Details(
                agreement_details.confused(data),
                project.read(agreement_details.drift, data),
                agreement_details.where_and_what(data),
                project.read(facet_agreement.lines, data),
                project.read(area_agreement.table, data),
            )

        self._details_job = self._jobs.start(self.tr("Computing more figures"), compute)
        self._details_job.succeeded.connect(self._on_details_succeeded)
        self._details_job.failed.connect(self._on_details_failed)

    def _on_details_succeeded(self, details: Details) -> None:
        if self.sender() is not self._details_job:
            return
        self._details = details
        self.heat.matrix.show(details.confusion)
        self.drift.show_lines(lines.drift_columns(), details.drift)
        self.facets.show_lines(lines.facet_columns(), details.facets)
        areas = details.areas
        self.areas.lines.table = areas
        if areas is None:
            self.areas.show_lines((), ())
        else:
            self.areas.show_lines(lines.code_columns(areas), areas.rows, (areas.pooled,))
        self._show_where()

    def _show_where(self) -> None:
        """Say above a tab what its figures are about, or why it has none."""
        tab, details = self.head.tabs.currentIndex(), self._details
        said = self._said_above(tab, details) if details is not None else ""
        self.where.setText(said)
        self.where.setVisible(bool(said))

    def _said_above(self, tab: int, details: Details) -> str:
        if tab == FACETS:
            if not details.facets:
                return self.tr("No facet has values of two coders on a coding they share.")
            return self.tr(
                "On codings that coders share: the same code, and at least half of the text. "
                "A coding without a value is missing."
            )
        if tab == AREAS:
            if details.areas is None:
                return self.tr("Nobody has coded an area of a page.")
            return self.tr("On the surface of pages. Areas are never added to text.")
        if tab != CONFUSION:
            return ""
        found = details.where
        text = self.tr(
            "Where: alpha {where} for the same passages, whatever the code. What: alpha {what} "
            "for the same codes on passages that both marked. Sets of codes (MASI): {sets}."
        )
        return text.format(
            where=number(found.where.value),
            what=number(found.what.value),
            sets=number(found.label_sets.value),
        )

    def _on_details_failed(self, error: Exception) -> None:
        if not isinstance(error, QualcodeError):
            raise error
        self.message.tell(error_sentence(error))

    def _on_job_succeeded(self, report: Report) -> None:
        if self.sender() is self._job:
            self.message.hide()
            self._show_report(report)

    def _on_job_failed(self, error: Exception) -> None:
        if self.sender() is not self._job:
            return
        if not isinstance(error, QualcodeError):
            raise error
        self._show_report(None)
        if self.all_read.isChecked():
            self.message.tell(error_sentence(error), "info")
        else:
            act = self.tr("Count every document as read")
            self.message.tell(
                error_sentence(error), "info", act, lambda: self.all_read.setChecked(True)
            )

    def _on_job_ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None

    def _on_lowest_first_toggled(self, lowest_first: bool) -> None:
        for table in self.tables:
            table.keep_current(_sorting(table, lowest_first=lowest_first))

    def _on_left_out_clicked(self) -> None:
        if self.report is not None:
            LeftOutDialog(self._theme, self.report.table, self.window()).open()

    def _on_tabs_current_changed(self, tab: int) -> None:
        self.pages.setCurrentIndex(tab)
        self.head.show_tab(tab, CODES, CONFUSION)
        self._show_details()
        page = self.pages.currentWidget()
        if isinstance(page, FigureTable):
            line = page.current()
            if line is not None:
                self._on_line_chosen(line)

    def _on_activated(self, _index: QModelIndex) -> None:
        self.passages_wanted.emit()

    def _on_line_chosen(self, line: Line) -> None:
        if self.sender() in self.tables and self.sender() is not self.pages.currentWidget():
            return  # filled behind another tab
        words = lines.interval(line) or number(line.alpha.value)
        if isinstance(line, AgreementRow):
            behind = Behind(line.code_uid, areas=self.pages.currentWidget() is self.areas)
        elif isinstance(line, DriftPoint):
            behind = Behind(document=line.document)
        elif isinstance(line, ValueLine):
            behind = Behind(facet_uid=line.uid)
        else:
            behind = self._behind_group(line)
        self.behind_chosen.emit(behind, lines.name_of(line), words)

    def _behind_group(self, line: GroupLine) -> Behind:
        if line.of == "document":
            return Behind(document=line.members[0])
        return Behind(coders=line.members if line.of == "pair" else ())

    def _on_heat_current_changed(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        one, other = self.heat.matrix.codes_at(index)
        first, second = (one, other) if one else (other, "")
        if not first:
            return
        words = str(index.data(Qt.ItemDataRole.ToolTipRole))
        behind = Behind(first, other_uid=second if second != first else "")
        keys = listing(
            [
                str(self.heat.matrix.headerData(at, Qt.Orientation.Horizontal))
                for at in sorted({index.row(), index.column()})
            ]
        )
        self.behind_chosen.emit(behind, keys, words)

    def _on_workspace_changed(self, changes: Changes) -> None:
        if not changes.touches(
            Kind.CODING, Kind.READING_STATUS, Kind.CODE, Kind.DOCUMENT, Kind.CODER, Kind.ROUND
        ):
            return
        self._is_stale = True
        if self.isVisible():
            self.refresh()


def _sorting(table: FigureTable, *, lowest_first: bool) -> Callable[[], None]:
    def sort() -> None:
        table.sort_lowest_first() if lowest_first else table.lines.sort(-1)

    return sort
