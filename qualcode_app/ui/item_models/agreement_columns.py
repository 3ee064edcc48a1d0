"""The columns of agreement tables: per code, pair, document, over time, and on values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf, isnan
from typing import Any

from qualcode_app.domain.terms import heading
from qualcode_app.services.agreement.agreement_rows import (
    TARGET,
    AgreementRow,
    AgreementTable,
    Number,
)
from qualcode_app.services.agreement.program_panels import ProgramLine
from qualcode_app.ui.item_models.agreement_lines import Line, interval, name_of, reason, remarks
from qualcode_app.ui.item_models.agreement_table import Column
from qualcode_app.ui.language import language_code
from qualcode_app.ui.wording import DASH, count, listing, number, short_date, translate


def code_columns(table: AgreementTable) -> tuple[Column, ...]:
    """Return the columns of the table of codes."""
    tolerance = table.scope.tolerance
    columns = [_name(translate("agreement", "Code"), 206), *_alpha(table)]
    if table.scope.coefficient != "f1":
        columns.append(_figure("F1", 50, lambda row: row.f1))
    if table.pooled.tolerant is not None:
        words = translate("agreement", "± word")
        if tolerance == "sentence":
            words = translate("agreement", "± sentence")
        columns.append(_figure(words, 72, lambda row: row.tolerant))
    return (
        *columns,
        Column(
            translate("agreement", "Spans"),
            "count",
            58,
            lambda row: count(sum(row.n_spans)),
            lambda row: sum(row.n_spans),
            lambda row: _use(table, row),
        ),
        Column(
            translate("agreement", "Doc."),
            "count",
            46,
            lambda row: count(row.n_documents_used),
            lambda row: row.n_documents_used,
        ),
        Column(
            translate("agreement", "P(< {target})").format(target=number(TARGET, 3)),
            "figure",
            92,
            lambda row: number(row.below_target),
            lambda row: _last(row.below_target),
        ),
        Column(
            translate("agreement", "Mind"),
            "chip",
            96,
            remarks,
            remarks,
            lambda row: "\n".join(translate("errors", notice) for notice in row.notices),
        ),
    )


def pair_columns(table: AgreementTable) -> tuple[Column, ...]:
    """Return the columns of the table of pairs and of coders."""
    return (
        _name(translate("agreement", "Coders"), 230),
        *_alpha(table),
        _figure("F1", 60, lambda row: row.f1),
        _figure(translate("agreement", "Kappa"), 70, lambda row: row.kappa),
        _figure(translate("agreement", "Without"), 84, lambda row: row.without),
        _disagreeing(),
    )


def document_columns(table: AgreementTable) -> tuple[Column, ...]:
    """Return the columns of the table of documents."""
    return (
        _name(translate("agreement", "Document"), 230),
        *_alpha(table),
        _figure("F1", 60, lambda row: row.f1),
        _spans(lambda row: sum(row.n_spans)),
        _disagreeing(),
    )


def program_columns(names: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns of what other programs show.

    Args:
        names: Of the coders, by their indices.
    """

    def pair(row: ProgramLine) -> str:
        return listing([names[at].split(maxsplit=1)[0] for at in row.coders])

    def formula(row: ProgramLine) -> str:
        return heading(row.formula, language_code())

    return (
        _name(translate("agreement", "Program and figure"), 300),
        _figure(translate("agreement", "Value"), 70, lambda row: row.alpha),
        *([Column(translate("agreement", "Coders"), "words", 130, pair, pair)] * (len(names) > 2)),
        Column(translate("agreement", "Formula"), "words", 0, formula, formula, formula),
    )


def drift_columns() -> tuple[Column, ...]:
    """Return the columns of agreement over time."""
    return (
        _name(translate("agreement", "Document, in the order of coding"), 230),
        *_alpha(),
        _figure(translate("agreement", "Last three"), 90, lambda row: row.moving),
        _spans(lambda row: row.n_spans),
        Column(
            translate("agreement", "First coded"),
            "count",
            130,
            lambda row: short_date(row.coded_at) if row.coded_at else DASH,
            lambda row: row.coded_at.timestamp() if row.coded_at else inf,
        ),
    )


def value_columns(name: str, shared: str) -> tuple[Column, ...]:
    """Return the columns of a table of values: of facets, or of verdicts.

    Args:
        name: What stands above the names.
        shared: What the units are called.
    """
    apart = translate("agreement", "Other value")
    return (
        _name(name, 190),
        *_alpha(),
        _figure(translate("agreement", "Percent"), 70, lambda row: row.percent),
        _figure("AC1", 56, lambda row: row.ac1),
        Column(shared, "count", 70, lambda row: count(row.n_units), lambda row: row.n_units),
        Column(apart, "count", 70, lambda row: count(row.n_apart), lambda row: row.n_apart),
    )


def _name(head: str, width_px: int) -> Column:
    return Column(head, "name", width_px, name_of, lambda row: name_of(row).casefold())


def _alpha(table: AgreementTable | None = None) -> tuple[Column, Column]:
    """Return the columns of the figure and its interval; of alpha where no table says else."""
    name, width_px = translate("agreement", "Alpha"), 58
    if table is not None and table.scope.coefficient != "alpha":
        name = heading(table.coefficient, language_code()).split(" (")[0]
        width_px = 110
    head = translate("agreement", "95 % interval")
    return (
        _figure(name, width_px, lambda row: row.alpha),
        Column(head, "interval", 0, interval, lambda row: _last(row.alpha.value), interval),
    )


def _figure(head: str, width_px: int, of: Callable[[Any], Number | None]) -> Column:
    def words(row: Line) -> str:
        figure = of(row)
        return "" if figure is None else number(figure.value)

    def order(row: Line) -> float:
        figure = of(row)
        return inf if figure is None else _last(figure.value)

    def told(row: Line) -> str:
        figure = of(row)
        return "" if figure is None else reason(figure)

    return Column(head, "figure", width_px, words, order, told)


def _spans(of: Callable[[Any], int]) -> Column:
    head = translate("agreement", "Spans")
    return Column(head, "count", 70, lambda row: count(of(row)), of)


def _disagreeing() -> Column:
    return Column(
        translate("agreement", "Apart"),
        "count",
        90,
        lambda row: count(row.n_disagreeing),
        lambda row: row.n_disagreeing,
        lambda _: translate("agreement", "Characters or units of codes on which coders differ"),
    )


def _last(value: float) -> float:
    return inf if isnan(value) else value


def _use(table: AgreementTable, row: AgreementRow) -> str:
    """Say how often each coder used the code, and who uses it more than the others."""
    lines = []
    for at, name in enumerate(table.coders):
        said = f"{name}: {count(row.n_spans[at])}"
        more = row.over_use[at] if at < len(row.over_use) else 0.0
        if more > 0:
            text = translate("agreement", "{n} more characters than the others on average")
            said += f" ({text.format(n=count(round(more)))})"
        lines.append(said)
    return "\n".join(lines)
