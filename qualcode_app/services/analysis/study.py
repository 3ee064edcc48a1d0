"""All that the analysis counts, read once: the corpus, the codes, the codings, who read what.

Every figure and every answer is computed from a `Study` without asking the file again, but for
the words of passages and the text that words are counted in. The values of a facet are read when
one is first asked for, or ahead of that by `read_values`, and then kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.orm import Session

from qualcode_app.domain import case_names
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.services.analysis import own_scale, places, voices
from qualcode_app.services.analysis.places import Places
from qualcode_app.services.analysis.quantifiers import Step
from qualcode_app.services.analysis.tree import Tree
from qualcode_app.services.analysis.voices import Reading, Voices
from qualcode_app.services.cases import corpus as register
from qualcode_app.services.cases.corpus import Corpus, CorpusDocument
from qualcode_app.services.coding import facets
from qualcode_app.services.store.people import CoderRow

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
States = NDArray[np.int8]

FEW = 12_000  # codings of which the values are read in less than 100 ms, one by one


class State(IntEnum):
    """What is known of a code in a document."""

    UNREAD = 0  # nobody read the theme there: nothing is known
    ABSENT = 1  # read, and not there
    PRESENT = 2  # read, and there
    CODED_UNREAD = 3  # coded, though the theme is not marked as read: not counted in N
    BY_FEWER = 4  # coded by fewer coders than asked for, or not in the consensus


READ = (State.ABSENT, State.PRESENT, State.BY_FEWER)  # what counts in N
CODED = (State.PRESENT, State.CODED_UNREAD, State.BY_FEWER)


@dataclass(frozen=True, slots=True)
class Study:
    """A state of the project, as numbers.

    `documents` holds those of the corpus first, then those that do not count; the index of a
    document is its place there.
    """

    corpus: Corpus
    documents: tuple[CorpusDocument, ...]
    tree: Tree
    who: tuple[CoderRow, ...]
    voices: Voices
    places: Places
    reading: Reading
    scale: tuple[Step, ...] = ()
    _options: dict[str, dict[str, Bools]] = field(default_factory=dict, compare=False, repr=False)
    _few: dict[tuple[str, tuple[int, ...]], tuple[Places, dict[str, Bools]]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @property
    def n_in(self) -> int:
        """The number of documents in the corpus."""
        return len(self.corpus.documents)

    @property
    def words(self) -> Ints:
        """The number of words of each document."""
        return np.array([document.n_words for document in self.documents], np.int64)

    def counting(self, within: Places | None = None) -> Places:
        """Return the codings that figures count, of some or all: in consensus what was agreed."""
        found = self.places if within is None else within
        return found.only(found.coder >= self._first_agreed) if self.voices.consensus else found

    @property
    def _first_agreed(self) -> int:
        return sum(row.kind != "consensus" for row in self.who)

    def states(self, rows: list[int], within: Places | None = None) -> States:
        """Return what is known of codes in all documents.

        Args:
            rows: Indices of codes; each counts with all codes below it.
            within: Some of the codings, where a question asks for a facet; all without.

        Returns:
            Values of `State`, documents by rows.
        """
        said = self._said(rows, self.places if within is None else within)
        read = self.reading.read[:, rows] >= (1 if self.voices.consensus else self.voices.at_least)
        if self.voices.consensus:
            read &= ~self.reading.begun[:, rows]
            present = said[self._first_agreed :].any(axis=0)
        else:
            present = said.sum(axis=0) >= self.voices.at_least
        some = said.any(axis=0)
        found = np.where(read, np.int8(State.ABSENT), np.int8(State.UNREAD))
        found[some] = State.BY_FEWER
        found[present] = State.PRESENT
        found[some & ~read] = State.CODED_UNREAD
        return found.astype(np.int8)

    def _said(self, rows: list[int], within: Places) -> Bools:
        """Return who coded what: coders by documents by rows."""
        shape = (len(self.who), len(self.documents), len(rows))
        found = np.zeros(shape[0] * shape[1] * shape[2], np.bool_)
        place = within.coder * shape[1] + within.document
        for row_of in self.tree.counted_in(rows):
            row = row_of[within.code]
            here = row >= 0
            found[(place * shape[2] + row)[here]] = True
        return found.reshape(shape)

    def documents_named(self, name: str) -> tuple[str, ...]:
        """Return the documents with a title, or of the case with any of its names.

        Raises:
            UnknownRecord: Neither a document nor a case is called so.
            RefusedChange: There is no document of the case.
        """
        wanted = case_names.key(name)
        case = next(
            (one for one in self.corpus.cases if wanted in map(case_names.key, one.names)), None
        )
        found = tuple(
            one.uid
            for one in self.documents
            if (case is not None and one.case == case)
            or wanted in (case_names.key(one.title), case_names.key(one.short_title))
        )
        if found:
            return found
        if case is not None:
            raise RefusedChange(
                "There is no document of {name} in this project, so nothing can be said about it. "
                "Add one, or choose another case.",
                name=case.name,
            )
        raise UnknownRecord(
            "No document or case is called {name}. Look at the list of documents.", name=name
        )

    def of_facet(
        self, session: Session, facet: tuple[str, str], codes: Sequence[int] = ()
    ) -> Places:
        """Return the codings that have one value of a facet, by uid of facet and key of option.

        With codes only codings of these, and of codes below them, need to be right: as long as
        the facet was not read and they have few codings, the values of these alone are read.
        """
        uid, key = facet
        found, options = self._valued(session, uid, tuple(codes))
        has = options.get(key)
        return found.only(np.zeros(0, np.int64) if has is None else has)

    def _valued(
        self, session: Session, facet_uid: str, codes: tuple[int, ...]
    ) -> tuple[Places, dict[str, Bools]]:
        if facet_uid not in self._options and codes:
            if (facet_uid, codes) in self._few:
                return self._few[facet_uid, codes]
            below = sorted({i for code in codes for i in self.tree.with_below(code)})
            few = self.places.only(np.isin(self.places.code, below))
            if len(few) <= FEW:
                uids = [self.tree.codes[i].uid for i in below]
                options = places.with_options(session, few, facet_uid, uids)
                return self._few.setdefault((facet_uid, codes), (few, options))
        if facet_uid not in self._options:
            self._options[facet_uid] = places.with_options(session, self.places, facet_uid)
        return self.places, self._options[facet_uid]


def read(session: Session, wanted: Voices | None = None) -> Study:
    """Read the project.

    Raises:
        RefusedChange: More coders are asked for than there are, or nothing was agreed yet.
    """
    chosen = wanted or Voices()
    corpus = register.corpus(session)
    tree = Tree.read(session)
    who = voices.coders(session, chosen)
    documents = corpus.everything
    return Study(
        corpus,
        documents,
        tree,
        who,
        chosen,
        places.read(
            session,
            [document.revision_uid for document in documents],
            tree,
            [row.uid for row in who],
        ),
        voices.reading(session, [document.uid for document in documents], tree, who),
        own_scale.of_project(session),
    )


def read_values(session: Session, study: Study) -> None:
    """Read the values of all facets, so that no question about one has to wait for them."""
    for facet in facets.rows(session):
        if facet.options:
            study.of_facet(session, (facet.uid, ""))
