"""The documents with how far the acting coder is in each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
COUNT_ROLE = Qt.ItemDataRole.UserRole + 3  # its codings; None while they are being counted
CHUNK = 40  # documents whose states are read at once, when one of them comes into sight

States = Mapping[str, tuple[State, ...]]

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

    def __init__(
        self, fetch: Callable[[Sequence[str]], States], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._counts: Mapping[str, int] | None = None
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
        self._states = {}
        self._all = list(rows)
        self._choose()
        self.endResetModel()

    def forget_states(self) -> None:
        """Read anew how far the coder is, where it is in sight."""
        self._states = {}
        self._tell_changed()

    def show_counts(self, counts: Mapping[str, int] | None) -> None:
        """Show how many codings there are, by uid of the text; None while nobody knows."""
        self._counts = counts
        self._tell_changed()

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
                parts = (row.title, place.group, state, _read(self._states_of(index.row())))
                return ", ".join(part for part in parts if part)
            case _ if role == ROW_ROLE:
                return row
            case _ if role == STATES_ROLE:
                return self._states_of(index.row())
            case _ if role == PLACE_ROLE:
                return self._place(row)
            case _ if role == COUNT_ROLE:
                return self._count(row)
        return None

    def _count(self, row: DocumentRow) -> int | None:
        return None if self._counts is None else self._counts.get(row.revision_uid, 0)

    def _states_of(self, number: int) -> tuple[State, ...]:
        """Return one state per active family, in the order of the codebook."""
        uid = self._rows[number].uid
        if uid not in self._states:
            first = number // CHUNK * CHUNK
            self._states.update(self._fetch([row.uid for row in self._rows[first : first + CHUNK]]))
        return self._states[uid]

    def _tell_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _told(self, row: DocumentRow) -> str:
        n_pages = self.tr("%n pages", "", row.n_pages)
        n = self._count(row)
        n_codings = "" if n is None else self.tr("%n codings", "", n)
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
