"""Codings from tables of other programs, by command."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode_app.cli.codings import codings
from qualcode_app.cli.common import EXISTING_FILE, Bar, as_json, opened, show_one
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.services.exchange import code_table, code_table_plan
from qualcode_app.services.exchange.code_table import CodeTable, Tells
from qualcode_app.services.store import journal


@codings.command(name="import")
@click.argument("project", type=EXISTING_FILE)
@click.argument("table", type=EXISTING_FILE)
@click.option("--skip-bad", is_flag=True, help="Import the sound lines and list the others.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    help="TELLS=HEADING, such as quote=Fragment, where a heading does not say it itself.",
)
@click.option("--new-codes", is_flag=True, help="Make codes that are not in the project.")
@click.option("--new-coders", is_flag=True, help="Let coders join who are not in the project.")
@click.option("--coder", help="Whose codings they are where no column says it.")
@click.option("--preview", is_flag=True, help="Tell what would be imported and change nothing.")
@as_json
def import_codings(
    project: Path,
    table: Path,
    skip_bad: bool,
    columns: tuple[str, ...],
    new_codes: bool,
    new_coders: bool,
    coder: str | None,
    preview: bool,
    as_json: bool,
) -> None:
    """Import codings from a TABLE (csv or xlsx) into PROJECT, as one batch.

    Columns: document, code, coder, and quote (with occurrence) or start and end; memo if wanted.
    Without --skip-bad one line that cannot be placed stops the import and nothing is changed.
    """
    read = code_table.read(table)
    for said in columns:
        read = _chosen(read, said)
    with opened(project, coder=coder, read_only=preview) as there:
        plan = there.read(
            code_table_plan.plan,
            read,
            makes_codes=new_codes,
            makes_coders=new_coders,
            progress=Bar("Placing"),
        )
        for line in plan.unplaced:
            click.echo(f"{table.name}, line {line.number}: {line.problem}", err=True)
        if plan.unplaced and not (skip_bad or preview):
            raise RefusedChange(
                "{n} of {total} lines could not be placed; nothing was imported. Mend them, or "
                "leave them out with --skip-bad.",
                n=len(plan.unplaced),
                total=len(plan.lines),
            )
        batch_uid = journal.new_uid()
        if not preview and plan.new:
            there.write(code_table_plan.take_in, plan, batch_uid, Bar("Writing"))
    told = {
        "imported": 0 if preview else len(plan.new),
        "there_already": plan.n_here,
        "bad": len(plan.unplaced),
        "new": len(plan.new),
        "new_coders": [one.name for one in plan.coders],
        "new_codes": [one.label_en for one in plan.book.book.codes] if plan.book else [],
        "batch": batch_uid if plan.new and not preview else None,
    }
    verb = "would be imported" if preview else "imported"
    show_one(
        told,
        as_json=as_json,
        said=f"{len(plan.new)} codings {verb}, {plan.n_here} were there already.",
    )


def _chosen(table: CodeTable, said: str) -> CodeTable:
    tells, _, name = said.partition("=")
    known = [one for one in Tells if one is not Tells.LEAVE]
    if tells.strip() not in known or name.strip() not in table.names:
        raise RefusedChange(
            "{said} does not choose a column. Write one of {tells}, = and one of the headings "
            "{names}.",
            said=said,
            tells=", ".join(known),
            names=", ".join(table.names),
        )
    return table.choose(name.strip(), Tells(tells.strip()))


COMMANDS = (codings,)  # the group, with this command in it
