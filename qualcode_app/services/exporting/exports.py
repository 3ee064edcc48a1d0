"""What an export can hold: every table by its key, and all of them as the sheets of a workbook.

A new sheet is a line in `MAKERS`, and its title in `domain.export_terms.SHEETS`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy.orm import Session

from qualcode_app import __version__
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.domain.export_terms import SHEETS
from qualcode_app.domain.progress import Part, Progress, Silent
from qualcode_app.domain.snapshot import Cell, Column, Snapshot, Table
from qualcode_app.domain.terms import heading
from qualcode_app.services.agreement import agreements
from qualcode_app.services.agreement.agreement_rows import AgreementTable
from qualcode_app.services.agreement.reliability import Scope
from qualcode_app.services.claims import contradictions, recheck
from qualcode_app.services.claims.contradiction import Contradiction
from qualcode_app.services.claims.recheck import Register
from qualcode_app.services.coding import facet_columns
from qualcode_app.services.exporting import (
    claim_tables,
    code_agreement,
    codebook_tables,
    corpus_tables,
    decision_tables,
    framework_tables,
    matrix_tables,
    register_tables,
    segment_tables,
    value_tables,
    workbook_charts,
)
from qualcode_app.services.memos import memo_rows
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.project import Project


@dataclass(frozen=True, slots=True)
class Wish:
    """How tables are made.

    Args:
        language: Of headings and labels.
        scope: What agreement is of; the usual one without.
        pdf_folder: Where marked PDFs lie, seen from the file; segments then link to their page.
        progress: Told how far the figures are.
    """

    language: str = "nl"
    scope: Scope | None = None
    pdf_folder: str = ""
    progress: Progress = field(default_factory=Silent)


class Source:
    """A project that tables are made of; what several of them need is worked out once."""

    def __init__(self, project: Project, wish: Wish) -> None:
        self.project = project
        self.wish = wish
        self.language = wish.language
        self.progress = wish.progress

    @cached_property
    def compared(self) -> AgreementTable | RefusedChange:
        """The agreement of all coders, or why there is none."""
        try:
            return self.project.read(agreements.table, self.wish.scope, self.progress)
        except RefusedChange as none:
            return none

    @cached_property
    def _findings(self) -> tuple[Register, list[Contradiction]]:
        register = recheck.check(self.project, progress=self.progress)
        return register, list(self.project.read(contradictions.find, register))

    def claims(self) -> Table:
        """Return the findings, each asked again."""
        return self.project.read(claim_tables.claims, *self._findings, self.language)

    def contradictions(self) -> Table:
        """Return what cannot both hold among findings and codings."""
        return self.project.read(claim_tables.contradictions, *self._findings, self.language)

    def made(self, use_case: Callable[[Session, str], Table | None]) -> Table | None:
        """Return a table that needs nothing but the project and the language."""
        return self.project.read(use_case, self.language)

    def segments(self) -> Table:
        """Return the coded segments."""
        return self.project.read(segment_tables.table, self.language, self.wish.pdf_folder)

    def agreement(self) -> Table | None:
        """Return agreement by code; None where nothing can be compared."""
        if isinstance(self.compared, RefusedChange):
            return None
        return code_agreement.table(self.compared, self.language)

    def method(self) -> Table:
        """Return what a method section has to say: corpus, coders, figures, program."""

        def say(text: str) -> str:
            return heading(text, self.language)

        read = self.project.read
        coders = read(people.coders)
        facts: list[list[Cell]] = [
            [say("Project"), self.project.title],
            [say("Program"), f"QualCode {__version__}"],
            *read(corpus_tables.facts, self.language),
            [say("Coders"), ", ".join(row.name for row in coders)],
            [say("Unit of agreement"), say("Characters of the stored text, white space included")],
            [say("Interval"), say("Delete-one-document jackknife, t distribution")],
            [say("Head of the change log"), read(journal.head)],
        ]
        if isinstance(self.compared, RefusedChange):
            facts.append([say("Agreement"), str(self.compared)])
        return Table((Column(say("Subject"), width=30), Column(say("Value"), width=90)), facts)


Maker = Callable[[Source], Table | None]
MAKERS: dict[str, Maker] = {
    "segments": Source.segments,
    "matrix": lambda of: of.made(matrix_tables.table),
    "values": lambda of: of.made(value_tables.all_of),
    "framework": lambda of: of.made(framework_tables.table),
    "claims": Source.claims,
    "contradictions": Source.contradictions,
    "registers": lambda of: of.made(register_tables.all_of),
    "agreement": Source.agreement,
    "decisions": lambda of: of.made(decision_tables.table),
    "codebook": lambda of: of.made(codebook_tables.table),
    "memos": lambda of: of.made(memo_rows.table),
    "absences": lambda of: of.made(facet_columns.absences),
    "corpus": lambda of: of.made(corpus_tables.table),
    "method": Source.method,
}
KEYS = tuple(SHEETS)
ALWAYS = frozenset({"segments", "corpus", "method"})  # the others only where there is something


def snapshot(project: Project, wish: Wish) -> Snapshot:
    """Return the sheets of a workbook and its charts; what there is nothing of is left out.

    Raises:
        Cancelled: The progress asked to stop.
    """
    source = Source(project, wish)
    tables: dict[str, Table] = {}
    for done, (key, title) in enumerate(SHEETS.items()):
        source.progress = Part(wish.progress, done, len(SHEETS))
        source.progress.report(0, 1)
        found = MAKERS[key](source)
        if found is not None and (found.rows or key in ALWAYS):
            tables[heading(title, wish.language)] = found
    return Snapshot(tables, workbook_charts.of(project, wish.language))


def table(project: Project, key: str, wish: Wish) -> Table:
    """Return one table by its key.

    Raises:
        UnknownRecord: There is no table of this key.
        RefusedChange: There is nothing to compare; the message says why.
        Cancelled: The progress asked to stop.
    """
    if key not in MAKERS:
        raise UnknownRecord(
            "There is no table {key}. Choose one of: {keys}.", key=key, keys=", ".join(KEYS)
        )
    source = Source(project, wish)
    found = MAKERS[key](source)
    if found is None:
        if isinstance(source.compared, RefusedChange):
            raise source.compared
        return Table((), ())
    return found
