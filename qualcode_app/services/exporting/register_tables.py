"""A register by document as sheets: one cell a line, the matrix, rates, and what is left out."""

from __future__ import annotations

from collections.abc import Callable
from math import isnan

from qualcode_app.domain.snapshot import Cell, Column, Snapshot, Table
from qualcode_app.domain.terms import heading
from qualcode_app.services.registers.propositions import NOT_RATED, PropositionRow
from qualcode_app.services.registers.register_table import Rate, Reason, RegisterTable

REASONS: dict[Reason, str] = {
    "other_scale": "Judged on another scale",
    "optional": "Optional",
    "not_testable": "Cannot be tested",
    "not_applicable": "Not applicable",
    "open": "Not judged yet",
    "unclear": "Unclear",
}


def snapshot(found: RegisterTable, language: str = "nl") -> Snapshot:
    """Return every sheet of a register."""
    return Snapshot(
        {
            heading("Verdicts", language): long(found, language),
            heading("Matrix", language): matrix(found, language),
            heading("Rates", language): rates(found, language),
            heading("Left out", language): left_out(found, language),
        }
    )


def long(found: RegisterTable, language: str = "nl") -> Table:
    """Return one row per proposition and document."""
    say = _headings(language)
    columns = (
        Column(say("Key"), width=10),
        Column(say("Proposition"), width=60),
        Column(say("Document"), width=24),
        Column(say("Year"), width=8),
        Column(say("Verdict"), width=18),
        Column(say("Rank"), "integer", 8),
        Column(say("Counts in rate"), width=10),
        Column(say("Concreteness"), "integer", 12),
        Column(say("Number filled in"), width=20),
        Column(say("Parts met"), width=10),
        Column(say("Missing"), width=30),
        Column(say("Note"), width=40),
        Column(say("Pieces of evidence"), "integer", 10),
    )
    rows: list[list[Cell]] = []
    for row in found.rows:
        for document in found.documents:
            cell = found.cells[row.uid, document.uid]
            option, verdict = cell.option, cell.verdict
            counts = row.test not in NOT_RATED and row.scale.uid == found.register.scale_uid
            rows.append(
                [
                    row.key,
                    _wording(row, language),
                    document.title,
                    found.years.get(document.uid, ""),
                    option.label_nl if language == "nl" else option.label_en,
                    option.rank,
                    say("yes") if counts and option.in_rate else say("no"),
                    cell.concreteness,
                    "; ".join(str(number) for number in verdict.numbers),
                    ", ".join(sorted(verdict.met)),
                    verdict.missing,
                    verdict.note,
                    len(verdict.evidence),
                ]
            )
    return Table(columns, rows)


def matrix(found: RegisterTable, language: str = "nl") -> Table:
    """Return one row per proposition and one column per document, with the rates at the edges."""
    say = _headings(language)
    columns = (
        Column(say("Key"), width=10),
        Column(say("Proposition"), width=60),
        *(Column(document.title, width=18) for document in found.documents),
        Column(say("Rate"), width=24),
    )
    rows: list[list[Cell]] = [
        [
            row.key,
            _wording(row, language),
            *(found.cells[row.uid, document.uid].text for document in found.documents),
            rate_words(found.rate_of(row), language),
        ]
        for row in found.rows
    ]
    by_document = [rate_words(found.rate(d.uid), language) for d in found.documents]
    rows.append(["", say("Rate"), *by_document, rate_words(found.rate(), language)])
    return Table(columns, rows)


def rates(found: RegisterTable, language: str = "nl") -> Table:
    """Return rates of all, by document, year, chapter and linked code, with their denominators."""
    say = _headings(language)
    columns = (
        Column(say("Over"), width=16),
        Column(say("Of which"), width=36),
        Column(say("Met"), "integer", 8),
        Column(say("Partly met"), "integer", 10),
        Column(say("Denominator"), "integer", 10),
        Column(say("Share met"), "number", 10),
        Column(say("Open"), "integer", 8),
        Column(say("Not applicable"), "integer", 10),
    )
    listed = [(say("Everything"), "", found.rate())]
    listed += [(say("Document"), d.title, found.rate(d.uid)) for d in found.documents]
    unknown = say("not known")
    listed += [
        (say("Year"), name or unknown, rate) for name, rate in found.rates_by("year").items()
    ]
    listed += [
        (say("Chapter"), name or unknown, rate) for name, rate in found.rates_by("chapter").items()
    ]
    listed += [(say("Code"), name, rate) for name, rate in found.rates_by("code").items()]
    rows: list[list[Cell]] = [
        [
            over,
            which,
            rate.full,
            rate.partly,
            rate.of,
            None if isnan(rate.share) else rate.share,
            rate.n_open,
            rate.n_not_applicable,
        ]
        for over, which, rate in listed
    ]
    return Table(columns, rows)


def left_out(found: RegisterTable, language: str = "nl") -> Table:
    """Return every cell that is in no rate, and which propositions count as one."""
    say = _headings(language)
    columns = (
        Column(say("Key"), width=24),
        Column(say("Document"), width=24),
        Column(say("Why"), width=30),
    )
    rows: list[list[Cell]] = [
        [one.proposition_key, one.document_title, say(REASONS[one.reason])]
        for one in found.left_out()
    ]
    rows += [[", ".join(keys), "", say("Counted as one")] for keys in found.counted_once()]
    return Table(columns, rows)


def alone(table: Table) -> Snapshot:
    """Return one table as all that is written."""
    return Snapshot({"register": table})


def rate_words(rate: Rate, language: str = "nl") -> str:
    """Return a rate as 3/7, with what is partly met and what is still open."""
    words = [f"{rate.full}/{rate.of}"]
    if rate.partly:
        words.append(f"{rate.partly} {heading('partly', language)}")
    if rate.n_open:
        words.append(f"{rate.n_open} {heading('open', language)}")
    return ", ".join(words)


def _wording(row: PropositionRow, language: str) -> str:
    first, second = row.wording_nl, row.wording_en
    return (first or second) if language == "nl" else (second or first)


def _headings(language: str) -> Callable[[str], str]:
    return lambda text: heading(text, language)
