"""Long readings beside somebody who writes: nobody waits for them, and they see one state.

With a rollback journal no act reaches the disk while anybody reads. So a long reading holds the
file for one statement at a time, breaks off a statement that an act waits for, and learns from
the version of the data whether the next one would see another state than the first.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, ParamSpec, TypeVar
from weakref import WeakSet

from sqlalchemy import Engine

from qualcode_app.models import engine as files

P = ParamSpec("P")
T = TypeVar("T")

TRIES = 3  # then what is read is a copy
_STEPS = 10_000  # of SQLite's machine, about a millisecond, between two looks whether to break off


class Moved(Exception):
    """Somebody wrote since the reading began; it is to begin again."""


class Gate:
    """Knows whether an act is under way, for those who read meanwhile."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._writers = 0

    @property
    def is_wanted(self) -> bool:
        """Whether somebody writes or waits to."""
        return self._writers > 0

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Let nobody begin a look, and those who look break off."""
        with self._changed:
            self._writers += 1
        try:
            yield
        finally:
            with self._changed:
                self._writers -= 1
                self._changed.notify_all()

    def wait(self) -> None:
        """Wait until nobody writes."""
        with self._changed:
            self._changed.wait_for(lambda: not self._writers)


class _Link(sqlite3.Connection):
    """A connection whose every row is of the state of the file that it saw first."""

    _gate: Gate | None = None
    _seen: int | None = None
    _has_begun = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._cursors: WeakSet[sqlite3.Cursor] = WeakSet()

    def watch(self, gate: Gate) -> None:
        """Look out for acts from now on."""
        self.compare()
        self.set_progress_handler(lambda: gate.is_wanted, _STEPS)
        self._gate = gate

    def cursor(self, factory: Any = None) -> Any:
        """Return a cursor that waits for acts, or a plain one before it looks out for them."""
        made = super().cursor(factory or (_Cursor if self._gate else sqlite3.Cursor))
        self._cursors.add(made)
        return made

    def close(self) -> None:
        """Let go of the file, also where a traceback still knows a statement that is half read."""
        for cursor in list(self._cursors):
            cursor.close()
        super().close()

    def execute(self, *statement: Any) -> Any:
        """Begin a statement on a cursor of its own."""
        return self.cursor().execute(*statement)

    def make_way(self) -> None:
        """Wait until nobody writes; once something was read, raise Moved instead.

        A statement whose rows are not all fetched holds the file, so an act would wait for one who
        waits for the act; and after the act, what was read is of another state anyway.
        """
        if self._gate is None:
            return
        if self._has_begun and self._gate.is_wanted:
            raise Moved
        self._gate.wait()
        self._has_begun = True

    def compare(self) -> None:
        """Raise Moved if what is being read is of another state than all before."""
        (version,) = super().cursor().execute("PRAGMA data_version").fetchone()
        self._seen = version if self._seen is None else self._seen
        if version != self._seen:
            raise Moved


class _Cursor(sqlite3.Cursor):
    connection: _Link

    def execute(self, *statement: Any) -> _Cursor:
        """Begin a statement; the version is asked for while it pins the state that it sees."""
        self._step(super().execute, *statement)
        self.connection.compare()
        return self

    def fetchone(self) -> Any:
        """Return the next row."""
        return self._step(super().fetchone)

    def fetchmany(self, size: int | None = None) -> list[Any]:
        """Return some rows."""
        return self._step(super().fetchmany, self.arraysize if size is None else size)

    def fetchall(self) -> list[Any]:
        """Return all rows that are left."""
        return self._step(super().fetchall)

    def __next__(self) -> Any:
        return self._step(super().__next__)

    def _step(self, step: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Take a step of a statement; one that was broken off has no rows to show."""
        self.connection.make_way()
        try:
            return step(*args, **kwargs)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname == "SQLITE_INTERRUPT":
                raise Moved from None
            raise


@contextmanager
def engine(path: Path, gate: Gate) -> Iterator[Engine]:
    """Lend an engine for one long reading by one thread."""
    with closing(files.link(path, _Link, read_only=True)) as link:
        link.watch(gate)
        yield files.looking(link)
