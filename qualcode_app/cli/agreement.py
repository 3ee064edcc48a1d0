"""Agreement from the command line."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from qualcode_app.cli.common import EXISTING_FILE, as_json, language, opened, show_one
from qualcode_app.domain.progress import Silent
from qualcode_app.formats.csv_table import CsvStyle, write_table
from qualcode_app.services import agreements, exports
from qualcode_app.services import people as persons
from qualcode_app.services.reliability import Scope


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.option("--level", default=2, show_default=True, help="Level of the code tree.")
@click.option("--coder", "names", multiple=True, help="Only these coders; everybody without.")
@click.option("--all-read", is_flag=True, help="Count every document as read, whatever was marked.")
@click.option("--dutch", is_flag=True, help="Semicolons and decimal commas.")
@language
@as_json
def agreement(
    project: Path,
    level: int,
    names: tuple[str, ...],
    all_read: bool,
    dutch: bool,
    language: str,
    as_json: bool,
) -> None:
    """Print a CSV table of coder agreement in PROJECT.

    Krippendorff's alpha per code (binary, on characters, all coders; only what is marked as
    read counts), its interval, F1, percent and Cohen's kappa per pair.
    """
    with opened(project, read_only=True) as there:
        coders = tuple(there.read(persons.coder_named, name).uid for name in names)
        scope = Scope(level=level, all_read=all_read, coder_uids=coders)
        found = there.read(agreements.table, scope)
    if as_json:
        show_one({"table": found}, as_json=True, said="")
        return
    table = exports.agreement(found, language)
    write_table(table, sys.stdout, CsvStyle(dutch=dutch, exact=True), Silent())


COMMANDS = (agreement,)
