"""What numbers say of the corpus: who gives the highest, several of one thing, medians, years.

A number counts once per document, whoever coded it. N are the documents that were read for all
codes the numbers stand on, or that were asked about; a document that gives a number without
having been read is told apart, as everywhere in the analysis.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import isnan, nan
from statistics import median

import numpy as np
from sqlalchemy.orm import Session

from qualcode_app.domain.errors import Bilingual, RefusedChange
from qualcode_app.services.analysis import values
from qualcode_app.services.analysis.questions import Answer, Kind, Line
from qualcode_app.services.analysis.scope import Known, Scope, combined
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.analysis.values import Measured, NumberRow, Wanted


class Asked(StrEnum):
    """What is asked about numbers of one thing."""

    LISTED = "listed"
    HIGHEST = "highest"
    LOWEST = "lowest"
    SEVERAL = "several"
    GROUPS = "groups"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Found:
    """Numbers of one thing, or of one group, with the documents they are of."""

    line: Line
    rows: tuple[NumberRow, ...]  # each number once; what the finding rests on
    median: float = nan


@dataclass(frozen=True, slots=True)
class NumberAnswer:
    """What was found; `what` names the thing the numbers are of."""

    asked: Asked
    answer: Answer  # what is asked about, with a line for each finding
    what: Bilingual
    found: tuple[Found, ...]
    n_with: int  # documents with a number of it, of those read

    @property
    def rows(self) -> tuple[NumberRow, ...]:
        """The numbers of all findings."""
        return tuple(row for one in self.found for row in one.rows)


def ask(
    session: Session,
    study: Study,
    asked: Asked,
    wanted: Wanted,
    measured: Measured | None = None,
    system_uid: str = "",
    listed: Sequence[NumberRow] | None = None,
) -> NumberAnswer:
    """Answer a question about numbers of one thing; target years may be asked of all things.

    Args:
        session: Of the project.
        study: What is counted.
        asked: The kind of finding.
        wanted: Which numbers.
        measured: What they are of, where they are of several things.
        system_uid: Of `GROUPS` the way of grouping.
        listed: The numbers that are wanted, where they were read before.

    Raises:
        RefusedChange: There is no such number, or it was not said of what, or by which grouping.
    """
    rows = values.rows(session, study, wanted) if listed is None else listed
    of_it = _of_one_thing(rows, asked, measured)
    numbers = _Numbers(session, study, wanted, of_it)
    match asked:
        case Asked.GROUPS:
            found = numbers.by_group(system_uid)
        case Asked.YEARS:
            found = numbers.by_year()
        case Asked.SEVERAL:
            found = numbers.several()
        case Asked.HIGHEST | Asked.LOWEST:
            found = numbers.extreme(highest=asked == Asked.HIGHEST)
        case Asked.LISTED:
            found = (numbers.of(numbers.rows, every=numbers.each),)
    whole = numbers.of(numbers.rows)
    answer = numbers.scope.answer([one.line for one in found] or [whole.line])
    alike = len({row.measured for row in of_it}) == 1
    what = Bilingual(of_it[0].what("nl"), of_it[0].what("en")) if alike else Bilingual("", "")
    return NumberAnswer(asked, answer, what, found, whole.line.n)


def _of_one_thing(
    listed: Sequence[NumberRow], asked: Asked, measured: Measured | None
) -> list[NumberRow]:
    """Return the numbers of what was chosen; without a choice all, if they can be compared."""
    known = values.things(listed)
    if measured is None and asked != Asked.YEARS and len(known) > 1:
        raise RefusedChange(
            "These numbers are of {n} things, so they cannot be compared: {names}. Choose one.",
            n=len(known),
            names=", ".join(words for _, words in known[:8]),
        )
    found = [row for row in listed if measured is None or row.measured == measured]
    if not found:
        raise _nothing()
    return found


class _Numbers:
    """Numbers with what is known of the documents they may be in."""

    def __init__(
        self, session: Session, study: Study, wanted: Wanted, rows: Sequence[NumberRow]
    ) -> None:
        codes = wanted.code_uids or tuple(dict.fromkeys(row.coding.code_uid for row in rows))
        question = replace(wanted.question(), code_uids=codes)
        self.scope = Scope(session, study, question)
        self._study = study
        self.each = tuple(rows)
        self._states = study.states(self.scope.codes)
        least = 1 if study.voices.consensus else study.voices.at_least
        coders: dict[object, set[str]] = {}
        for row in rows:
            coders.setdefault(row.same, set()).add(row.coding.coder_uid)
        self.rows = values.each_once(row for row in rows if len(coders[row.same]) >= least)

    def of(
        self,
        rows: Sequence[NumberRow],
        documents: Sequence[int] | None = None,
        label: Bilingual | None = None,
        every: Sequence[NumberRow] = (),
    ) -> Found:
        """Return numbers as a finding, with n of N of some documents or of all asked about.

        Args:
            rows: The numbers.
            documents: Among which they are counted; all that are asked about without.
            label: What the finding is about, where it is not the code.
            every: The same with those that too few coders gave.
        """
        inside = self.scope.documents if documents is None else list(documents)
        read = combined(self._states, Kind.ANY_OF).known
        shape = len(self._study.documents)
        hit, coded = np.zeros(shape, np.bool_), np.zeros(shape, np.bool_)
        hit[[row.document for row in rows]] = True
        coded[[row.document for row in every or rows]] = True
        said = Known(read, hit, coded & ~hit, coded)
        line = self.scope.told(said, inside, self.scope.codes)
        if label is not None:
            line = replace(line, label=label)
        here = set(inside)
        kept = tuple(row for row in rows if row.document in here and read[row.document])
        return Found(line, kept, _median(kept))

    def by_group(self, system_uid: str) -> tuple[Found, ...]:
        """Return the numbers of each group."""
        system = next((s for s in self._study.corpus.systems if s.uid == system_uid), None)
        if system is None:
            raise RefusedChange("This grouping is not in the project any more. Choose another.")
        amounts = [row for row in self.rows if not row.is_year]
        documents = self._study.documents
        found = []
        for group in system.groups:
            inside = [i for i in self.scope.documents if documents[i].belongs_to(group.uid)]
            mine = [row for row in amounts if row.document in inside]
            every = [row for row in self.each if not row.is_year]
            one = self.of(mine, inside, Bilingual(group.title, group.title), every)
            outside = tuple(
                named
                for named in one.line.outside
                if any(d.uid == named.document_uid and d.belongs_to(group.uid) for d in documents)
            )
            found.append(replace(one, line=replace(one.line, outside=outside)))
        return tuple(found)

    def by_year(self) -> tuple[Found, ...]:
        """Return the numbers with a target year, thing by thing."""
        found = []
        words = dict(values.things(self.rows, "en"))
        for key, dutch in values.things(self.rows):
            mine = [row for row in self.rows if row.measured == key and row.years]
            if mine:
                label = Bilingual(dutch, words[key])
                every = [row for row in self.each if row.measured == key and row.years]
                found.append(self.of(mine, label=label, every=every))
        return tuple(found)

    def several(self) -> tuple[Found, ...]:
        """Return the documents with more than one number of the thing."""
        found = []
        for i in dict.fromkeys(row.document for row in self.rows):
            mine = [row for row in self.rows if row.document == i]
            if len(mine) > 1:
                label = Bilingual(mine[0].name, mine[0].name)
                found.append(self.of(mine, label=label))
        return tuple(one for one in found if one.rows)

    def extreme(self, *, highest: bool) -> tuple[Found, ...]:
        """Return the highest or the lowest number, or several that are equal."""
        known = [row for row in self.of(self.rows).rows if not row.is_year]
        if not known:
            raise _nothing()
        best = (max if highest else min)(_end(row, highest=highest) for row in known)
        return (self.of([row for row in known if _end(row, highest=highest) == best]),)


def _nothing() -> RefusedChange:
    return RefusedChange("There is no number like this on any coding. Ask for others.")


def _end(row: NumberRow, *, highest: bool) -> float:
    first, last = (row.high, row.low) if highest else (row.low, row.high)
    return last if isnan(first) else first


def _median(rows: Sequence[NumberRow]) -> float:
    """Return the median of numbers; of a range its middle, of an open one the end there is."""
    middles = []
    for row in rows:
        ends = [end for end in (row.low, row.high) if not isnan(end)]
        middles.append(sum(ends) / len(ends))
    return median(middles) if middles else nan
