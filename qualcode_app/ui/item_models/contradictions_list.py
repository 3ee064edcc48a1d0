"""Contradictions as a list: what is wrong, below it each side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from qualcode_app.services.claims.contradiction import Contradiction, Side
from qualcode_app.ui.finding_words import check_words
from qualcode_app.ui.item_models.rows_list import Index, RowsList
from qualcode_app.ui.wording import label

LINE_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Line:
    """A contradiction, or one of its sides."""

    found: Contradiction
    side: Side | None = None


class ContradictionsList(RowsList[Line]):
    """One row per contradiction and per side; sides alone can be chosen."""

    def show_found(self, found: Sequence[Contradiction]) -> None:
        """Show these contradictions and no others."""
        self.put([line for each in found for line in _lines(each)])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row."""
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_side = index.isValid() and self.row(index.row()).side is not None
        return enabled if is_side else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, or its words."""
        if not index.isValid():
            return None
        line = self.row(index.row())
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return words(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{check_words(line.found.check)}. {words(line)}"
        return None


def words(line: Line) -> str:
    """Return what is wrong, or what one side says."""
    return label(line.found.what if line.side is None else line.side.said)


def _lines(found: Contradiction) -> list[Line]:
    return [Line(found), *(Line(found, side) for side in found.sides)]
