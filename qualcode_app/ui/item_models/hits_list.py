"""Hits of a search under the documents they are in; their words are read when they are shown."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.services.search.search_places import Found, Hit
from qualcode_app.ui.wording import count, translate

ROW_ROLE = Qt.ItemDataRole.UserRole  # a GroupHead, a Head, or a Found
READ_AT_ONCE = 40  # hits whose words are read together

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Resolve: TypeAlias = Callable[[Sequence[Hit]], list[Found]]


@dataclass(frozen=True, slots=True)
class Head:
    """A document with the number of its hits."""

    document: DocumentRow
    n_hits: int


@dataclass(frozen=True, slots=True)
class GroupHead:
    """A group of documents: how many of them have hits, and how many hits these are."""

    name: str
    documents: tuple[DocumentRow, ...]
    n_found: int
    n_hits: int


class HitsList(QAbstractListModel):
    """One row per document with hits, and one per hit below it, in the order of documents.

    Grouped, each group has a row before its documents, also one in which nothing was found.
    """

    def __init__(self, resolve: Resolve, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._resolve = resolve
        self._documents: dict[str, DocumentRow] = {}  # by revision
        self._hits: dict[str, list[Hit]] = defaultdict(list)
        self._groups: dict[str, list[DocumentRow]] = {}  # by name; empty: not grouped
        self._rows: list[GroupHead | Head | Hit] = []
        self._found: dict[Hit, Found] = {}

    def begin(self, rows: Sequence[DocumentRow]) -> None:
        """Begin a new search in these documents."""
        self.beginResetModel()
        self._documents = {row.revision_uid: row for row in rows}
        self._hits.clear()
        self._found.clear()
        self._groups = {}
        self._rows = []
        self.endResetModel()

    def group(self, name_of: Mapping[str, str]) -> None:
        """Put documents together by the name of their group, given by text; nothing: no groups."""
        self.beginResetModel()
        self._groups = {}
        for uid, name in name_of.items():
            if uid in self._documents:
                self._groups.setdefault(name, []).append(self._documents[uid])
        self._arrange()
        self.endResetModel()

    def add(self, hits: Sequence[Hit]) -> None:
        """Show more hits; those of a document come in the order of its text."""
        self.beginResetModel()
        for hit in hits:
            self._hits[hit.revision_uid].append(hit)
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        self._rows = []
        if not self._groups:
            self._put_in(self._documents.values())
            return
        for name, documents in self._groups.items():
            sizes = [len(self._hits.get(row.revision_uid, ())) for row in documents]
            n_found = sum(size > 0 for size in sizes)
            self._rows.append(GroupHead(name, tuple(documents), n_found, sum(sizes)))
            self._put_in(documents)

    def _put_in(self, documents: Iterable[DocumentRow]) -> None:
        for row in documents:
            if here := self._hits.get(row.revision_uid):
                self._rows += [Head(row, len(here)), *here]

    @property
    def n_hits(self) -> int:
        """The number of all hits."""
        return sum(map(len, self._hits.values()))

    @property
    def documents(self) -> Sequence[DocumentRow]:
        """The documents that have hits."""
        return [row for uid, row in self._documents.items() if self._hits.get(uid)]

    @property
    def searched(self) -> Sequence[DocumentRow]:
        """The documents that were searched."""
        return list(self._documents.values())

    def is_outdated(self, rows: Sequence[DocumentRow], *, in_all: bool) -> bool:
        """Tell whether one of the documents searched is gone, or one that belongs to all is new."""
        there = {row.revision_uid for row in rows}
        searched = set(self._documents)
        return bool(searched) and (bool(searched - there) or (in_all and searched != there))

    def all_hits(self) -> list[Hit]:
        """Return all hits in the order they are shown."""
        return [row for row in self._rows if isinstance(row, Hit)]

    def hits_in(self, document_uid: str, at_most: int) -> list[Found]:
        """Return the hits in a document with their places."""
        for uid, row in self._documents.items():
            if row.uid == document_uid:
                return self._with_words(self._hits.get(uid, [])[:at_most])
        return []

    def hits_at(self, rows: Sequence[int]) -> list[Hit]:
        """Return the hits in some rows; a document or group stands for all its hits."""
        found: dict[Hit, None] = {}
        for number in sorted(rows):
            row = self._rows[number]
            if isinstance(row, Hit):
                found[row] = None
                continue
            documents = row.documents if isinstance(row, GroupHead) else (row.document,)
            for document in documents:
                found.update(dict.fromkeys(self._hits.get(document.revision_uid, ())))
        return list(found)

    def found_at(self, number: int) -> Found | None:
        """Return the hit in a row with its place; None for a row of a document."""
        row = self._rows[number]
        return self._words(number, row) if isinstance(row, Hit) else None

    def document_of(self, hit: Hit) -> DocumentRow:
        """Return the document a hit is in."""
        return self._documents[hit.revision_uid]

    def step(self, number: int, step: int) -> int:
        """Return the next or previous row with a hit, going round at the ends; -1 without any."""
        for away in range(1, len(self._rows) + 1):
            at = (number + step * away) % len(self._rows)
            if isinstance(self._rows[at], Hit):
                return at
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of documents and hits."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a document with its count, or a hit with its words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, Hit):
            found = self._words(index.row(), row)
            match role:
                case _ if role == ROW_ROLE:
                    return found
                case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                    return f"{found.before}{found.match}{found.after}" if found else ""
            return None
        if isinstance(row, GroupHead):
            return row if role == ROW_ROLE else _group_words(row, role)
        match role:
            case _ if role == ROW_ROLE:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return f"{row.document.title}, {count(row.n_hits)}"
            case Qt.ItemDataRole.ToolTipRole:
                told = [row.document.title, row.document.case_name]
                told.append(translate("search", "{n} hits").format(n=count(row.n_hits)))
                return "\n".join(part for part in told if part)
        return None

    def _words(self, number: int, hit: Hit) -> Found | None:
        if hit not in self._found:
            near = self._rows[number : number + READ_AT_ONCE]
            self._with_words([row for row in near if isinstance(row, Hit)])
        return self._found.get(hit)

    def _with_words(self, hits: Sequence[Hit]) -> list[Found]:
        new = [hit for hit in hits if hit not in self._found]
        for found in self._resolve(new) if new else ():
            self._found[found.hit] = found
        return [self._found[hit] for hit in hits if hit in self._found]

    def row_near(self, document_uid: str, start: int) -> int:
        """Return the row of the first hit in a document from an offset on; -1 without one."""
        found = self.hits_in(document_uid, len(self._rows))
        at = bisect_left([one.anchor.start for one in found], start)
        if at == len(found):
            return -1
        return self.row_of(found[at].hit)

    def row_of(self, hit: Hit) -> int:
        """Return the row of a hit."""
        return self._rows.index(hit)


def _group_words(row: GroupHead, role: int) -> str | None:
    if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
        return None
    words = translate("search", "{group}: {hits} hits in {found} of {documents} documents")
    return words.format(
        group=group_name(row),
        hits=count(row.n_hits),
        found=count(row.n_found),
        documents=count(len(row.documents)),
    )


def group_name(row: GroupHead) -> str:
    """Return how a group is called."""
    return row.name or translate("search", "In no group")
