"""How much groups of documents say on each theme: in words, so that long documents do not win.

A theme's words are those under its codings, each counted once; its share is taken of all words of
the documents that were read for it. What was not read is in neither number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import nan

import numpy as np
from sqlalchemy.orm import Session

from qualcode_app.domain.progress import Progress
from qualcode_app.services.analysis import matrix as figures
from qualcode_app.services.analysis import unions
from qualcode_app.services.analysis.matrix import Choice, Column, Matrix
from qualcode_app.services.analysis.study import READ, State, Study
from qualcode_app.services.analysis.tree import CodeNode
from qualcode_app.services.analysis.unions import Counters


@dataclass(frozen=True, slots=True)
class GroupAttention:
    """What the documents of one group say, theme by theme.

    Args:
        name: Of the group; empty for all documents.
        n_documents: Of the group, read or not.
        n_words: Of all these documents.
        n_coded: Words under any coding, each once.
        words: Per theme; NaN where no document was read for it.
        shares: Per theme in percent of the words of the documents read for it; likewise NaN.
        codes: Different codes per document that was read for something.
    """

    name: str
    n_documents: int
    n_words: int
    n_coded: int
    words: tuple[float, ...]
    shares: tuple[float, ...]
    codes: tuple[int, ...]

    @property
    def share_coded(self) -> float:
        """The percentage of words under any coding; NaN without words."""
        return 100 * self.n_coded / self.n_words if self.n_words else nan

    @property
    def mean_codes(self) -> float:
        """The mean number of different codes per document; NaN without one that was read."""
        return sum(self.codes) / len(self.codes) if self.codes else nan


@dataclass(frozen=True, slots=True)
class Attention:
    """Themes by groups; the last group is all documents together."""

    themes: tuple[CodeNode, ...]
    groups: tuple[GroupAttention, ...]


def by_group(
    session: Session,
    study: Study,
    choice: Choice,
    counters: Counters,
    progress: Progress | None = None,
) -> Attention:
    """Return the words of each theme in each group of a grouping, and in all documents.

    Args:
        session: Where the text of overlapping codings is read from.
        study: What is counted.
        choice: Level of the themes, the grouping, and which documents.
        counters: What counts the words of the study's documents.
        progress: Told how far the counting is.
    """
    found = figures.table(study, choice)
    found = figures.with_words(session, study, found, counters, progress)
    everything = tuple(range(len(found.documents)))
    columns = (*found.groups(study), Column("", everything))
    coded, codes = _coded(session, study, found, counters), _codes(study, found)
    groups = []
    for column in columns:
        at = list(column.documents)
        words, shares = _of_themes(found, at)
        groups.append(
            GroupAttention(
                column.name,
                len(at),
                int(found.n_words[at].sum()),
                int(coded[at].sum()),
                words,
                shares,
                tuple(n for i in at if (n := codes[i]) is not None),
            )
        )
    return Attention(found.rows, tuple(groups))


def _of_themes(found: Matrix, at: Sequence[int]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return words and shares of each theme in some documents that were read for it."""
    read = np.isin(found.state[:, at], READ)
    under = np.zeros_like(found.state, np.int64) if found.words is None else found.words
    words = np.where(read, under[:, at], 0).sum(axis=1)
    size = np.where(read, found.n_words[at], 0).sum(axis=1)
    some = read.any(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        shares = np.where(some, 100 * words / size, nan)
    return tuple(np.where(some, words, nan).tolist()), tuple(shares.tolist())


def _coded(
    session: Session, study: Study, found: Matrix, counters: Counters
) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """Return the words under any coding of each document of the matrix."""
    counted = study.counting()
    as_one = replace(counted, code=np.zeros_like(counted.code))
    words = unions.words(session, as_one, study.tree, [0], counters)[:, 0]
    return np.asarray(words[figures.documents_of(study, found.choice)], np.int64)


def _codes(study: Study, found: Matrix) -> list[int | None]:
    """Return how many codes of the lowest level each document has; None where nothing was read."""
    tree = study.tree
    lowest = [i for i in range(len(tree.codes)) if len(tree.with_below(i)) == 1]
    states = study.states(lowest)[figures.documents_of(study, found.choice)]
    n = np.count_nonzero(states == State.PRESENT, axis=1)
    read = np.asarray(np.isin(states, READ).any(axis=1), np.bool_)
    return [int(n[i]) if read[i] else None for i in range(len(n))]
