"""Findings against each other and against the codings, document by document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from sqlalchemy.orm import Session

from qualcode_app.domain.errors import Bilingual
from qualcode_app.services.analysis.questions import Kind
from qualcode_app.services.analysis.sentences import joined
from qualcode_app.services.analysis.study import State, Study
from qualcode_app.services.analysis.voices import Voices
from qualcode_app.services.claims import facts, twice
from qualcode_app.services.claims.asked import EVERYBODY
from qualcode_app.services.claims.contradiction import (
    Check,
    Contradiction,
    Side,
    of_claim,
    told,
)
from qualcode_app.services.claims.facts import Fact
from qualcode_app.services.claims.recheck import Checked, Register
from qualcode_app.services.claims.results import Told

COUNTED = (Kind.ALL_OF, Kind.ANY_OF)


def find(session: Session, register: Register) -> Iterator[Contradiction]:
    """Yield where findings clash with each other or with the codings.

    Findings are compared when the same coders count for them.
    """
    groups: dict[Voices, list[Checked]] = defaultdict(list)
    for row in register.rows:
        if row.claim.asked is not None and not row.claim.is_search:
            groups[row.claim.asked.voices].append(row)
    for voices, rows in groups.items():
        if voices in register.studies:
            yield from _Pairs(session, register.studies[voices], rows).found()
    listed = [row for rows in groups.values() for row in rows]
    yield from _counts(listed)
    yield from twice.find(listed)


@dataclass
class _Hit:
    """The documents and codes on which two sides clash."""

    document_uids: dict[str, None] = field(default_factory=dict)
    code_uids: dict[str, None] = field(default_factory=dict)

    def add(self, document_uid: str, code_uid: str) -> None:
        self.document_uids[document_uid] = None
        self.code_uids[code_uid] = None


class _Pairs:
    """Compares what findings say to be absent with what is said, or coded, to be there."""

    def __init__(self, session: Session, study: Study, rows: Sequence[Checked]) -> None:
        self.session = session
        self.study = study
        self.rows = rows
        self.at = {document.uid: i for i, document in enumerate(study.documents)}
        self._states: dict[tuple[str, tuple[str, str] | None], list[int]] = {}

    @cached_property
    def facts(self) -> list[list[Fact]]:
        known = self.study.tree.at
        return [
            [
                fact
                for fact in facts.of_claim(row.claim)
                if fact.code_uid in known and fact.document_uid in self.at
            ]
            for row in self.rows
        ]

    @cached_property
    def presences(self) -> dict[str, list[tuple[int, Fact]]]:
        found: dict[str, list[tuple[int, Fact]]] = defaultdict(list)
        for number, listed in enumerate(self.facts):
            for fact in listed:
                if fact.is_present:
                    found[fact.document_uid].append((number, fact))
        return found

    def found(self) -> Iterator[Contradiction]:
        for number, row in enumerate(self.rows):
            others = self._others(number)
            for other, hit in others.items():
                yield self._two(row, self.rows[other], hit)
            told_already = {uid for hit in others.values() for uid in hit.document_uids}
            absent, present = self._untrue(number, told_already)
            if absent.document_uids:
                yield self._against_codings(row, absent)
            if present.document_uids:
                yield self._without_coding(row, present)

    def _others(self, number: int) -> dict[int, _Hit]:
        """Return the findings that say to be there what this one says is not."""
        found: dict[int, _Hit] = defaultdict(_Hit)
        tree = self.study.tree
        for fact in self.facts[number]:
            if fact.is_present or fact.document_uid not in self.presences:
                continue
            below = tree.with_below(tree.at[fact.code_uid])
            for other, said in self.presences[fact.document_uid]:
                same = fact.facet is None or fact.facet == said.facet
                if other != number and same and tree.at[said.code_uid] in below:
                    found[other].add(fact.document_uid, said.code_uid)
        return found

    def _untrue(self, number: int, told_already: Collection[str]) -> tuple[_Hit, _Hit]:
        """Return what is said to be absent and is coded, and the other way round."""
        absent, present = _Hit(), _Hit()
        for fact in self.facts[number]:
            state = self.state(fact)
            if fact.is_present and state == State.ABSENT:
                present.add(fact.document_uid, fact.code_uid)
            coded = not fact.is_present and state in (State.PRESENT, State.CODED_UNREAD)
            if coded and fact.document_uid not in told_already:
                absent.add(fact.document_uid, fact.code_uid)
        return absent, present

    def state(self, fact: Fact) -> int:
        """Return what is known of a fact's code in its document."""
        key = (fact.code_uid, fact.facet)
        if key not in self._states:
            within = None
            if fact.facet is not None:
                within = self.study.of_facet(self.session, fact.facet)
            row = self.study.tree.at[fact.code_uid]
            self._states[key] = self.study.states([row], within)[:, 0].tolist()
        return self._states[key][self.at[fact.document_uid]]

    def _two(self, row: Checked, other: Checked, hit: _Hit) -> Contradiction:
        check = _check_of(row)
        what, names = self._what(hit.code_uids), self._names(hit.document_uids)
        sides = tuple(of_claim(each, hit.code_uids, hit.document_uids) for each in (row, other))
        return Contradiction(check, told(check.value, what=what, names=names), sides)

    def _against_codings(self, row: Checked, hit: _Hit) -> Contradiction:
        check = _check_of(row)
        asked = row.claim.asked
        if asked is not None and asked.question.group_uid:
            check = Check.MATRIX
        what, names = self._what(hit.code_uids), self._names(hit.document_uids)
        coded = Side(
            told("codings", what=what, names=names),
            code_uids=tuple(hit.code_uids),
            document_uids=tuple(hit.document_uids),
        )
        text = told(f"{check.value}_coded", what=what, names=names)
        return Contradiction(check, text, (of_claim(row, hit.code_uids, hit.document_uids), coded))

    def _without_coding(self, row: Checked, hit: _Hit) -> Contradiction:
        what, names = self._what(hit.code_uids), self._names(hit.document_uids)
        silent = Side(
            told("nothing_coded", what=what, names=names),
            code_uids=tuple(hit.code_uids),
            document_uids=tuple(hit.document_uids),
        )
        text = told("present_uncoded", what=what, names=names)
        return Contradiction(Check.ABSENCE, text, (of_claim(row), silent))

    def _what(self, code_uids: Iterable[str]) -> Bilingual:
        codes = [self.study.tree.codes[self.study.tree.at[uid]] for uid in code_uids]
        labels = [_quoted(Bilingual(code.label_nl, code.label_en)) for code in codes]
        return Bilingual(
            joined([label.label_nl for label in labels], "nl"),
            joined([label.label_en for label in labels], "en"),
        )

    def _names(self, document_uids: Iterable[str]) -> Bilingual:
        names = [self.study.documents[self.at[uid]].name for uid in document_uids]
        return Bilingual(joined(names, "nl"), joined(names, "en"))


