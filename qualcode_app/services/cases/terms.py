"""Groups with their days as typed in one cell: "Klein (2018–2021); Groot (2022–)"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from qualcode_app.domain import plain_values
from qualcode_app.domain.errors import RefusedChange

_DAY = r"(?:\d{4}(?:-\d{1,2}-\d{1,2})?|\d{1,2}-\d{1,2}-\d{4})?"
_DATED = re.compile(
    rf"(.+?)\s*\(\s*({_DAY})\s*(?:[–—]|\s-\s|-|/|t/m|tot en met|to)\s*({_DAY})\s*\)"
)


@dataclass(frozen=True, slots=True)
class TypedTerm:
    """A group by its title, from the first to the last day, both included."""

    title: str
    valid_from: date | None = None
    valid_to: date | None = None


def read(text: str) -> list[TypedTerm]:
    """Return the groups of a cell, parted by semicolons.

    Raises:
        RefusedChange: What stands in the brackets is no day, or the last lies before the first.
    """
    return [_term(part.strip()) for part in text.split(";") if part.strip()]


def say(terms: Iterable[TypedTerm]) -> str:
    """Return groups as they are typed; whole years are told by the year alone."""
    return "; ".join(_said(term) for term in terms)


def _term(part: str) -> TypedTerm:
    found = _DATED.fullmatch(part)
    if found is None or not (found[2] or found[3]):
        return TypedTerm(part)
    begin = plain_values.day_or_year(found[2], at_end=False) if found[2] else None
    end = plain_values.day_or_year(found[3], at_end=True) if found[3] else None
    if begin and end and end < begin:
        raise RefusedChange("{text} ends before it begins. Turn the days round.", text=part)
    return TypedTerm(found[1], begin, end)


def _said(term: TypedTerm) -> str:
    if term.valid_from is None and term.valid_to is None:
        return term.title
    begin, end = _day(term.valid_from, (1, 1)), _day(term.valid_to, (12, 31))
    return f"{term.title} ({begin}–{end})"


def _day(day: date | None, whole: tuple[int, int]) -> str:
    if day is None:
        return ""
    return str(day.year) if (day.month, day.day) == whole else day.isoformat()
