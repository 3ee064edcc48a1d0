"""A project from texts that others annotated."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode_app.cli.common import FILE, Bar, as_json, show_one
from qualcode_app.services.codebook import codebook
from qualcode_app.services.documents import documents
from qualcode_app.services.exchange import annotated as exchange
from qualcode_app.services.store import people


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("project", type=FILE)
@click.option(
    "--language",
    type=click.Choice(["nl", "en", "de"]),
    default="en",
    show_default=True,
    help="Language of the texts.",
)
@as_json
def annotated(folder: Path, project: Path, language: str, as_json: bool) -> None:
    """Make PROJECT from the texts in FOLDER that several people annotated.

    Known are brat (a folder per coder), a .jsonl file per coder, tables of one token a line (a
    folder per coder), and sentences.csv with judgments.csv. What a coder did not get to read
    counts as missing.
    """
    with exchange.make(folder, project, language=language, progress=Bar("Reading")) as made:
        told = {
            "file": str(project),
            "documents": len(made.read(documents.rows)),
            "coders": len(made.read(people.coders)),
            "codes": sum(row.level == 2 for row in made.read(codebook.rows)),
            "codings": sum(row.n_codings for row in made.read(documents.rows)),
        }
    show_one(
        told,
        as_json=as_json,
        said=f"{told['documents']} texts, {told['coders']} coders, {told['codings']} codings.",
    )


COMMANDS = (annotated,)
