"""What an export can hold: every table by its key, and all of them as the sheets of a workbook.

A new sheet is one line in `SHEETS`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy.orm import Session

from qualcode_app import __version__
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.domain.progress import Part, Progress, Silent
from qualcode_app.domain.snapshot import Cell, Column, Snapshot, Table
from qualcode_app.domain.terms import heading
from qualcode_app.services.agreement import agreements
from qualcode_app.services.agreement.agreement_rows import AgreementTable
from qualcode_app.services.agreement.reliability import Scope
from qualcode_app.services.coding import facet_columns
from qualcode_app.services.exporting import (
    code_agreement,
    codebook_tables,
    corpus_tables,
    framework_tables,
    matrix_tables,
    register_tables,
    segment_tables,
    value_tables,
)
from qualcode_app.services.memos import memo_rows
from qualcode_app.services.store import journal, people


@dataclass(frozen=True, slots=True)
class Wish:
    """How tables are made.

    Args:
        title: Of the project, for the method.
        language: Of headings and labels.
        scope: What agreement is of; the usual one without.
        pdf_folder: Where marked PDFs lie, seen from the file; segments then link to their page.
        progress: Told how far the figures are.
    """

    title: str = ""
    language: str = "nl"
    scope: Scope | None = None
    pdf_folder: str = ""
    progress: Progress = field(default_factory=Silent)


class Source:
    """A project that tables are made of; what several of them need is worked out once."""

    def __init__(self, session: Session, wish: Wish) -> None:
        self.session = session
        self.wish = wish
        self.language = wish.language
        self.progress = wish.progress

    @cached_property
    def compared(self) -> AgreementTable | RefusedChange:
        """The agreement of all coders, or why there is none."""
        try:
            return agreements.table(self.session, self.wish.scope, self.progress)
        except RefusedChange as none:
            return none

    def agreement(self) -> Table | None:
        """Return agreement by code; None where nothing can be compared."""
        if isinstance(self.compared, RefusedChange):
            return None
        return code_agreement.table(self.compared, self.language)

    def method(self) -> Table:
        """Return what a method section has to say: corpus, coders, figures, program."""

        def say(text: str) -> str:
            return heading(text, self.language)

        coders = people.coders(self.session)
        facts: list[list[Cell]] = [
            [say("Project"), self.wish.title],
            [say("Program"), f"QualCode {__version__}"],
            *corpus_tables.facts(self.session, self.language),
            [say("Coders"), ", ".join(row.name for row in coders)],
            [say("Unit of agreement"), say("Characters of the stored text, white space included")],
            [say("Interval"), say("Delete-one-document jackknife, t distribution")],
            [say("Head of the change log"), journal.head(self.session)],
        ]
        if isinstance(self.compared, RefusedChange):
            facts.append([say("Agreement"), str(self.compared)])
        return Table((Column(say("Subject"), width=30), Column(say("Value"), width=90)), facts)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a project; one that is not `always` there is left out where it is empty."""

    key: str
    title: str
    make: Callable[[Source], Table | None]
    always: bool = False


SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "segments",
        "Coded segments",
        lambda of: segment_tables.table(of.session, of.language, of.wish.pdf_folder),
        always=True,
    ),
    Sheet("matrix", "Matrix", lambda of: matrix_tables.table(of.session, of.language)),
    Sheet("agreement", "Agreement", Source.agreement),
    Sheet("registers", "Registers", lambda of: register_tables.all_of(of.session, of.language)),
    Sheet("codebook", "Codebook", lambda of: codebook_tables.table(of.session, of.language)),
    Sheet("framework", "Framework", lambda of: framework_tables.table(of.session, of.language)),
    Sheet("memos", "Memos", lambda of: memo_rows.table(of.session, of.language)),
    Sheet("numbers", "Numbers", lambda of: value_tables.all_of(of.session, of.language)),
    Sheet("absences", "Not mentioned", lambda of: facet_columns.absences(of.session, of.language)),
    Sheet("corpus", "Corpus", lambda of: corpus_tables.table(of.session, of.language), always=True),
    Sheet("method", "Method", Source.method, always=True),
)
KEYS = tuple(sheet.key for sheet in SHEETS)


def snapshot(session: Session, wish: Wish) -> Snapshot:
    """Return the sheets of a workbook; what there is nothing of is left out.

    Raises:
        Cancelled: The progress asked to stop.
    """
    source = Source(session, wish)
    tables: dict[str, Table] = {}
    for done, sheet in enumerate(SHEETS):
        source.progress = Part(wish.progress, done, len(SHEETS))
        source.progress.report(0, 1)
        found = sheet.make(source)
        if found is not None and (found.rows or sheet.always):
            tables[heading(sheet.title, wish.language)] = found
    return Snapshot(tables)


def table(session: Session, key: str, wish: Wish) -> Table:
    """Return one table by its key.

    Raises:
        UnknownRecord: There is no table of this key.
        RefusedChange: There is nothing to compare; the message says why.
        Cancelled: The progress asked to stop.
    """
    sheet = next((sheet for sheet in SHEETS if sheet.key == key), None)
    if sheet is None:
        raise UnknownRecord(
            "There is no table {key}. The tables are {keys}.", key=key, keys=", ".join(KEYS)
        )
    source = Source(session, wish)
    found = sheet.make(source)
    if found is None:
        if isinstance(source.compared, RefusedChange):
            raise source.compared
        return Table((), ())
    return found
