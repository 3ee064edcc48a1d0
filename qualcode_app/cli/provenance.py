"""Commands that tell where things came from, and whether a project is whole."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from qualcode_app.cli.came_options import came, came_options
from qualcode_app.cli.common import EXISTING_FILE, FILE, Bar, as_json, opened, show, show_one
from qualcode_app.domain.errors import UnknownRecord, UnreadableProject
from qualcode_app.services.codebook import codebook
from qualcode_app.services.documents import documents
from qualcode_app.services.provenance import (
    checking,
    differences,
    history,
    identities,
    joining,
    repairing,
)
from qualcode_app.services.provenance.history import About
from qualcode_app.services.provenance.joining import Which
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.option("--repair", "copy", type=FILE, help="Write what can be saved to this new file.")
@as_json
def check(project: Path, copy: Path | None, as_json: bool) -> None:
    """Check PROJECT: the file, the chained log, and that every quote equals its text."""
    if copy is not None:
        done = repairing.repair(project, copy)
        click.echo(
            f"Wrote {copy}: {done.n_damaged} damaged places skipped, {done.n_moved} codings "
            f"moved to their words, {len(done.left)} findings left.",
            err=as_json,
        )
        found = list(done.left)
    else:
        found = checking.check(project, Bar("Checking"))
    show(
        found,
        as_json=as_json,
        line=lambda one: f"{one.fault.value}: {one.where}",
        empty="The project is whole.",
    )
    if found and copy is None:
        raise UnreadableProject(
            "{name} is not whole: {n} findings. Open a backup, or write a repaired copy with "
            "--repair.",
            name=project.name,
            n=len(found),
        )


@click.command(name="history")
@click.argument("project", type=EXISTING_FILE)
@click.option("--document", help="Only what happened in this document.")
@click.option("--code", help="Only what happened to this code and its codings.")
@click.option("--coder", help="Only what this coder did.")
@click.option("--limit", default=1000, show_default=True, help="At most so many acts.")
@came_options
@as_json
def tell_history(
    project: Path,
    document: str | None,
    code: str | None,
    coder: str | None,
    limit: int,
    came_with: str | None,
    batch: str | None,
    since: datetime | None,
    until: datetime | None,
    as_json: bool,
) -> None:
    """Tell what happened in PROJECT, newest first: when, by whom, what, with which file."""
    with opened(project, read_only=True) as there:
        about = About(
            there.read(documents.named, document).uid if document else "",
            _code_uid(there, code) if code else "",
            there.read(people.coder_named, coder).uid if coder else "",
            came(there, came_with, batch, since, until),
        )
        rows = there.read(history.events, about, limit)
    show(
        rows,
        as_json=as_json,
        line=lambda row: (
            f"{row.at:%Y-%m-%d %H:%M}  {row.coder or '-'}  {row.act}  {row.n_rows}  {row.what}"
            + (f"  [{row.source}]" if row.source else "")
        ),
        empty="Nothing happened yet.",
    )


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.option("--from", "before", required=True, help="Whose codings they are now.")
@click.option("--to", "after", required=True, help="Whose they become.")
@click.option("--document", help="Only those in this document.")
@as_json
def reassign(project: Path, before: str, after: str, document: str | None, as_json: bool) -> None:
    """Give the codings of one coder in PROJECT to another, with the notes on them."""
    with opened(project) as there:
        owner, heir = there.read(people.coder_named, before), there.read(people.coder_named, after)
        uid = there.read(documents.named, document).uid if document else None
        uids = there.read(identities.codings_of, owner.uid, uid)
        there.write(identities.reassign, dict.fromkeys(uids, heir.uid))
    show_one(
        {"codings": len(uids), "from": owner.name, "to": heir.name},
        as_json=as_json,
        said=f"{len(uids)} codings of {owner.name} are by {heir.name} now.",
    )


@click.command(name="join-coders")
@click.argument("project", type=EXISTING_FILE)
@click.argument("gone")
@click.argument("stays")
@click.option(
    "--keep",
    type=click.Choice(["gone", "stays"]),
    help="Whose version stays where the two said different things.",
)
@as_json
def join_coders(project: Path, gone: str, stays: str, keep: str | None, as_json: bool) -> None:
    """Join two identities of one person in PROJECT: GONE becomes STAYS, also in later merges."""
    with opened(project) as there:
        first, other = there.read(people.coder_named, gone), there.read(people.coder_named, stays)
        plan = there.read(joining.plan, first.uid, other.uid)
        listed = there.read(differences.told, plan)
        for one in listed:
            mine, theirs = ("; ".join(said.values()) for said in (one.first, one.other))
            words = f"{one.kind.value} {one.about}: {first.name}: {mine} / {other.name}: {theirs}"
            click.echo(words, err=True)
        if keep is not None:
            which: Which = "first" if keep == "gone" else "other"
            chosen = dict.fromkeys((one.key for one in listed), which)
            plan = there.read(joining.plan, first.uid, other.uid, chosen)
        there.write(joining.join, plan)
    show_one(
        {"gone": first.name, "stays": other.name, "differences": len(listed)},
        as_json=as_json,
        said=f"{first.name} and {other.name} are one coder, {other.name}.",
    )


def _code_uid(there: Project, key: str) -> str:
    wanted = key.casefold()
    for row in there.read(codebook.rows):
        if row.key.casefold() == wanted:
            return row.uid
    raise UnknownRecord("There is no code {key}. Look the keys up in the codebook.", key=key)


COMMANDS = (check, tell_history, reassign, join_coders)
