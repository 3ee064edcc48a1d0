"""Snapshots for the exporters: coded segments, agreement, method."""

from __future__ import annotations

from collections.abc import Callable
from math import isnan

from sqlalchemy.orm import Session

from qualcode_app import __version__
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.domain.reading_text import ReadingText
from qualcode_app.domain.snapshot import Cell, Column, Snapshot, Table
from qualcode_app.domain.terms import heading
from qualcode_app.services.agreement import agreements
from qualcode_app.services.agreement.agreement_rows import AgreementRow, AgreementTable, Number
from qualcode_app.services.agreement.reliability import Scope
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_rows, facet_columns
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.services.coding.facet_columns import FacetColumns
from qualcode_app.services.documents import documents
from qualcode_app.services.exporting import corpus_tables
from qualcode_app.services.exporting.corpus_tables import CaseColumns
from qualcode_app.services.memos import memo_rows
from qualcode_app.services.merging import batches
from qualcode_app.services.merging.batches import BatchFacts
from qualcode_app.services.store import journal, people

LEVELS = 3


def snapshot(
    session: Session, *, title: str, language: str = "nl", scope: Scope | None = None
) -> Snapshot:
    """Return the sheets of a workbook; what there is nothing of is left out."""
    say = _headings(language)
    tables = {say("Coded segments"): segments(session, language)}
    try:
        found = agreements.table(session, scope)
    except RefusedChange as none:
        note = str(none)
    else:
        tables[say("Agreement")] = agreement(found, language)
        note = ""
    memos = memo_rows.table(session, language)
    if memos.rows:
        tables[say("Memos")] = memos
    for name, found_rows in (
        ("Numbers", facet_columns.numbers(session, language)),
        ("Not mentioned", facet_columns.absences(session, language)),
    ):
        if found_rows.rows:
            tables[say(name)] = found_rows
    tables[say("Corpus")] = corpus_tables.table(session, language)
    tables[say("Method")] = _method(session, title, note, language)
    return Snapshot(tables)


def _origin(batch: BatchFacts | None) -> tuple[Cell, Cell]:
    """Return the file or search a coding came with, and when."""
    return (batch.label, batch.made_at) if batch is not None else ("", None)


def segments(session: Session, language: str = "nl") -> Table:
    """Return one row per coding, with its code's path in level columns."""
    say = _headings(language)
    tree = {row.uid: row for row in codebook.rows(session, retired=True)}
    named = FacetColumns(session, language)
    cases = CaseColumns(session, language)
    listed = documents.rows(session)
    shelf = {row.revision_uid: row for row in listed}
    origins = batches.origins(session, Kind.CODING)
    readings: dict[str, ReadingText] = {}
    rows: list[list[Cell]] = []
    for coding in coding_rows.rows(session, areas=True):
        if coding.revision_uid not in readings:
            readings.clear()  # rows come document by document; one text at a time is enough
            readings[coding.revision_uid] = ReadingText.of(
                documents.text(session, coding.revision_uid),
                documents.regions(session, coding.revision_uid),
            )
        document = shelf[coding.revision_uid]
        path = _path(tree, coding.code_uid, language)
        rows.append(
            [
                document.title,
                *cases.cells(coding.revision_uid),
                coding.page_label,
                coding.page_number,
                *(path[:LEVELS] + [""] * (LEVELS - len(path))),
                coding.code_key,
                coding.code_label_nl if language == "nl" else coding.code_label_en,
                coding.coder_name,
                *_words(coding, readings[coding.revision_uid]),
                *named.cells(coding),
                coding.memo,
                coding.made_at,
                *_origin(origins.get(coding.uid)),
                coding.uid,
            ]
        )
    columns = (
        Column(say("Document"), width=24),
        *cases.columns(),
        Column(say("Page printed"), width=8),
        Column(say("Sheet"), "integer", 8),
        *(Column(f"{say('Level')} {number}", width=26) for number in range(1, LEVELS + 1)),
        Column(say("Code"), width=10),
        Column(say("Label"), width=28),
        Column(say("Coder"), width=18),
        Column(say("Quote as printed"), width=60),
        Column(say("Quote cleaned"), width=60),
        Column(say("Start"), "integer", 9),
        Column(say("End"), "integer", 9),
        Column(say("Area (points)"), width=22),
        *named.columns(),
        Column(say("Memo"), width=40),
        Column(say("Time (UTC)"), "time", 17),
        Column(say("Came with"), width=24),
        Column(say("Came in (UTC)"), "time", 17),
        Column(say("Identity"), width=38),
    )
    return Table(columns, rows)


def _words(coding: CodingRow, reading: ReadingText) -> list[Cell]:
    """Return quotes, offsets and rectangle of a coding; an area has only the last."""
    area = coding.area
    if area is None:
        start, end = coding.anchor.start, coding.anchor.end
        return [coding.quote, reading.quote(start, end), start, end, ""]
    rectangle = f"{area.x0_pt:.1f} {area.y0_pt:.1f} {area.x1_pt:.1f} {area.y1_pt:.1f}"
    return ["", "", None, None, rectangle]


def agreement(found: AgreementTable, language: str = "nl") -> Table:
    """Return the agreement table: all codes together first, then code by code."""
    say = _headings(language)
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


def coefficient_heading(found: AgreementTable, say: Callable[[str], str]) -> str:
    """Return what stands above the column of the chosen coefficient."""
    is_alpha = found.scope.coefficient == "alpha"
    return "Krippendorff alpha" if is_alpha else say(found.coefficient)


def _agreement_row(
    row: AgreementRow, say: Callable[[str], str], language: str, label: str = ""
) -> list[Cell]:
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


def _path(tree: dict[str, codebook.CodeRow], code_uid: str, language: str) -> list[str]:
    path: list[str] = []
    uid: str | None = code_uid
    while uid is not None and uid in tree:
        row = tree[uid]
        path.insert(0, f"{row.key} {row.label_nl if language == 'nl' else row.label_en}")
        uid = row.parent_uid
    return path


def _method(session: Session, title: str, note: str, language: str) -> Table:
    say = _headings(language)
    coders = people.coders(session)
    facts: list[list[Cell]] = [
        [say("Project"), title],
        [say("Program"), f"QualCode {__version__}"],
        *corpus_tables.facts(session, language),
        [say("Coders"), ", ".join(row.name for row in coders)],
        [say("Unit of agreement"), say("Characters of the stored text, white space included")],
        [say("Interval"), say("Delete-one-document jackknife, t distribution")],
        [say("Head of the change log"), journal.head(session)],
    ]
    if note:
        facts.append([say("Agreement"), note])
    return Table((Column(say("Subject"), width=30), Column(say("Value"), width=90)), facts)


def _headings(language: str) -> Callable[[str], str]:
    return lambda text: heading(text, language)
