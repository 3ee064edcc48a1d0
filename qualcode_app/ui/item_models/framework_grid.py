"""Cases by themes: what was written of each, and how many passages lie behind it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qualcode_app.services.analysis.framework import Framework, FrameworkCell
from qualcode_app.services.analysis.tree import CodeNode
from qualcode_app.services.cases.case_rows import CaseRow
from qualcode_app.ui.wording import label

CELL_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class FrameworkGrid(QAbstractTableModel):
    """Shows a framework; a cell without words shows that it is empty."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: Framework | None = None

    def show(self, found: Framework | None) -> None:
        """Show another framework; the same cases and themes keep their place."""
        before = self.found
        if before and found and (before.cases, before.codes) == (found.cases, found.codes):
            self.found = found
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def case(self, row: int) -> CaseRow:
        """Return the case of a row."""
        return self._known().cases[row]

    def code(self, column: int) -> CodeNode:
        """Return the theme of a column."""
        return self._known().codes[column]

    def cell(self, index: Index) -> FrameworkCell:
        """Return one cell."""
        return self._known().cells[self.case(index.row()).uid, self.code(index.column()).uid]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of cases."""
        return 0 if parent.isValid() or self.found is None else len(self.found.cases)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of themes."""
        return 0 if parent.isValid() or self.found is None else len(self.found.codes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what was written, or for a reader what the cell is and holds."""
        if not index.isValid() or self.found is None:
            return None
        cell = self.cell(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.ToolTipRole:
                return cell.text or self.behind(cell)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.title(index)}: {cell.text or '–'} ({self.behind(cell)})"
        return cell if role == CELL_ROLE else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the name of a case or a theme."""
        if self.found is None or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.case(section).name
        return f"{self.code(section).key} {label(self.code(section))}"

    def title(self, index: Index) -> str:
        """Return what a cell is of."""
        code = self.code(index.column())
        words = self.tr("{case} on {code}")
        return words.format(case=self.case(index.row()).name, code=f"{code.key} {label(code)}")

    def behind(self, cell: FrameworkCell) -> str:
        """Return what lies behind a cell in words."""
        if not cell.n_passages and not cell.n_read:
            return self.tr("not read")
        return self.tr("%n passages", "", cell.n_passages)

    def _known(self) -> Framework:
        if self.found is None:
            raise IndexError("no framework is shown")
        return self.found
