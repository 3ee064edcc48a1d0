"""Charts as pictures and in workbooks: n/N, source and words on each, legible without colour."""

from __future__ import annotations

import re
import zipfile
from math import nan
from xml.etree import ElementTree

import openpyxl
import pytest

from qualcode_app.domain import charts
from qualcode_app.domain.charts import (
    BarRow,
    Bars,
    Caption,
    Heat,
    HeatRow,
    Lane,
    Point,
    PointRow,
    Portrait,
    Stretch,
    Strip,
    Timeline,
)
from qualcode_app.domain.progress import Silent
from qualcode_app.domain.snapshot import Column, Snapshot, Table
from qualcode_app.formats import xlsx_charts
from qualcode_app.formats.chart_frame import FILLS, Axis, told
from qualcode_app.formats.chart_svg import drawing, svg
from qualcode_app.formats.svg_canvas import BODY, Canvas
from qualcode_app.formats.xlsx import XlsxExporter
from qualcode_app.pdf.client import svg_png

SVG = "{http://www.w3.org/2000/svg}"
CAPTION = Caption("Titel <&>", "Wat een streep is", "proefproject", ("Een noot.",))
ALL = {
    "bars": Bars(
        CAPTION,
        ("komt voor", "gelezen, komt niet voor"),
        (BarRow("G4", (3, 1), 3, 4), BarRow("Leeg", (0, 0), 0, 0)),
    ),
    "heat": Heat(
        CAPTION,
        (("Adam", "G4"), ("Alphen aan den Rijn", "G4")),
        (HeatRow("WON", (12.0, nan), 1, 1), HeatRow("MOB", (0.0, 3.0), 1, 2)),
    ),
    "strip": Strip(
        CAPTION,
        "woningen",
        (
            PointRow("G4", (Point("Adam", 7500, 7500), Point("Bedum", 2000, 2500)), 2, 3, 4875),
            PointRow("Klein", (Point("Cuijk", nan, 900),), 1, 2, 900),
        ),
    ),
    "timeline": Timeline(CAPTION, (PointRow("gasvrij", (Point("Adam", 2030, 2040),), 1, 3),)),
    "portrait": Portrait(
        CAPTION,
        (
            Lane("WON", "Wonen", "#D84901", (Stretch(0.1, 0.2, "1"),), 0.12, is_read=True),
            Lane("MOB", "Mobiliteit", "#2C8DA8", (), 0.0, is_read=False),
        ),
        ((0.0, "1"), (0.5, "2")),
    ),
}


def words_of(drawing: str) -> list[str]:
    return [node.text or "" for node in ElementTree.fromstring(drawing).iter(f"{SVG}text")]


@pytest.mark.parametrize("kind", ALL)
def test_every_picture_says_title_source_notes_and_figures(kind):
    drawing = svg(ALL[kind])
    root = ElementTree.fromstring(drawing)
    assert root.find(f"{SVG}title").text == "Titel <&>"
    assert root.find(f"{SVG}desc").text == told(ALL[kind])
    words = words_of(drawing)
    assert {"Titel <&>", "Wat een streep is", "Een noot.", "Bron: proefproject"} <= set(words)
    if kind == "portrait":
        assert "12,0 % · 1 codering" in words
        assert "niet gelezen" in words
    else:
        assert "n/N" in words
        assert any(re.fullmatch(r"\d/\d", word) for word in words)


@pytest.mark.parametrize("kind", ALL)
def test_no_words_lie_outside_the_picture(kind):
    root = ElementTree.fromstring(svg(ALL[kind]))
    width, height = float(root.get("width")), float(root.get("height"))
    for node in root.iter(f"{SVG}text"):
        if node.get("transform"):
            continue
        x, wide = (
            float(node.get("x")),
            BODY.width(node.text or "") * float(node.get("font-size")) / BODY.size,
        )
        left = {"end": x - wide, "middle": x - wide / 2}.get(node.get("text-anchor"), x)
        assert left >= -2, node.text
        assert left + wide <= width + 2, node.text
        assert 0 < float(node.get("y")) <= height


def test_grounds_are_told_apart_without_colour():
    def grey(colour: str) -> float:
        red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
        return (0.299 * red + 0.587 * green + 0.114 * blue) / 255

    for i, one in enumerate(FILLS):
        for other in FILLS[i + 1 :]:
            assert one.hatch != other.hatch or abs(grey(one.colour) - grey(other.colour)) > 0.05


def test_what_was_not_read_is_hatched_and_said_and_nought_is_a_nought():
    words = words_of(svg(ALL["heat"]))
    assert "0" in words
    assert "gearceerd: niet gelezen" in words
    assert "WON: G4: Adam 12; G4: Alphen aan den Rijn niet gelezen; n/N 1/1." in told(ALL["heat"])


