"""Spreadsheets of OpenDocument, read back by its own library and by LibreOffice."""

from __future__ import annotations

import csv
import shutil
import subprocess
from datetime import UTC, datetime

import pytest
from odf import teletype
from odf.opendocument import load
from odf.table import Table as OdfTable
from odf.table import TableCell, TableRow
from odf.text import P

from qualcode_app.domain.errors import Cancelled, CannotWrite
from qualcode_app.domain.printable import printable
from qualcode_app.domain.progress import Silent
from qualcode_app.domain.snapshot import Column, Link, Snapshot, Table
from qualcode_app.formats.ods import TAB, OdsExporter
from qualcode_app.formats.xlsx import XlsxExporter

AWKWARD = [
    "=1+1",
    "+31 6",
    "@naam",
    "\x07 punt",
    "<b>&amp; 'aanhaling\"",
    "regel\neen;  twee,\tdrie ",
    "  vooraan",
    "𝔘nicode é ﬁ",
    "00123",
    "x" * 40_000,
]
SHOWN = [printable(text)[0].replace("\t", TAB) for text in AWKWARD]
AT = datetime(2026, 3, 5, 14, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def tables():
    columns = (
        Column("Citaat", width=60),
        Column("Aantal", "integer"),
        Column("Maat", "number"),
        Column("Tijd", "time"),
        Column("Naar"),
    )
    rows = [[text, 3, 0.25, AT, Link("p. 4", "PDF/a b.pdf#page=4")] for text in AWKWARD]
    rows.append(["laatste", None, float("nan"), None, ""])
    return Snapshot({"Blad 'een' & meer": Table(columns, rows), "Leeg": Table(columns, [])})


@pytest.fixture(scope="module")
def written(tables, tmp_path_factory):
    path = tmp_path_factory.mktemp("ods") / "a.ods"
    OdsExporter().write(tables, path, Silent())
    return path


def read(path):
    """Return the rows of every sheet; a cell is its type, its value and its words."""
    return {
        sheet.getAttribute("name"): [
            [
                (
                    cell.getAttribute("valuetype"),
                    cell.getAttribute("value") or cell.getAttribute("datevalue"),
                    "\n".join(teletype.extractText(p) for p in cell.getElementsByType(P)),
                )
                for cell in row.getElementsByType(TableCell)
            ]
            for row in sheet.getElementsByType(TableRow)
        ]
        for sheet in load(str(path)).spreadsheet.getElementsByType(OdfTable)
    }


def test_every_awkward_text_arrives_whole_and_as_text(written):
    sheets = read(written)
    assert list(sheets) == ["Blad 'een' & meer", "Leeg"]
    cells = [row[0] for row in sheets["Blad 'een' & meer"][1:-1]]
    assert {kind for kind, _, _ in cells} == {"string"}
    assert [said for _, _, said in cells] == SHOWN


def test_numbers_and_times_are_real_and_what_is_absent_is_empty(written):
    rows = read(written)["Blad 'een' & meer"]
    assert [cell[:2] for cell in rows[1][1:4]] == [
        ("float", "3"),
        ("float", "0.25"),
        ("date", "2026-03-05T14:30:00"),
    ]
    assert rows[1][4][2] == "p. 4"
    assert [cell[:2] for cell in rows[-1][1:]] == [(None, None)] * 4


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_the_same_texts_in_both_kinds_of_workbook(written, tables, tmp_path):
    XlsxExporter().write(tables, tmp_path / "b.xlsx", Silent())
    home = f"-env:UserInstallation=file://{tmp_path / 'home'}"
    as_csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"
    command = ["soffice", home, "--headless", "--convert-to", as_csv, "--outdir", tmp_path]
    files = [written, tmp_path / "b.xlsx"]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=120)
    csv.field_size_limit(100_000)
    ods, xlsx = (_lines(next(tmp_path.glob(f"{path.stem}*.csv"))) for path in files)
    assert [row[0] for row in ods[:-1]] == SHOWN
    assert [row[0].replace("\t", TAB) for row in xlsx[:-2]] == SHOWN[:-1]
    assert xlsx[-2][0].endswith("[…]")  # 40,000 characters are more than a cell holds
    for rows in (ods, xlsx):
        assert rows[0][1:] == ["3", "0.25", "2026-03-05 14:30:00", "p. 4"]


def _lines(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def test_a_cancelled_export_leaves_no_file(tmp_path):
    class Impatient:
        def report(self, done, total):
            raise Cancelled

    one = Snapshot({"Blad": Table((Column("Citaat"),), [["a"]])})
    with pytest.raises(Cancelled):
        OdsExporter().write(one, tmp_path / "a.ods", Impatient())
    with pytest.raises(CannotWrite, match="cannot be written"):
        OdsExporter().write(one, tmp_path / "weg" / "a.ods", Silent())
    assert list(tmp_path.iterdir()) == []
