"""Facets in exported tables: columns beside each coding, numbers and absences as tables."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from sqlalchemy.orm import Session

from qualcode_app.domain import facets as rules
from qualcode_app.domain.facets import CodeTraits, Facet, FacetValue
from qualcode_app.domain.snapshot import Cell, Column, Table
from qualcode_app.domain.terms import heading
from qualcode_app.services.coding import absence, coding_rows, facets
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.services.documents import documents

WIDTHS = {"nominal": 20, "ordinal": 12, "number": 26, "text": 30}
_STATES = {
    "stands": "Stands",
    "theme_open": "Open again: theme not read",
    "coded": "Open again: code is coded",
}


class FacetColumns:
    """One column for each facet, with the words of the chosen options."""

    def __init__(self, session: Session, language: str) -> None:
        self.is_dutch = language == "nl"
        self.facets = facets.rows(session)
        self._traits = facets.traits(session)

    def columns(self) -> list[Column]:
        """Return the columns."""
        return [
            Column(self._word(f.label_nl, f.label_en), width=WIDTHS[f.kind]) for f in self.facets
        ]

    def cells(self, coding: CodingRow) -> list[Cell]:
        """Return what a coding says of each facet."""
        return [self._said(coding, facet) for facet in self.facets]

    def option(self, facet: Facet, key: str | None, code_uid: str) -> str:
        """Return how an option is called on a code."""
        option = facet.option(key)
        if option is None:
            return ""
        traits = self._traits.get(code_uid, CodeTraits(""))
        words = self._word(*rules.option_label(option, traits))
        is_step = facet.kind == "ordinal" and option.key.isdecimal()
        return f"{option.key} {words}" if is_step else words

    def _said(self, coding: CodingRow, facet: Facet) -> str:
        said = []
        for value in rules.only(coding.values, facet.uid):
            if facet.kind == "number":
                said.append(rules.numbered(value))
            elif facet.kind == "text":
                said.append(value.text or "")
            else:
                said.append(self.option(facet, value.option_key, coding.code_uid))
        return "; ".join(said)

    def _word(self, dutch: str, english: str) -> str:
        return (dutch or english) if self.is_dutch else (english or dutch)


def numbers(session: Session, language: str = "nl") -> Table:
    """Return one row for each number on a coding."""
    say = _say(language)
    named = FacetColumns(session, language)
    numeric = {facet.uid: facet for facet in named.facets if facet.kind == "number"}
    shelf = {row.revision_uid: row for row in documents.rows(session)}
    rows: list[list[Cell]] = []
    for coding in coding_rows.rows(session):
        for value in coding.values:
            facet = numeric.get(value.facet_uid)
            if facet is None:
                continue
            document = shelf[coding.revision_uid]
            lead: list[Cell] = [document.title, document.case_name, coding.page_label]
            lead += [coding.code_key, coding.coder_name]
            rows.append([*lead, *_number(named, facet, value, coding), coding.quote, coding.uid])
    columns = (
        Column(say("Document"), width=24),
        Column(say("Case"), width=18),
        Column(say("Page printed"), width=8),
        Column(say("Code"), width=10),
        Column(say("Coder"), width=18),
        Column(say("Facet"), width=14),
        Column(say("From"), "number", 14),
        Column(say("To"), "number", 14),
        Column(say("Unit"), width=18),
        Column(say("Of what"), width=22),
        Column(say("Per what"), width=14),
        Column(say("Kind"), width=12),
        Column(say("Year"), "integer", 8),
        Column(say("Quote as printed"), width=60),
        Column(say("Identity"), width=38),
    )
    return Table(columns, rows)


def absences(session: Session, language: str = "nl") -> Table:
    """Return one row for each judgement that a document does not mention a code."""
    say = _say(language)
    rows: list[list[Cell]] = [
        [
            row.document_title,
            row.code_key,
            row.label_nl if language == "nl" else row.label_en,
            row.coder_name,
            row.judged_at,
            say(_STATES[row.state]),
        ]
        for row in absence.rows(session)
    ]
    columns = (
        Column(say("Document"), width=24),
        Column(say("Code"), width=10),
        Column(say("Label"), width=34),
        Column(say("Coder"), width=18),
        Column(say("Time (UTC)"), "time", 17),
        Column(say("State"), width=34),
    )
    return Table(columns, rows)


def _number(named: FacetColumns, facet: Facet, value: FacetValue, coding: CodingRow) -> list[Cell]:
    return [
        facet.label_nl if named.is_dutch else facet.label_en,
        _figure(value.value_min),
        _figure(value.value_max),
        value.unit or "",
        value.object or "",
        value.base or "",
        named.option(facet, value.number_kind, coding.code_uid),
        value.year,
    ]


def _figure(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _say(language: str) -> Callable[[str], str]:
    return lambda text: heading(text, language)
