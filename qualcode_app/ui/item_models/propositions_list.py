"""The propositions of a register below their headings, with the verdict on each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qualcode_app.services.registers.propositions import OPEN, Option, PropositionRow
from qualcode_app.ui.wording import in_language, label

ROW_ROLE = Qt.ItemDataRole.UserRole  # the PropositionRow, or a heading as text
OPTION_ROLE = Qt.ItemDataRole.UserRole + 1  # the Option, or None

Index = QModelIndex | QPersistentModelIndex


class PropositionsList(QAbstractListModel):
    """Headings and propositions, filtered by what is typed and by what is still open."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: list[PropositionRow] = []
        self._lines: list[PropositionRow | str] = []
        self._said: dict[str, str] = {}  # key of the option by uid of the proposition
        self._typed = ""
        self._only_open = False

    def show(self, rows: Sequence[PropositionRow], said: Mapping[str, str]) -> None:
        """Show a register with the verdicts on one document."""
        self.all = list(rows)
        self._said = dict(said)
        self._choose()

    def show_said(self, said: Mapping[str, str]) -> None:
        """Show other verdicts on the same register."""
        self._said = dict(said)
        if self._only_open:
            self._choose()
        elif self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def filter(self, typed: str, *, only_open: bool) -> None:
        """Show only propositions that hold every word typed, or only open ones of those."""
        self._typed, self._only_open = typed.strip().casefold(), only_open
        self._choose()

    def option(self, row: PropositionRow) -> Option | None:
        """Return the verdict on a proposition."""
        return row.scale.option(self._said.get(row.uid, OPEN))

    def is_open(self, row: PropositionRow) -> bool:
        """Tell whether a proposition waits for a verdict."""
        return self._said.get(row.uid, OPEN) == OPEN and row.test != "none"

    def index_of(self, uid: str) -> QModelIndex:
        """Return where a proposition is shown; invalid when it is filtered out."""
        for number, line in enumerate(self._lines):
            if not isinstance(line, str) and line.uid == uid:
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of lines shown."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only propositions be marked."""
        if not index.isValid() or isinstance(self._lines[index.row()], str):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line, its words, or the verdict."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if isinstance(line, str):
            shown = (Qt.ItemDataRole.DisplayRole, ROW_ROLE)
            return line if role in shown else None
        option = self.option(line)
        words = in_language(line.wording_nl, line.wording_en)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return f"{line.key} {words}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{line.key} {words}, {label(option) if option else ''}"
            case _ if role == ROW_ROLE:
                return line
            case _ if role == OPTION_ROLE:
                return option
        return None

    def _choose(self) -> None:
        words = self._typed.split()
        self.beginResetModel()
        self._lines = []
        heading = ""
        for row in self.all:
            text = " ".join((row.key, row.wording_nl, row.wording_en, *row.code_keys)).casefold()
            if not all(word in text for word in words) or (
                self._only_open and not self.is_open(row)
            ):
                continue
            here = ": ".join(part for part in (row.chapter, row.heading) if part)
            if here != heading:
                self._lines.append(here)
                heading = here
            self._lines.append(row)
        self.endResetModel()
