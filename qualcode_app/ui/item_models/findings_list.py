"""The findings as a list: first what contradicts in the whole project, then each finding."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

from qualcode_app.services.claims.recheck import Checked
from qualcode_app.ui import finding_words as words
from qualcode_app.ui.item_models.rows_list import Index, RowsList

LINE_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Line:
    """A finding and how many contradictions it has; without a finding, those of all together."""

    row: Checked | None
    n_contradictions: int

    @property
    def uid(self) -> str:
        """The finding; empty for all together."""
        return self.row.claim.uid if self.row is not None else ""


class FindingsList(RowsList[Line]):
    """One row per finding."""

    def index_of(self, uid: str) -> int:
        """Return where a finding stands; 0 when it is not there."""
        return next((at for at, line in enumerate(self._rows) if line.uid == uid), 0)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, or its words."""
        if not index.isValid():
            return None
        line = self._rows[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return body(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{head(line)}. {body(line)}. {foot(line)}"
        return None


def head(line: Line) -> str:
    """Return the number of a finding and how it stands."""
    if line.row is None:
        return words.count_words(line.n_contradictions)
    return f"{line.row.claim.number} · {words.state_words(line.row.state)}"


def body(line: Line) -> str:
    """Return the sentence of a finding."""
    return words.sentence(line.row) if line.row is not None else words.whole_project()


def foot(line: Line) -> str:
    """Return how many contradictions a finding has."""
    if line.row is None or not line.n_contradictions:
        return ""
    return words.count_words(line.n_contradictions)
