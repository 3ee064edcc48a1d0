"""`memos`: all notes, questions and decisions of a project as a sheet, apart from evidence."""

from __future__ import annotations

import click

from qualcode_app.cli.common import opened
from qualcode_app.cli.csv_out import Wish, csv_command, put
from qualcode_app.services.memos import memo_rows


@click.command()
@csv_command
def memos(wish: Wish) -> None:
    """Write the memos of PROJECT as csv to TARGET, or print them."""
    with opened(wish.project, read_only=True) as there:
        put(wish, "memos", there.read(memo_rows.table, wish.language), "memos")


COMMANDS = (memos,)
