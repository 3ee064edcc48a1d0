"""Merging from the command line."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode_app.cli.common import EXISTING_FILE, Bar, as_json, opened, plain, show, show_one
from qualcode_app.services.merging import batches, merging
from qualcode_app.services.merging.merge_plan import OURS, Effect, MergePlan, Version


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("files", type=EXISTING_FILE, nargs=-1, required=True)
@click.option("--plan", "only_plan", is_flag=True, help="Show what would happen; change nothing.")
@click.option(
    "--clashes",
    type=click.Choice(["ours", "theirs"]),
    help="Which version stays where two people changed one thing.",
)
@as_json
def merge(
    project: Path, files: tuple[Path, ...], only_plan: bool, clashes: str | None, as_json: bool
) -> None:
    """Merge the coders' FILES into PROJECT, after a backup, as a batch that can be withdrawn."""
    with opened(project) as there:
        plan = merging.prepare(there, files)
        if not only_plan:
            choices = {one.key: _choice(one.versions, clashes) for one in plan.clashes if clashes}
            merging.carry_out(there, plan, choices, Bar("Merging"))
    facts = {"merged": not only_plan, "files": [_facts(plan, i) for i in range(len(files))]}
    lines = [
        f"{file.path.name}: "
        + ", ".join(f"{file.count(effect)} {effect.value}" for effect in Effect)
        + "".join(f"; {name} {n}" for name, n in sorted(file.coders.items()))
        for file in plan.files
    ]
    show_one(facts, as_json=as_json, said="\n".join(lines))


def _choice(versions: tuple[Version, ...], clashes: str) -> int:
    numbers = [version.file for version in versions]
    if clashes == "ours" and OURS in numbers:
        return OURS
    return next((number for number in numbers if number != OURS), OURS)


def _facts(plan: MergePlan, index: int) -> dict[str, object]:
    file = plan.files[index]
    return {
        "file": str(file.path),
        **{effect.value: file.count(effect) for effect in Effect},
        "codings_by_coder": plain(dict(file.coders)),
    }


@click.command(name="batches")
@click.argument("project", type=EXISTING_FILE)
@click.option("--withdraw", "uid", help="Put back what stood there before this batch.")
@as_json
def list_batches(project: Path, uid: str | None, as_json: bool) -> None:
    """List what came into PROJECT together, or withdraw one batch."""
    if uid is not None:
        with opened(project) as there:
            there.write(batches.withdraw, uid)
    with opened(project, read_only=True) as there:
        rows = there.read(batches.facts)
    show(
        rows,
        as_json=as_json,
        line=lambda row: (
            f"{row.uid}  {row.made_at:%Y-%m-%d %H:%M}  {row.kind}  {row.n_rows} rows  {row.label}"
            + ("  withdrawn" if row.withdrawn_at else "")
        ),
        empty="Nothing was merged yet.",
    )


COMMANDS = (merge, list_batches)
