"""Commands that list the backups of a project and bring one back."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from qualcode_app.cli.common import EXISTING_FILE, FILE, Bar, as_json, show, show_one
from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.services.merging import restoring
from qualcode_app.services.store import backups as store
from qualcode_app.services.store.backups import Backup
from qualcode_app.settings import Settings


@click.group(name="backups")
def backups() -> None:
    """List the backups of a project, see what differs, bring one back."""


@backups.command(name="list")
@click.argument("project", type=FILE)
@as_json
def list_backups(project: Path, as_json: bool) -> None:
    """List the backups of PROJECT, the newest first, with their numbers."""
    show(
        list(enumerate(_listed(project), start=1)) if not as_json else _listed(project),
        as_json=as_json,
        line=lambda row: (
            f"{row[0]:3d}  {row[1].made_at:%Y-%m-%d %H:%M}  before {row[1].before}  "
            f"{row[1].n_bytes / 1e6:.1f} MB"
        ),
        empty="There are no backups of this project yet.",
    )


@backups.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("number", type=int)
@as_json
def preview(project: Path, number: int, as_json: bool) -> None:
    """Tell what differs between PROJECT and its backup NUMBER, as `list` counts them."""
    found = restoring.preview(project, _numbered(project, number).path, Bar("Comparing"))
    if found.trouble is not None:
        show_one(
            {"readable": False, "trouble": str(found.trouble)},
            as_json=as_json,
            said=f"The present project cannot be read: {found.trouble}",
        )
        return
    show(
        found.differences,
        as_json=as_json,
        line=lambda one: (
            f"{one.kind.value}: {one.n_same} the same, {one.n_changed} changed, "
            f"{one.n_only_backup} only in the backup, {one.n_only_present} only in the project"
        ),
    )


@backups.command()
@click.argument("project", type=FILE)
@click.argument("number", type=int)
@click.option("--to", "target", type=FILE, help="The new file; otherwise one beside PROJECT.")
@as_json
def restore(project: Path, number: int, target: Path | None, as_json: bool) -> None:
    """Write backup NUMBER of PROJECT to a new file; PROJECT itself stays as it is."""
    chosen = _numbered(project, number)
    path = target or restoring.restored_path(project, chosen)
    restoring.restore(chosen.path, path)
    show_one(
        {"backup": asdict(chosen), "written": path},
        as_json=as_json,
        said=f"Wrote {path}. {project.name} is as it was.",
    )


def _listed(project: Path) -> list[Backup]:
    return store.listed(project, Settings.load().backups_in)


def _numbered(project: Path, number: int) -> Backup:
    found = _listed(project)
    if not 1 <= number <= len(found):
        raise UnknownRecord(
            "{name} has {n} backups, so there is no number {number}. See `qualcode backups list`.",
            name=project.name,
            n=len(found),
            number=number,
        )
    return found[number - 1]


COMMANDS = (backups,)
