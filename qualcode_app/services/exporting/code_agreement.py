"""Agreement code by code, as one table."""

from __future__ import annotations

from collections.abc import Callable
from math import isnan

from qualcode_app.domain.snapshot import Cell, Column, Table
from qualcode_app.domain.terms import heading
from qualcode_app.services.agreement.agreement_rows import AgreementRow, AgreementTable, Number

Say = Callable[[str], str]


def table(found: AgreementTable, language: str = "nl") -> Table:
    """Return the agreement table: all codes together first, then code by code."""

    def say(text: str) -> str:
        return heading(text, language)

    pairs = [f"kappa {found.coders[i]} – {found.coders[j]}" for i, j in found.pairs]
    columns = (
        Column(say("Code"), width=10),
        Column(say("Label"), width=34),
        Column(coefficient_heading(found, say), "number", 12),
        Column(say("95 % from"), "number", 9),
        Column(say("95 % to"), "number", 9),
        Column(say("P below 0.667"), "number", 10),
        Column(say("P below 0.800"), "number", 10),
        Column(say("Alpha with tolerance"), "number", 12),
        Column("F1", "number", 8),
        Column(say("Percent agreement"), "number", 12),
        *(Column(pair, "number", 14) for pair in pairs),
        Column(say("Characters compared"), "integer", 12),
        Column(say("Documents compared"), "integer", 12),
        *(Column(f"{say('Spans')} {name}", "integer", 10) for name in found.coders),
        *(Column(f"{say('Characters')} {name}", "integer", 12) for name in found.coders),
        Column(say("Remarks"), width=60),
    )
    together = _agreement_row(found.pooled, say, language, say("All codes together"))
    return Table(columns, [together, *(_agreement_row(row, say, language) for row in found.rows)])


def coefficient_heading(found: AgreementTable, say: Say) -> str:
    """Return what stands above the column of the chosen coefficient."""
    is_alpha = found.scope.coefficient == "alpha"
    return "Krippendorff alpha" if is_alpha else say(found.coefficient)


def _agreement_row(row: AgreementRow, say: Say, language: str, label: str = "") -> list[Cell]:
    remarks = [say("Too rare to judge")] if row.too_rare and row.code_uid else []
    for name, number in (("alpha", row.alpha), ("F1", row.f1)):
        if number.reason:
            remarks.append(f"{name}: {say(number.reason)}")
    if row.no_interval:
        remarks.append(say(row.no_interval))
    return [
        row.code_key,
        label or (row.code_label_nl if language == "nl" else row.code_label_en),
        _value(row.alpha),
        None if isnan(row.low) else row.low,
        None if isnan(row.high) else row.high,
        None if isnan(row.below_target) else row.below_target,
        None if isnan(row.below_high) else row.below_high,
        None if row.tolerant is None else _value(row.tolerant),
        _value(row.f1),
        _value(row.percent),
        *(_value(kappa) for kappa in row.kappas),
        row.n_characters,
        row.n_documents,
        *row.n_spans,
        *row.n_marked,
        "; ".join(remarks),
    ]


def _value(number: Number) -> float | None:
    return None if isnan(number.value) else number.value
