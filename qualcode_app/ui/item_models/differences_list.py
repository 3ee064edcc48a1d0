"""Places where coders differ, below the title of their document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qualcode_app.services.adjudication.board import Board, State
from qualcode_app.services.adjudication.decisions import Difference
from qualcode_app.ui.adjudication_words import kind_words, state_words

LINE_ROLE = Qt.ItemDataRole.UserRole  # a Line, or the title of a document as text
STATE_ROLE = Qt.ItemDataRole.UserRole + 1  # State

Index = QModelIndex | QPersistentModelIndex
Order = Literal["document", "size"]


@dataclass(frozen=True, slots=True)
class Line:
    """A place with the words that name it."""

    place: Difference
    key: str  # of its code or proposition
    colour: str
    document_title: str
    page: str

    @property
    def kinds(self) -> str:
        """In what the coders differ."""
        return kind_words(self.place.kinds)


class DifferencesList(QAbstractListModel):
    """In the order of the documents or of the size of the difference, of one code or of all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board: Board | None = None
        self.all: Sequence[Line] = ()
        self._rows: list[Line | str] = []
        self._row_of: dict[frozenset[str], int] = {}
        self._order: Order = "document"
        self._code_uid = ""

    def show(self, board: Board, name: Callable[[Difference], Line]) -> None:
        """Show the differences of a board.

        Args:
            board: Places and decisions.
            name: Says how a place is called.
        """
        self.board = board
        self.all = [name(place) for place in board.differences]
        self._arrange()

    def show_none(self) -> None:
        """Show an empty list."""
        self.board, self.all = None, ()
        self._arrange()

    def arrange(self, order: Order, code_uid: str) -> None:
        """Show them in another order, or those with one code only; "" shows all."""
        self._order, self._code_uid = order, code_uid
        self._arrange()

    @property
    def lines(self) -> list[Line]:
        """The places shown, in their order."""
        return [row for row in self._rows if isinstance(row, Line)]

    def index_of(self, place: Difference) -> QModelIndex:
        """Return where a place is shown; invalid when it is not."""
        number = self._row_of.get(place.members)
        return self.index(number) if number is not None else QModelIndex()

    def state(self, line: Line) -> State:
        """Return how far a place is."""
        return self.board.state(line.place) if self.board is not None else State.OPEN

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows, headings and all."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only places be marked."""
        if not index.isValid() or isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, its words, or how far it is."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == LINE_ROLE:
            return row
        if isinstance(row, str):
            return row if role == Qt.ItemDataRole.DisplayRole else None
        if role == STATE_ROLE:
            return self.state(row)
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            said = (row.key, row.kinds, row.page, state_words(self.state(row)))
            return ", ".join(part for part in said if part)
        return None

    def _arrange(self) -> None:
        chosen = [line for line in self.all if self._is_chosen(line.place)]
        if self._order == "size":
            chosen.sort(key=lambda line: -line.place.n_differing)
        self.beginResetModel()
        self._rows, self._row_of = [], {}
        title = ""
        for line in chosen:
            if line.document_title != title:
                title = line.document_title
                self._rows.append(title)
            self._row_of[line.place.members] = len(self._rows)
            self._rows.append(line)
        self.endResetModel()

    def _is_chosen(self, place: Difference) -> bool:
        if not self._code_uid:
            return True
        codes = {getattr(one, "code_uid", "") for one in place.said}
        return self._code_uid in codes
