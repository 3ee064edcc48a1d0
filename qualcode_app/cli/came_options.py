"""Options that ask with which file or batch, and when, something came or was made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import click

from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.services.coding.came import Came
from qualcode_app.services.store.project import Project
from qualcode_app.services.teams import arrivals

Command = Callable[..., None]
DAY = click.DateTime(["%Y-%m-%d"])


def came_options(command: Command) -> Command:
    """Give a command the options `came_with`, `batch`, `since` and `until`."""
    for option in (
        click.option("--until", type=DAY, help="Only up to and on this day."),
        click.option("--since", type=DAY, help="Only from this day on."),
        click.option("--batch", help="Only what came with this batch, by its identity."),
        click.option("--came-with", help="Only what came with this file, by its name."),
    ):
        command = option(command)
    return command


def came(
    there: Project,
    came_with: str | None,
    batch: str | None,
    since: datetime | None,
    until: datetime | None,
) -> Came:
    """Return what the options ask.

    Raises:
        UnknownRecord: No such file or batch came in.
    """
    uid, replicas = batch or "", frozenset[str]()
    known = there.read(arrivals.origins)
    if came_with is not None:
        name = came_with.casefold()
        found = [one for one in known if one.name.casefold() == name]
        if not found:
            raise UnknownRecord(
                "No file {name} came in. See `qualcode batches` for what did.", name=came_with
            )
        uid, replicas = found[0].batch.uid, found[0].replica_uids
    elif batch is not None and batch not in {one.batch.uid for one in known}:
        raise UnknownRecord(
            "There is no batch {uid}. See `qualcode batches` for those there are.", uid=batch
        )
    return Came(
        uid,
        replicas,
        since.astimezone() if since else None,
        (until + timedelta(days=1)).astimezone() if until else None,
    )
