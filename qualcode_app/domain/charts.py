"""What a chart shows, as plain values: drawn as a picture, in a spreadsheet, or told in words.

Every chart has a `Caption` and rows with n and N; `Portrait` has lanes. A figure that is not
known is NaN, never nought.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan
from typing import TypeAlias

from qualcode_app.domain.snapshot import Cell, CellKind, Column, Table
from qualcode_app.domain.terms import heading


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands above and below a chart, in the language of its words."""

    title: str
    subtitle: str  # what a mark stands for, with n and N
    source: str
    notes: tuple[str, ...] = ()
    language: str = "nl"

    def say(self, text: str) -> str:
        """Return a heading in the chart's language."""
        return heading(text, self.language)


@dataclass(frozen=True, slots=True)
class BarRow:
    """One bar: as many of each part, and in n of N documents read."""

    label: str
    parts: tuple[int, ...]
    n: int
    of: int


@dataclass(frozen=True, slots=True)
class Bars:
    """Stacked bars, one for each group."""

    caption: Caption
    parts: tuple[str, ...]
    rows: tuple[BarRow, ...]


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One row of a heat map; NaN where it was not read."""

    label: str
    values: tuple[float, ...]
    n: int
    of: int
    is_sum: bool = False  # the rows below are its parts, so it has no ground of its own


@dataclass(frozen=True, slots=True)
class Heat:
    """A matrix as a heat map; each column has a name and the group it stands under."""

    caption: Caption
    columns: tuple[tuple[str, str], ...]
    rows: tuple[HeatRow, ...]
    decimals: int = 0

    @property
    def most(self) -> float:
        """The largest value of rows that are no sums; nought when there is none."""
        rows = (row for row in self.rows if not row.is_sum)
        return max((value for row in rows for value in row.values if not isnan(value)), default=0.0)


@dataclass(frozen=True, slots=True)
class Point:
    """An amount or a year, or a range of them; one end is NaN when it is open."""

    label: str
    low: float
    high: float
    uid: str = ""  # of the coding it comes from

    @property
    def at(self) -> float:
        """Where it stands on the axis: the middle of a range, or the end that is known."""
        if isnan(self.low) or isnan(self.high):
            return self.high if isnan(self.low) else self.low
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class PointRow:
    """The points of one group or object, and of how many documents they are."""

    label: str
    points: tuple[Point, ...]
    n: int
    of: int
    median: float = nan


@dataclass(frozen=True, slots=True)
class Strip:
    """Amounts on one axis, a row for each group."""

    caption: Caption
    axis: str
    rows: tuple[PointRow, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Target years on a line, a row for each thing that is aimed at."""

    caption: Caption
    rows: tuple[PointRow, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A coding as a part of the text: from and to as shares between 0 and 1."""

    start: float
    end: float
    label: str
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """The codings of one theme; `share` is the part of the words that they take."""

    key: str
    label: str
    colour: str  # "#RRGGBB", or a slot of the themes in the window
    stretches: tuple[Stretch, ...]
    share: float
    is_read: bool


@dataclass(frozen=True, slots=True)
class Portrait:
    """A document from its first to its last character, a lane for each theme."""

    caption: Caption
    lanes: tuple[Lane, ...]
    pages: tuple[tuple[float, str], ...]  # where pages begin, with the printed number

    @property
    def n_codings(self) -> int:
        """The codings of all lanes."""
        return sum(len(lane.stretches) for lane in self.lanes)


Chart: TypeAlias = Bars | Heat | Strip | Timeline | Portrait


def table(chart: Chart) -> Table:
    """Return the figures of a chart, as a sheet shows them."""
    match chart:
        case Bars():
            return _bars(chart)
        case Heat():
            return _heat(chart)
        case Portrait():
            return _portrait(chart)
        case _:
            return _points(chart)


def _bars(chart: Bars) -> Table:
    say = chart.caption.say
    columns = (
        Column(say("Group"), width=28),
        *(Column(part, "integer", 14) for part in chart.parts),
        Column("n", "integer", 6),
        Column("N", "integer", 6),
    )
    return Table(columns, [[row.label, *row.parts, row.n, row.of] for row in chart.rows])


def _heat(chart: Heat) -> Table:
    say = chart.caption.say
    kind: CellKind = "number" if chart.decimals else "integer"
    columns = (
        Column(say("Code"), width=34),
        *(
            Column(f"{group}: {name}" if group and group != name else name, kind, 12)
            for name, group in chart.columns
        ),
        Column("n", "integer", 6),
        Column("N", "integer", 6),
    )
    rows: list[list[Cell]] = []
    for row in chart.rows:
        known = (None if isnan(value) else value for value in row.values)
        figures = (value if chart.decimals or value is None else int(value) for value in known)
        rows.append([row.label, *figures, row.n, row.of])
    return Table(columns, rows)


def _points(chart: Strip | Timeline) -> Table:
    say = chart.caption.say
    is_years = isinstance(chart, Timeline)
    columns = (
        Column(say("Of what" if is_years else "Group"), width=28),
        Column(say("Document"), width=28),
        Column(say("From"), "amount", 12),
        Column(say("To"), "amount", 12),
        Column(say("Median"), "amount", 12),
        Column("n", "integer", 6),
        Column("N", "integer", 6),
    )
    rows: list[list[Cell]] = []
    for row in chart.rows:
        median = _end(row.median)
        for point in row.points:
            ends = [_end(point.low), _end(point.high)]
            rows.append([row.label, point.label, *ends, median, row.n, row.of])
        if not row.points:
            rows.append([row.label, "", None, None, None, row.n, row.of])
    return Table(columns, rows)


def _end(value: float) -> Cell:
    """Return a number, a whole one without decimals; nothing for an open end."""
    if isnan(value):
        return None
    return int(value) if float(value).is_integer() else value


def _portrait(chart: Portrait) -> Table:
    say = chart.caption.say
    columns = (
        Column(say("Key"), width=10),
        Column(say("Theme"), width=34),
        Column(say("Codings"), "integer", 10),
        Column(say("Share of the words (%)"), "number", 12),
        Column(say("State"), width=16),
    )
    rows: list[list[Cell]] = [
        [
            lane.key,
            lane.label,
            len(lane.stretches),
            100 * lane.share,
            say("read" if lane.is_read else "not read"),
        ]
        for lane in chart.lanes
    ]
    return Table(columns, rows)
