"""Commands that bring codebooks in from files and out to them."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode_app.cli.common import EXISTING_FILE, FILE, as_json, language, opened, show_one
from qualcode_app.services.exchange import (
    codebook_back,
    codebook_files,
    codebook_update,
    codebooks,
)
from qualcode_app.services.exchange.codebook_update import UpdatePlan
from qualcode_app.services.store import journal

coder = click.option("--coder", help="Name or initials of who does this.")


@click.command(name="export")
@click.argument("project", type=EXISTING_FILE)
@click.argument("file", type=FILE)
@click.option("--book", help="Key of the codebook; without it the largest one.")
@language
@as_json
def export_codebook(
    project: Path, file: Path, book: str | None, language: str, as_json: bool
) -> None:
    """Write a codebook of PROJECT to FILE: .json .qdc .csv .xlsx .docx .html."""
    with opened(project, read_only=True) as there:
        row = there.read(codebooks.book_keyed, book)
        lost = codebook_files.write(there.read(codebook_back.of, row.uid), file, language)
    told = [str(one) for one in lost]
    facts = {"codes": row.n_codes, "file": str(file), "book": row.key, "lost": told}
    said = "\n".join([f"{row.n_codes} codes written to {file}.", *told])
    show_one(facts, as_json=as_json, said=said)


@click.command(name="import")
@click.argument("project", type=EXISTING_FILE)
@click.argument("file", type=EXISTING_FILE)
@click.option("--plan", "only_plan", is_flag=True, help="Show what would arrive; change nothing.")
@click.option("--take", multiple=True, help="Also this code, where the plan leaves it as it is.")
@click.option("--leave", multiple=True, help="Not this code.")
@coder
@as_json
def import_codebook(
    project: Path,
    file: Path,
    only_plan: bool,
    take: tuple[str, ...],
    leave: tuple[str, ...],
    coder: str | None,
    as_json: bool,
) -> None:
    """Take the codebook in FILE into PROJECT as a batch that can be withdrawn.

    Of a codebook that is here already the changes are taken over, save those of codes that were
    changed here too: they stay unless --take names them.
    """
    arrived = codebook_files.read(file)
    with opened(project, coder=coder, read_only=only_plan) as there:
        plan = there.read(codebooks.plan, arrived)
        if plan.is_known:
            update = there.read(codebook_update.plan, arrived)
            keys = (update.default_keys | set(take)) - set(leave)
            if not only_plan:
                there.write(codebook_update.carry_out, arrived, keys, file.name)
            _tell_update(update, keys, only_plan=only_plan, as_json=as_json)
            return
        batch = journal.new_uid()
        if not only_plan:
            there.write(codebooks.take_in, arrived, batch)
    facts = {
        "codes": len(arrived.book.codes),
        "findings": [
            {"line": one.line, "said": str(one.said), "lost": one.is_loss}
            for one in arrived.findings
        ],
        "clashes": list(plan.clashes),
        "known": plan.is_known,
        "batch": None if only_plan else batch,
    }
    act = "would arrive" if only_plan else f"taken in as batch {batch}"
    lines = [f"{len(arrived.book.codes)} codes {act}."]
    lines += [f"line {one}" for one in arrived.findings]
    lines += [f"{one.key} {one.label_nl}: here as {one.here_key}" for one in plan.clashes]
    show_one(facts, as_json=as_json, said="\n".join(lines))


def _tell_update(
    update: UpdatePlan, keys: frozenset[str], *, only_plan: bool, as_json: bool
) -> None:
    done = "would change" if only_plan else "changed"
    lines = [
        f"{one.key}  {one.effect}  {'taken over' if one.key in keys else 'stays'}"
        for one in update.updates
    ]
    n_done = sum(one.key in keys for one in update.updates)
    said = "\n".join([f"{n_done} codes {done}.", *lines])
    facts = {"updates": list(update.updates), "taken": sorted(keys)}
    show_one(facts, as_json=as_json, said=said)


COMMANDS = (export_codebook, import_codebook)
