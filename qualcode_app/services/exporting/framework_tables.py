"""The framework of summaries as sheets and as text: cases by themes, empty cells in sight."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from qualcode_app.domain.snapshot import Cell, Column, Snapshot, Table
from qualcode_app.domain.terms import headings
from qualcode_app.services.analysis import framework, study
from qualcode_app.services.analysis.framework import Framework, FrameworkCell
from qualcode_app.services.analysis.matrix import Choice
from qualcode_app.services.analysis.tree import CodeNode


def table(session: Session, language: str = "nl") -> Table | None:
    """Return the summaries by family, and by code where these were written; None without any."""
    known = study.read(session)
    deepest = max((code.level for code in known.tree.codes), default=1)
    whole = framework.table(session, known, Choice(level=deepest))
    used = {code for (_, code), cell in whole.cells.items() if cell.summaries}
    if not used:
        return None
    codes = tuple(code for code in whole.codes if code.level == 1 or code.uid in used)
    return sheet(replace(whole, codes=codes), language)


def book(found: Framework, language: str = "nl") -> Snapshot:
    """Return the framework, and every cell with its figures, as two sheets."""
    say = headings(language)
    return Snapshot(
        {say("Framework"): sheet(found, language), say("Cells"): cells(found, language)}
    )


def sheet(found: Framework, language: str = "nl") -> Table:
    """Return one row per case and one column per theme; a cell without words is empty."""
    say = headings(language)
    columns = (
        Column(say("Case"), width=22),
        *(Column(_name(code, language), width=40) for code in found.codes),
    )
    rows: list[list[Cell]] = [
        [case.name, *(found.cells[case.uid, code.uid].text for code in found.codes)]
        for case in found.cases
    ]
    return Table(columns, rows)


def cells(found: Framework, language: str = "nl") -> Table:
    """Return one row per case and theme: what was written by whom, and what lies behind it."""
    say = headings(language)
    columns = (
        Column(say("Case"), width=22),
        Column(say("Code"), width=10),
        Column(say("Label"), width=30),
        Column(say("Summary"), width=80),
        Column(say("Coder"), width=16),
        Column(say("Passages"), "integer", 10),
        Column(say("Documents"), "integer", 10),
        Column(say("Read"), "integer", 10),
    )
    rows: list[list[Cell]] = []
    for case in found.cases:
        for code in found.codes:
            cell = found.cells[case.uid, code.uid]
            facts: list[Cell] = [cell.n_passages, cell.n_documents, cell.n_read]
            head: list[Cell] = [case.name, code.key, code.label(language)]
            said = [(one.text, one.coder_name) for one in cell.summaries] or [("", "")]
            rows += [[*head, text, name, *facts] for text, name in said]
    return Table(columns, rows)


def text(found: Framework, language: str = "nl") -> str:
    """Return the framework as text: a chapter per theme, a paragraph per case."""
    say = headings(language)
    parts = [f"# {say('Framework')}"]
    for code in found.codes:
        parts.append(f"## {_name(code, language)}")
        for case in found.cases:
            cell = found.cells[case.uid, code.uid]
            parts.append(f"**{case.name}** ({_behind(cell, language)})\n\n{cell.text or '–'}")
    return "\n\n".join(parts) + "\n"


def _behind(cell: FrameworkCell, language: str) -> str:
    """Return what lies behind a cell: passages, or that nobody read it."""
    say = headings(language)
    if not cell.n_passages and not cell.n_read:
        return say("not read")
    return f"{say('Passages').lower()}: {cell.n_passages}"


def _name(code: CodeNode, language: str) -> str:
    return f"{code.key} {code.label(language)}"
