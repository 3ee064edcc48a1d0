"""The documents with how far the acting coder is in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from qualcode_app.services.cases.corpus import State as CorpusState
from qualcode_app.services.coding.reading import State
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.ui import corpus_words
from qualcode_app.ui.wording import count, translate

ROW_ROLE = Qt.ItemDataRole.UserRole  # the DocumentRow
STATES_ROLE = Qt.ItemDataRole.UserRole + 1  # a tuple of states, one per active family
PLACE_ROLE = Qt.ItemDataRole.UserRole + 2  # the Place of the document

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document stands in the corpus, and under which group it is listed."""

    state: CorpusState = "in"
    reason: str = ""
    group: str = ""
    rank: int = 0


class DocumentsList(QAbstractListModel):
    """One row per document, filtered by what is typed, in the order of their groups."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[DocumentRow] = []
        self._rows: list[DocumentRow] = []
        self._states: dict[str, tuple[State, ...]] = {}
        self._places: dict[str, Place] = {}
        self._typed = ""

    @property
    def rows(self) -> Sequence[DocumentRow]:
        """All documents, whatever the filter."""
        return self._all

    def show(self, rows: Sequence[DocumentRow]) -> None:
        """Show these documents."""
        self.beginResetModel()
        self._all = list(rows)
        self._choose()
        self.endResetModel()

    def show_states(self, states: Mapping[str, tuple[State, ...]]) -> None:
        """Show how far the coder is: by document, one state per active family."""
        self._states = dict(states)
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def show_places(self, places: Mapping[str, Place]) -> None:
        """Put documents under their groups, and mute those that do not count; by uid."""
        self.beginResetModel()
        self._places = dict(places)
        self._choose()
        self.endResetModel()

    def filter(self, typed: str) -> None:
        """Show only documents whose title or case holds what is typed."""
        self.beginResetModel()
        self._typed = typed.strip().casefold()
        self._choose()
        self.endResetModel()

    def row_of(self, uid: str) -> DocumentRow | None:
        """Return a document, shown or not."""
        return next((row for row in self._all if row.uid == uid), None)

    def index_of(self, uid: str) -> QModelIndex:
        """Return where a document is shown; invalid when it is filtered out."""
        for number, row in enumerate(self._rows):
            if row.uid == uid:
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of documents shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a document, its title, or its states."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.ToolTipRole:
                return self._told(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                place = self._place(row)
                state = "" if place.state == "in" else corpus_words.state_words(place.state)
                parts = (row.title, place.group, state, _read(self._states.get(row.uid, ())))
                return ", ".join(part for part in parts if part)
            case _ if role == ROW_ROLE:
                return row
            case _ if role == STATES_ROLE:
                return self._states.get(row.uid, ())
            case _ if role == PLACE_ROLE:
                return self._place(row)
        return None

    def _told(self, row: DocumentRow) -> str:
        n_pages = self.tr("%n pages", "", row.n_pages)
        n_codings = self.tr("%n codings", "", row.n_codings)
        place = self._place(row)
        parts = [row.title, row.case_name, place.group, n_pages, n_codings]
        if place.state != "in":
            parts.append(f"{corpus_words.state_words(place.state)} {place.reason}".strip())
        if row.text_source in ("ocr", "mixed"):
            parts.append(self.tr("text recognition (OCR): check quotations on the page"))
        if not row.has_file:
            parts.append(self.tr("the PDF is not in this project"))
        return "\n".join(part for part in parts if part)

    def _place(self, row: DocumentRow) -> Place:
        return self._places.get(row.uid, Place())

    def _choose(self) -> None:
        found = [
            row
            for row in self._all
            if any(
                self._typed in words.casefold()
                for words in (row.title, row.case_name, self._place(row).group)
            )
        ]
        self._rows = sorted(found, key=lambda row: self._place(row).rank)


def _read(states: Sequence[State]) -> str:
    done = sum(state == "done" for state in states)
    text = translate("documents", "{done} of {total} themes read")
    return text.format(done=count(done), total=count(len(states)))
