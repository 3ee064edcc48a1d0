"""The report of agreement as tables for a workbook, a page, or another program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import isnan
from typing import Any

import numpy as np
from sqlalchemy.orm import Session

from qualcode_app import __version__
from qualcode_app.agreement.sweep import coder_sets
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.snapshot import Cell, Column, Snapshot, Table
from qualcode_app.domain.terms import heading
from qualcode_app.services.agreement import (
    agreement_details,
    agreements,
    area_agreement,
    facet_agreement,
    program_panels,
)
from qualcode_app.services.agreement.agreement_details import ConfusionTable, DriftPoint
from qualcode_app.services.agreement.agreement_rows import AgreementTable, GroupLine, Number
from qualcode_app.services.agreement.agreement_words import interval_words, methods_sentence
from qualcode_app.services.agreement.coefficients import Answer
from qualcode_app.services.agreement.reliability import Reliability, Scope, spans
from qualcode_app.services.agreement.value_figures import ValueLine
from qualcode_app.services.exporting import code_agreement
from qualcode_app.services.registers import verdict_agreement

Say = Callable[[str], str]
BARS = {
    "Per code": (2, 3, 4),
    "Per pair": (1, 2, 3),
    "Per document": (1, 2, 3),
    "Facets": (2, 3, 4),
    "Verdicts": (2, 3, 4),
    "Areas on pages": (2, 3, 4),
}  # columns of value, lower and upper end


def snapshot(
    session: Session,
    scope: Scope | None = None,
    language: str = "nl",
    progress: Progress | None = None,
) -> Snapshot:
    """Return every table of the report.

    Raises:
        RefusedChange: There is nothing to compare; says what is missing.
        Cancelled: The progress asked to stop.
    """
    found = spans(session, scope or Scope())
    table = agreements.tabulate(found, progress)

    def say(text: str) -> str:
        return heading(text, language)

    confused = agreement_details.confused(found)
    tables = {
        say("Per code"): code_agreement.table(table, language),
        say("Per pair"): _groups(table, (*table.by_pair, *table.by_coder), say),
        say("Per document"): _groups(table, table.by_document, say),
        say("Drift"): _drift(agreement_details.drift(session, found), say),
        say("Confusion, characters"): _confusion(confused, confused.characters, say),
        say("Confusion, spans"): _confusion(confused, confused.spans, say),
        **_other_kinds(session, found, language, say),
        say("As other programs"): _programs(found, table, say),
        say("As NVivo"): _nvivo(found, table, say),
        say("Left out"): _left_out(table, say),
        say("Method"): _method(found, table, language, say),
    }
    return Snapshot(tables)


def bars(language: str) -> dict[str, tuple[int, int, int]]:
    """Return the columns of value and interval by the name of the sheet."""
    return {heading(name, language): columns for name, columns in BARS.items()}


def matrix(session: Session, scope: Scope | None = None) -> Table:
    """Return the data itself, so that others can compute from it.

    One line per code, document and pattern of judgments, with the number of characters or
    units that have it; 1 marked, 0 not marked, NA not judged. In R: repeat every line
    `weight` times.

    Raises:
        RefusedChange: There is nothing to compare; says what is missing.
    """
    found = spans(session, scope or Scope())
    data = found.spans
    sets = coder_sets(data)
    n_documents = len(data.documents)
    patterns: dict[int, list[tuple[int, int]]] = {}
    for cell, mask, size in zip(
        sets.cell.tolist(), sets.mask.tolist(), sets.characters.tolist(), strict=True
    ):
        patterns.setdefault(cell, []).append((mask, size))
    rows: list[list[Cell]] = []
    for code in np.unique(data.code).tolist():
        for document in range(n_documents):
            known = patterns.get(code * n_documents + document, [])
            rest = int(data.lengths[document]) - sum(size for _, size in known)
            for mask, size in [*known, (0, rest)]:
                if size:
                    judged = data.counted[:, code, document].tolist()
                    marks: list[Cell] = [
                        str(mask >> coder & 1) if counts else "NA"
                        for coder, counts in enumerate(judged)
                    ]
                    title = found.document_titles[document]
                    rows.append([found.codes[code].key, title, size, *marks])
    columns = (
        Column("code"),
        Column("document", width=24),
        Column("weight", "integer"),
        *(Column(name) for name in found.coder_names),
    )
    return Table(columns, rows)


def with_keys(answer: Answer, found: Reliability) -> Answer:
    """Return a figure with the key of a code in the place of its uid."""
    keys = {row.uid: row.key for row in found.codes}
    return replace(answer, of=" ".join(keys.get(part, part) for part in answer.of.split()))


def _groups(table: AgreementTable, lines: Sequence[GroupLine], say: Say) -> Table:
    columns = (
        Column(say("Of"), width=34),
        Column(code_agreement.coefficient_heading(table, say), "number", 12),
        Column(say("95 % from"), "number", 9),
        Column(say("95 % to"), "number", 9),
        Column("F1", "number", 8),
        Column("kappa", "number", 8),
        Column(say("Figure without this coder"), "number", 12),
        Column(say("Units apart"), "integer", 12),
        Column(say("Documents compared"), "integer", 12),
        Column(say("Remarks"), width=60),
    )
    rows: list[list[Cell]] = []
    for line in lines:
        name = " – ".join(line.names)
        if line.of == "coder":
            name += f" {say('against the others')}"
        rows.append(
            [
                name,
                _value(line.alpha),
                _plain(line.low),
                _plain(line.high),
                _value(line.f1),
                _value(line.kappa),
                _value(line.without),
                line.n_disagreeing,
                line.n_documents,
                "; ".join(say(said) for said in (line.alpha.reason, line.no_interval) if said),
            ]
        )
    return Table(columns, rows)


def _drift(points: Sequence[DriftPoint], say: Say) -> Table:
    columns = (
        Column(say("Document"), width=34),
        Column(say("First coded"), "time", 17),
        Column("Krippendorff alpha", "number", 12),
        Column(say("Alpha of the last three"), "number", 12),
        Column(say("Spans"), "integer", 10),
    )
    rows: list[list[Cell]] = [
        [each.title, each.coded_at, _value(each.alpha), _value(each.moving), each.n_spans]
        for each in points
    ]
    return Table(columns, rows)


def _confusion(table: ConfusionTable, numbers: Sequence[Sequence[int]], say: Say) -> Table:
    names = [*table.keys, say("no code")]
    columns = (Column(say("Code"), width=12), *(Column(name, "integer", 9) for name in names))
    return Table(columns, [[name, *row] for name, row in zip(names, numbers, strict=True)])


def _other_kinds(session: Session, found: Reliability, language: str, say: Say) -> dict[str, Table]:
    """Return facets, verdicts and areas by figures of their own, where there are any."""
    tables: dict[str, Table] = {}
    facets = facet_agreement.lines(session, found)
    if facets:
        tables[say("Facets")] = _values(facets, language, say("Facet"), say)
    verdicts = verdict_agreement.lines(session, found)
    if verdicts:
        tables[say("Verdicts")] = _values(verdicts, language, say("Register"), say)
    areas = area_agreement.table(session, found)
    if areas is not None:
        tables[say("Areas on pages")] = code_agreement.table(areas, language)
    return tables


def _values(lines: Sequence[ValueLine], language: str, name: str, say: Say) -> Table:
    columns = (
        Column(name, width=30),
        Column(say("Figure"), width=34),
        Column(say("Value"), "number", 9),
        Column(say("95 % from"), "number", 9),
        Column(say("95 % to"), "number", 9),
        Column(say("Percent agreement"), "number", 12),
        Column("AC1", "number", 9),
        Column(say("Units shared"), "integer", 12),
        Column(say("Units apart"), "integer", 12),
        Column(say("Documents compared"), "integer", 12),
        Column(say("Remarks"), width=60),
    )
    rows: list[list[Cell]] = [
        [
            line.label_nl if language == "nl" else line.label_en or line.label_nl,
            say(line.coefficient),
            _value(line.alpha),
            _plain(line.low),
            _plain(line.high),
            _value(line.percent),
            _value(line.ac1),
            line.n_units,
            line.n_apart,
            line.n_documents,
            "; ".join(say(said) for said in (line.alpha.reason, line.no_interval) if said),
        ]
        for line in lines
    ]
    return Table(columns, rows)


def _programs(found: Reliability, table: AgreementTable, say: Say) -> Table:
    columns = (
        Column(say("Program"), width=12),
        Column(say("Coders"), width=30),
        Column(say("Figure"), width=38),
        Column(say("Value"), "number", 10),
        Column(say("Formula"), width=60),
        Column(say("Remarks"), width=50),
    )
    rows: list[list[Cell]] = []
    for pair in table.pairs:
        names = " – ".join(table.coders[coder] for coder in pair)
        for line in program_panels.other_programs(found, pair):
            value = _value(line.figure)
            why = say(line.figure.reason)
            rows.append([line.program, names, say(line.name), value, say(line.formula), why])
    return Table(columns, rows)


def _nvivo(found: Reliability, table: AgreementTable, say: Say) -> Table:
    columns = (
        Column(say("Coders"), width=30),
        Column(say("Code"), width=10),
        Column(say("Document"), width=30),
        Column(say("Percent agreement"), "number", 12),
        Column("kappa", "number", 9),
        Column(say("Both"), "integer", 10),
        Column(say("Only the first"), "integer", 12),
        Column(say("Only the second"), "integer", 12),
        Column(say("Neither"), "integer", 10),
    )
    rows: list[list[Cell]] = []
    for pair in table.pairs:
        names = " – ".join(table.coders[coder] for coder in pair)
        for line in program_panels.nvivo_lines(found, pair):
            kappa = _plain(line.kappa)
            rows.append(
                [names, line.code_key, line.document, line.percent, kappa, *line.characters]
            )
    return Table(columns, rows)


def _left_out(table: AgreementTable, say: Say) -> Table:
    columns = (
        Column(say("Coder"), width=24),
        Column(say("Document"), width=30),
        Column(say("Codes that do not count"), "integer", 14),
        Column(say("Coded on another text"), width=16),
    )
    rows: list[list[Cell]] = [
        [each.coder_name, each.document_title, each.n_codes, "x" if each.other_text else ""]
        for each in table.unread
    ]
    return Table(columns, rows)


def _method(found: Reliability, table: AgreementTable, language: str, say: Say) -> Table:
    split = agreement_details.where_and_what(found)
    scope = table.scope
    facts: list[list[Cell]] = [
        [say("Method"), methods_sentence(table, language)],
        [say("Program"), f"QualCode {__version__}"],
        [say("Coefficient"), say(table.coefficient)],
        [say("Interval"), interval_words(table, language)],
        [say("Unit of agreement"), f"{scope.base} {scope.share:g}"],
        [say("Tolerance"), scope.tolerance],
        [say("Ends of codings"), say("Without white space")],
        [say("Where: |u of any code"), _said(split.where, say)],
        [f"{say('What: the same codes there')} ({split.what_is})", _said(split.what, say)],
        [say("Sets of codes (MASI)"), _said(split.label_sets, say)],
    ]
    if table.warning:
        facts.append([say("Remarks"), say(table.warning)])
    return Table((Column(say("Subject"), width=36), Column(say("Value"), width=90)), facts)


def _said(figure: Number, say: Say) -> str:
    return say(figure.reason) if isnan(figure.value) else f"{figure.value:.4f}"


def _value(figure: Number | None) -> float | None:
    return None if figure is None else _plain(figure.value)


def _plain(value: Any) -> float | None:
    return None if isnan(value) else float(value)
