"""Opening a project file: pragmas, transactions, the check of a schema from outside."""

from __future__ import annotations

import sqlite3
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import NullPool, Pool, QueuePool, StaticPool
from sqlalchemy.util import LRUCache

APPLICATION_ID = 0x51436F64  # "QCod"
PAGE_SIZE = 4096
BUSY_TIMEOUT_MS = 2000

Link = TypeVar("Link", bound=sqlite3.Connection)


# Compiling statements anew for each file that is opened was a fifth of opening it.
_STATEMENTS: LRUCache[Any, Any] = LRUCache(500)


@cache
def _ground() -> Engine:
    """Return an engine on no file, whose dialect knows what this SQLite can do."""
    engine = create_engine("sqlite://")
    with engine.connect():
        return engine


def connect(path: Path, *, read_only: bool = False, alone: bool = False) -> Engine:
    """Return an engine for a project file, with every pragma a project needs.

    Transactions begin at once (`BEGIN IMMEDIATE`) where writing is allowed, so that a second
    writer waits at the start of an act and never in the middle of it.

    Args:
        path: The file.
        read_only: Nothing is written then.
        alone: There is one connection, which one act at a time has.
    """
    size: dict[str, Any] = {}
    if not read_only:
        size = {"use_lifo": True}  # who wrote last need not read again what it wrote
    if alone:
        size = {"pool_size": 1, "max_overflow": 0, "timeout": BUSY_TIMEOUT_MS / 1000}
    kind = NullPool if read_only else QueuePool
    opened: Any = partial(link, path, sqlite3.Connection, read_only=read_only)
    engine = _engine(kind(opened, dialect=_ground().dialect, **size))

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        options = connection.get_execution_options()
        wants_write = options.get("qualcode_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if wants_write else "BEGIN")

    @event.listens_for(engine, "checkin")
    def _checkin(link: sqlite3.Connection | None, _record: Any) -> None:
        if link is not None and link.in_transaction:
            link.rollback()  # a commit that was refused leaves its transaction open

    return engine


def looking(link: sqlite3.Connection) -> Engine:
    """Return an engine on one connection, each statement of which is a transaction of its own."""

    def lend() -> Any:
        return link

    return _engine(StaticPool(lend, dialect=_ground().dialect))


def link(path: Path, factory: type[Link], *, read_only: bool) -> Link:
    """Open a bare connection with every pragma a project needs."""
    opened = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={'ro' if read_only else 'rw'}",
        uri=True,
        check_same_thread=False,
        isolation_level=None,
        factory=factory,
    )
    for pragma in _pragmas(read_only):
        opened.execute(f"PRAGMA {pragma}")
    return opened


def _engine(pool: Pool) -> Engine:
    ground = _ground()
    return Engine(
        pool, ground.dialect, ground.url, execution_options={"compiled_cache": _STATEMENTS}
    )


def _pragmas(read_only: bool) -> tuple[str, ...]:
    common = (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "foreign_keys=ON",
        "trusted_schema=OFF",
        "cache_size=-8192",
    )
    if read_only:
        return common
    # Never WAL: a file mailed without its -wal lacks everything since the last checkpoint.
    return (f"page_size={PAGE_SIZE}", *common, "journal_mode=DELETE", "synchronous=FULL")


def header(path: Path) -> tuple[int, int]:
    """Return `application_id` and `user_version` as the file's first 100 bytes say.

    Raises:
        OSError: The file cannot be read.
        ValueError: The file is no SQLite database.
    """
    with path.open("rb") as file:
        start = file.read(100)
    if len(start) < 100 or not start.startswith(b"SQLite format 3\x00"):
        raise ValueError("no SQLite database")
    return int.from_bytes(start[68:72], "big"), int.from_bytes(start[60:64], "big")


def schema(link: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """Return every table, index, trigger and view of a file with the statement that made it."""
    rows = link.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    return {(kind, name): " ".join((sql or "").split()) for kind, name, sql in rows}
