"""What is exported of agreement: sheets, a page with drawings, and the data itself."""

from __future__ import annotations

import csv
import xml.etree.ElementTree as ElementTree

import krippendorff
import numpy as np
import openpyxl
import pytest

from qualcode_app.domain.progress import Silent
from qualcode_app.domain.snapshot import Snapshot
from qualcode_app.formats.csv_table import CsvExporter, CsvStyle
from qualcode_app.formats.html_page import HtmlExporter
from qualcode_app.formats.xlsx import XlsxExporter
from qualcode_app.services.agreement import agreements
from qualcode_app.services.agreement.reliability import Scope
from qualcode_app.services.exporting import agreement_tables


def test_the_workbook_has_a_sheet_for_every_view(project, tmp_path):
    path = tmp_path / "a.xlsx"
    found = project.read(agreement_tables.snapshot, language="en")
    XlsxExporter().write(found, path, Silent())
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [
        "Per code",
        "Per pair",
        "Per document",
        "Drift",
        "Confusion, characters",
        "Confusion, spans",
        "Facets",
        "As other programs",
        "As NVivo",
        "Left out",
        "Method",
    ]
    table = project.read(agreements.table)
    sheet = book["Per document"]
    values = [row[1].value for row in sheet.iter_rows(min_row=2)]
    assert values == pytest.approx([line.alpha.value for line in table.by_document])


def test_the_matrix_is_enough_to_compute_alpha_again(project, tmp_path):
    path = tmp_path / "m.csv"
    table = project.read(agreement_tables.matrix)
    style = CsvStyle(dutch=False, exact=True)
    CsvExporter(style).write(Snapshot({"matrix": table}), path, Silent())
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    head, lines = rows[0], [row for row in rows[1:] if row[0] == "WON-1"]
    assert head[:3] == ["code", "document", "weight"]
    weight = np.array([int(row[2]) for row in lines])
    judged = np.array(
        [[np.nan if cell == "NA" else float(cell) for cell in row[3:]] for row in lines]
    )
    values = np.repeat(np.array(judged), weight, axis=0).T
    expected = krippendorff.alpha(reliability_data=values, level_of_measurement="nominal")
    ours = {row.code_key: row for row in project.read(agreements.table).rows}["WON-1"]
    assert ours.alpha.value == pytest.approx(expected)


def test_the_page_draws_every_interval_and_holds_every_table(project, tmp_path):
    path = tmp_path / "a.html"
    found = project.read(agreement_tables.snapshot, language="en")
    HtmlExporter("A study <1>", "en", agreement_tables.bars("en")).write(found, path, Silent())
    text = path.read_text("utf-8")
    assert "<title>A study &lt;1&gt;</title>" in text
    table = project.read(agreements.table)
    drawn = sum(not row.alpha.reason for row in (table.pooled, *table.rows))
    drawn += sum(not row.alpha.reason for row in (*table.by_pair, *table.by_coder))
    drawn += sum(not row.alpha.reason for row in table.by_document)
    drawn += sum(row[2] is not None for row in found.tables["Facets"].rows)
    assert text.count("<svg") == drawn
    assert text.count("<h2>") == len(found.tables)
    body = text[text.index("<h1>") :]
    ElementTree.fromstring(f"<page>{body}</page>")  # every tag is closed
    assert "http" not in body


def test_units_are_exported_as_they_were_compared(project):
    table = project.read(agreement_tables.matrix, Scope(base="page", all_read=True))
    pages = sum(project.read(agreements.table, Scope(base="page", all_read=True)).pooled.n_spans)
    assert pages > 0
    weights = [row[2] for row in table.rows if row[0] == "WON-1"]
    assert sum(weights) == 32


def test_every_formula_of_other_programs_is_dutch_in_a_dutch_export(project):
    english = project.read(agreement_tables.snapshot, language="en").tables["As other programs"]
    dutch = project.read(agreement_tables.snapshot, language="nl").tables[
        "Zoals andere programma's"
    ]
    at = [column.title for column in english.columns].index("Formula")
    for one, other in zip(english.rows, dutch.rows, strict=True):
        assert one[at] != other[at]