def _check_of(row: Checked) -> Check:
    """Return which check an untrue absence belongs to."""
    asked = row.claim.asked
    if asked is not None and asked.question.kind in (Kind.NONE_OF, Kind.PROFILE):
        return Check.ABSENCE
    if facts.says_only(row.claim):
        return Check.ONLY
    return Check.COMPLEMENT


def _counts(rows: Sequence[Checked]) -> Iterator[Contradiction]:
    """Yield where n with a code, and those without it or by group, do not fit."""
    having = [row for row in rows if _asks(row, *COUNTED)]
    for other in (row for row in rows if _asks(row, Kind.NONE_OF, Kind.GROUPS)):
        for row in having:
            if _about(row) != _about(other):
                continue
            one, said = _lines(row), _lines(other)
            n, m, of = one[0].n, sum(line.n for line in said), one[0].of
            what = _quoted(one[0].label)
            sides = (of_claim(row), of_claim(other))
            if _asks(other, Kind.NONE_OF) and n + m != of and _counts_anybody(row):
                text = told("complement_count", n=n, m=m, of=of, what=what)
                yield Contradiction(Check.COMPLEMENT, text, sides)
            same = sum(line.of for line in said) == of
            if _asks(other, Kind.GROUPS) and same and n != m:
                text = told("groups_sum", n=m, m=n, what=what)
                yield Contradiction(Check.SUM, text, sides)


def _lines(row: Checked) -> Sequence[Told]:
    return row.claim.result.lines if row.claim.result is not None else ()


def _asks(row: Checked, *kinds: Kind) -> bool:
    """Tell whether a finding is of one of these kinds and about one code."""
    asked = row.claim.asked
    return (
        asked is not None
        and asked.question.kind in kinds
        and len(asked.question.code_uids) == 1
        and bool(_lines(row))
    )


def _quoted(label: Bilingual) -> Bilingual:
    dutch, english = label.label_nl, label.label_en
    return Bilingual(f"‘{dutch or english}’", f"‘{english or dutch}’")


def _counts_anybody(row: Checked) -> bool:
    """Tell whether one coder is enough; of two, a document may have it and lack it by halves."""
    voices = row.claim.asked.voices if row.claim.asked else EVERYBODY
    return voices.at_least == 1 and not voices.consensus


def _about(row: Checked) -> object:
    """Return what a finding is about, whatever it asks of it."""
    asked = row.claim.asked
    if asked is None:
        return None
    plain = replace(asked.question, kind=Kind.ALL_OF, system_uid="")
    return plain, asked.voices
