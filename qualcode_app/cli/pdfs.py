"""`pdfs`: PDFs with the codings as highlights, for Acrobat, Okular and browsers."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode_app.cli.common import EXISTING_FILE, Bar, as_json, language, opened, show
from qualcode_app.services.documents import documents
from qualcode_app.services.exporting import marked_pdfs, pictures
from qualcode_app.services.store import people


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--document", "names", multiple=True, help="Only this document; may be repeated.")
@click.option("--coder", "coders", multiple=True, help="Only this coder; may be repeated.")
@language
@as_json
def pdfs(
    project: Path,
    folder: Path,
    names: tuple[str, ...],
    coders: tuple[str, ...],
    language: str,
    as_json: bool,
) -> None:
    """Write the PDFs of PROJECT with their codings as highlights into FOLDER."""
    with opened(project, read_only=True) as there:
        wanted = [there.read(documents.named, name) for name in names] or there.read(documents.rows)
        who = {there.read(people.coder_named, name).uid for name in coders} or None
        if names:
            for document in wanted:
                there.read(pictures.pdf_of, document)  # says which one has only its text here
        bar = Bar("Writing")
        written = marked_pdfs.write_all(there, folder, wanted, language, bar, who)
    facts = [{"file": str(one.path), "highlights": one.n_marks} for one in written]
    show(facts, as_json=as_json, line=lambda row: f"{row['highlights']:>6}  {row['file']}")


COMMANDS = (pdfs,)
