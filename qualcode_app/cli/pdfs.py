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
    written = []
    with opened(project, read_only=True) as there:
        wanted = [there.read(documents.named, name) for name in names] or there.read(documents.rows)
        who = {there.read(people.coder_named, name).uid for name in coders} or None
        folder.mkdir(parents=True, exist_ok=True)
        for document in wanted:
            marks = there.read(marked_pdfs.marks, document, language, who)
            content = there.read(pictures.pdf_of, document)
            path = folder / marked_pdfs.file_name(document.title)
            marked_pdfs.write(content, document.title, marks, path, Bar(document.title))
            written.append({"file": str(path), "highlights": len(marks)})
    show(written, as_json=as_json, line=lambda row: f"{row['highlights']:>6}  {row['file']}")


COMMANDS = (pdfs,)
