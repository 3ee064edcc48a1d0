"""The numbers of codings as a sheet: one row for each, with its passage and page."""

from __future__ import annotations

from collections.abc import Iterable
from math import isnan

from sqlalchemy.orm import Session

from qualcode_app.domain.errors import Bilingual
from qualcode_app.domain.snapshot import Cell, Column, Table
from qualcode_app.domain.terms import heading
from qualcode_app.services.analysis import study, values
from qualcode_app.services.analysis.values import NumberRow, Wanted
from qualcode_app.services.exporting.corpus_tables import CaseColumns


def all_of(session: Session, language: str = "nl") -> Table:
    """Return every number of the project, also of documents that do not count."""
    found = values.rows(session, study.read(session), Wanted(everywhere=True))
    return table(session, found, language)


def table(session: Session, found: Iterable[NumberRow], language: str = "nl") -> Table:
    """Return one row per number."""

    def say(text: str) -> str:
        return heading(text, language)

    cases = CaseColumns(session, language)
    columns = (
        Column(say("Document"), width=24),
        *cases.columns(),
        Column(say("Of what"), width=26),
        Column(say("From"), "amount", 14),
        Column(say("To"), "amount", 14),
        Column(say("Unit"), width=14),
        Column(say("Per what"), width=14),
        Column(say("Kind"), width=12),
        Column(say("Year"), "integer", 8),
        Column(say("Until year"), "integer", 8),
        Column(say("Code"), width=10),
        Column(say("Label"), width=28),
        Column(say("Coder"), width=18),
        Column(say("Page printed"), width=8),
        Column(say("Sheet"), "integer", 8),
        Column(say("Quote as printed"), width=60),
        Column(say("Memo"), width=30),
        Column(say("Facet"), width=14),
        Column(say("Identity"), width=38),
    )
    rows = [_row(row, cases.cells(row.coding.revision_uid), language) for row in found]
    return Table(columns, rows)


def _row(row: NumberRow, about: list[Cell], language: str) -> list[Cell]:
    coding, said = row.coding, row.value
    low, high = (None if row.is_year else _known(end) for end in (row.low, row.high))
    first, last = row.years or (None, None)
    label = Bilingual(coding.code_label_nl, coding.code_label_en)
    return [
        row.about.title,
        *about,
        said.object or row.what(language),
        low,
        high,
        said.unit or "",
        said.base or "",
        _in(row.kind, language) if row.kind else "",
        _year(first),
        None if last == first else _year(last),
        coding.code_key,
        _in(label, language),
        coding.coder_name,
        coding.page_label,
        coding.page_number,
        coding.quote,
        coding.memo,
        _in(row.facet, language),
        coding.uid,
    ]


def _known(value: float) -> float | None:
    """Return a number; a whole one without decimals, so that 8500 is not shown as 8500.000."""
    if isnan(value):
        return None
    return int(value) if value.is_integer() else value


def _year(value: float | None) -> int | None:
    return None if value is None or isnan(value) else int(value)


def _in(label: Bilingual, language: str) -> str:
    first, second = label.label_nl, label.label_en
    return (first or second) if language == "nl" else (second or first)
