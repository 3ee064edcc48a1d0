"""Register by document: what each cell says, and rates that name what they are a share of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import nan
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain import facets as values
from qualcode_app.models.cases import Wave
from qualcode_app.models.documents import Document
from qualcode_app.services.coding import facets
from qualcode_app.services.documents import documents
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.services.registers import judgements, propositions
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

Reason = Literal["other_scale", "optional", "not_testable", "not_applicable", "open", "unclear"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A proposition in a document, as one coder judged it."""

    proposition_uid: str
    document_uid: str
    option: Option
    verdict: Verdict
    judgement_uid: str = ""
    concreteness: int | None = None  # the highest among the evidence

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
class RegisterTable:
    """Everything the table shows of one register and one coder."""

    register: RegisterRow
    coder_uid: str
    documents: tuple[DocumentRow, ...]
    years: Mapping[str, str]  # by document
    rows: tuple[PropositionRow, ...]
    cells: Mapping[tuple[str, str], Cell]  # by proposition and document
    judged: tuple[VerdictRow, ...]

    def rate_of(self, row: PropositionRow) -> Rate:
        """Return the rate of one proposition over the documents."""
        options = (self.cells[row.uid, document.uid].option for document in self.documents)
        return _rate(options, row.scale.top)

    def rate(self, document_uid: str | None = None) -> Rate:
        """Return the rate of a document, or of all; repeats and variants count once."""
        chosen = [d.uid for d in self.documents if document_uid in {None, d.uid}]
        return self._rate_over(self._counting(), chosen)

    def rates_by(self, what: Literal["chapter", "code", "year"]) -> dict[str, Rate]:
        """Return rates by chapter or linked code of the proposition, or by year of document."""
        if what == "year":
            by_year: dict[str, list[str]] = defaultdict(list)
            for document in self.documents:
                by_year[self.years.get(document.uid, "")].append(document.uid)
            return {y: self._rate_over(self._counting(), by_year[y]) for y in sorted(by_year)}
        rows: dict[str, list[PropositionRow]] = defaultdict(list)
        for row in self._counting():
            for name in [row.chapter] if what == "chapter" else row.code_keys:
                rows[name].append(row)
        everywhere = [document.uid for document in self.documents]
        return {name: self._rate_over(some, everywhere) for name, some in rows.items()}

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


def table(session: Session, register: RegisterRow, coder_uid: str) -> RegisterTable:
    """Return the table of a register as one coder judged it."""
    rows = propositions.rows(session, register.uid)
    known = {row.uid: row for row in rows}
    judged = judgements.rows(session, register_uid=register.uid)
    mine = {
        (one.proposition_uid, one.document_uid): one for one in judged if one.coder_uid == coder_uid
    }
    listed = documents.rows(session)
    concrete = _concreteness(session, {uid for o in mine.values() for uid in o.verdict.evidence})
    cells: dict[tuple[str, str], Cell] = {}
    for document in listed:
        for row in rows:
            place = (row.uid, document.uid)
            one = mine.get(place)
            verdict = one.verdict if one else Verdict()
            option = row.scale.option(verdict.option_key) or _open(known[row.uid])
            steps = [concrete[uid] for uid in verdict.evidence if uid in concrete]
            cells[place] = Cell(
                *place, option, verdict, one.uid if one else "", max(steps, default=None)
            )
    years = _years(session)
    return RegisterTable(
        register, coder_uid, tuple(listed), years, tuple(rows), cells, tuple(judged)
    )


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


def _concreteness(session: Session, coding_uids: set[str]) -> dict[str, int]:
    """Return the concreteness of codings that have one."""
    wanted = {facet.uid for facet in facets.rows(session) if facet.key == "concreteness"}
    said = facets.values_of(session, coding_uids) if coding_uids else {}
    return {
        uid: int(value.option_key)
        for uid, listed in said.items()
        for facet_uid in wanted
        for value in values.only(listed, facet_uid)
        if value.option_key and value.option_key.isdecimal()
    }


def _years(session: Session) -> dict[str, str]:
    found = session.execute(
        select(Document.uid, Document.date, Wave.from_date).outerjoin(
            Wave, Wave.uid == Document.wave_uid
        )
    )
    return {uid: str(known.year) for uid, date, wave in found if (known := date or wave)}
