"""Export from the command line."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode_app.cli.common import EXISTING_FILE, FILE, Bar, as_json, language, opened, show_one
from qualcode_app.domain.errors import CannotWrite
from qualcode_app.formats.csv_table import CsvExporter, CsvStyle
from qualcode_app.formats.exporter import Exporter
from qualcode_app.formats.xlsx import XlsxExporter
from qualcode_app.services.agreement.reliability import Scope
from qualcode_app.services.exporting import exports
from qualcode_app.services.exporting.exports import Wish


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("target", type=FILE)
@click.option("--exact", is_flag=True, help="In csv, write formula-like text as it is.")
@click.option("--international", is_flag=True, help="In csv, commas and decimal points.")
@click.option("--level", default=2, show_default=True, help="Level of the agreement table.")
@click.option("--all-read", is_flag=True, help="Count every document as read in agreement.")
@language
@as_json
def export(
    project: Path,
    target: Path,
    exact: bool,
    international: bool,
    level: int,
    all_read: bool,
    language: str,
    as_json: bool,
) -> None:
    """Write coded segments and agreement of PROJECT to TARGET (.xlsx, or .csv for segments)."""
    exporters: dict[str, Exporter] = {
        ".xlsx": XlsxExporter(),
        ".csv": CsvExporter(CsvStyle(dutch=not international, exact=exact)),
    }
    exporter = exporters.get(target.suffix.lower())
    if exporter is None:
        raise CannotWrite(
            "{name} must end in .xlsx or .csv, so that its format is clear.", name=target.name
        )
    with opened(project, read_only=True) as there:
        found = there.read(
            exports.snapshot, Wish(there.title, language, Scope(level=level, all_read=all_read))
        )
    exporter.write(found, target, Bar("Writing"))
    n_rows = len(next(iter(found.tables.values())).rows)
    show_one(
        {"file": str(target), "segments": n_rows, "sheets": list(found.tables)},
        as_json=as_json,
        said=f"Wrote {n_rows} coded segments to {target}.",
    )


COMMANDS = (export,)
