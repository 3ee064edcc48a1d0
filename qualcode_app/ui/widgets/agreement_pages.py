"""The pages behind the tabs of agreement: tables, the heat map, and the strips."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QWidget

from qualcode_app.services.agreement.agreement_details import DriftPoint
from qualcode_app.services.agreement.agreement_passages import Behind
from qualcode_app.services.agreement.agreement_rows import AgreementRow, AgreementTable, GroupLine
from qualcode_app.services.agreement.program_panels import ProgramLine
from qualcode_app.services.agreement.strips import Strip
from qualcode_app.services.agreement.value_figures import ValueLine
from qualcode_app.ui.item_models import agreement_columns as columns
from qualcode_app.ui.item_models.agreement_lines import Line, interval, name_of
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.agreement_head import Tab
from qualcode_app.ui.widgets.figure_table import FigureTable
from qualcode_app.ui.widgets.heat_map import HeatMap
from qualcode_app.ui.widgets.strips_view import StripsView, apart_words
from qualcode_app.ui.wording import listing, translate


class AgreementPages(QStackedWidget):
    """Shows a report; tells which figure the user wants to see the passages of."""

    behind_chosen = Signal(object, str, str, float)  # Behind, name, figure in words, place or -1
    nothing_chosen = Signal()  # the page in front has no marked line
    passages_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)

        def table(name: str) -> FigureTable:
            return FigureTable(theme, name, self)

        self.codes = table(self.tr("Agreement per code"))
        self.pairs = table(self.tr("Agreement per pair of coders"))
        self.documents = table(self.tr("Agreement per document"))
        self.strips = StripsView(theme, self)
        self.heat = HeatMap(theme, self)
        self.heat.setAccessibleName(self.tr("Which codes take each other's place"))
        self.drift = table(self.tr("Agreement over time"))
        self.facets = table(self.tr("Agreement on facets"))
        self.verdicts = table(self.tr("Agreement on verdicts"))
        self.areas = table(self.tr("Agreement on areas of pages"))
        self.programs = table(self.tr("What other programs show"))
        self.programs.let_rows_grow()
        in_order: dict[Tab, QAbstractItemView] = {
            Tab.CODES: self.codes,
            Tab.PAIRS: self.pairs,
            Tab.DOCUMENTS: self.documents,
            Tab.STRIPS: self.strips,
            Tab.CONFUSION: self.heat,
            Tab.DRIFT: self.drift,
            Tab.FACETS: self.facets,
            Tab.VERDICTS: self.verdicts,
            Tab.AREAS: self.areas,
            Tab.PROGRAMS: self.programs,
        }
        for page in in_order.values():
            self.addWidget(page)
            page.activated.connect(self._on_activated)
        self.tables = tuple(page for page in in_order.values() if isinstance(page, FigureTable))
        for each in self.tables:
            each.line_chosen.connect(self._on_line_chosen)
        self.heat.selectionModel().currentChanged.connect(self._on_heat_current_changed)
        self.strips.strip_chosen.connect(self._on_strip_chosen)
        self._coders: tuple[str, ...] = ()
        self._code_uid = ""

    def show_table(self, table: AgreementTable | None) -> None:
        """Show the report, or nothing."""
        for each in self.tables:
            each.lines.table = table
            if table is None:
                each.show_lines((), ())
        if table is None:
            return
        self._coders = table.coders
        self.codes.show_lines(columns.code_columns(table), table.rows, (table.pooled,))
        self.pairs.show_lines(columns.pair_columns(table), (*table.by_pair, *table.by_coder))
        self.documents.show_lines(columns.document_columns(table), table.by_document)

    def show_details(self, tab: Tab, found: Any) -> None:
        """Show what was computed for a tab when it was looked at."""
        match tab:
            case Tab.STRIPS:
                self.strips.show_strips(found)
            case Tab.CONFUSION:
                self.heat.matrix.show(found[0])
            case Tab.DRIFT:
                self.drift.show_lines(columns.drift_columns(), found)
            case Tab.FACETS:
                shared = translate("agreement", "Shared codings")
                facet = translate("agreement", "Facet")
                self.facets.show_lines(columns.value_columns(facet, shared), found)
            case Tab.VERDICTS:
                both = translate("agreement", "Judged by two")
                register = translate("agreement", "Register")
                self.verdicts.show_lines(columns.value_columns(register, both), found)
            case Tab.AREAS:
                self._show_areas(found)
            case Tab.PROGRAMS:
                self.programs.show_lines(columns.program_columns(self._coders), found)

    def show_code(self, code_uid: str) -> None:
        """Remember which code the strips are of, for the passages behind them."""
        self._code_uid = code_uid

    def say_again(self) -> None:
        """Tell the marked line of the page that came to the front, or that there is none."""
        page = self.currentWidget()
        if isinstance(page, FigureTable):
            line = page.current()
            if line is not None:
                self._tell(page, line)
                return
        elif isinstance(page, StripsView) and page.currentIndex().isValid():
            self._on_strip_chosen(page.strips.rows[page.currentIndex().row()], -1.0)
            return
        elif isinstance(page, HeatMap) and page.currentIndex().isValid():
            self._on_heat_current_changed(page.currentIndex())
            return
        self.nothing_chosen.emit()

    # Inside

    def _show_areas(self, areas: AgreementTable | None) -> None:
        self.areas.lines.table = areas
        if areas is None:
            self.areas.show_lines((), ())
        else:
            self.areas.show_lines(columns.code_columns(areas), areas.rows, (areas.pooled,))

    def _on_line_chosen(self, line: Line) -> None:
        table = self.sender()
        if isinstance(table, FigureTable) and table is self.currentWidget():
            self._tell(table, line)  # one behind another tab was only filled

    def _tell(self, table: FigureTable, line: Line) -> None:
        self.behind_chosen.emit(self._behind(table, line), name_of(line), interval(line), -1.0)

    def _behind(self, table: FigureTable, line: Line) -> Behind:
        match line:
            case AgreementRow():
                return Behind(line.code_uid, areas=table is self.areas)
            case DriftPoint():
                return Behind(document=line.document)
            case ValueLine() if table is self.verdicts:
                return Behind(scale_uid=line.uid)
            case ValueLine():
                return Behind(facet_uid=line.uid)
            case ProgramLine():
                return Behind(coders=line.coders)
            case GroupLine(of="document"):
                return Behind(document=line.members[0])
            case _:
                return Behind(coders=line.members if line.of == "pair" else ())

    def _on_strip_chosen(self, strip: Strip, place: float) -> None:
        behind = Behind(self._code_uid, document=strip.document)
        self.behind_chosen.emit(behind, strip.title, apart_words(strip), place)

    def _on_heat_current_changed(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        one, other = self.heat.matrix.codes_at(index)
        first, second = (one, other) if one else (other, "")
        if not first:
            return
        pair = self.heat.matrix.table.pair if self.heat.matrix.table else None
        behind = Behind(first, other_uid=second if second != first else "", coders=pair or ())
        keys = listing(
            [
                str(self.heat.matrix.headerData(at, Qt.Orientation.Horizontal))
                for at in sorted({index.row(), index.column()})
            ]
        )
        words = str(index.data(Qt.ItemDataRole.ToolTipRole))
        self.behind_chosen.emit(behind, keys, words, -1.0)

    def _on_activated(self, _index: QModelIndex) -> None:
        self.passages_wanted.emit()
