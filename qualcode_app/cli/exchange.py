"""Projects of other programs, in and out."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode_app.cli.common import (
    EXISTING,
    EXISTING_FILE,
    FILE,
    Bar,
    as_json,
    language,
    opened,
    shortened,
    show_one,
)
from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.domain.offset_counting import Counting
from qualcode_app.domain.progress import Part
from qualcode_app.services.exchange import project_export, project_import
from qualcode_app.services.exchange.project_plan import ImportPlan, ImportWishes
from qualcode_app.services.store import journal

_COUNTINGS = {
    f"{unit}-crlf{crlf}": Counting(unit == "utf16", crlf)
    for unit in ("points", "utf16")
    for crlf in (1, 2)
}


@click.group()
def exchange() -> None:
    """Bring projects of other programs in, and write one as REFI-QDA (.qdpx)."""


@exchange.command(name="export")
@click.argument("project", type=EXISTING_FILE)
@click.argument("file", type=FILE)
@language
@as_json
def export_project(project: Path, file: Path, language: str, as_json: bool) -> None:
    """Write PROJECT to FILE as REFI-QDA and list what other programs will not see."""
    with opened(project, read_only=True) as there:
        bar = Bar("Writing")
        done = there.still(lambda view: project_export.write(view, file, language, bar))
    facts = {
        "file": str(file),
        "documents": done.n_documents,
        "codes": done.n_codes,
        "codings": done.n_codings,
        "lost": [str(one) for one in done.lost],
    }
    head = (
        f"{done.n_documents} documents, {done.n_codes} codes and {done.n_codings} codings "
        f"written to {file}. What other programs will not see:"
    )
    said = "\n".join([head, *(f"- {one}" for one in done.lost)])
    show_one(facts, as_json=as_json, said=said)


@exchange.command(name="import")
@click.argument("project", type=EXISTING_FILE)
@click.argument("file", type=EXISTING)
@click.option("--plan", "only_plan", is_flag=True, help="Show what would come in; change nothing.")
@click.option(
    "--file",
    "files",
    multiple=True,
    metavar="GUID=PATH",
    help="Where a source lies that is not in the file.",
)
@click.option(
    "--counting",
    type=click.Choice(sorted(_COUNTINGS)),
    help="How the other program counts in texts; without it told from the file.",
)
@click.option("--name", help="Which project, where the file holds several.")
@click.option("--coder", help="Name or initials of who does this.")
@language
@as_json
def import_project(
    project: Path,
    file: Path,
    only_plan: bool,
    files: tuple[str, ...],
    counting: str | None,
    name: str | None,
    coder: str | None,
    language: str,
    as_json: bool,
) -> None:
    """Bring the project in FILE into PROJECT as a batch that can be withdrawn.

    FILE is REFI-QDA (.qdpx, .qde), a folder of QualCoder (.qda) or a file of Taguette.
    """
    counted = _COUNTINGS[counting] if counting else None
    wishes = ImportWishes(_pointed(files), counted, language, name)
    batch = journal.new_uid()
    bar = Bar("Importing")
    with opened(project, coder=coder, read_only=only_plan) as there:
        plan = project_import.prepare(there, file, wishes, Part(bar, 0, 2))
        if not only_plan:
            project_import.carry_out(there, plan, batch, Part(bar, 1, 2))
    show_one(
        {**_facts(plan), "batch": None if only_plan or plan.adds_nothing else batch},
        as_json=as_json,
        said="\n".join(_lines(plan, "would come in" if only_plan else f"came in as batch {batch}")),
    )


def _pointed(files: tuple[str, ...]) -> dict[str, Path]:
    found = {}
    for one in files:
        guid, equals, path = one.partition("=")
        if not equals or not Path(path).is_file():
            raise UnknownRecord(
                "{said} names no file. Write the guid of the source, = and a path.", said=one
            )
        found[guid.strip("{} ").lower()] = Path(path)
    return found


def _facts(plan: ImportPlan) -> dict[str, object]:
    return {
        "title": plan.title,
        "origin": plan.origin,
        "counting": str(plan.counting),
        "counting_is_a_guess": plan.is_guess,
        "came_before": plan.came_before,
        "new": {kind.value: n for kind, n in plan.counts.items()},
        "already_here": plan.n_here,
        "double": plan.n_double,
        "placed_by_normalised_words": plan.n_normalised,
        "placed_by_nearness": plan.n_nearest,
        "sources": [
            {
                "guid": one.guid,
                "title": one.title,
                "kind": one.kind,
                "state": one.state,
                "codings": one.n_codings,
                "unplaced": one.n_unplaced,
                "why": None if one.said is None else str(one.said),
            }
            for one in plan.sources
        ],
        "unplaced": [
            {
                "document": one.document,
                "code": one.code,
                "coder": one.coder,
                "quote": one.quote,
                "why": str(one.said),
            }
            for one in plan.unplaced
        ],
        "findings": [str(one) for one in plan.findings],
        "quotes": [[one.document, one.code, one.quote] for one in plan.shown],
    }


def _lines(plan: ImportPlan, done: str) -> list[str]:
    counts = ", ".join(f"{n} {kind.value}" for kind, n in plan.counts.items())
    lines = [f"{plan.title} ({plan.origin or 'unknown program'}): {counts or 'nothing'} {done}."]
    guess = ", told from the texts" if plan.is_guess else ""
    lines.append(f"Offsets count {plan.counting}{guess}.")
    lines += [
        f"{one.title}: {one.state}, {one.n_codings} codings"
        + (f", {one.n_unplaced} without a place" if one.n_unplaced else "")
        + (f" ({one.guid}): {one.said}" if one.said else "")
        for one in plan.sources
    ]
    lines += [f"  {one.code}: {shortened(one.quote)}" for one in plan.shown]
    if plan.unplaced:
        lines.append(f"{len(plan.unplaced)} codings have no place:")
    lines += [
        f"  {one.document}, {one.code}: {shortened(one.quote)} {one.said}" for one in plan.unplaced
    ]
    return [*lines, *(str(one) for one in plan.findings)]


COMMANDS = (exchange,)
