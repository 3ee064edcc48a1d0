"""Charts as files: SVG with its description inside, PNG with it beside, workbook to edit it."""

from __future__ import annotations

from pathlib import Path

from qualcode_app.domain.charts import Chart, Portrait
from qualcode_app.domain.errors import CannotWrite
from qualcode_app.formats import xlsx_charts
from qualcode_app.formats.chart_frame import told
from qualcode_app.formats.chart_svg import svg
from qualcode_app.formats.whole_file import whole
from qualcode_app.pdf.client import svg_png

SHARP = 2.5  # pixels of a PNG per pixel of the drawing: 200 to the inch on a page of 30 cm
SUFFIXES = (".png", ".svg", ".xlsx")


def png(chart: Chart, scale: float = SHARP) -> bytes:
    """Return a chart as the bytes of a PNG file; raises UnreadableDocument."""
    return svg_png(svg(chart), scale)


def write(chart: Chart, path: Path) -> tuple[Path, ...]:
    """Write a chart as the name of the file says, and beside a PNG its words; returns the files.

    Raises:
        CannotWrite: The name ends in none of these, or the folder refuses the file.
        UnreadableDocument: The picture could not be drawn.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise CannotWrite(
            "The name {name} does not tell the format. Let it end in .png, .svg or .xlsx.",
            name=path.name,
        )
    if path.suffix.lower() == ".xlsx":
        xlsx_charts.write(chart, path, png(chart) if isinstance(chart, Portrait) else b"")
        return (path,)
    if path.suffix.lower() == ".svg":
        with whole(path) as part:
            part.write_text(svg(chart), "utf-8")
        return (path,)
    picture, words = png(chart), path.with_name(f"{path.name}.txt")
    with whole(path) as part:
        part.write_bytes(picture)
    with whole(words) as part:
        part.write_text(told(chart) + "\n", "utf-8")
    return path, words
