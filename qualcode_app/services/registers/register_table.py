"""Register by document: what each cell says, and rates that name what they are a share of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import nan
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.models.cases import Wave
from qualcode_app.models.documents import Document
from qualcode_app.services.cases.corpus import Corpus, corpus
from qualcode_app.services.documents import documents
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.services.registers import cell_facts, judgements, propositions
from qualcode_app.services.registers.cell_facts import Passage, ReadAs
from qualcode_app.services.registers.judgements import Verdict, VerdictRow
from qualcode_app.services.registers.propositions import (
    NOT_APPLICABLE,
    NOT_RATED,
    OPEN,
    Option,
    PropositionRow,
    RegisterRow,
)
from qualcode_app.services.registers.same import Same
from qualcode_app.services.store import people
from qualcode_app.services.store.people import CoderRow, RoundRow

_NOTHING = Verdict()
Place = tuple[str, str]  # uids of proposition and document
Reason = Literal["other_scale", "optional", "not_testable", "not_applicable", "open", "unclear"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A proposition in a document, as one coder judged it."""

    proposition_uid: str
    document_uid: str
    option: Option
    verdict: Verdict
    evidence: tuple[Passage, ...] = ()  # in the order of the text

    @property
    def concreteness(self) -> int | None:
        """The highest concreteness among the evidence."""
        steps = (one.concreteness for one in self.evidence)
        return max((step for step in steps if step is not None), default=None)

    def said(self, facet_key: str) -> tuple[str, ...]:
        """Return the keys of the options that the evidence has of a facet, each once."""
        found = (key for one in self.evidence for key in one.said.get(facet_key, ()))
        return tuple(dict.fromkeys(found))

    @property
    def text(self) -> str:
        """Sign, concreteness and number: ● 3 (20 jaar)."""
        parts = [self.option.sign]
        if self.concreteness is not None and self.option.needs_evidence:
            parts.append(str(self.concreteness))
        if self.verdict.numbers:
            parts.append(f"({'; '.join(str(number) for number in self.verdict.numbers)})")
        return " ".join(parts)


