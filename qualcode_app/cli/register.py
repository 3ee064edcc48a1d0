"""Registers from the command line: what they ask, a verdict, and the table."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from qualcode_app import paths
from qualcode_app.cli.common import (
    EXISTING_FILE,
    FILE,
    Bar,
    as_json,
    language,
    opened,
    records,
    show,
    show_one,
)
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.domain.progress import Silent
from qualcode_app.formats import codebook_json, table_files
from qualcode_app.formats.csv_table import CsvStyle, write_table
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents import documents
from qualcode_app.services.exporting import register_tables
from qualcode_app.services.registers import (
    evidence,
    judgements,
    loading,
    propositions,
    register_table,
)
from qualcode_app.services.registers.filled_in import numbers_in
from qualcode_app.services.registers.judgements import Verdict
from qualcode_app.services.registers.propositions import PropositionRow, RegisterRow
from qualcode_app.services.search.search_runs import NewRun
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project

SHIPPED = ("party-programme", "trend-study", "agenda-test")
_coder = click.option("--coder", help="Whose verdicts; the first coder without one.")


@click.group()
def register() -> None:
    """Judge documents against a register of propositions."""


@register.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("codebook", type=click.Choice(SHIPPED))
@as_json
def load(project: Path, codebook: str, as_json: bool) -> None:
    """Take the register of a shipped CODEBOOK into PROJECT."""
    book = codebook_json.read(paths.codebooks() / f"{codebook}.json")
    with opened(project) as there:
        n_made = len(there.write(loading.load, book)[Kind.PROPOSITION].added)
    show_one({"propositions": n_made}, as_json=as_json, said=f"Loaded {n_made} propositions.")


@register.command(name="list")
@click.argument("project", type=EXISTING_FILE)
@click.argument("key", required=False)
@as_json
def list_(project: Path, key: str | None, as_json: bool) -> None:
    """List the registers of PROJECT, or the propositions of the register KEY."""
    with opened(project, read_only=True) as there:
        if key is None:
            found = there.read(propositions.registers)
            empty = "This project has no register."
            show(found, as_json=as_json, line=_register_line, empty=empty)
            return
        chosen = there.read(propositions.register_keyed, key)
        rows = there.read(propositions.rows, chosen.uid)
    show(rows, as_json=as_json, line=_line)


@register.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("key")
@click.argument("document")
@click.argument("verdict")
@click.option("--register", "register_key", help="Its register, where several have this key.")
@click.option("--evidence", "codings", multiple=True, help="Identity of a coding.")
@click.option("--part", "parts", multiple=True, help="Letter of a part that is met.")
@click.option("--missing", default="", help="What is missing, where it is met partly.")
@click.option("--number", default="", help="What the text fills in, such as 20 jaar.")
@click.option("--note", default="", help="A remark with the verdict.")
@_coder
@as_json
def judge(
    project: Path,
    key: str,
    document: str,
    verdict: str,
    register_key: str | None,
    codings: tuple[str, ...],
    parts: tuple[str, ...],
    missing: str,
    number: str,
    note: str,
    coder: str | None,
    as_json: bool,
) -> None:
    """Give proposition KEY a VERDICT for DOCUMENT; what was said before is replaced.

    A verdict that needs a search for the keywords logs one.
    """
    with opened(project, coder=coder) as there:
        row = _proposition(there, key, register_key)
        chosen = there.read(documents.named, document)
        place = Reading(there.author_uid, there.read(people.present_round), chosen.uid)
        option = row.scale.option(verdict)
        run: NewRun | None = None
        if option is not None and option.needs_status and chosen.revision_uid is not None:
            run = evidence.searched(there, place, row, chosen.revision_uid).run
        said = Verdict(
            verdict,
            frozenset(parts),
            missing,
            note,
            numbers_in(number),
            frozenset(codings),
            run.uid if run else None,
        )
        there.write(judgements.judge, place, row.uid, said, run)
    show_one(
        {"proposition": row.key, "document": chosen.title, "verdict": said},
        as_json=as_json,
        said=f"{row.key} in {chosen.title}: {verdict}.",
    )


@register.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("key")
@click.argument("target", type=FILE, required=False)
@click.option(
    "--form",
    type=click.Choice(["matrix", "long", "rates", "left-out"]),
    default="matrix",
    show_default=True,
    help="Which table is printed, or written to a csv; a workbook gets all.",
)
@click.option("--dutch", is_flag=True, help="Semicolons and decimal commas.")
@click.option("--round", "round_", type=int, help="Number of the round; the first without one.")
@_coder
@language
@as_json
def table(
    project: Path,
    key: str,
    target: Path | None,
    form: str,
    dutch: bool,
    round_: int | None,
    coder: str | None,
    language: str,
    as_json: bool,
) -> None:
    """Print the table of the register KEY, or write it to TARGET (.xlsx, .ods or .csv)."""
    style = CsvStyle(dutch=dutch)
    exporter = table_files.exporter(target, style) if target is not None else None
    with opened(project, coder=coder, read_only=True) as there:
        chosen = there.read(propositions.register_keyed, key)
        rounds = {one.number: one.uid for one in there.read(people.rounds)}
        if round_ is not None and round_ not in rounds:
            raise UnknownRecord(
                "There is no round {number}. Choose one of: {numbers}.",
                number=round_,
                numbers=", ".join(map(str, sorted(rounds))),
            )
        wanted = rounds[round_] if round_ is not None else None
        found = there.read(register_table.table, chosen, there.author_uid, wanted)
    sheets = register_tables.snapshot(found, language)
    forms = ("long", "matrix", "rates", "left-out")
    one = list(sheets.tables.values())[forms.index(form)]
    if target is not None and exporter is not None:
        whole = target.suffix.lower() in table_files.WORKBOOKS
        written = sheets if whole else register_tables.alone(one)
        exporter.write(written, target, Bar("Writing"))
        facts = {"file": str(target), "sheets": list(written.tables)}
        show_one(facts, as_json=as_json, said=f"Wrote {target}.")
    elif as_json:
        show_one({"rows": records(one), "rate": found.rate()}, as_json=True, said="")
    else:
        write_table(one, sys.stdout, style, Silent())


def _proposition(there: Project, key: str, register_key: str | None) -> PropositionRow:
    if register_key is None:
        listed = there.read(propositions.registers)
    else:
        listed = [there.read(propositions.register_keyed, register_key)]
    for each in listed:
        for row in there.read(propositions.rows, each.uid):
            if row.key.casefold() == key.casefold():
                return row
    raise UnknownRecord(
        "No register of this project has a proposition {key}. See `qualcode register list` for "
        "the keys.",
        key=key,
    )


def _register_line(row: RegisterRow) -> str:
    return f"{row.key}\t{row.n_propositions}\t{row.title_en or row.title_nl}"


def _line(row: PropositionRow) -> str:
    return f"{row.key}\t{row.test}\t{row.wording_nl or row.wording_en}"


COMMANDS = (register,)
