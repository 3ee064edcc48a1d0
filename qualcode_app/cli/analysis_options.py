"""What the commands of the analysis share: whose codings, which documents, where a table goes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import Any

import click

from qualcode_app.cli.common import FILE, Bar, as_json, language, records, show, show_one
from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.domain.progress import Silent
from qualcode_app.domain.snapshot import Snapshot, Table
from qualcode_app.formats import table_files
from qualcode_app.formats.csv_table import CsvStyle, write_table
from qualcode_app.services.analysis import study
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.analysis.voices import Voices
from qualcode_app.services.coding import facets
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project

Command = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose codings count, which documents, and where the table goes: options of every command."""

    coders: tuple[str, ...]
    at_least: int
    consensus: bool
    out: Path | None
    language: str
    as_json: bool
    group: str | None = None
    wave: str | None = None

    def study(self, there: Project) -> Study:
        """Read the codings that count."""
        uids = tuple(there.read(people.coder_named, name).uid for name in self.coders)
        return there.read(study.read, Voices(uids, self.at_least, self.consensus))


def choices(
    *, within: bool, out: str = "Write a sheet: .xlsx or .csv."
) -> Callable[[Command], Command]:
    """Give a command its `Wanted`; `within` also offers a group and a wave."""
    options = [
        click.option("--coder", "coders", multiple=True, help="Only these coders."),
        click.option("--at-least", default=1, show_default=True, help="So many coders agree."),
        click.option("--consensus", is_flag=True, help="Count what was agreed."),
        click.option("--out", type=FILE, help=out),
        language,
        as_json,
    ]
    if within:
        options += [
            click.option("--group", help="Only documents of this group."),
            click.option("--wave", help="Only documents of this wave."),
        ]
    return gathered(Wanted, "wanted", options)


def gathered(
    kind: type[Any], argument: str, options: Sequence[Command]
) -> Callable[[Command], Command]:
    """Give a command several options as one argument, a dataclass with a field for each."""
    names = {field.name for field in fields(kind)}

    def decorate(command: Command) -> Command:
        @wraps(command)
        def called(**chosen: Any) -> object:
            mine = {name: chosen.pop(name) for name in names & set(chosen)}
            return command(**{argument: kind(**mine)}, **chosen)

        told: Command = called
        for option in options:
            told = option(told)
        return told

    return decorate


def put(book: Snapshot, wanted: Wanted) -> None:
    """Write the sheets to a file, or print the first as CSV or JSON."""
    first: Table = next(iter(book.tables.values()))
    if wanted.out is not None:
        write(book, wanted.out)
        said = f"Wrote {len(first.rows)} rows to {wanted.out}."
        show_one(
            {"file": str(wanted.out), "rows": len(first.rows)}, as_json=wanted.as_json, said=said
        )
    elif wanted.as_json:
        show(records(first), as_json=True, line=str)
    else:
        write_table(first, sys.stdout, CsvStyle(dutch=False, exact=True), Silent())


def write(book: Snapshot, out: Path) -> None:
    """Write sheets as the name of the file says.

    Raises:
        CannotWrite: The name says nothing known, or the folder refuses the file.
    """
    table_files.exporter(out).write(book, out, Bar("Writing"))


def system(read: Study, title: str | None) -> str:
    """Return the uid of a grouping; empty when none is named, likewise below."""
    return titled(read.corpus.systems, title)


def group(read: Study, title: str | None) -> str:
    """Return the uid of a group."""
    return titled(tuple(read.corpus.groups.values()), title)


def wave(read: Study, title: str | None) -> str:
    """Return the uid of a wave."""
    return titled(read.corpus.waves, title)


def titled(rows: Sequence[Any], title: str | None) -> str:
    """Return the uid of what has a title, whatever the case; empty when none is asked for."""
    if title is None:
        return ""
    found = [row.uid for row in rows if row.title.casefold() == title.strip().casefold()]
    if len(found) != 1:
        raise UnknownRecord(
            "{n} are called {title}. Choose one of: {names}.",
            n=len(found),
            title=title,
            names=", ".join(row.title for row in rows) or "–",
        )
    return str(found[0])


def facet(there: Project, said: str | None) -> tuple[str, str] | None:
    """Return the facet and option that were named, each by key or label."""
    if said is None:
        return None
    name, _, value = said.partition("=")
    known = there.read(facets.rows)
    for one in known:
        if name.casefold() in (one.key.casefold(), one.label_nl.casefold(), one.label_en):
            for option in one.options:
                if value.casefold() in (option.key, option.label_nl, option.label_en):
                    return one.uid, option.key
            if not value:
                return one.uid, ""
    raise UnknownRecord(
        "There is no facet {name}. Choose one of: {names}.",
        name=said,
        names=", ".join(one.key for one in known),
    )
