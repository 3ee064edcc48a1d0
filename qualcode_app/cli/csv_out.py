"""What commands share that write one table as csv, or print it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from qualcode_app.cli.common import EXISTING_FILE, FILE, as_json, language, records, show, show_one
from qualcode_app.domain.progress import Silent
from qualcode_app.domain.snapshot import Snapshot, Table
from qualcode_app.formats.csv_table import CsvExporter, CsvStyle, write_table

Command = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Wish:
    """Which project, where to, and how."""

    project: Path
    target: Path | None
    style: CsvStyle
    language: str
    as_json: bool


def csv_command(act: Callable[[Wish], None]) -> Command:
    """Give a command the arguments and options of writing a table; it gets them as a `Wish`."""

    def command(exact: bool, international: bool, **said: Any) -> None:
        act(Wish(style=CsvStyle(dutch=not international, exact=exact), **said))

    command.__name__, command.__doc__ = act.__name__, act.__doc__
    options: list[Callable[[Command], Command]] = [
        click.argument("project", type=EXISTING_FILE),
        click.argument("target", type=FILE, required=False),
        click.option(
            "--exact", is_flag=True, help="Write every text as it is, formula-like text too."
        ),
        click.option("--international", is_flag=True, help="Commas and decimal points."),
        language,
        as_json,
    ]
    decorated: Command = command
    for option in reversed(options):
        decorated = option(decorated)
    return decorated


def put(wish: Wish, key: str, table: Table, noun: str) -> None:
    """Write a table to the file wished for and say so, or print it.

    Args:
        wish: What the user asked for.
        key: The table's name in an export.
        table: What to write.
        noun: What its rows are, in plural.
    """
    if wish.target is not None:
        CsvExporter(wish.style).write(Snapshot({key: table}), wish.target, Silent())
        show_one(
            {"file": str(wish.target), "rows": len(table.rows)},
            as_json=wish.as_json,
            said=f"Wrote {len(table.rows)} {noun} to {wish.target}.",
        )
    elif wish.as_json:
        show(records(table), as_json=True, line=str)
    else:
        write_table(table, sys.stdout, wish.style, Silent())
