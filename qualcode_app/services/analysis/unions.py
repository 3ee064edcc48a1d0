"""Passages and words of codes, each counted once however many coders or sub-codes mark them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.progress import Progress, Silent
from qualcode_app.services.analysis.places import Places
from qualcode_app.services.analysis.tree import Tree
from qualcode_app.services.texts import texts, unit_edges

Ints = NDArray[np.int64]

_START_BITS = 32


def passages(found: Places, tree: Tree, rows: list[int], n_documents: int) -> Ints:
    """Return the number of passages of codes in documents, documents by rows.

    A passage is a stretch of text, or an area: two codings of the same stretch are one, be it
    by two coders or with two codes below the same one.
    """
    cell, at = _by_cell(found, tree, rows)
    size = n_documents * len(rows)
    totals = np.bincount(cell, minlength=size)
    totals -= np.bincount(_repeated(cell, at, found), minlength=size)
    return totals.reshape(n_documents, len(rows))


def words(
    session: Session,
    found: Places,
    tree: Tree,
    rows: list[int],
    counters: Counters,
    progress: Progress | None = None,
) -> Ints:
    """Return the number of words that codes cover in documents, documents by rows.

    Words under several codings are counted once. Where codings overlap in part the text is
    read; what it says is held in `counters`.
    """
    n_documents, n_rows = len(counters.revisions), len(rows)
    known, open_ = _covered(*_by_cell(found, tree, rows), found)
    order = np.argsort(open_[:, 0] // max(1, n_rows), kind="stable")
    cell, ends = open_[order, 0], open_[order, 1:]
    counted = counters.count(session, cell // max(1, n_rows), ends, progress or Silent())
    totals = np.zeros(n_documents * n_rows, np.int64)
    np.add.at(totals, known[:, 0], known[:, 1])
    np.add.at(totals, cell, counted)
    return totals.reshape(n_documents, n_rows)


def _by_cell(found: Places, tree: Tree, rows: list[int]) -> tuple[Ints, Ints]:
    """Return the cells codings count in, and which codings: once for every row above them.

    A cell is a document times the number of rows, plus the row.
    """
    cells, codings = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for row_of in tree.counted_in(rows):
        row = row_of[found.code]
        at = np.flatnonzero(row >= 0)
        cells.append(found.document[at] * len(rows) + row[at])
        codings.append(at)
    return np.concatenate(cells), np.concatenate(codings)


def _repeated(cell: Ints, at: Ints, found: Places) -> Ints:
    """Return the cells in which a stretch comes up again, once for every time it does."""
    start = found.start[at]
    key = (cell << _START_BITS) | (start & ((1 << _START_BITS) - 1))
    ordered = np.sort(key)
    if not (ordered[1:] == ordered[:-1]).any():
        return np.zeros(0, np.int64)
    order = np.argsort(key)
    same = key[order][1:] == key[order][:-1]
    among = np.union1d(order[1:][same], order[:-1][same])
    triples = np.stack((key[among], found.length[at][among]), axis=1)
    kept, counts = np.unique(triples, axis=0, return_counts=True)
    return np.repeat(kept[:, 0] >> _START_BITS, counts - 1)


def _covered(cell: Ints, at: Ints, found: Places) -> tuple[Ints, Ints]:
    """Join overlapping codings of each cell.

    Returns:
        Cell and words of each stretch that one coding covers whole, and cell, start and end of
        each stretch that is covered by several only together.
    """
    text = found.start[at] >= 0
    cell, at = cell[text], at[text]
    order = np.lexsort((found.start[at], cell))
    cell, at = cell[order], at[order]
    start = found.start[at]
    end = start + found.length[at]
    if not len(cell):
        return np.zeros((0, 2), np.int64), np.zeros((0, 3), np.int64)
    reach = np.maximum.accumulate((cell << _START_BITS) + end)
    begins = np.ones(len(cell), np.bool_)
    begins[1:] = (cell[1:] << _START_BITS) + start[1:] >= reach[:-1]
    cluster = np.cumsum(begins) - 1
    first = np.flatnonzero(begins)
    last = np.append(first[1:], len(cell)) - 1
    from_ = start[first]
    to = reach[last] - (cell[first] << _START_BITS)
    covers = (start == from_[cluster]) & (end == to[cluster])
    size = np.full(len(first), -1, np.int64)
    size[cluster[covers]] = found.words[at][covers]
    whole = size >= 0
    known = np.stack((cell[first][whole], size[whole]), axis=1)
    return known, np.stack((cell[first], from_, to), axis=1)[~whole]


@dataclass(frozen=True, slots=True)
class _Text:
    """Where words begin in a text, and what is no running text."""

    starts: Ints
    left_out: tuple[TextAnchor, ...]


@dataclass(slots=True)
class Counters:
    """Counts words in the documents of a study; a text never changes, so it is read once."""

    revisions: tuple[str, ...]
    _known: dict[str, _Text] = field(default_factory=dict)

    def count(self, session: Session, document: Ints, ends: Ints, progress: Progress) -> Ints:
        """Return the words of stretches, given in the order of their documents."""
        found = np.zeros(len(document), np.int64)
        each, first = np.unique(document, return_index=True)
        bounds = [*first.tolist(), len(document)]
        for i, index in enumerate(each.tolist()):
            progress.report(i, len(each))
            text = self.text(session, index)
            low, high = bounds[i], bounds[i + 1]
            start, end = ends[low:high, 0], ends[low:high, 1]
            inner = np.searchsorted(text.starts, end) - np.searchsorted(text.starts, start, "right")
            found[low:high] = inner + 1
            for hole in text.left_out:
                inside = (start < hole.start) & (hole.end < end)
                if inside.any():
                    found[low:high][inside] -= _words_in(text.starts, hole)
        return found

    def text(self, session: Session, index: int) -> _Text:
        """Return where words begin in a document."""
        uid = self.revisions[index]
        if uid not in self._known:
            starts, _ = unit_edges.starts_and_ends(session, uid, "word")
            whole = TextAnchor(0, int(starts[-1]) + 1) if starts.size else TextAnchor(0, 1)
            self._known[uid] = _Text(starts[:-1], texts.holes(session, uid, whole))
        return self._known[uid]


def _words_in(starts: Ints, hole: TextAnchor) -> int:
    return int(np.searchsorted(starts, hole.end) - np.searchsorted(starts, hole.start))
