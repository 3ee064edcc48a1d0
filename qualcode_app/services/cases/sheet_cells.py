"""The cells of one line of a sheet of cases, read as what they tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from qualcode_app.domain import plain_values
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.services.cases import attribute_edits, terms
from qualcode_app.services.cases.attribute_edits import PART, Value
from qualcode_app.services.cases.corpus import State
from qualcode_app.services.cases.sheet import Line, Sheet, Use
from qualcode_app.services.cases.terms import TypedTerm

_STATES: Mapping[str, State] = {
    word: cast(State, state)
    for state, words in {
        "in": "in|ja|yes|x|1|true|waar",
        "out": "uit|out|nee|no|0|false|onwaar",
        "open": "open|?|onbeslist|undecided",
    }.items()
    for word in words.split("|")
}


@dataclass(frozen=True, slots=True)
class Cells:
    """What a line tells beside the names of its case and document.

    `groups` and `values` are by the heading of their column.
    """

    aliases: tuple[str, ...]
    wave: str
    dated: date | None
    state: State | None
    reason: str
    groups: Mapping[str, tuple[TypedTerm, ...]]
    values: Mapping[str, tuple[Value, ...]]
    of_document: bool = False  # some of the values are those of a document

    @property
    def tells_of_document(self) -> bool:
        """Whether it says something that only a document can have, apart from attributes."""
        return bool(self.wave or self.dated or self.state or self.reason)


def read(sheet: Sheet, line: Line) -> Cells:
    """Return what a line tells.

    Raises:
        RefusedChange: A cell does not hold what its column should.
    """
    dated = sheet.cell(line, Use.DATE)
    aliases = sheet.cell(line, Use.ALIASES).split(PART)
    state, reason = _state(sheet.cell(line, Use.STATE)), sheet.cell(line, Use.REASON)
    if state is None and reason:
        state = "out"
    if state == "out" and not reason:
        raise RefusedChange("It is out of the corpus, but no reason is given. Fill one in.")
    values = _values(sheet, line)
    return Cells(
        tuple(alias for each in aliases if (alias := each.strip())),
        sheet.cell(line, Use.WAVE),
        plain_values.day(dated) if dated else None,
        state,
        reason if state == "out" else "",
        _groups(sheet, line),
        values,
        any(c.name in values for c in sheet.columns if c.use is Use.DOCUMENT_ATTRIBUTE),
    )


def _state(text: str) -> State | None:
    if not text:
        return None
    state = _STATES.get(text.lower().removesuffix(".0"))
    if state is None:
        raise RefusedChange(
            "{text} does not say whether it is in the corpus. Write in, out or open.", text=text
        )
    return state


def _groups(sheet: Sheet, line: Line) -> Mapping[str, tuple[TypedTerm, ...]]:
    begin, end = sheet.cell(line, Use.VALID_FROM), sheet.cell(line, Use.VALID_TO)
    valid_from = plain_values.day_or_year(begin, at_end=False) if begin else None
    valid_to = plain_values.day_or_year(end, at_end=True) if end else None
    if valid_from and valid_to and valid_to < valid_from:
        raise RefusedChange("{text} ends before it begins. Turn the days round.", text=end)
    found = {}
    for column in sheet.columns:
        if column.use is Use.GROUP and (said := terms.read(line.get(column.name, ""))):
            found[column.name] = tuple(
                term
                if term.valid_from or term.valid_to
                else replace(term, valid_from=valid_from, valid_to=valid_to)
                for term in said
            )
    return found


def _values(sheet: Sheet, line: Line) -> Mapping[str, tuple[Value, ...]]:
    found = {}
    for column in sheet.columns:
        if column.use not in (Use.CASE_ATTRIBUTE, Use.DOCUMENT_ATTRIBUTE):
            continue
        said = attribute_edits.parse(column.kind, line.get(column.name, ""), many=column.many)
        if said:
            found[column.name] = tuple(said)
    return found
