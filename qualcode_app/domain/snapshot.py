"""What an exporter gets: finished tables in plain values, without a session behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from qualcode_app.domain.charts import Chart  # which is made of tables itself

Cell: TypeAlias = "str | int | float | bool | datetime | Link | None"
# An amount is shown with the decimals it has, a number (a figure that was computed) with three.
CellKind = Literal["text", "integer", "amount", "number", "time"]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address, as seen from the folder of the file that is written."""

    shown: str
    address: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what its cells hold and how wide they are shown."""

    title: str
    kind: CellKind = "text"
    width: int = 14  # in characters
    decimals: int = 3  # of a number, as it is shown


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equal length; a number that is undefined is None."""

    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything one export writes, by the name of the sheet; charts where a format has them."""

    tables: Mapping[str, Table]
    charts: Mapping[str, Chart] = field(default_factory=dict)

    @property
    def n_rows(self) -> int:
        """Rows of all tables."""
        return sum(len(table.rows) for table in self.tables.values())
