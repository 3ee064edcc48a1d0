"""Tables on one page for a browser, with intervals drawn as bars; nothing is fetched for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape
from math import isnan
from pathlib import Path

from qualcode_app.domain.printable import printable
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.snapshot import Cell, Link, Snapshot, Table
from qualcode_app.formats.whole_file import whole

Bars = Mapping[str, tuple[int, int, int]]
WIDTH, HEIGHT, EDGE = 240, 18, 8
TARGET = 0.667
STYLE = """
body { font: 14px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem;
  color: #1b2330; background: #fff; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; } th, td { padding: .25rem .6rem; text-align: left;
  border-bottom: 1px solid #d5dae2; vertical-align: top; }
td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
svg line { stroke: #1b2330; } svg .grid { stroke: #d5dae2; } svg .target { stroke: #5b6675;
  stroke-dasharray: 3 3; } svg circle { fill: #235a9f; }
"""


class HtmlExporter:
    """Every table of the snapshot under its own heading."""

    key = "html"
    suffix = ".html"

    def __init__(self, title: str, language: str, bars: Bars) -> None:
        self._title = title
        self._language = language
        self._bars = bars

    def write(self, snapshot: Snapshot, path: Path, progress: Progress) -> None:
        """Write the page; raises Cancelled, or CannotWrite when the folder refuses it."""
        parts = [
            f'<!doctype html>\n<html lang="{self._language}">\n<meta charset="utf-8">\n',
            f"<title>{text_markup(self._title)}</title>\n<style>{STYLE}</style>\n",
            f"<h1>{text_markup(self._title)}</h1>\n",
        ]
        for done, (name, table) in enumerate(snapshot.tables.items()):
            progress.report(done, len(snapshot.tables))
            parts.append(f"<h2>{text_markup(name)}</h2>\n")
            parts.append(table_markup(table, self._language, self._bars.get(name)))
        with whole(path) as part:
            part.write_text("".join(parts), "utf-8")
        progress.report(len(snapshot.tables), len(snapshot.tables))


def table_markup(table: Table, language: str, bar: tuple[int, int, int] | None = None) -> str:
    """Return a table; `bar` names the columns of a value and its interval, which are drawn."""
    lowest = _lowest(table.rows, bar)
    heads = [f"<th>{text_markup(column.title)}</th>" for column in table.columns]
    if bar is not None:
        heads.insert(bar[0] + 1, "<th></th>")
    lines = [f'<div class="wide"><table>\n<thead><tr>{"".join(heads)}</tr></thead>\n<tbody>\n']
    for row in table.rows:
        cells = [
            _cell(cell, language, column.decimals)
            for cell, column in zip(row, table.columns, strict=True)
        ]
        if bar is not None:
            drawn = _bar([_number(row[column]) for column in bar], lowest)
            cells.insert(bar[0] + 1, f"<td>{drawn}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>\n")
    lines.append("</tbody></table></div>\n")
    return "".join(lines)


def _cell(cell: Cell, language: str, decimals: int) -> str:
    match cell:
        case None:
            return '<td class="n">–</td>'
        case bool() | str():
            return f"<td>{text_markup(str(cell))}</td>"
        case int():
            return f'<td class="n">{cell}</td>'
        case float():
            said = f"{cell:.{decimals}f}"
            return f'<td class="n">{said.replace(".", ",") if language == "nl" else said}</td>'
        case datetime():
            return f"<td>{cell:%Y-%m-%d %H:%M}</td>"
        case Link():
            shown = text_markup(cell.shown)
            return f'<td><a href="{escape(cell.address)}">{shown}</a></td>'


def _lowest(rows: Sequence[Sequence[Cell]], bar: tuple[int, int, int] | None) -> float:
    """Return where the common axis starts: 0, or the lowest value when one is negative."""
    if bar is None:
        return 0.0
    values = [_number(row[bar[0]]) for row in rows]
    return max(-1.0, min([0.0, *(value for value in values if not isnan(value))]))


def _bar(figure: Sequence[float], lowest: float) -> str:
    """Return an interval as a drawing: axis, target, ends and value."""
    value, low, high = figure
    if isnan(value):
        return ""

    def x(number: float) -> float:
        share = (min(1.0, max(lowest, number)) - lowest) / (1 - lowest)
        return EDGE + share * (WIDTH - 2 * EDGE)

    middle = HEIGHT / 2
    marks = [_line(x(tick / 5), 0, x(tick / 5), HEIGHT, "grid") for tick in range(6)]
    marks.append(_line(x(TARGET), 0, x(TARGET), HEIGHT, "target"))
    said = f"{value:.3f}"
    if not isnan(low):
        said += f" [{low:.3f}, {high:.3f}]"
        marks.append(_line(x(low), middle, x(high), middle))
        ends = [high] if low < lowest else [low, high]
        marks += [_line(x(end), middle - 4, x(end), middle + 4) for end in ends]
    marks.append(f'<circle cx="{x(value):.1f}" cy="{middle}" r="4"/>')
    return (
        f'<svg role="img" aria-label="{said}" width="{WIDTH}" height="{HEIGHT}">'
        f"<title>{said}</title>{''.join(marks)}</svg>"
    )


def _line(x1: float, y1: float, x2: float, y2: float, kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<line{named} x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def _number(cell: Cell) -> float:
    return float(cell) if isinstance(cell, int | float) else float("nan")


def text_markup(text: str) -> str:
    """Return text as it stands in a page."""
    return escape(printable(text)[0])
