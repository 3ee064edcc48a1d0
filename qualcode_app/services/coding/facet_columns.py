"""Facets in exported tables: columns beside each coding, numbers and absences as tables."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy.orm import Session

from qualcode_app.domain import facets as rules
from qualcode_app.domain.facets import CodeTraits, Facet, FacetValue
from qualcode_app.domain.snapshot import Cell, CellKind, Column, Table
from qualcode_app.domain.terms import headings
from qualcode_app.services.coding import absence, facets
from qualcode_app.services.coding.coding_rows import CodingRow

WIDTHS = {"nominal": 20, "ordinal": 12, "number": 26, "text": 30}
_PARTS: tuple[tuple[str, CellKind, int], ...] = (
    ("From", "amount", 12),
    ("To", "amount", 12),
    ("Unit", "text", 12),
    ("Year", "integer", 8),
)
_STATES = {
    "stands": "Stands",
    "theme_open": "Open again: theme not read",
    "coded": "Open again: code is coded",
}


class FacetColumns:
    """One column for each facet, with the words of the chosen options."""

    def __init__(self, session: Session, language: str) -> None:
        self.is_dutch = language == "nl"
        self._say = headings(language)
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

    def number_columns(self) -> list[Column]:
        """Return columns for the first number of each facet of numbers, to calculate with."""
        return [
            Column(f"{self._word(f.label_nl, f.label_en)}: {self._say(part).lower()}", kind, width)
            for f in self._numeric()
            for part, kind, width in _PARTS
        ]

    def number_cells(self, coding: CodingRow) -> list[Cell]:
        """Return the parts of the first number of each facet of numbers."""
        found: list[Cell] = []
        for facet in self._numeric():
            first = next(iter(rules.only(coding.values, facet.uid)), FacetValue(facet.uid))
            bounds = (_plain(first.value_min), _plain(first.value_max))
            found += [*bounds, first.unit or "", first.year]
        return found

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

    def _numeric(self) -> list[Facet]:
        return [facet for facet in self.facets if facet.kind == "number"]

    def _word(self, dutch: str, english: str) -> str:
        return (dutch or english) if self.is_dutch else (english or dutch)


def _plain(number: Decimal | None) -> float | None:
    """Return a number; a whole one without decimals."""
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def absences(session: Session, language: str = "nl") -> Table:
    """Return one row for each judgement that a document does not mention a code."""
    say = headings(language)
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
