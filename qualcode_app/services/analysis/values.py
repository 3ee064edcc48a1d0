"""Numbers of codings: every amount, range, share and year with its passage.

Two numbers are of the same thing when their object, unit and base are the same, whatever the
case of the letters; a number without an object is of what its unit names, or else of what its
code is about. A whole number without a unit between 1900 and 2100 is a year: "2030".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from math import isnan, nan

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.errors import Bilingual
from qualcode_app.domain.facets import FacetValue
from qualcode_app.domain.figures import bounds
from qualcode_app.models.codings import Coding, CodingValue
from qualcode_app.models.people import Round
from qualcode_app.services.analysis import evidence
from qualcode_app.services.analysis.evidence import Passage
from qualcode_app.services.analysis.questions import Kind, Question
from qualcode_app.services.analysis.scope import Scope
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.cases.corpus import CorpusDocument
from qualcode_app.services.coding import facets
from qualcode_app.services.coding.coding_rows import CodingRow

FIRST_YEAR, LAST_YEAR = 1900, 2100
MEASURES = ("%", "euro")  # units that do not say of what a number is


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which numbers are listed; an empty field leaves none out.

    Args:
        words: In what the number is of, in its unit or in its base.
        unit: Only this unit, whatever the case; likewise `base` and `kind`.
        year: Only numbers of this year.
        code_uids: Only on these codes and those below them.
        group_uid: Only documents of this group; likewise `wave_uid`.
        document_uids: Only these documents.
        everywhere: Also in documents that do not count.
    """

    words: str = ""
    unit: str = ""
    base: str = ""
    kind: str = ""
    year: int | None = None
    code_uids: tuple[str, ...] = ()
    group_uid: str = ""
    wave_uid: str = ""
    document_uids: tuple[str, ...] = ()
    everywhere: bool = False

    def question(self) -> Question:
        """Return the documents and codes asked about as a question."""
        return Question(
            Kind.ANY_OF,
            self.code_uids,
            group_uid=self.group_uid,
            wave_uid=self.wave_uid,
            document_uids=self.document_uids,
        )


@dataclass(frozen=True, slots=True, order=True)
class Measured:
    """What a number is of: numbers of the same thing can be compared."""

    what: str  # in small letters, as are unit and base
    unit: str = ""
    base: str = ""


@dataclass(frozen=True)
class NumberRow:
    """A number on a coding; `document` is its place among the documents of the study."""

    coding: CodingRow
    value: FacetValue
    document: int
    name: str  # of the document, as sentences name it
    about: CorpusDocument
    facet: Bilingual
    kind: Bilingual | None  # minimum, share, … in the words of the codebook

    @cached_property
    def is_year(self) -> bool:
        """Whether the number itself is a year."""
        low, high = self.value.value_min, self.value.value_max
        ends = [end for end in (low, high) if end is not None]
        return not (self.value.unit or "").strip() and all(
            end == end.to_integral_value() and FIRST_YEAR <= end <= LAST_YEAR for end in ends
        )

    @property
    def low(self) -> float:
        """The lower end; NaN where it is open."""
        return _float(self.value.value_min)

    @property
    def high(self) -> float:
        """The upper end; NaN where it is open."""
        return _float(self.value.value_max)

    @property
    def years(self) -> tuple[float, float] | None:
        """The year, or from when to when, that the number is aimed at."""
        if self.value.year is not None:
            return float(self.value.year), float(self.value.year)
        return (self.low, self.high) if self.is_year else None

    @cached_property
    def measured(self) -> Measured:
        """What the number is of, as a key."""
        said = self.value
        unit, base = _folded(said.unit), _folded(said.base)
        what = _folded(said.object) or ("" if unit in MEASURES else unit)
        return Measured(what or self.coding.code_uid, unit, base)

    def what(self, language: str = "nl") -> str:
        """Return what the number is of: "goedkope woningen (%)", "woningen per jaar"."""
        said = self.value
        unit = " ".join((said.unit or "").split())
        bare = "" if unit in MEASURES else unit
        first, second = self.coding.code_label_nl, self.coding.code_label_en
        code = (first or second) if language == "nl" else (second or first)
        what = " ".join((said.object or bare or code).split())
        more = unit if unit and unit.casefold() != what.casefold() else ""
        parts = [what, f"({more})" if more else "", " ".join((said.base or "").split())]
        return " ".join(part for part in parts if part)

    def amount(self, language: str = "nl", *, unit: bool = False) -> str:
        """Return the number in words: "8.500", "2.000 – 2.500", "≥ 150 woningen"."""
        said = bounds(self.low, self.high, language, years=self.is_year)
        name = (self.value.unit or "") if unit else ""
        return f"{said} {name}".strip()

    @property
    def passage(self) -> Passage:
        """The passage the number stands in."""
        row = self.coding
        return Passage(
            self.about.uid,
            self.name,
            row.anchor,
            row.area,
            row.quote,
            row.page_number,
            row.page_label,
            (row,),
        )

    @property
    def same(self) -> tuple[object, ...]:
        """What makes it the same number in the same document, whoever coded it."""
        said = self.value
        return self.document, self.measured, said.value_min, said.value_max, said.year


