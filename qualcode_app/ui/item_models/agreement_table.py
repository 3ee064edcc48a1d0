"""The agreement table as the window shows it."""

from __future__ import annotations

from enum import IntEnum
from math import isnan

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from qualcode_app.services.agreements import AgreementRow, AgreementTable, Number
from qualcode_app.ui.wording import DASH, count, in_language, number

ROW_ROLE = Qt.ItemDataRole.UserRole  # the AgreementRow

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate


class Column(IntEnum):
    """The columns before those of the pairs."""

    CODE = 0
    ALPHA = 1
    INTERVAL = 2
    F1 = 3
    PERCENT = 4
    SPANS = 5
    DOCUMENTS = 6
    BELOW = 7
    REMARKS = 8


class AgreementTableModel(QAbstractTableModel):
    """All codes together first, then code by code; one column of kappa per pair of coders."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table: AgreementTable | None = None
        self._rows: list[AgreementRow] = []

    def show(self, table: AgreementTable | None, *, lowest_first: bool = False) -> None:
        """Show a table, in the order of the codebook or with the least agreement on top."""
        self.beginResetModel()
        self.table = table
        rows = list(table.rows) if table else []
        if lowest_first:
            rows.sort(key=lambda row: (isnan(row.alpha.value), row.alpha.value))
        self._rows = [table.pooled, *rows] if table else []
        self.endResetModel()

    @property
    def lowest(self) -> float:
        """Where the axis of the intervals starts: 0, or the lowest value when one is negative."""
        values = [row.alpha.value for row in self._rows]
        return min([0.0, *(max(value, -1.0) for value in values if not isnan(value))])

    def row(self, row: int) -> AgreementRow:
        """Return one row."""
        return self._rows[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        if parent.isValid():
            return 0
        return len(Column) + (len(self.table.pairs) if self.table else 0)

    def pair_of(self, column: int) -> int:
        """Return the pair a column shows, -1 when it shows none; pairs stand before the spans."""
        n_pairs = len(self.table.pairs) if self.table else 0
        return column - Column.SPANS if 0 <= column - Column.SPANS < n_pairs else -1

    def plain(self, column: int) -> Column:
        """Return which column of the list above this is, pairs left out."""
        n_pairs = len(self.table.pairs) if self.table else 0
        return Column(column if column < Column.SPANS else column - n_pairs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case _ if role == ROW_ROLE:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return self._words(row, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return self._told(row, index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._side(index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column."""
        if orientation != Qt.Orientation.Horizontal or self.table is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        pair = self.pair_of(section)
        if pair < 0:
            return _heads()[self.plain(section)]
        one, other = (self.table.coders[coder] for coder in self.table.pairs[pair])
        return f"κ {_first(one)}–{_first(other)}"

    def _side(self, column: int) -> Qt.AlignmentFlag:
        words = self.pair_of(column) < 0 and self.plain(column) in (
            Column.CODE,
            Column.INTERVAL,
            Column.REMARKS,
        )
        side = Qt.AlignmentFlag.AlignLeft if words else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter

    def _words(self, row: AgreementRow, column: int) -> str:
        pair = self.pair_of(column)
        if pair >= 0:
            return number(row.kappas[pair].value)
        match self.plain(column):
            case Column.CODE:
                return f"{row.code_key} {code_name(row)}".strip()
            case Column.ALPHA:
                return number(row.alpha.value)
            case Column.INTERVAL:
                return interval(row)
            case Column.F1:
                return number(row.f1.value)
            case Column.PERCENT:
                return DASH if row.percent.reason else f"{number(row.percent.value * 100, 1)} %"
            case Column.SPANS:
                return count(sum(row.n_spans))
            case Column.DOCUMENTS:
                return count(row.n_documents_used)
            case Column.BELOW:
                return number(row.below_target)
            case _:
                return remarks(row)

    def _told(self, row: AgreementRow, column: int) -> str:
        pair = self.pair_of(column)
        if pair >= 0:
            return _reason(row.kappas[pair])
        match self.plain(column):
            case Column.ALPHA:
                return _reason(row.alpha)
            case Column.F1:
                return _reason(row.f1)
            case Column.PERCENT:
                return _reason(row.percent)
            case Column.SPANS:
                return self._per_coder(row.n_spans)
            case Column.REMARKS:
                return remarks(row, short=False)
            case Column.INTERVAL | Column.CODE:
                return self._words(row, column)
            case _:
                return ""

    def _per_coder(self, values: tuple[int, ...]) -> str:
        names = self.table.coders if self.table else ()
        return "\n".join(
            f"{name}: {count(value)}" for name, value in zip(names, values, strict=False)
        )


def code_name(row: AgreementRow) -> str:
    """Return the label of the code, or what the pooled row is called."""
    if not row.code_uid:
        return translate("agreement", "All codes together")
    return in_language(row.code_label_nl, row.code_label_en)


def interval(row: AgreementRow) -> str:
    """Return the interval in words, or why there is none."""
    if row.alpha.reason:
        return _reason(row.alpha)
    if isnan(row.low):
        return translate("errors", row.no_interval) if row.no_interval else ""
    text = translate("agreement", "alpha {value}, from {low} to {high}")
    return text.format(value=number(row.alpha.value), low=number(row.low), high=number(row.high))


def remarks(row: AgreementRow, *, short: bool = True) -> str:
    """Return what to mind with this row, in words."""
    if not (row.code_uid and row.too_rare):
        return ""
    if short:
        return translate("agreement", "Too rare")
    return translate("agreement", "Too rare to judge")


def _reason(figure: Number) -> str:
    return translate("errors", figure.reason) if figure.reason else ""


def _first(name: str) -> str:
    return name.split(maxsplit=1)[0] if name.split() else name


def _heads() -> dict[Column, str]:
    return {
        Column.CODE: translate("agreement", "Code"),
        Column.ALPHA: translate("agreement", "Alpha"),
        Column.INTERVAL: translate("agreement", "95 % interval (dashes: 0.667)").replace(
            "0.667", number(0.667, 3)
        ),
        Column.F1: "F1",
        Column.PERCENT: translate("agreement", "Perc."),
        Column.SPANS: translate("agreement", "Spans"),
        Column.DOCUMENTS: translate("agreement", "Doc."),
        Column.BELOW: translate("agreement", "P(< {target})").format(target=number(0.667, 3)),
        Column.REMARKS: translate("agreement", "Mind"),
    }
