"""A register by document as sheets: one cell a line, the matrix, rates, and what is left out."""

from __future__ import annotations

from collections import defaultdict
from math import isnan

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.errors import Bilingual
from qualcode_app.domain.snapshot import Cell, CellKind, Column, Snapshot, Table
from qualcode_app.domain.terms import heading, headings
from qualcode_app.models.registers import Judgement, Proposition
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.services.registers import propositions, register_table
from qualcode_app.services.registers.cell_facts import TOLD
from qualcode_app.services.registers.judgements import Number
from qualcode_app.services.registers.propositions import Option, PropositionRow
from qualcode_app.services.registers.register_table import Cell as TableCell
from qualcode_app.services.registers.register_table import Place, Rate, Reason, RegisterTable

REASONS: dict[Reason, str] = {
    "other_scale": "Judged on another scale",
    "optional": "Optional",
    "not_testable": "Cannot be tested",
    "not_applicable": "Not applicable",
    "open": "Not judged yet",
    "unclear": "Unclear",
}


# Heading, kind and width of the columns of the table of record.
_LONG: tuple[tuple[str, CellKind, int], ...] = (
    ("Key", "text", 10),
    ("Chapter", "text", 24),
    ("Theme", "text", 24),
    ("Proposition", "text", 60),
    ("Type", "text", 12),
    ("Test", "text", 14),
    ("Groups", "text", 20),
    ("Relation", "text", 14),
    ("Context", "text", 14),
    ("Codes", "text", 14),
    ("Document", "text", 24),
    ("Document id", "text", 36),
    ("Case", "text", 18),
    ("Case code", "text", 12),
    ("Year", "text", 8),
    ("Coder", "text", 16),
    ("Round", "text", 8),
    ("Verdict", "text", 18),
    ("Rank", "integer", 8),
    ("Counts in rate", "text", 10),
    ("Concreteness", "integer", 12),
    ("Direction", "text", 18),
    ("New or continued", "text", 14),
    ("Instruments", "text", 18),
    ("Number filled in", "text", 20),
    ("Number from", "number", 10),
    ("Number to", "number", 10),
    ("Number unit", "text", 10),
    ("Number kind", "text", 10),
    ("Number year", "integer", 8),
    ("Parts met", "text", 10),
    ("Missing", "text", 30),
    ("Pieces of evidence", "integer", 10),
    ("Passages", "text", 30),
    ("Second coder", "text", 16),
    ("Verdict of second coder", "text", 18),
    ("Settled", "text", 10),
    ("Reading", "text", 14),
    ("Note", "text", 40),
    ("Codebook version", "text", 8),
)
_OF_TRENDS: tuple[str, CellKind, int] = ("Measures on the same code", "integer", 12)


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
    """Return one row per proposition and document: the table of record."""
    of_trends = found.register.kind == "trend"
    columns, rows = _columns(language, of_trends=of_trends), _rows(found, language)
    return Table(columns, [row if of_trends else row[:-1] for row in rows])


def all_of(session: Session, language: str = "nl") -> Table:
    """Return the tables of record of every register, of every coder who judged in any round."""
    judged = session.execute(
        select(Proposition.register_uid, Judgement.coder_uid, Judgement.round_uid)
        .join(Judgement, Judgement.proposition_uid == Proposition.uid)
        .distinct()
    )
    by_register: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for register_uid, coder_uid, round_uid in judged:
        by_register[register_uid].append((coder_uid, round_uid))
    rows: list[list[Cell]] = []
    for register in propositions.registers(session):
        title = (register.title_nl if language == "nl" else register.title_en) or register.key
        for coder_uid, round_uid in sorted(by_register[register.uid]):
            found = register_table.table(session, register, coder_uid, round_uid)
            rows += [[title, *row] for row in _rows(found, language)]
    columns = _columns(language, of_trends=True)
    return Table((Column(heading("Register", language), width=24), *columns), rows)


