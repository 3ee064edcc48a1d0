"""Commands that list, import and export codings."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from qualcode_app.cli import came_options
from qualcode_app.cli.common import (
    EXISTING_FILE,
    as_json,
    opened,
    plain,
    shortened,
    show,
)
from qualcode_app.cli.csv_out import Wish, csv_command, put
from qualcode_app.domain.changes import Kind
from qualcode_app.services.coding import came, coding_rows, facets
from qualcode_app.services.exporting import segment_tables
from qualcode_app.services.teams import arrivals
from qualcode_app.services.teams.arrivals import Origin


@click.group()
def codings() -> None:
    """List, import and export codings."""


@codings.command(name="list")
@click.argument("project", type=EXISTING_FILE)
@click.option("--document", help="Only this document.")
@click.option("--coder", help="Only this coder.")
@came_options.came_options
@as_json
def list_codings(
    project: Path,
    document: str | None,
    coder: str | None,
    came_with: str | None,
    batch: str | None,
    since: datetime | None,
    until: datetime | None,
    as_json: bool,
) -> None:
    """List the codings of PROJECT."""
    from qualcode_app.services.documents import documents  # noqa: PLC0415
    from qualcode_app.services.store import people  # noqa: PLC0415

    with opened(project, read_only=True) as there:
        revision = there.read(documents.named, document).revision_uid if document else None
        coders = [there.read(people.coder_named, coder).uid] if coder else None
        asked = came_options.came(there, came_with, batch, since, until)
        uids = there.read(came.uids, asked) if asked.is_on else None
        rows = there.read(coding_rows.rows, revision_uid=revision, coder_uids=coders, uids=uids)
        origins = there.read(arrivals.origins_of, Kind.CODING) if as_json else {}
        told = there.read(facets.told, [row.values for row in rows]) if as_json else []
    if as_json:
        listed = [
            {**plain(row), "facets": each, "came_with": _came_with(origins.get(row.uid))}
            for row, each in zip(rows, told, strict=True)
        ]
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


def _came_with(origin: Origin | None) -> dict[str, str] | None:
    """Return the file and batch of a coding; None for one that was made here."""
    if origin is None:
        return None
    moment = origin.batch.made_at.isoformat()
    return {"file": origin.name, "batch": origin.batch.uid, "at": moment}


@codings.command(name="export")
@csv_command
def export_codings(wish: Wish) -> None:
    """Write the coded segments of PROJECT as csv to TARGET, or print them."""
    with opened(wish.project, read_only=True) as there:
        put(wish, "segments", there.read(segment_tables.table, wish.language), "coded segments")


COMMANDS = (codings,)
