"""Tables of agreement as the window shows them: per code, pair, document, and over time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf, isnan
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from qualcode_app.services.agreement.agreement_details import DriftPoint
from qualcode_app.services.agreement.agreement_rows import (
    AgreementRow,
    AgreementTable,
    GroupLine,
    Number,
)
from qualcode_app.services.agreement.value_figures import ValueLine
from qualcode_app.ui.wording import DASH, count, date, in_language, listing, number

ROW_ROLE = Qt.ItemDataRole.UserRole  # the line
KIND_ROLE = Qt.ItemDataRole.UserRole + 1  # what the cell holds

Index = QModelIndex | QPersistentModelIndex
Line = AgreementRow | GroupLine | DriftPoint | ValueLine
Kind = Literal["name", "interval", "figure", "count", "chip"]
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its words, what it says on hover and how it sorts."""

    head: str
    kind: Kind
    width_px: int
    words: Callable[[Any], str]
    order: Callable[[Any], float | str]
    told: Callable[[Any], str] = lambda _: ""


class AgreementTableModel(QAbstractTableModel):
    """Lines of one kind; a line for everything together stays on top however it is sorted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table: AgreementTable | None = None  # where the lines come from
        self.columns: tuple[Column, ...] = ()
        self._given: tuple[Line, ...] = ()
        self._top: tuple[Line, ...] = ()
        self._rows: list[Line] = []
        self._sorted_by: tuple[int, bool] | None = None
        self._sought = ""

    def show(
        self, columns: Sequence[Column], rows: Sequence[Line], top: Sequence[Line] = ()
    ) -> None:
        """Show lines; the order and the filter stay."""
        self.beginResetModel()
        self.columns, self._given, self._top = tuple(columns), tuple(rows), tuple(top)
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 gives the order of the codebook back. No figure comes last."""
        self.beginResetModel()
        falls = order == Qt.SortOrder.DescendingOrder
        self._sorted_by = None if column < 0 else (column, falls)
        self._arrange()
        self.endResetModel()

    def seek(self, words: str) -> None:
        """Show only lines whose name holds these words."""
        self.beginResetModel()
        self._sought = words.strip().casefold()
        self._arrange()
        self.endResetModel()

    @property
    def lowest(self) -> float:
        """Where the axis of the intervals starts: 0, or the lowest value when one is negative."""
        values = [row.alpha.value for row in self._rows]
        return min([0.0, *(max(value, -1.0) for value in values if not isnan(value))])

    def row(self, row: int) -> Line:
        """Return one line."""
        return self._rows[row]

    def number_of(self, line: Line) -> int:
        """Return where the line with the same name stands, -1 where it does not."""
        name = name_of(line)
        return next((i for i, row in enumerate(self._rows) if name_of(row) == name), -1)

    def column_of(self, kind: Kind) -> int:
        """Return the first column of a kind, -1 without one."""
        return next((i for i, each in enumerate(self.columns) if each.kind == kind), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        match role:
            case _ if role == ROW_ROLE:
                return row
            case _ if role == KIND_ROLE:
                return column.kind
            case Qt.ItemDataRole.DisplayRole:
                return column.words(row)
            case Qt.ItemDataRole.ToolTipRole:
                return column.told(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(self.columns[section])
        return self.columns[section].head if role == Qt.ItemDataRole.DisplayRole else None

    def _arrange(self) -> None:
        rows = [row for row in self._given if self._sought in name_of(row).casefold()]
        if self._sorted_by is not None and self._sorted_by[0] < len(self.columns):
            column, falls = self._sorted_by
            order = self.columns[column].order
            known = [row for row in rows if order(row) != inf]
            unknown = [row for row in rows if order(row) == inf]
            rows = sorted(known, key=order, reverse=falls) + unknown
        self._rows = [*self._top, *rows]


def _side(column: Column) -> Qt.AlignmentFlag:
    is_words = column.kind in ("name", "interval", "chip")
    side = Qt.AlignmentFlag.AlignLeft if is_words else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


# Columns


def code_columns(table: AgreementTable) -> tuple[Column, ...]:
    """Return the columns of the table of codes."""
    tolerance = table.scope.tolerance
    columns = [_name(translate("agreement", "Code"), 230), *_alpha()]
    columns.append(_figure("F1", 52, lambda row: row.f1))
    if table.pooled.tolerant is not None:
        words = translate("agreement", "± word")
        if tolerance == "sentence":
            words = translate("agreement", "± sentence")
        columns.append(_figure(words, 74, lambda row: row.tolerant))
    return (
        *columns,
        Column(
            translate("agreement", "Spans"),
            "count",
            60,
            lambda row: count(sum(row.n_spans)),
            lambda row: sum(row.n_spans),
            lambda row: _use(table, row),
        ),
        Column(
            translate("agreement", "Doc."),
            "count",
            50,
            lambda row: count(row.n_documents_used),
            lambda row: row.n_documents_used,
        ),
        Column(
            translate("agreement", "P(< {target})").format(target=number(0.667, 3)),
            "figure",
            98,
            lambda row: number(row.below_target),
            lambda row: _last(row.below_target),
        ),
        Column(
            translate("agreement", "Mind"),
            "chip",
            110,
            remarks,
            remarks,
            lambda row: "\n".join(translate("errors", notice) for notice in row.notices),
        ),
    )


def pair_columns() -> tuple[Column, ...]:
    """Return the columns of the table of pairs and of coders."""
    return (
        _name(translate("agreement", "Coders"), 230),
        *_alpha(),
        _figure("F1", 60, lambda row: row.f1),
        _figure(translate("agreement", "Kappa"), 70, lambda row: row.kappa),
        _figure(translate("agreement", "Without"), 84, lambda row: row.without),
        _disagreeing(),
    )


def document_columns() -> tuple[Column, ...]:
    """Return the columns of the table of documents."""
    return (
        _name(translate("agreement", "Document"), 230),
        *_alpha(),
        _figure("F1", 60, lambda row: row.f1),
        _spans(lambda row: sum(row.n_spans)),
        _disagreeing(),
    )


def drift_columns() -> tuple[Column, ...]:
    """Return the columns of agreement over time."""
    return (
        _name(translate("agreement", "Document, in the order of coding"), 230),
        *_alpha(),
        _figure(translate("agreement", "Last three"), 90, lambda row: row.moving),
        _spans(lambda row: row.n_spans),
        Column(
            translate("agreement", "First coded"),
            "count",
            130,
            lambda row: date(row.coded_at) if row.coded_at else DASH,
            lambda row: row.coded_at.timestamp() if row.coded_at else inf,
        ),
    )


def facet_columns() -> tuple[Column, ...]:
    """Return the columns of the table of facets."""
    shared = translate("agreement", "Shared codings")
    apart = translate("agreement", "Other value")
    return (
        _name(translate("agreement", "Facet"), 210),
        *_alpha(),
        _figure(translate("agreement", "Percent"), 78, lambda row: row.percent),
        _figure("AC1", 60, lambda row: row.ac1),
        Column(shared, "count", 120, lambda row: count(row.n_units), lambda row: row.n_units),
        Column(apart, "count", 100, lambda row: count(row.n_apart), lambda row: row.n_apart),
    )


def _name(head: str, width_px: int) -> Column:
    return Column(head, "name", width_px, name_of, lambda row: name_of(row).casefold())


def _alpha() -> tuple[Column, Column]:
    head = translate("agreement", "95 % interval (dashes: 0.667)").replace(
        "0.667", number(0.667, 3)
    )
    return (
        _figure(translate("agreement", "Alpha"), 64, lambda row: row.alpha),
        Column(head, "interval", 0, interval, lambda row: _last(row.alpha.value), interval),
    )


def _figure(head: str, width_px: int, of: Callable[[Any], Number | None]) -> Column:
    def words(row: Line) -> str:
        figure = of(row)
        return "" if figure is None else number(figure.value)

    def order(row: Line) -> float:
        figure = of(row)
        return inf if figure is None else _last(figure.value)

    def told(row: Line) -> str:
        figure = of(row)
        return "" if figure is None else _reason(figure)

    return Column(head, "figure", width_px, words, order, told)


def _spans(of: Callable[[Any], int]) -> Column:
    head = translate("agreement", "Spans")
    return Column(head, "count", 70, lambda row: count(of(row)), of)


def _disagreeing() -> Column:
    return Column(
        translate("agreement", "Apart"),
        "count",
        90,
        lambda row: count(row.n_disagreeing),
        lambda row: row.n_disagreeing,
        lambda _: translate("agreement", "Characters or units of codes on which coders differ"),
    )


def _last(value: float) -> float:
    return inf if isnan(value) else value


# Words


def name_of(line: Line) -> str:
    """Return what a line is called."""
    if isinstance(line, AgreementRow):
        return f"{line.code_key} {code_name(line)}".strip()
    if isinstance(line, DriftPoint):
        return line.title
    if isinstance(line, ValueLine):
        return in_language(line.label_nl, line.label_en)
    if line.of == "coder":
        text = translate("agreement", "{name} against the others")
        return text.format(name=line.names[0])
    return listing(line.names)


def code_name(row: AgreementRow) -> str:
    """Return the label of the code, or what the pooled row is called."""
    if not row.code_uid:
        return translate("agreement", "All codes together")
    return in_language(row.code_label_nl, row.code_label_en)


def interval(row: Line) -> str:
    """Return the interval in words, or why there is none."""
    if row.alpha.reason:
        return _reason(row.alpha)
    low, high, why = ends(row)
    if isnan(low):
        return translate("errors", why) if why else ""
    text = translate("agreement", "alpha {value}, from {low} to {high}")
    return text.format(value=number(row.alpha.value), low=number(low), high=number(high))


def ends(row: Line) -> tuple[float, float, str]:
    """Return the ends of the interval, and why there is none."""
    if isinstance(row, DriftPoint):
        return float("nan"), float("nan"), ""
    return row.low, row.high, row.no_interval


def remarks(row: AgreementRow, *, short: bool = True) -> str:
    """Return what to mind with this row, in words."""
    if not row.code_uid:
        return ""
    if row.too_rare:
        return (
            translate("agreement", "Too rare")
            if short
            else translate("agreement", "Too rare to judge")
        )
    if sum(n > 0 for n in row.n_spans) == 1:
        return translate("agreement", "One coder")
    return ""


def _use(table: AgreementTable, row: AgreementRow) -> str:
    """Say how often each coder used the code, and who uses it more than the others."""
    lines = []
    for at, name in enumerate(table.coders):
        said = f"{name}: {count(row.n_spans[at])}"
        more = row.over_use[at] if at < len(row.over_use) else 0.0
        if more > 0:
            text = translate("agreement", "{n} more characters than the others on average")
            said += f" ({text.format(n=count(round(more)))})"
        lines.append(said)
    return "\n".join(lines)


def _reason(figure: Number) -> str:
    return translate("errors", figure.reason) if figure.reason else ""
