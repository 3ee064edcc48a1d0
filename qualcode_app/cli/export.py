"""Export from the command line: tables, the report, and an archive."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from qualcode_app.cli.common import EXISTING_FILE, FILE, Bar, as_json, language, opened, show_one
from qualcode_app.domain.progress import Part
from qualcode_app.domain.report import Heading
from qualcode_app.domain.snapshot import Snapshot
from qualcode_app.formats import table_files
from qualcode_app.formats.csv_table import CsvStyle
from qualcode_app.services.agreement.reliability import Scope
from qualcode_app.services.documents import documents
from qualcode_app.services.exporting import archive, exports, marked_pdfs, report_files
from qualcode_app.services.exporting.exports import Wish
from qualcode_app.services.exporting.report import Wanted
from qualcode_app.services.store.project import Project


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("target", type=FILE)
@click.option(
    "--table",
    "key",
    type=click.Choice(exports.KEYS),
    help="Only this table; a csv holds one, the segments without this.",
)
@click.option("--exact", is_flag=True, help="In csv, write formula-like text as it is.")
@click.option("--international", is_flag=True, help="In csv, commas and decimal points.")
@click.option("--level", default=2, show_default=True, help="Level of the agreement table.")
@click.option("--all-read", is_flag=True, help="Count every document as read in agreement.")
@click.option(
    "--pdfs", "with_pdfs", is_flag=True, help="Marked PDFs beside it, linked page by page."
)
@language
@as_json
def export(
    project: Path,
    target: Path,
    key: str | None,
    exact: bool,
    international: bool,
    level: int,
    all_read: bool,
    with_pdfs: bool,
    language: str,
    as_json: bool,
) -> None:
    """Write the tables of PROJECT to TARGET: all to .xlsx or .ods, one to .csv."""
    exporter = table_files.exporter(target, CsvStyle(dutch=not international, exact=exact))
    bar = Bar("Exporting")
    if key is None and target.suffix.lower() not in table_files.WORKBOOKS:
        key = exports.KEYS[0]
    folder = marked_pdfs.folder_beside(target) if with_pdfs else None
    wish = Wish(
        language,
        Scope(level=level, all_read=all_read),
        folder.name if folder is not None else "",
        Part(bar, 0, 3),
    )
    with opened(project, read_only=True) as there:
        found = there.still(partial(_read, key, wish, folder, bar))
    exporter.write(found, target, Part(bar, 2, 3))
    n_rows = len(next(iter(found.tables.values())).rows)
    what = "coded segments" if key in {None, exports.KEYS[0]} else "rows"
    show_one(
        {"file": str(target), "rows": n_rows, "sheets": list(found.tables)},
        as_json=as_json,
        said=f"Wrote {n_rows} {what} to {target}.",
    )


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("target", type=FILE)
@click.option("--theme", "themes", multiple=True, help="Only the chapter of this family; repeat.")
@click.option(
    "--quotes",
    type=click.IntRange(0, 50),
    default=3,
    show_default=True,
    help="Quotations below each code.",
)
@language
@as_json
def report(
    project: Path, target: Path, themes: tuple[str, ...], quotes: int, language: str, as_json: bool
) -> None:
    """Write the report of PROJECT to TARGET (.docx or .html): a chapter per theme."""
    wanted = Wanted(language, themes, quotes, progress=Bar("Writing"))
    with opened(project, read_only=True) as there:
        made = there.still(lambda view: report_files.write(view, target, wanted))
    n_chapters = sum(isinstance(block, Heading) and block.level == 1 for block in made.blocks)
    facts = {
        "file": str(target),
        "chapters": n_chapters,
        "quotations": report_files.n_quotes(made),
    }
    said = f"Wrote {n_chapters} chapters with {facts['quotations']} quotations to {target}."
    show_one(facts, as_json=as_json, said=said)


@click.command(name="archive")
@click.argument("project", type=EXISTING_FILE)
@click.argument("target", type=FILE)
@language
@as_json
def archive_(project: Path, target: Path, language: str, as_json: bool) -> None:
    """Write PROJECT to TARGET without names of coders, PDFs and history.

    Who is who is printed here and stands nowhere in the file. Read notes before you share it: a
    name that is no coder's stays.
    """
    with opened(project, read_only=True) as there:
        bar = Bar("Archiving")
        made = there.still(lambda view: archive.write(view, target, language, bar))
    facts = {"file": str(target), "coders": made.coders, "names_in_notes": made.n_replaced}
    who = "\n".join(f"{said}\t{name}" for name, said in sorted(made.coders.items()))
    show_one(facts, as_json=as_json, said=f"Wrote {target}.\n{who}")


def _read(key: str | None, wish: Wish, folder: Path | None, bar: Bar, view: Project) -> Snapshot:
    """Read what is exported, and write the PDFs that go with it."""
    found = (
        exports.snapshot(view, wish)
        if key is None
        else Snapshot({key: exports.table(view, key, wish)})
    )
    if folder is not None:
        chosen = view.read(documents.rows)
        marked_pdfs.write_all(view, folder, chosen, wish.language, Part(bar, 1, 3))
    return found


COMMANDS = (export, report, archive_)