def rows(session: Session, study: Study, wanted: Wanted | None = None) -> tuple[NumberRow, ...]:
    """Return numbers in the order of corpus and text.

    Raises:
        UnknownRecord: A code is not in the codebook.
    """
    asked = wanted or Wanted()
    scope = Scope(session, study, asked.question())
    numeric = {facet.uid: facet for facet in facets.rows(session) if facet.kind == "number"}
    shelf = range(len(study.documents)) if asked.everywhere else scope.documents
    at = {study.documents[i].revision_uid: i for i in shelf}
    query = (
        select(Coding.uid)
        .join(CodingValue, CodingValue.coding_uid == Coding.uid)
        .join(Round, Round.uid == Coding.round_uid)
        .where(
            CodingValue.facet_uid.in_(numeric),
            Coding.coder_uid.in_(evidence.whose(study)),
            Round.kind != "training",
        )
        .distinct()
    )
    if asked.code_uids:
        query = query.where(Coding.code_uid.in_(study.tree.uids_with_below(asked.code_uids)))
    found: list[NumberRow] = []
    for row in evidence.listed(session, list(session.scalars(query))):
        if row.revision_uid not in at:
            continue
        number = at[row.revision_uid]
        for value in row.values:
            facet = numeric.get(value.facet_uid)
            if facet is None:
                continue
            option = facet.option(value.number_kind)
            found.append(
                NumberRow(
                    row,
                    value,
                    number,
                    scope.named([number])[0].name,
                    study.documents[number],
                    Bilingual(facet.label_nl, facet.label_en),
                    Bilingual(option.label_nl, option.label_en) if option else None,
                )
            )
    kept = [row for row in found if _is_wanted(row, asked)]
    return tuple(sorted(kept, key=lambda row: (row.document, row.coding.anchor)))


def each_once(found: Iterable[NumberRow]) -> tuple[NumberRow, ...]:
    """Return numbers without those that another coder gave in the same document."""
    kept: dict[tuple[object, ...], NumberRow] = {}
    for row in found:
        kept.setdefault(row.same, row)
    return tuple(kept.values())


def things(found: Iterable[NumberRow], language: str = "nl") -> tuple[tuple[Measured, str], ...]:
    """Return what numbers are of, each with its words, the most frequent first."""
    words: dict[Measured, str] = {}
    counted: dict[Measured, set[int]] = {}
    for row in found:
        words.setdefault(row.measured, row.what(language))
        counted.setdefault(row.measured, set()).add(row.document)
    ordered = sorted(words, key=lambda key: (-len(counted[key]), words[key].casefold()))
    return tuple((key, words[key]) for key in ordered)


def _is_wanted(row: NumberRow, wanted: Wanted) -> bool:
    said = row.value
    where = f"{row.what('nl')} {row.what('en')} {said.unit or ''}".casefold()
    return (
        wanted.words.strip().casefold() in where
        and (not wanted.unit or _folded(said.unit) == _folded(wanted.unit))
        and (not wanted.base or _folded(said.base) == _folded(wanted.base))
        and (not wanted.kind or said.number_kind == wanted.kind)
        and (wanted.year is None or _is_of(row.years, wanted.year))
    )


def _is_of(years: tuple[float, float] | None, year: int) -> bool:
    if years is None:
        return False
    first, last = (FIRST_YEAR if isnan(years[0]) else years[0]), years[1]
    return first <= year and (isnan(last) or year <= last)


def _folded(said: str | None) -> str:
    return " ".join((said or "").split()).casefold()


def _float(said: Decimal | None) -> float:
    return nan if said is None else float(said)
