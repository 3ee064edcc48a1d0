"""The quotation check from the command line."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode_app.cli.common import EXISTING_FILE, Bar, as_json, opened, show
from qualcode_app.formats import draft_text
from qualcode_app.services.cases import outside
from qualcode_app.services.cases.corpus import corpus
from qualcode_app.services.documents import quotations
from qualcode_app.services.documents.quotations import Checked

VERDICTS = {
    quotations.LITERAL: "literal in",
    quotations.OTHER_PAGE: "literal, but on another page, in",
    quotations.ELSEWHERE: "not in the document named, but in",
    quotations.DIFFERS: "differs from",
    quotations.NOWHERE: "found nowhere",
}


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("file", type=EXISTING_FILE)
@click.option("--wrong", is_flag=True, help="Only quotations that are not literal.")
@as_json
def quotes(project: Path, file: Path, wrong: bool, as_json: bool) -> None:
    """Check every quotation in FILE (text or .docx) against the documents of PROJECT."""
    draft = draft_text.read(file)
    with opened(project, read_only=True) as there:
        found = there.read(quotations.check, draft, Bar("Checking"))
        left_out = outside.mentioned(there.read(corpus), draft)
    if wrong:
        found = [one for one in found if one.verdict != quotations.LITERAL]
    show(found, as_json=as_json, line=_line, empty="Nothing to report.")
    if left_out and not as_json:
        names = ", ".join(one.case.name for one in left_out)
        click.echo(f"Named, but not in the corpus: {names}.")


def _line(one: Checked) -> str:
    said = " ".join(one.quotation.text.split())
    where = f" {one.document_title}, p. {one.page_label}" if one.document_title else ""
    nearest = f"\n  nearest: {one.nearest}" if one.nearest else ""
    return f"“{said}”\n  {VERDICTS[one.verdict]}{where}{nearest}"


COMMANDS = (quotes,)
