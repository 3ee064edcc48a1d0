"""Codes by documents, or by groups of documents: there or not, how often, and how much of each.

Nobody's silence counts where the theme was not read: such a cell says "unread", and the document
is not in N. A code that nobody used keeps its row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.orm import Session

from qualcode_app.domain.progress import Progress
from qualcode_app.services.analysis import unions
from qualcode_app.services.analysis.study import CODED, READ, State, States, Study
from qualcode_app.services.analysis.tree import CodeNode
from qualcode_app.services.analysis.unions import Counters
from qualcode_app.services.cases.corpus import CorpusDocument

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Measure = Literal["present", "count", "words", "share", "per_1000"]
MEASURES: tuple[Measure, ...] = ("present", "count", "words", "share", "per_1000")
IN_WORDS: tuple[Measure, ...] = ("words", "share")  # what the words of codings are counted for


@dataclass(frozen=True, slots=True)
class Choice:
    """Which codes and documents stand in the matrix.

    Args:
        level: Codes down to this level of the tree; each counts with all codes below it.
        family_uid: Only this code and those below it.
        system_uid: The grouping of the columns.
        group_uid: Only documents of this group.
        wave_uid: Only documents of this wave.
        code_uids: Only these codes; all without.
    """

    level: int = 2
    family_uid: str = ""
    system_uid: str = ""
    group_uid: str = ""
    wave_uid: str = ""
    code_uids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One document, or the documents of a group, with their place among the matrix's documents.

    A document stands below every group it belongs to; `title` is empty below no group.
    """

    name: str
    documents: tuple[int, ...]
    group_uid: str = ""
    group_title: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Figures of codes in documents; arrays are rows by documents.

    `words` is None as long as nobody asked for them: they may need the text.
    """

    choice: Choice
    rows: tuple[CodeNode, ...]
    row_at: tuple[int, ...]  # the index of each row in the tree
    documents: tuple[CorpusDocument, ...]
    state: States
    count: Ints
    n_words: Ints  # of each document
    words: Ints | None = None

    def values(self, measure: Measure, columns: Sequence[Column]) -> Floats:
        """Return one figure per row and column; NaN where nothing is known.

        Over several documents counts are added up and shares taken of all their words; of
        documents that were not read for a code nothing is taken.
        """
        read = np.isin(self.state, READ)
        coded = np.isin(self.state, CODED)
        found = np.full((len(self.rows), len(columns)), np.nan)
        amount = self._amount(measure, coded)
        for i, column in enumerate(columns):
            at = list(column.documents)
            known = read[:, at] if len(at) != 1 else read[:, at] | coded[:, at]
            total = np.where(known, amount[:, at], 0).sum(axis=1).astype(np.float64)
            if measure in ("share", "per_1000"):
                size = (known * self.n_words[at]).sum(axis=1).astype(np.float64)
                with np.errstate(invalid="ignore", divide="ignore"):
                    total = total / size * (100 if measure == "share" else 1000)
            found[:, i] = np.where(known.any(axis=1), total, np.nan)
        return found

    def n(self, at: Sequence[int] | None = None) -> Ints:
        """Return in how many documents that were read each code is."""
        return np.asarray((self._state(at) == State.PRESENT).sum(axis=1), np.int64)

    def of(self, at: Sequence[int] | None = None) -> Ints:
        """Return how many documents were read for each code."""
        return np.asarray(np.isin(self._state(at), READ).sum(axis=1), np.int64)

    def columns(self, study: Study) -> tuple[Column, ...]:
        """Return one column per document, below the groups of the chosen system."""
        names = [document.name for document in self.documents]
        twice = {name for name, n in Counter(names).items() if n > 1}
        single = [
            Column(called(document, twice), (i,)) for i, document in enumerate(self.documents)
        ]
        system = next((s for s in study.corpus.systems if s.uid == self.choice.system_uid), None)
        if system is None:
            return tuple(single)
        found = [
            replace(single[i], group_uid=group.uid, group_title=group.title)
            for group in system.groups
            for i, document in enumerate(self.documents)
            if group.uid in document.groups.get(system.uid, ())
        ]
        loose = [i for i, d in enumerate(self.documents) if not d.groups.get(system.uid)]
        return tuple(found + [single[i] for i in loose])

    def groups(self, study: Study) -> tuple[Column, ...]:
        """Return one column per group of the chosen system, also for groups without documents."""
        system = next((s for s in study.corpus.systems if s.uid == self.choice.system_uid), None)
        if system is None:
            return ()
        return tuple(
            Column(
                group.title,
                tuple(
                    i
                    for i, document in enumerate(self.documents)
                    if group.uid in document.groups.get(system.uid, ())
                ),
                group.uid,
                group.title,
            )
            for group in system.groups
        )

    def _amount(self, measure: Measure, coded: NDArray[np.bool_]) -> Ints:
        if measure == "present":
            return np.asarray(self.state == State.PRESENT, np.int64)
        if measure in IN_WORDS:
            if self.words is None:
                raise ValueError("the words of this matrix were not counted")
            return self.words
        return np.asarray(np.where(coded, self.count, 0), np.int64)

    def _state(self, at: Sequence[int] | None) -> States:
        return self.state if at is None else self.state[:, list(at)]


def table(study: Study, choice: Choice | None = None) -> Matrix:
    """Return the matrix, its words not counted yet."""
    chosen = choice or Choice()
    rows = rows_of(study, chosen)
    documents = documents_of(study, chosen)
    counts = unions.passages(study.counting(), study.tree, rows, len(study.documents))
    states = study.states(rows)
    return Matrix(
        chosen,
        tuple(study.tree.codes[i] for i in rows),
        tuple(rows),
        tuple(study.documents[i] for i in documents),
        states[documents].T,
        counts[documents].T,
        study.words[documents],
    )


def with_words(
    session: Session,
    study: Study,
    matrix: Matrix,
    counters: Counters,
    progress: Progress | None = None,
) -> Matrix:
    """Return the matrix with the words under each code."""
    documents = documents_of(study, matrix.choice)
    found = unions.words(
        session, study.counting(), study.tree, list(matrix.row_at), counters, progress
    )
    return replace(matrix, words=found[documents].T)


def counters(study: Study) -> Counters:
    """Return what counts the words of a study's documents."""
    return Counters(tuple(document.revision_uid for document in study.documents))


def rows_of(study: Study, choice: Choice) -> list[int]:
    """Return the codes that stand in the matrix; one out of use only when it was used."""
    tree = study.tree
    if choice.code_uids:
        return [tree.index(uid) for uid in choice.code_uids]
    used = set(np.unique(study.places.code).tolist())
    within = tree.with_below(tree.index(choice.family_uid)) if choice.family_uid else None
    return [
        i
        for i in tree.down_to(choice.level, within)
        if not tree.codes[i].is_retired or used & set(tree.with_below(i))
    ]


def documents_of(study: Study, choice: Choice) -> list[int]:
    """Return the documents of the corpus that stand in the matrix."""
    return [
        i
        for i, document in enumerate(study.corpus.documents)
        if (not choice.group_uid or document.belongs_to(choice.group_uid))
        and (not choice.wave_uid or (document.wave and document.wave.uid == choice.wave_uid))
    ]


def called(document: CorpusDocument, twice: set[str]) -> str:
    """Return the name of a document; with its wave or title where others have the same name."""
    if document.name not in twice:
        return document.name
    more = document.wave.title if document.wave else document.short_title or document.title
    return f"{document.name} ({more})"
