"""Highlights that are in a PDF already, from the command line."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode_app.cli.common import EXISTING_FILE, as_json, opened, show, show_one
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import takeover
from qualcode_app.services.coding.takeover import Found, Wish
from qualcode_app.services.documents import documents
from qualcode_app.services.store import people


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("document")
@click.option("--code", "codes", multiple=True, help="COLOUR=KEY, such as #ffed00=WON-2.")
@click.option("--coder", help="Whose codings they become; the first coder without one.")
@as_json
def highlights(
    project: Path, document: str, codes: tuple[str, ...], coder: str | None, as_json: bool
) -> None:
    """List the highlights in the PDF of DOCUMENT, or take them over by colour with --code."""
    with opened(project, coder=coder, read_only=not codes) as there:
        found = takeover.read(there, there.read(documents.named, document).uid)
        if not codes:
            empty = "No highlights over text."
            show(found.found, as_json=as_json, line=_line, empty=empty)
            return
        chosen = {
            colour: there.read(codebook.code_keyed, key).uid
            for colour, key in (_pair(said) for said in codes)
        }
        wish = Wish(there.author_uid, there.read(people.present_round), chosen)
        changes = there.write(takeover.add, found, wish)
    n_made = len(changes[Kind.CODING].added)
    show_one(
        {"made": n_made, "batch": wish.batch_uid},
        as_json=as_json,
        said=f"{n_made} codings made as batch {wish.batch_uid}.",
    )


def _line(one: Found) -> str:
    return "\t".join((one.colour or "-", one.page_label, one.author, one.quote[:80]))


def _pair(said: str) -> tuple[str, str]:
    colour, equals, key = said.rpartition("=")
    if not equals:
        raise RefusedChange(
            "{said} does not give a colour its code. Write COLOUR=KEY, such as #ffed00=WON-2.",
            said=said,
        )
    return colour.lower(), key


COMMANDS = (highlights,)
