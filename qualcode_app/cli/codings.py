"""Commands that make, list, import and export codings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from qualcode_app.cli.common import (
    EXISTING_FILE,
    as_json,
    opened,
    plain,
    show,
    show_one,
)
from qualcode_app.cli.csv_out import Wish, csv_command, put
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.formats import csv_reader
from qualcode_app.services.coding import coding_import, coding_rows, facets
from qualcode_app.services.coding import codings as acts
from qualcode_app.services.coding.coding_import import Line, Placed
from qualcode_app.services.exporting import exports


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("document")
@click.argument("key")
@click.option("--coder", required=True, help="Name or initials of the coder.")
@click.option("--quote", help="The words to code, as they read.")
@click.option("--occurrence", default=1, show_default=True, help="Which time the quote occurs.")
@click.option("--start", type=int, help="First character, instead of a quote.")
@click.option("--end", type=int, help="First character after the passage.")
@click.option("--memo", default="", help="A note on the coding.")
@click.option(
    "--facet",
    "said",
    multiple=True,
    metavar="FACET=VALUE",
    help="A facet's option, number or text, such as role=measure; may be repeated.",
)
@as_json
def code(
    project: Path,
    document: str,
    key: str,
    coder: str,
    quote: str | None,
    occurrence: int,
    start: int | None,
    end: int | None,
    memo: str,
    said: tuple[str, ...],
    as_json: bool,
) -> None:
    """Put the code KEY on a passage of DOCUMENT in PROJECT."""
    if quote is None and (start is None or end is None):
        raise click.UsageError("Say where: --quote, or --start and --end.")
    line: dict[str, str] = {"document": document, "coder": coder, "code": key, "memo": memo}
    line |= {"quote": quote, "occurrence": str(occurrence)} if quote is not None else {}
    line |= {"start": str(start), "end": str(end)} if quote is None else {}
    with opened(project, coder=coder) as there:
        placed = there.read(coding_import.place, [line])
        if placed.bad:
            raise placed.bad[0].error
        (new,) = placed.new
        if said:
            values = there.read(facets.parsed, new.code_uid, _pairs(said))
            new = replace(new, values=values)
        there.write(acts.add, new)
        made = there.read(coding_rows.get, new.uid)
        (told,) = there.read(facets.told, [made.values])
    show_one(
        {
            "uid": made.uid,
            "code": made.code_key,
            "page": made.page_label,
            "quote": made.quote,
            "facets": told,
        },
        as_json=as_json,
        said=f"{made.code_key} on page {made.page_label}: {_short(made.quote)}",
    )


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
            (row.page_label, row.code_key, row.coder_initials, _short(row.quote))
        ),
        empty="No codings yet.",
    )


@codings.command(name="import")
@click.argument("project", type=EXISTING_FILE)
@click.argument("table", type=EXISTING_FILE)
@click.option("--skip-bad", is_flag=True, help="Import the sound lines and list the others.")
@as_json
def import_codings(project: Path, table: Path, skip_bad: bool, as_json: bool) -> None:
    """Import codings from the csv TABLE into PROJECT, as one batch.

    Columns: document, coder, code, and quote (with occurrence) or start and end; memo if wanted.
    Without --skip-bad one line that cannot be placed stops the import and nothing is changed.
    """
    lines: list[dict[str, str]] = csv_reader.read(table)
    coding_import.check_columns(list(lines[0]) if lines else [], table.name)
    with opened(project) as there:
        placed: Placed = there.read(coding_import.place, _as_lines(lines))
        for bad in placed.bad:
            click.echo(f"{table.name}, line {bad.number}: {bad.error}", err=True)
        if placed.bad and not skip_bad:
            raise RefusedChange(
                "{n} of {total} lines could not be placed; nothing was imported. Mend them, or "
                "leave them out with --skip-bad.",
                n=len(placed.bad),
                total=len(lines),
            )
        changes = there.write(coding_import.add, placed, label=table.name)
    n_new = len(changes[Kind.CODING].added)
    show_one(
        {"imported": n_new, "there_already": len(placed.new) - n_new, "bad": len(placed.bad)},
        as_json=as_json,
        said=f"{n_new} codings imported, {len(placed.new) - n_new} were there already.",
    )


def _as_lines(lines: list[dict[str, str]]) -> list[Line]:
    return list(lines)


@codings.command(name="export")
@csv_command
def export_codings(wish: Wish) -> None:
    """Write the coded segments of PROJECT as csv to TARGET, or print them."""
    with opened(wish.project, read_only=True) as there:
        put(wish, "segments", there.read(exports.segments, wish.language), "coded segments")


def _pairs(said: tuple[str, ...]) -> list[tuple[str, str]]:
    pairs = [one.partition("=") for one in said]
    if wrong := [key for key, sign, value in pairs if not sign or not value]:
        raise click.UsageError(f"--facet {wrong[0]}: write it as FACET=VALUE, as in role=measure.")
    return [(key.strip(), value.strip()) for key, _, value in pairs]


def _short(quote: str, width: int = 70) -> str:
    said = " ".join(quote.split())
    return said if len(said) <= width else f"{said[: width - 1]}…"


COMMANDS = (code, codings)
