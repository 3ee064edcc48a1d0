"""What commands share: opening, printing, progress."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from math import isnan
from pathlib import Path
from typing import Any

import click

from qualcode_app.domain.snapshot import Table
from qualcode_app.services.store import backups, beside, people
from qualcode_app.services.store.project import Project
from qualcode_app.settings import Settings

FILE = click.Path(path_type=Path, dir_okay=False)
EXISTING_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
EXISTING = click.Path(path_type=Path, exists=True)

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
language = click.option(
    "--language",
    type=click.Choice(["nl", "en"]),
    default="nl",
    show_default=True,
    help="Language of headings and labels.",
)


@contextmanager
def opened(path: Path, *, coder: str | None = None, read_only: bool = False) -> Iterator[Project]:
    """Open a project for one command; acts are in the name of `coder`, or of the first one.

    Where it is only read, it may be worked in meanwhile.
    """
    backups_in = Settings.load().backups_in
    way = (
        beside.opened(path, backups_in) if read_only else Project.open(path, backups_in=backups_in)
    )
    with way as project:
        if not read_only and backups.is_due(path, backups_in):
            project.back_up(backups.DAILY)
        if coder is not None:
            project.author_uid = project.read(people.coder_named, coder).uid
        elif everybody := project.read(people.coders):
            project.author_uid = everybody[0].uid
        yield project


class Bar:
    """Progress on standard error, where somebody looks at it."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._shown = -1
        self._visible = sys.stderr.isatty()

    def report(self, done: int, total: int) -> None:
        """Draw the bar anew when a percent has been added."""
        percent = 100 * done // max(total, 1)
        if self._visible and percent != self._shown:
            self._shown = percent
            end = "\n" if done >= total else ""
            click.echo(f"\r{self._label} {percent:3d} %{end}", nl=False, err=True)


def show(
    rows: Sequence[object], *, as_json: bool, line: Callable[[Any], str], empty: str = ""
) -> None:
    """Print values one a line, or as a JSON list."""
    if as_json:
        click.echo(json.dumps([plain(row) for row in rows], ensure_ascii=False, indent=2))
    elif rows:
        for row in rows:
            click.echo(line(row))
    elif empty:
        click.echo(empty)


def show_one(facts: Mapping[str, object], *, as_json: bool, said: str) -> None:
    """Print what a command did as a sentence, or as a JSON object."""
    click.echo(json.dumps(plain(facts), ensure_ascii=False) if as_json else said)


def plain(value: object) -> Any:
    """Return a value as JSON knows it; an undefined number becomes null."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = dataclasses.fields(value)
        return {field.name: plain(getattr(value, field.name)) for field in fields}
    match value:
        case float():
            return None if isnan(value) else value
        case Decimal():
            return format(value, "f")  # as text: JSON's numbers would round it
        case datetime():
            return value.isoformat()
        case Path():
            return str(value)
        case dict():
            return {str(key): plain(each) for key, each in value.items()}
        case list() | tuple() | frozenset():
            return [plain(each) for each in value]
        case _:
            return value


def records(table: Table) -> list[dict[str, Any]]:
    """Return a table as one object per row."""
    names = [column.title for column in table.columns]
    return [dict(zip(names, (plain(cell) for cell in row), strict=True)) for row in table.rows]


def shortened(quote: str, width: int = 70) -> str:
    """Return a passage on one line, cut where it gets too long."""
    said = " ".join(quote.split())
    return said if len(said) <= width else f"{said[: width - 1]}…"
