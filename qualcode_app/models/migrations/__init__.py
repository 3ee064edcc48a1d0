"""Numbered steps from one file format to the next; version 1 is written down as SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from importlib import resources

from qualcode_app.models.engine import APPLICATION_ID

Step = Callable[[sqlite3.Connection], None]

# The step to version n is filed under n. A step that has been released is never edited.
STEPS: Mapping[int, Step] = {}
CURRENT = 1


def create(link: sqlite3.Connection) -> None:
    """Make the tables of the current version in an empty file."""
    link.execute(f"PRAGMA application_id={APPLICATION_ID}")
    statements = resources.files(__package__).joinpath("version_1.sql").read_text("utf-8")
    link.executescript(f"BEGIN; {statements} COMMIT;")
    link.execute("PRAGMA user_version=1")
    upgrade(link, 1)


def upgrade(link: sqlite3.Connection, version: int) -> None:
    """Bring a file of an older version to the current one, each step in one transaction."""
    for number in range(version + 1, CURRENT + 1):
        link.execute("BEGIN IMMEDIATE")
        with ExitStack() as undone:
            undone.callback(link.execute, "ROLLBACK")
            STEPS[number](link)
            link.execute(f"PRAGMA user_version={number}")
            undone.pop_all()
        link.execute("COMMIT")
