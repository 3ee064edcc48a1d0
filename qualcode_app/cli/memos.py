"""Memos from the command line."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from qualcode_app.cli.common import (
    EXISTING_FILE,
    FILE,
    as_json,
    language,
    opened,
    records,
    show,
    show_one,
)
from qualcode_app.domain.progress import Silent
from qualcode_app.domain.snapshot import Snapshot
from qualcode_app.formats.csv_table import CsvExporter, CsvStyle, write_table
from qualcode_app.services.memos import memo_rows


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("target", type=FILE, required=False)
@click.option("--exact", is_flag=True, help="Write every text as it is, formula-like text too.")
@click.option("--international", is_flag=True, help="Commas and decimal points.")
@language
@as_json
def memos(
    project: Path,
    target: Path | None,
    exact: bool,
    international: bool,
    language: str,
    as_json: bool,
) -> None:
    """Write the memos of PROJECT as csv to TARGET, or print them."""
    with opened(project, read_only=True) as there:
        table = there.read(memo_rows.table, language)
    style = CsvStyle(dutch=not international, exact=exact)
    if target is not None:
        CsvExporter(style).write(Snapshot({"memos": table}), target, Silent())
        show_one(
            {"file": str(target), "rows": len(table.rows)},
            as_json=as_json,
            said=f"Wrote {len(table.rows)} memos to {target}.",
        )
    elif as_json:
        show(records(table), as_json=True, line=str)
    else:
        write_table(table, sys.stdout, style, Silent())


COMMANDS = (memos,)
