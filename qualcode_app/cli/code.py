"""The command that codes one passage or area."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from qualcode_app.cli.common import EXISTING_FILE, as_json, opened, plain, shortened, show_one
from qualcode_app.domain.anchors import PageArea
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import area_codings, coding_import, coding_rows, codings, facets
from qualcode_app.services.coding.area_codings import NewAreaCoding
from qualcode_app.services.coding.coding_import import Line
from qualcode_app.services.documents import documents
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("document")
@click.argument("key")
@click.option("--coder", required=True, help="Name or initials of the coder.")
@click.option("--quote", help="The words to code, as they read.")
@click.option("--occurrence", default=1, show_default=True, help="Which time the quote occurs.")
@click.option("--start", type=int, help="First character, instead of a quote.")
@click.option("--end", type=int, help="First character after the passage.")
@click.option(
    "--area",
    type=(int, float, float, float, float),
    metavar="SHEET X0 Y0 X1 Y1",
    help="A rectangle of a page instead, in points from its top left corner.",
)
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
    area: tuple[int, float, float, float, float] | None,
    memo: str,
    said: tuple[str, ...],
    as_json: bool,
) -> None:
    """Put the code KEY on a passage, or an area of a page, of DOCUMENT in PROJECT."""
    is_range = start is not None and end is not None
    if sum((quote is not None, is_range, area is not None)) != 1:
        raise RefusedChange(
            "Nothing says where the code goes, or two things do. Give --quote, or --start and "
            "--end, or --area."
        )
    where: dict[str, object] = {"quote": quote, "occurrence": occurrence}
    if quote is None:
        where = {"start": start, "end": end}
    line = {"document": document, "coder": coder, "code": key, "memo": memo}
    line |= {name: str(value) for name, value in where.items() if value is not None}
    with opened(project, coder=coder) as there:
        if area is not None:
            uid = _code_area(there, line, PageArea(*area), said)
        else:
            uid = _code_text(there, line, said)
        made = there.read(coding_rows.get, uid)
        (told,) = there.read(facets.told, [made.values])
    place = "an area" if made.area else shortened(made.quote)
    show_one(
        {
            "uid": made.uid,
            "code": made.code_key,
            "page": made.page_label,
            "quote": made.quote,
            "area": plain(made.area) if made.area else None,
            "facets": told,
        },
        as_json=as_json,
        said=f"{made.code_key} on page {made.page_label}: {place}",
    )


def _code_text(there: Project, line: Line, said: tuple[str, ...]) -> str:
    placed = there.read(coding_import.place, [line])
    if placed.bad:
        raise placed.bad[0].error
    (new,) = placed.new
    if said:
        new = replace(new, values=there.read(facets.parsed, new.code_uid, _pairs(said)))
    there.write(codings.add, new)
    return new.uid


def _code_area(there: Project, line: Line, area: PageArea, said: tuple[str, ...]) -> str:
    code_uid = there.read(codebook.code_keyed, line["code"]).uid
    new = NewAreaCoding(
        there.read(documents.named, line["document"]).revision_uid,
        there.read(people.present_round),
        there.read(people.coder_named, line["coder"]).uid,
        code_uid,
        area,
        values=there.read(facets.parsed, code_uid, _pairs(said)) if said else None,
    )
    there.write(area_codings.add, new)
    if line["memo"]:
        there.write(codings.set_memo, new.uid, line["memo"])
    return new.uid


def _pairs(said: tuple[str, ...]) -> list[tuple[str, str]]:
    pairs = [one.partition("=") for one in said]
    if wrong := [key for key, sign, value in pairs if not sign or not value]:
        raise RefusedChange(
            "{said} gives no facet a value. Write FACET=VALUE, such as role=measure.",
            said=wrong[0],
        )
    return [(key.strip(), value.strip()) for key, _, value in pairs]


COMMANDS = (code,)
