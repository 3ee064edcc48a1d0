"""Written summaries by case and theme from the command line."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode_app.cli import analysis_options as options
from qualcode_app.cli.analysis_options import Wanted, choices
from qualcode_app.cli.common import EXISTING_FILE, as_json, opened, show_one
from qualcode_app.formats import whole_file
from qualcode_app.services.analysis import framework as cells
from qualcode_app.services.analysis import study
from qualcode_app.services.analysis.matrix import Choice
from qualcode_app.services.exporting import framework_tables
from qualcode_app.services.store import people

AS_TEXT = (".md", ".txt")


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.option("--level", default=1, show_default=True, help="Codes down to this level.")
@click.option("--family", help="Only the codes below this one, by key.")
@choices(within=True)
def framework(project: Path, level: int, family: str | None, wanted: Wanted) -> None:
    """Print the summaries of PROJECT by case and theme as CSV; an empty cell was not written.

    --out writes a workbook with the passages behind each cell, or with .md or .txt a text.
    """
    with opened(project, read_only=True) as there:
        read = wanted.study(there)
        chosen = Choice(
            level=level,
            family_uid=read.tree.keyed(family).uid if family else "",
            group_uid=options.group(read, wanted.group),
            wave_uid=options.wave(read, wanted.wave),
        )
        found = there.read(cells.table, read, chosen)
    if wanted.out is not None and wanted.out.suffix.lower() in AS_TEXT:
        whole_file.write_text(wanted.out, framework_tables.text(found, wanted.language))
        said = f"Wrote {found.n_written} summaries to {wanted.out}."
        facts = {"file": str(wanted.out), "summaries": found.n_written}
        show_one(facts, as_json=wanted.as_json, said=said)
    else:
        options.put(framework_tables.book(found, wanted.language), wanted)


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("case")
@click.argument("code")
@click.argument("text")
@click.option("--coder", required=True, help="Name of who writes.")
@as_json
def summarise(project: Path, case: str, code: str, text: str, coder: str, as_json: bool) -> None:
    """Write TEXT as what CASE, by any of its names, says on CODE; '' takes the summary away."""
    with opened(project, coder=coder) as there:
        read = there.read(study.read)
        found, node = cells.case_named(read, case), read.tree.keyed(code)
        who = there.read(people.coder_named, coder)
        there.write(cells.write, found.uid, node.uid, who.uid, text)
    facts = {"case": found.name, "code": node.key, "coder": who.name, "text": text.strip()}
    said = f"{found.name}, {node.key}: {text.strip() or 'nothing any more'}"
    show_one(facts, as_json=as_json, said=said)


COMMANDS = (framework, summarise)
