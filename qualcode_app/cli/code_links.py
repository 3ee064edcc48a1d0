"""Which code of an earlier wave became which later one, from the command line."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode_app.cli.common import EXISTING_FILE, as_json, opened, show
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.services.analysis import code_links
from qualcode_app.services.analysis.code_links import CodeLink
from qualcode_app.services.codebook import codebook
from qualcode_app.services.store.project import Project

KINDS = {"same": "redefine", "part": "merge", "split": "split"}


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("old", required=False)
@click.argument("new", required=False)
@click.option(
    "--as",
    "kind",
    type=click.Choice(tuple(KINDS)),
    default="same",
    show_default=True,
    help="OLD is the same as NEW, became a part of it, or was split into it.",
)
@click.option("--remove", is_flag=True, help="Take back what was said of OLD and NEW.")
@click.option("--coder", help="Name of who says so; the first coder without.")
@as_json
def became(
    project: Path,
    old: str | None,
    new: str | None,
    kind: str,
    remove: bool,
    coder: str | None,
    as_json: bool,
) -> None:
    """Say that the code OLD became NEW from one wave to the next, and print all that was said.

    Questions over two waves count such codes as one. OLD and NEW are keys; no coding is changed.
    """
    if (old is None) != (new is None):
        raise RefusedChange("One code alone becomes nothing. Name the later code as well.")
    with opened(project, coder=coder, read_only=old is None) as there:
        if old is not None and new is not None:
            _say(there, old, new, KINDS[kind], remove=remove)
        found = there.read(code_links.rows)
    show(found, as_json=as_json, line=_line, empty="No code became another.")


def _say(there: Project, old: str, new: str, kind: str, *, remove: bool) -> None:
    old_uid, new_uid = (there.read(codebook.code_keyed, key).uid for key in (old, new))
    if not remove:
        there.write(code_links.link, old_uid, new_uid, kind)
        return
    pair = (old_uid, new_uid)
    said = [row for row in there.read(code_links.rows) if (row.old_uid, row.new_uid) == pair]
    if not said:
        raise UnknownRecord(
            "Nothing was said of {old} and {new}. See `qualcode became` for what was said.",
            old=old,
            new=new,
        )
    there.write(code_links.unlink, said[0].uid)


def _line(row: CodeLink) -> str:
    names = {kind: name for name, kind in KINDS.items()}
    return f"{row.old_key}\t{names[row.kind]}\t{row.new_key}"


COMMANDS = (became,)
