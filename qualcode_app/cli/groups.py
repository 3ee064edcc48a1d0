"""`groups`: waves, systems of groups and attributes from the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import click

from qualcode_app.cli.common import EXISTING_FILE, as_json, opened, show, show_one
from qualcode_app.domain import plain_values
from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.services.cases import attribute_edits, group_edits
from qualcode_app.services.cases.case_rows import AttributeKind, Owner, WaveRow
from qualcode_app.services.cases.corpus import corpus

project_argument = click.argument("project", type=EXISTING_FILE)


@dataclass(frozen=True, slots=True)
class Listed:
    """A wave, group or attribute with how many documents count for it."""

    kind: str
    system: str
    title: str
    documents: int


@click.group()
def groups() -> None:
    """Waves, systems of groups, and attributes of cases and documents."""


@groups.command(name="list")
@project_argument
@as_json
def list_(project: Path, as_json: bool) -> None:
    """List waves, groups by system and attributes, with how many documents count for each."""
    with opened(project, read_only=True) as there:
        now = there.read(corpus)
    rows = [Listed("wave", "", one.title, len(now.of_wave(one.uid))) for one in now.waves]
    rows += [
        Listed("group", system.title, group.title, len(now.of_group(group.uid)))
        for system in now.systems
        for group in system.groups
    ]
    rows += [
        Listed("attribute", one.of, one.title, sum(one.uid in d.attributes for d in now.documents))
        for one in now.attributes
    ]
    show(rows, as_json=as_json, line=_line, empty="There are no waves, groups or attributes.")


@groups.command()
@project_argument
@click.argument("system")
@click.argument("titles", nargs=-1)
@as_json
def add(project: Path, system: str, titles: tuple[str, ...], as_json: bool) -> None:
    """Add the grouping SYSTEM with groups in this order, or groups to one that is there."""
    with opened(project) as there:
        known = {row.title.casefold(): row.uid for row in there.read(corpus).systems}
        if system.casefold() in known:
            for title in titles:
                there.write(group_edits.add_group, known[system.casefold()], title)
        else:
            there.write(group_edits.add_system, system, titles)
        now = next(
            row for row in there.read(corpus).systems if row.title.casefold() == system.casefold()
        )
    facts = {"system": now.title, "groups": [group.title for group in now.groups]}
    said = f"{now.title}: {', '.join(group.title for group in now.groups)}".removesuffix(": ")
    show_one(facts, as_json=as_json, said=said)


@groups.command()
@project_argument
@click.argument("system")
@as_json
def remove(project: Path, system: str, as_json: bool) -> None:
    """Remove the grouping SYSTEM with its groups and memberships."""
    with opened(project) as there:
        known = {row.title.casefold(): row.uid for row in there.read(corpus).systems}
        if system.casefold() not in known:
            raise UnknownRecord(
                "There is no grouping {name}. See `qualcode groups list` for those there are.",
                name=system,
            )
        there.write(group_edits.remove_system, known[system.casefold()])
    show_one({"removed": system}, as_json=as_json, said=f"Removed {system}.")


@groups.command()
@project_argument
@click.argument("title")
@click.option("--from", "begin", help="First day or year.")
@click.option("--to", "end", help="Last day or year.")
@as_json
def wave(project: Path, title: str, begin: str | None, end: str | None, as_json: bool) -> None:
    """Add the wave TITLE, or give it these days."""
    from_date = plain_values.day_or_year(begin, at_end=False) if begin else None
    to_date = plain_values.day_or_year(end, at_end=True) if end else None
    with opened(project) as there:
        known = {row.title.casefold(): row.uid for row in there.read(corpus).waves}
        if (uid := known.get(title.casefold())) is None:
            there.write(group_edits.add_wave, title, from_date, to_date)
        else:
            row = WaveRow(uid, title, from_date, to_date)
            there.write(group_edits.change_wave, row)
    facts = {"wave": title, "from": str(from_date or ""), "to": str(to_date or "")}
    said = f"{title} {facts['from']}–{facts['to']}".removesuffix(" –")
    show_one(facts, as_json=as_json, said=said)


@groups.command()
@project_argument
@click.argument("title")
@click.option(
    "--kind",
    type=click.Choice(["text", "number", "date", "truth"]),
    default="text",
    show_default=True,
    help="What kind of value it holds.",
)
@click.option(
    "--of",
    type=click.Choice(["case", "document"]),
    default="case",
    show_default=True,
    help="Whether the value is the same in every wave, or one per document.",
)
@click.option("--many", is_flag=True, help="Several values at once.")
@click.option("--unit", default="", help="Such as inhabitants.")
@as_json
def attribute(
    project: Path, title: str, kind: str, of: str, many: bool, unit: str, as_json: bool
) -> None:
    """Add the attribute TITLE of cases or documents."""
    with opened(project) as there:
        there.write(
            attribute_edits.add,
            title,
            cast(AttributeKind, kind),
            cast(Owner, of),
            many=many,
            unit=unit,
        )
    show_one({"attribute": title, "kind": kind, "of": of}, as_json=as_json, said=f"Added {title}.")


def _line(row: Listed) -> str:
    return f"{row.kind}\t{row.system}\t{row.title}\t{row.documents}"


COMMANDS = (groups,)
