"""The report on the quality of texts from the command line."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode_app.cli.common import EXISTING_FILE, Bar, as_json, opened, show
from qualcode_app.services.documents import documents
from qualcode_app.services.documents import quality as reports
from qualcode_app.services.documents.quality import Quality


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.option("--document", help="Only this document.")
@as_json
def quality(project: Path, document: str | None, as_json: bool) -> None:
    """Report on the text of the documents of PROJECT: empty pages, odd characters, columns."""
    with opened(project, read_only=True) as there:
        uid = there.read(documents.named, document).uid if document else None
        found = there.read(reports.report, uid, Bar("Reading"))
    show(found, as_json=as_json, line=_lines, empty="No documents yet.")


def _lines(one: Quality) -> str:
    facts = [
        f"{one.n_pages} pages, {one.n_words} words, text from {one.text_source}",
        f"suspicious characters: {one.suspicious_share:.2%}",
        f"lines with a broken word: {one.hyphenated_share:.1%}",
    ]
    facts += [
        f"{name}: {', '.join(pages)}"
        for name, pages in (
            ("without text", one.without_text),
            ("unreadable", one.unreadable),
            ("in columns", one.in_columns),
            ("turned", one.turned),
        )
        if pages
    ]
    return "\n  ".join([one.title, *facts])


COMMANDS = (quality,)
