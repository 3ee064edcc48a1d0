"""Scanned pages read by text recognition, from the command line."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode_app.cli.common import EXISTING_FILE, Bar, as_json, opened, show_one
from qualcode_app.domain.changes import Kind
from qualcode_app.services.coding import rereading
from qualcode_app.services.documents import documents, recognition


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("document")
@click.option(
    "--page", "sheets", type=int, multiple=True, help="This sheet, whatever text it has; repeated."
)
@as_json
def ocr(project: Path, document: str, sheets: tuple[int, ...], as_json: bool) -> None:
    """Read the scanned pages of DOCUMENT with Tesseract; codings go along to the new text."""
    with opened(project) as there:
        uid = there.read(documents.named, document).uid
        read = recognition.recognise(there, uid, Bar("Reading"), sheets=set(sheets))
        changes = there.write(rereading.take_over, read)
        left = there.read(rereading.left_behind, uid)
        doubtful = there.read(rereading.doubtful, uid)
    n_moved = len(changes[Kind.CODING].added)
    said = "{}: {} pages read by text recognition, {} codings moved, {} not found again."
    lines = [said.format(read.title, len(read.read), n_moved, len(left))]
    if read.given_up:
        lines.append(f"Given up: page {', '.join(map(str, read.given_up))}.")
    lines += [f"Not found again: p. {one.page_label}: {one.quote[:80]}" for one in left]
    lines += [f"Look at p. {one.page_label}: {one.before} -> {one.now}" for one in doubtful]
    facts = {
        "document": uid,
        "revision": read.revision_uid,
        "read": read.read,
        "given_up": read.given_up,
        "moved": n_moved,
        "left_behind": left,
        "doubtful": doubtful,
    }
    show_one(facts, as_json=as_json, said="\n".join(lines))


COMMANDS = (ocr,)