def test_an_open_end_and_a_range_are_said():
    words = words_of(svg(ALL["strip"]))
    assert {"Bedum 2.000 – 2.500", "Cuijk ≤ 900", "mediaan 4.875"} <= set(words)
    assert "Adam 2030 – 2040" in words_of(svg(ALL["timeline"]))


def test_names_beside_points_do_not_overlap():
    points = tuple(Point(f"Gemeente {i}", 100 + i, 100 + i) for i in range(25))
    drawing = svg(
        Strip(CAPTION, "x", (PointRow("Alle", (*points, Point("Ver", 9e3, 9e3)), 26, 30),))
    )
    placed = [
        (float(node.get("y")), float(node.get("x")), node.text)
        for node in ElementTree.fromstring(drawing).iter(f"{SVG}text")
        if (node.text or "").startswith("Gemeente")
    ]
    assert len(placed) == 25
    assert len({y for y, _, _ in placed}) == 25


def test_a_picture_is_drawn_alike_from_the_same_text():
    assert svg_png(svg(ALL["bars"]), 1).startswith(b"\x89PNG")
    assert svg(ALL["bars"]) == svg(ALL["bars"])


def test_an_axis_has_round_steps_and_holds_its_ends():
    axis = Axis(0, 8500, 0, 100)
    assert axis.ticks() == [0, 2000, 4000, 6000, 8000, 10000]
    years = Axis(2030, 2032, 0, 100, least_step=1)
    assert years.ticks() == [2030, 2031, 2032]
    assert (years.x(2030), years.x(2032)) == (0, 100)


def test_hatching_stays_within_its_box():
    canvas = Canvas(100)
    for kind in ("/", "\\", "x", "-", "|"):
        canvas.hatch((10, 20, 33, 17), kind)
    numbers = re.findall(r"[ML]([\d.]+) ([\d.]+)", canvas.finished(50, "t", "d").svg)
    assert len(numbers) > 40
    assert all(10 <= float(x) <= 43 and 20 <= float(y) <= 37 for x, y in numbers)


@pytest.mark.parametrize("kind", ALL)
def test_a_workbook_holds_the_figures_and_a_chart_of_its_own(kind, tmp_path):
    path = tmp_path / f"{kind}.xlsx"
    picture = svg_png(svg(ALL[kind]), 1) if kind == "portrait" else b""
    xlsx_charts.write(ALL[kind], path, picture)
    (sheet,) = openpyxl.load_workbook(path)
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    table = charts.table(ALL[kind])
    width = len(table.columns)
    assert list(rows[0][:width]) == [column.title for column in table.columns]
    for shown, row in zip(rows[1:], table.rows, strict=False):
        assert [cell or "" for cell in shown[:width]] == [cell or "" for cell in row]
    with zipfile.ZipFile(path) as parts:
        drawings = [name for name in parts.namelist() if name.startswith("xl/drawings/drawing")]
        native = [name for name in parts.namelist() if name.startswith("xl/charts/chart")]
        if kind in ("bars", "strip", "timeline"):
            assert len(native) == 1
        if kind != "heat":
            assert "Wat een streep is" in parts.read(drawings[0]).decode()  # its words


def test_text_like_a_formula_stays_text_in_a_workbook(tmp_path):
    bars = Bars(CAPTION, ("=1+1",), (BarRow("=SUM(A1)", (1,), 1, 1),))
    path = tmp_path / "x.xlsx"
    xlsx_charts.write(bars, path)
    with zipfile.ZipFile(path) as parts:
        assert "<c:f>1+1</c:f>" not in parts.read("xl/charts/chart1.xml").decode()
    (sheet,) = openpyxl.load_workbook(path)
    assert sheet["A6"].value == "=SUM(A1)"
    assert sheet["A6"].data_type == "s"


def test_charts_stand_behind_the_tables_of_a_workbook(tmp_path):
    path = tmp_path / "all.xlsx"
    table = Table((Column("a"),), [["x"], ["y"]])
    named = {f"Grafiek {i}": chart for i, chart in enumerate(ALL.values(), start=1)}
    XlsxExporter().write(Snapshot({"Blad": table}, named), path, Silent())
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Blad", *named]
    heat = book["Grafiek 2"]
    assert [cell.value for cell in heat[6]][:2] == ["WON", 12]
    assert heat["C6"].fill.patternType  # not read: hatched, and no number
    assert heat["C6"].value is None
    assert book["Grafiek 1"]["A1"].value == "Titel <&>"


def test_a_thousand_points_stay_on_one_page_and_all_are_drawn():
    points = tuple(Point(f"G{i}", 2030, 2030, str(i)) for i in range(1000))
    made = drawing(Timeline(CAPTION, (PointRow("gasvrij", points, 1000, 1000),)))
    assert len(made.spots) == 1000
    assert made.height < 600