def _columns(language: str, *, of_trends: bool) -> tuple[Column, ...]:
    say = headings(language)
    named = (*_LONG, _OF_TRENDS) if of_trends else _LONG
    return tuple(Column(say(name), kind, width) for name, kind, width in named)


def _rows(found: RegisterTable, language: str) -> list[list[Cell]]:
    of_trends = found.register.kind == "trend"
    return [
        [
            *asked,
            *_place_cells(found, document),
            *_verdict_cells(found, place, language),
            found.measures.get(place, 0) if of_trends else None,
        ]
        for row in found.rows
        for asked in [_asked(row, language)]
        for document in found.documents
        for place in [(row.uid, document.uid)]
    ]


def _asked(row: PropositionRow, language: str) -> list[Cell]:
    say = headings(language)
    return [
        row.key,
        row.chapter,
        row.heading,
        _wording(row, language),
        say(row.type.replace("_", " ")),
        say(row.test),
        "; ".join(group.key for group in row.groups),
        "; ".join(say(group.relation) for group in row.groups),
        ", ".join(say(context.replace("_", " ")) for context in row.contexts),
        ", ".join(row.code_keys),
    ]


def _place_cells(found: RegisterTable, document: DocumentRow) -> list[Cell]:
    return [
        document.title,
        document.uid,
        document.case_name,
        found.case_codes.get(document.uid, ""),
        found.years.get(document.uid, ""),
        found.coder.name,
        found.round.title,
    ]


def _verdict_cells(found: RegisterTable, place: Place, language: str) -> list[Cell]:
    say = headings(language)
    cell, row_uid = found.cells[place], place[0]
    option, verdict = cell.option, cell.verdict
    first = verdict.numbers[0] if verdict.numbers else Number()
    read, others = found.read_as.get(place), found.others.get(place, ())
    return [
        _option(option, language),
        option.rank,
        say("yes") if found.counts(row_uid) and option.in_rate else say("no"),
        cell.concreteness,
        *(_labels(found, cell, key, language) for key in TOLD),
        "; ".join(str(number) for number in verdict.numbers),
        None if first.minimum is None else float(first.minimum),
        None if first.maximum is None else float(first.maximum),
        first.unit,
        first.kind,
        first.year,
        ", ".join(sorted(verdict.met)),
        verdict.missing,
        len(verdict.evidence),
        "; ".join(one.place for one in cell.evidence),
        "; ".join(other.coder.name for other in others),
        "; ".join(_option(other.option, language) for other in others),
        say("yes") if place in found.settled else say("no"),
        say(read.state) if read else "",
        verdict.note,
        read.version if read else "",
    ]


def _option(option: Option, language: str) -> str:
    return option.label_nl if language == "nl" else option.label_en


def _labels(found: RegisterTable, cell: TableCell, facet_key: str, language: str) -> str:
    which = 0 if language == "nl" else 1
    keys = cell.said(facet_key)
    return ", ".join(found.option_labels.get((facet_key, key), (key, key))[which] for key in keys)


def matrix(found: RegisterTable, language: str = "nl") -> Table:
    """Return one row per proposition and one column per document, with the rates at the edges."""
    say = headings(language)
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
    say = headings(language)
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
    listed += [(say("Group"), name, rate) for name, rate in found.rates_by("group").items()]
    listed += [
        (say("Chapter"), name or unknown, rate) for name, rate in found.rates_by("chapter").items()
    ]
    listed += [(say("Code"), name, rate) for name, rate in found.rates_by("code").items()]
    spread = found.concreteness()
    listed += [
        (say("Concreteness of what is met"), str(step), Rate(full=n, of=sum(spread.values())))
        for step, n in sorted(spread.items())
    ]
    listed.append((say("Blanks filled in"), "", found.blanks()))
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
    say = headings(language)
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
    return Bilingual(row.wording_nl, row.wording_en).of(language)