@dataclass(frozen=True, slots=True)
class Rate:
    """How many were met out of those that count; what does not count is told beside it."""

    full: int = 0
    partly: int = 0
    of: int = 0
    n_open: int = 0
    n_not_applicable: int = 0

    @property
    def share(self) -> float:
        """Full adoptions as a share of the denominator; NaN where nothing counts."""
        return self.full / self.of if self.of else nan

    def __str__(self) -> str:
        full = f"{self.full} full + {self.partly} partly" if self.partly else str(self.full)
        left = f", {self.n_open} open" if self.n_open else ""
        return f"{full} of {self.of}{left}"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A cell that is in no rate, and why."""

    proposition_key: str
    document_title: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Other:
    """What a coder beside the one of the table said of a place."""

    coder: CoderRow
    option: Option


@dataclass(frozen=True)
class RegisterTable:
    """Everything the table shows of one register, one coder and one round."""

    register: RegisterRow
    coder: CoderRow
    round: RoundRow
    documents: tuple[DocumentRow, ...]
    years: Mapping[str, str]  # by document
    groups: Mapping[str, tuple[str, ...]]  # by document, each with the name of its system
    case_codes: Mapping[str, str]  # by document
    rows: tuple[PropositionRow, ...]
    cells: Mapping[Place, Cell]
    others: Mapping[Place, tuple[Other, ...]]  # who else judged in the same round
    settled: frozenset[Place]  # there is a verdict of the consensus
    read_as: Mapping[Place, ReadAs]
    option_labels: Mapping[tuple[str, str], tuple[str, str]]  # by facet and option: nl, en
    measures: Mapping[Place, int]  # coded with the codes of the proposition

    def rate_of(self, row: PropositionRow) -> Rate:
        """Return the rate of one proposition over the documents."""
        options = (self.cells[row.uid, document.uid].option for document in self.documents)
        return _rate(options, row.scale.top)

    def rate(self, document_uid: str | None = None) -> Rate:
        """Return the rate of a document, or of all; repeats and variants count once."""
        chosen = [d.uid for d in self.documents if document_uid in {None, d.uid}]
        return self._rate_over(self._counting(), chosen)

    def rates_by(self, what: Literal["chapter", "code", "year", "group"]) -> dict[str, Rate]:
        """Return rates by chapter or code of the proposition, or by year or group of document."""
        if what in {"year", "group"}:
            parts: dict[str, list[str]] = defaultdict(list)
            for document in self.documents:
                years = (self.years.get(document.uid, ""),)
                for name in years if what == "year" else self.groups.get(document.uid, ()):
                    parts[name].append(document.uid)
            return {name: self._rate_over(self._counting(), parts[name]) for name in sorted(parts)}
        rows: dict[str, list[PropositionRow]] = defaultdict(list)
        for row in self._counting():
            for name in [row.chapter] if what == "chapter" else row.code_keys:
                rows[name].append(row)
        everywhere = [document.uid for document in self.documents]
        return {name: self._rate_over(some, everywhere) for name, some in rows.items()}

    def counts(self, proposition_uid: str) -> bool:
        """Tell whether a proposition belongs to the rates at all."""
        return proposition_uid in self._counted

    @cached_property
    def _counted(self) -> frozenset[str]:
        return frozenset(row.uid for row in self._counting())

    def concreteness(self) -> dict[int, int]:
        """Return how many cells that are met in full or partly have which concreteness."""
        steps = (cell.concreteness for _, cell in self._met())
        return dict(Counter(step for step in steps if step is not None))

    def blanks(self) -> Rate:
        """Return how often a number was filled in where a proposition that is met asks one."""
        asked = [cell for row, cell in self._met() if row.asks_number]
        return Rate(sum(bool(cell.verdict.numbers) for cell in asked), 0, len(asked))

    def _met(self) -> Iterator[tuple[PropositionRow, Cell]]:
        """Yield the cells that count and are met in full or partly."""
        for row in self._counting():
            for document in self.documents:
                cell = self.cells[row.uid, document.uid]
                if cell.option.in_rate and (cell.option.rank or 0) >= row.scale.top - 1:
                    yield row, cell

    def left_out(self) -> list[LeftOut]:
        """Return every cell that is in no rate, with the reason."""
        return [
            LeftOut(row.key, document.title, reason)
            for row in self.rows
            for document in self.documents
            if (reason := self._reason(row, self.cells[row.uid, document.uid].option)) is not None
        ]

    def counted_once(self) -> list[tuple[str, ...]]:
        """Return the keys of propositions that count as one in the rates."""
        keys = {row.uid: row.key for row in self.rows}
        found = Same.of(self._counting()).units
        return [tuple(keys[uid] for uid in unit) for unit in found if len(unit) > 1]

    def _counting(self) -> list[PropositionRow]:
        own = self.register.scale_uid
        return [r for r in self.rows if r.test not in NOT_RATED and r.scale.uid == own]

    def _rate_over(self, rows: Sequence[PropositionRow], document_uids: Iterable[str]) -> Rate:
        same, top = Same.of(rows), rows[0].scale.top if rows else 0
        options = (
            same.outcome(unit, {uid: self.cells[uid, document].option for uid in unit}, top)
            for document in document_uids
            for unit in same.units
        )
        return _rate(options, top)

    def _reason(self, row: PropositionRow, option: Option) -> Reason | None:
        if row.test == "optional":
            return "optional"
        if row.test == "none":
            return "not_testable"
        if row.scale.uid != self.register.scale_uid:
            return "other_scale"
        if option.in_rate:
            return None
        if option.key == OPEN:
            return "open"
        return "not_applicable" if option.key == NOT_APPLICABLE else "unclear"


def table(
    session: Session, register: RegisterRow, coder_uid: str, round_uid: str | None = None
) -> RegisterTable:
    """Return the table of a register as one coder judged it in a round, the first by default.

    Raises:
        UnknownRecord: The coder or round is not in this project.
    """
    coder, round_ = _chosen(session, coder_uid, round_uid)
    rows = propositions.rows(session, register.uid)
    judged = judgements.rows(session, register_uid=register.uid)
    mine = {
        (one.proposition_uid, one.document_uid): one.verdict
        for one in judged
        if one.coder_uid == coder.uid and one.round_uid == round_.uid
    }
    study = corpus(session)
    counted = _groups(study)
    listed = [row for row in documents.rows(session) if row.uid in counted]
    passages = cell_facts.passages(session, {uid for v in mine.values() for uid in v.evidence})
    cells: dict[Place, Cell] = {}
    for row in rows:
        options = {option.key: option for option in row.scale.options}
        nothing = _open(row)
        for document in listed:
            place = (row.uid, document.uid)
            verdict = mine.get(place)
            if verdict is None:
                cells[place] = Cell(*place, nothing, _NOTHING)
                continue
            found = [passages[uid] for uid in verdict.evidence if uid in passages]
            found.sort(key=lambda one: one.order)
            option = options.get(verdict.option_key, nothing)
            cells[place] = Cell(*place, option, verdict, tuple(found))
    others, settled = _others(session, rows, judged, coder.uid, round_.uid)
    return RegisterTable(
        register,
        coder,
        round_,
        tuple(listed),
        _years(session),
        counted,
        {one.uid: one.case.code for one in study.documents if one.case is not None},
        tuple(rows),
        cells,
        others,
        settled,
        cell_facts.read_as(session, rows, coder.uid, round_.uid),
        cell_facts.option_labels(session),
        cell_facts.measures(session, rows, coder.uid, round_.uid),
    )


def _chosen(session: Session, coder_uid: str, round_uid: str | None) -> tuple[CoderRow, RoundRow]:
    rounds = people.rounds(session)
    found = [one for one in rounds if round_uid in {None, one.uid}]
    coders = [one for one in people.coders(session) if one.uid == coder_uid]
    if not found or not coders:
        raise UnknownRecord("This coder or round was removed from the project. Choose another.")
    return coders[0], found[0]


def _others(
    session: Session,
    rows: Sequence[PropositionRow],
    judged: Sequence[VerdictRow],
    coder_uid: str,
    round_uid: str,
) -> tuple[dict[Place, tuple[Other, ...]], frozenset[Place]]:
    """Return who else judged a place in a round and how, and where the consensus ever did."""
    known = {one.uid: one for one in people.coders(session)}
    scales = {row.uid: row.scale for row in rows}
    others: dict[Place, tuple[Other, ...]] = {}
    settled = set()
    for one in judged:
        place = (one.proposition_uid, one.document_uid)
        option = scales[one.proposition_uid].option(one.verdict.option_key)
        coder = known.get(one.coder_uid)
        if option is None or option.key == OPEN or coder is None:
            continue
        if coder.kind == "consensus":
            settled.add(place)
        elif coder.uid != coder_uid and one.round_uid == round_uid:
            others[place] = (*others.get(place, ()), Other(coder, option))
    return others, frozenset(settled)


def rate_in(register: RegisterRow, rows: Sequence[PropositionRow], said: Mapping[str, str]) -> Rate:
    """Return the rate of one document from the options given there, by proposition."""
    own = register.scale_uid
    counted = [row for row in rows if row.test not in NOT_RATED and row.scale.uid == own]
    if not counted:
        return Rate()
    same, top = Same.of(counted), counted[0].scale.top
    options = {row.uid: row.scale.option(said.get(row.uid, OPEN)) or _open(row) for row in counted}
    return _rate((same.outcome(unit, options, top) for unit in same.units), top)


def _open(row: PropositionRow) -> Option:
    """Return the option for nothing said, also on a scale that forgot to name it."""
    found = row.scale.option(OPEN)
    return found or Option(OPEN, "open", "open", None, "?", False, False, False, False, "", "")


def _rate(options: Iterable[Option], top: int) -> Rate:
    counts: Counter[str] = Counter()
    for option in options:
        if option.in_rate:
            counts["of"] += 1
            counts["full"] += option.rank == top
            counts["partly"] += option.rank == top - 1
        elif option.key == OPEN:
            counts["open"] += 1
        elif option.key == NOT_APPLICABLE:
            counts["na"] += 1
    return Rate(counts["full"], counts["partly"], counts["of"], counts["open"], counts["na"])


def _groups(found: Corpus) -> dict[str, tuple[str, ...]]:
    """Return the documents that count, each with its groups as "size: small"."""
    systems = {system.uid: system.title for system in found.systems}
    return {
        document.uid: tuple(
            f"{systems[system]}: {found.groups[group].title}"
            for system, groups in document.groups.items()
            for group in groups
        )
        for document in found.documents
    }


def _years(session: Session) -> dict[str, str]:
    found = session.execute(
        select(Document.uid, Document.date, Wave.from_date).outerjoin(
            Wave, Wave.uid == Document.wave_uid
        )
    )
    return {uid: str(known.year) for uid, date, wave in found if (known := date or wave)}
