"""`cases import`: a sheet of cases, with its doubts settled by options."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import click

from qualcode_app.cli.common import EXISTING_FILE, as_json, opened, show, show_one
from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.services.cases import case_rows, sheet, sheet_import, sheet_plan
from qualcode_app.services.cases.sheet import Sheet, Use
from qualcode_app.services.cases.sheet_plan import LEAVE, NEW, NONE, Choice, LinePlan, SheetPlan
from qualcode_app.services.documents import documents
from qualcode_app.services.store import journal
from qualcode_app.services.store.project import Project

PAIR = (str, str)


@dataclass(frozen=True, slots=True)
class LineFacts:
    """What becomes of a line of the sheet, as it is printed."""

    line: int
    name: str
    how: str
    case: str
    candidates: tuple[str, ...]
    document: str
    documents: tuple[str, ...]  # those it may be
    problem: str


@click.command(name="import")
@click.argument("project", type=EXISTING_FILE)
@click.argument("file", type=EXISTING_FILE)
@click.option("--group", "groups", multiple=True, help="A column that holds groups.")
@click.option("--attribute", "attributes", multiple=True, help="A column on the case.")
@click.option("--of-document", "of_documents", multiple=True, help="A column on the document.")
@click.option("--leave", multiple=True, help="A column to leave out.")
@click.option("--same", type=PAIR, multiple=True, help="Name in the sheet, and the case it is.")
@click.option("--document", "named", type=PAIR, multiple=True, help="Name, and its document or -.")
@click.option("--new", multiple=True, help="A doubtful name that is a new case.")
@click.option("--skip", multiple=True, help="A name whose line is left out.")
@click.option("--plan", "only_plan", is_flag=True, help="Show what would be imported.")
@as_json
def import_(
    project: Path,
    file: Path,
    groups: tuple[str, ...],
    attributes: tuple[str, ...],
    of_documents: tuple[str, ...],
    leave: tuple[str, ...],
    same: tuple[tuple[str, str], ...],
    named: tuple[tuple[str, str], ...],
    new: tuple[str, ...],
    skip: tuple[str, ...],
    only_plan: bool,
    as_json: bool,
) -> None:
    """Import cases from the sheet FILE (.xlsx or .csv), as one batch.

    Names are matched by code, other names and spelling. A doubt stops the import until --same,
    --new or --skip settles it; a line that cannot be read is told and left out.
    """
    uses = {
        Use.GROUP: groups,
        Use.CASE_ATTRIBUTE: attributes,
        Use.DOCUMENT_ATTRIBUTE: of_documents,
        Use.LEAVE: leave,
    }
    lines = sheet.lines_of(file)
    batch_uid = journal.new_uid()
    with opened(project, read_only=only_plan) as there:
        chosen = there.read(sheet.guess, lines, file.name)
        for use, names in uses.items():
            for name in names:
                chosen = chosen.choose(_column(chosen, name), use)
        choices = {name: Choice(NEW) for name in new} | {name: Choice(LEAVE) for name in skip}
        for name, case in same:
            choices[name] = Choice(_known_case(there, case))
        for name, title in named:
            uid = NONE if title == "-" else there.read(documents.named, title).uid
            choices[name] = replace(choices.get(name, Choice()), document=uid)
        plan = _decided(there, chosen, choices)
        if not only_plan:
            there.write(sheet_import.carry_out, plan, batch_uid)
    _tell(plan, batch_uid if not only_plan else "", as_json=as_json)


def _tell(plan: SheetPlan, batch_uid: str, *, as_json: bool) -> None:
    facts = [_facts(line) for line in plan.lines]
    if as_json:
        told = {"batch": batch_uid, "columns": plan.sheet.columns, "lines": facts}
        show_one(told, as_json=True, said="")
        return
    show(facts, as_json=False, line=_line)
    left = [column.name for column in plan.sheet.columns if column.use is Use.LEAVE]
    if left:
        click.echo(f"Columns left out: {', '.join(left)}.")
    n_used = sum(line.is_used for line in plan.lines)
    click.echo(f"{'Imported' if batch_uid else 'Would import'} {n_used} of {len(facts)} lines.")


def _decided(there: Project, chosen: Sheet, by_name: dict[str, Choice]) -> SheetPlan:
    """Return the plan with what was decided by name."""
    plan = there.read(sheet_plan.plan, chosen)
    known = {line.name for line in plan.lines}
    for name in by_name:
        if name not in known:
            raise UnknownRecord(
                "No line of the sheet names {name}. Write the name as it stands in the sheet.",
                name=name,
            )
    choices = {line.number: by_name[line.name] for line in plan.lines if line.name in by_name}
    return there.read(sheet_plan.plan, chosen, choices)


def _column(chosen: Sheet, name: str) -> str:
    for column in chosen.columns:
        if column.name.casefold() == name.casefold():
            return column.name
    raise UnknownRecord("The sheet has no column {name}. Use one of its headings.", name=name)


def _known_case(there: Project, name: str) -> str:
    case = there.read(case_rows.find, name)
    if case is None:
        raise UnknownRecord(
            "There is no case {name}. See `qualcode cases list` for those there are.", name=name
        )
    return case.uid


def _facts(line: LinePlan) -> LineFacts:
    case, document = line.case, line.document
    return LineFacts(
        line.number,
        line.name or line.code,
        case.how.value,
        case.case.name if case.case else "",
        tuple(each.name for each in case.candidates),
        document.document.title if document.document else "",
        tuple(each.title for each in document.candidates),
        str(line.problem) if line.problem else "",
    )


def _line(row: LineFacts) -> str:
    case = row.case or ("one of: " + ", ".join(row.candidates) if row.candidates else "")
    document = row.document or ("one of: " + ", ".join(row.documents) if row.documents else "")
    cells = (str(row.line), row.name, row.how, case, document, row.problem)
    return "\t".join(cells).rstrip()


COMMANDS = (import_,)
