"""Commands that list, import and export codings."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode_app.cli.common import (
    EXISTING_FILE,
    as_json,
    opened,
    plain,
    shortened,
    show,
)
from qualcode_app.cli.csv_out import Wish, csv_command, put
from qualcode_app.services.coding import coding_rows, facets
from qualcode_app.services.exporting import segment_tables


@click.group()
def codings() -> None:
    """List, import and export codings."""


@codings.command(name="list")
@click.argument("project", type=EXISTING_FILE)
@click.option("--document", help="Only this document.")
@click.option("--coder", help="Only this coder.")
@as_json
def list_codings(project: Path, document: str | None, coder: str | None, as_json: bool) -> None:
    """List the codings of PROJECT."""
    from qualcode_app.services.documents import documents  # noqa: PLC0415
    from qualcode_app.services.store import people  # noqa: PLC0415

    with opened(project, read_only=True) as there:
        revision = there.read(documents.named, document).revision_uid if document else None
        coders = [there.read(people.coder_named, coder).uid] if coder else None
        rows = there.read(coding_rows.rows, revision_uid=revision, coder_uids=coders)
        told = there.read(facets.told, [row.values for row in rows]) if as_json else []
    if as_json:
        listed = [{**plain(row), "facets": each} for row, each in zip(rows, told, strict=True)]
        for row in listed:
            del row["values"]
        show(listed, as_json=True, line=str)
        return
    show(
        rows,
        as_json=as_json,
        line=lambda row: "\t".join(
            (row.page_label, row.code_key, row.coder_initials, shortened(row.quote))
        ),
        empty="No codings yet.",
    )


@codings.command(name="export")
@csv_command
def export_codings(wish: Wish) -> None:
    """Write the coded segments of PROJECT as csv to TARGET, or print them."""
    with opened(wish.project, read_only=True) as there:
        put(wish, "segments", there.read(segment_tables.table, wish.language), "coded segments")


COMMANDS = (codings,)
