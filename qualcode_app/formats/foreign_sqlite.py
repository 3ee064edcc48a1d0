"""Read the SQLite file of another program without trusting it and without writing beside it.

The file is opened as unchangeable. Only ordinary tables are read, never a view or a virtual table
under their name, and a query that goes on too long is ended.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from qualcode_app.domain.errors import UnreadableTable

MAX_ROWS = 2_000_000
MAX_CELL = 200_000_000  # bytes
PATIENCE_S = 30.0
_STEPS = 100_000  # of SQLite between two looks at the clock
_MAGIC = b"SQLite format 3\x00"

Row = Mapping[str, Any]


class ForeignDatabase:
    """An open file of another program.

    Raises:
        UnreadableTable: It is no SQLite file, is damaged, or is open in its program.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.name
        self._check(path)
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            self._link = sqlite3.connect(address, uri=True, isolation_level=None)
        except sqlite3.Error as error:
            raise self._damaged(error) from error
        self._link.text_factory = _text
        self._link.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_CELL)
        with ExitStack() as unless_read:
            unless_read.callback(self._link.close)
            for pragma in ("trusted_schema=OFF", "query_only=ON", "cell_size_check=ON"):
                self._link.execute(f"PRAGMA {pragma}")
            self._kinds = {
                str(name).casefold(): "virtual" if _is_virtual(sql) else str(kind)
                for kind, name, sql in self._run("SELECT type, name, sql FROM sqlite_master")
                if kind in ("table", "view")
            }
            unless_read.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._link.close()

    def has(self, *tables: str) -> bool:
        """Tell whether all of these are there."""
        return all(table in self._kinds for table in tables)

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[Row]:
        """Yield the rows of a table; a column that is not there is None.

        Args:
            table: Its name, a constant of ours.
            columns: Their names, constants of ours.

        Raises:
            UnreadableTable: It is a view, damaged, computed, or endless.
        """
        if table not in self._kinds:
            return
        if self._kinds[table] != "table":
            raise UnreadableTable(
                "{file} is not what its program makes: {table} is no ordinary table, which may be "
                "harmful, so it was not read. Ask its sender for a fresh copy.",
                file=self._file,
                table=table,
            )
        there = {str(row[1]): int(row[6]) for row in self._run(f'PRAGMA table_xinfo("{table}")')}
        known = [column for column in columns if there.get(column) == 0]
        if not known:
            return
        listed = ", ".join(f'"{column}"' for column in known)
        for number, found in enumerate(self._run(f'SELECT {listed} FROM "{table}"')):  # noqa: S608
            if number >= MAX_ROWS:
                raise UnreadableTable(
                    "{file} has more than {limit} rows in {table}. Part the project in its own "
                    "program and import the parts.",
                    file=self._file,
                    limit=MAX_ROWS,
                    table=table,
                )
            yield dict.fromkeys(columns) | dict(zip(known, found, strict=True))

    def _run(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Yield what a query finds, and end it when it takes too long."""
        give_up = time.monotonic() + PATIENCE_S
        self._link.set_progress_handler(lambda: time.monotonic() > give_up, _STEPS)
        try:
            yield from self._link.execute(query)
        except (sqlite3.Error, UnicodeDecodeError, OverflowError) as error:
            raise self._damaged(error) from error

    def _check(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                start = file.read(len(_MAGIC))
            for suffix in ("-wal", "-journal"):
                beside = path.with_name(path.name + suffix)
                if beside.is_file() and beside.stat().st_size:
                    raise UnreadableTable(
                        "{file} is still open in its program, or was not closed well. Close it "
                        "there and try again.",
                        file=self._file,
                    )
        except OSError as error:
            raise UnreadableTable(
                "{file} cannot be opened: {reason}. Check that it is there and may be opened.",
                file=self._file,
                reason=error.strerror or type(error).__name__,
            ) from error
        if start != _MAGIC:
            raise UnreadableTable(
                "{file} is no database of QualCoder or Taguette. Choose the folder or file that "
                "the program keeps its project in.",
                file=self._file,
            )

    def _damaged(self, error: Exception) -> UnreadableTable:
        return UnreadableTable(
            "{file} is damaged and cannot be read ({reason}). Open it in its program and save it "
            "again.",
            file=self._file,
            reason=str(error)[:100],
        )


def text(value: object) -> str:
    """Return a cell as text; nothing and bytes are empty."""
    return "" if value is None or isinstance(value, bytes) else str(value)


def number(value: object) -> int | None:
    """Return a cell as a whole number, or None where it is none."""
    if isinstance(value, int):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    said = text(value).strip()
    return int(said) if said.isascii() and said.lstrip("-").isdigit() and len(said) < 19 else None


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _is_virtual(sql: object) -> bool:
    return text(sql).lstrip().upper().startswith("CREATE VIRTUAL")
