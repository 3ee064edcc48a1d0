"""The documents and codes a question is about, with what is known of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.orm import Session

from qualcode_app.domain.errors import Bilingual, RefusedChange
from qualcode_app.domain.facets import Facet
from qualcode_app.services.analysis.matrix import called
from qualcode_app.services.analysis.places import Places
from qualcode_app.services.analysis.questions import Answer, Kind, Line, Named, Question
from qualcode_app.services.analysis.study import CODED, READ, State, States, Study
from qualcode_app.services.cases.corpus import CorpusDocument
from qualcode_app.services.coding import facets

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a question in each document.

    Args:
        known: All its themes were read there.
        hit: The question is met.
        fewer: It would be met, or would not, if fewer coders were enough.
        coded: There is a coding of it.
    """

    known: Bools
    hit: Bools
    fewer: Bools
    coded: Bools


class Scope:
    """The documents and codes a question is about, with what is known of them."""

    def __init__(self, session: Session, study: Study, question: Question) -> None:
        self.session = session
        self.study = study
        self.question = question
        self.codes = [study.tree.index(uid) for uid in question.code_uids]
        self.documents = [i for i in range(study.n_in) if self._holds(study.documents[i])]
        names = [study.documents[i].name for i in self.documents]
        twice = {name for name, n in Counter(names).items() if n > 1}
        self._named = tuple(
            Named(one.uid, called(one, twice), one.out_reason) for one in study.documents
        )
        self._facets: tuple[Facet, ...] | None = None

    def answer(self, lines: Iterable[Line]) -> Answer:
        """Return the answer with what it is about in words."""
        study, question = self.study, self.question
        codes = study.tree.codes
        return Answer(
            question,
            tuple(Bilingual(codes[i].label_nl, codes[i].label_en) for i in self.codes),
            self.where(),
            tuple(one.name for one in self.named(self._chosen())),
            self._facet_words(),
            tuple(lines),
            study.voices.at_least,
            study.scale,
        )

    def facet_of(self, uid: str) -> Facet:
        """Return a facet; raises RefusedChange when it is gone."""
        if self._facets is None:
            self._facets = tuple(facets.rows(self.session))
        found = next((facet for facet in self._facets if facet.uid == uid), None)
        if found is None:
            raise RefusedChange("This facet is not in the codebook any more. Choose another.")
        return found

    def weigh(
        self,
        kind: Kind,
        documents: Sequence[int],
        label: Bilingual | None = None,
        facet: tuple[str, str] | None = None,
    ) -> Line:
        """Return which of some documents have all, any or none of the codes asked about."""
        facet = facet or self.question.facet
        states = self.study.states(self.codes, self.within(facet))
        line = self.line(kind, documents, self.codes, states)
        return replace(line, label=label or line.label, facet=facet)

    def line(
        self, kind: Kind, documents: Sequence[int], rows: Sequence[int], states: States
    ) -> Line:
        """Return which of some documents have codes of which the states are known."""
        return self.told(combined(states, kind), documents, rows)

    def told(self, said: Known, documents: Sequence[int], rows: Sequence[int]) -> Line:
        """Return a finding in names."""
        inside = np.zeros(len(said.known), np.bool_)
        inside[list(documents)] = True
        named = self.question.document_uids
        beyond = [
            i for i in self._beyond() if said.coded[i] or self.study.documents[i].uid in named
        ]
        codes = [self.study.tree.codes[i] for i in rows]
        known, coded = said.known, said.coded
        return Line(
            Bilingual(codes[0].label_nl, codes[0].label_en),
            tuple(code.uid for code in codes),
            self.named(np.flatnonzero(inside & known & said.hit).tolist()),
            int((inside & known).sum()),
            self.named(np.flatnonzero(inside & ~known & ~coded).tolist()),
            self.named(np.flatnonzero(inside & ~known & coded).tolist()),
            self.named(np.flatnonzero(inside & known & said.fewer).tolist()),
            self.named(beyond),
            self.question.facet,
            others=self.named(np.flatnonzero(inside & known & ~said.hit & ~said.fewer).tolist()),
        )

    def within(
        self, facet: tuple[str, str] | None, codes: Sequence[int] | None = None
    ) -> Places | None:
        """Return the codings with a value of a facet; None where no facet is asked for.

        Those of the codes asked about are right, or of others where these are given.
        """
        if facet is None or not facet[1]:
            return None
        return self.study.of_facet(self.session, facet, self.codes if codes is None else codes)

    def named(self, documents: Sequence[int]) -> tuple[Named, ...]:
        """Return documents by name, in the order of the corpus."""
        return tuple(self._named[i] for i in documents)

    def rows(self) -> list[int]:
        """Return the codes asked about, or all of the level that are in use."""
        if self.codes:
            return self.codes
        return self.study.tree.at_level(self.question.level)

    def chosen(self) -> list[int]:
        """Return the documents of the corpus that were named."""
        return [i for i in self._chosen() if i < self.study.n_in]

    def universe(self) -> list[int]:
        """Return the documents among which a code may be nowhere else."""
        documents = self.study.documents[: self.study.n_in]
        return [i for i, one in enumerate(documents) if self._is_asked(one)]

    def _chosen(self) -> list[int]:
        wanted = self.question.document_uids
        return [i for i, one in enumerate(self.study.documents) if one.uid in wanted]

    def _beyond(self) -> list[int]:
        """Return documents that do not count and would be asked about if they did."""
        documents = self.study.documents
        return [i for i in range(self.study.n_in, len(documents)) if self._holds(documents[i])]

    def _holds(self, document: CorpusDocument) -> bool:
        question = self.question
        named = question.document_uids and question.kind not in (Kind.ONLY, Kind.PROFILE)
        return (
            (not named or document.uid in question.document_uids)
            and (not question.group_uid or document.belongs_to(question.group_uid))
            and self._is_asked(document)
        )

    def _is_asked(self, document: CorpusDocument) -> bool:
        question = self.question
        return (question.kind == Kind.WAVES or is_of(document, question.wave_uid)) and (
            question.attribute is None or has_value(document, *question.attribute)
        )

    def where(self) -> tuple[Bilingual, ...]:
        """Return which documents are asked about, as a sentence goes on after "documents"."""
        return tuple(self._where())

    def _where(self) -> Iterable[Bilingual]:
        question, corpus = self.question, self.study.corpus
        if question.group_uid in corpus.groups:
            title = corpus.groups[question.group_uid].title
            yield Bilingual(f"uit {title}", f"from {title}")
        if question.wave_uid and question.kind != Kind.WAVES:
            title = next((w.title for w in corpus.waves if w.uid == question.wave_uid), "")
            yield Bilingual(f"van {title}", f"of {title}")
        if question.attribute is not None:
            uid, value = question.attribute
            title = next((a.title for a in corpus.attributes if a.uid == uid), "")
            yield Bilingual(f"met {title}: {value}", f"with {title}: {value}")

    def _facet_words(self) -> Bilingual | None:
        if self.question.facet is None:
            return None
        facet = self.facet_of(self.question.facet[0])
        option = facet.option(self.question.facet[1])
        if option is None:
            return Bilingual(facet.label_nl, facet.label_en)
        return Bilingual(
            f"{facet.label_nl}: {option.label_nl}", f"{facet.label_en}: {option.label_en}"
        )


def has_value(document: CorpusDocument, attribute_uid: str, value: str) -> bool:
    """Tell whether an attribute of a document or its case has a value, given as text."""
    said = document.attributes.get(attribute_uid, ())
    return any(str(one.value).casefold() == value.casefold() for one in said)


def is_of(document: CorpusDocument, wave_uid: str) -> bool:
    """Tell whether a document counts for a wave, or for any when none is named."""
    return not wave_uid or (document.wave is not None and document.wave.uid == wave_uid)


def combined(states: States, kind: Kind) -> Known:
    """Join what is known of several codes in each document."""
    known = np.asarray(np.isin(states, READ).all(axis=1), np.bool_)
    present, coded = states == State.PRESENT, np.isin(states, CODED)
    together = np.all if kind == Kind.ALL_OF else np.any
    hit, some = (np.asarray(together(each, axis=1), np.bool_) for each in (present, coded))
    if kind == Kind.ALL_OF:
        return Known(known, hit, some & ~hit, some)
    return Known(known, hit if kind == Kind.ANY_OF else ~some, some & ~hit, some)
