"""Exports by command, as a user calls them."""

from __future__ import annotations

import csv

import openpyxl
import pymupdf
import pytest

from qualcode_app.services.exporting import exports
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project


def test_a_workbook_has_every_sheet_and_links_into_marked_pdfs(qualcode, project_file, tmp_path):
    target = tmp_path / "out" / "study.xlsx"
    target.parent.mkdir()
    said = qualcode("export", project_file, target, "--pdfs", "--language", "en", "--json").json
    assert {"Coded segments", "Matrix", "Agreement", "Codebook", "Corpus", "Method"} <= set(
        said["sheets"]
    )
    sheet = openpyxl.load_workbook(target).worksheets[0]
    at = [cell.value for cell in sheet[1]].index("To the page")
    links = [row[at] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert len(links) == said["rows"]
    assert all(link.startswith('=HYPERLINK("study%20PDF/') for link in links)
    files = sorted(path.name for path in (target.parent / "study PDF").iterdir())
    assert len(files) == 3
    with pymupdf.open(target.parent / "study PDF" / files[0]) as pdf:
        assert any(list(page.annots()) for page in pdf)
    assert f"{files[0].replace(' ', '%20')}#page=" in links[0]


@pytest.mark.parametrize("key", exports.KEYS)
def test_every_table_can_be_a_csv_of_its_own(qualcode, project_file, tmp_path, key):
    target = tmp_path / f"{key}.csv"
    said = qualcode("export", project_file, target, "--table", key, "--international", "--json")
    assert said.code == 0
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == said.json["rows"] + 1


def test_dutch_and_international_csv_differ_in_separators(qualcode, project_file, tmp_path):
    heads = []
    for option in ((), ("--international",)):
        target = tmp_path / f"a{len(option)}.csv"
        qualcode("export", project_file, target, "--table", "agreement", *option)
        heads.append(target.read_text("utf-8-sig").splitlines()[1])
    assert ";0," in heads[0]
    assert ",0." in heads[1]


def test_a_report_by_command_has_the_chapters_asked_for(qualcode, project_file, tmp_path):
    target = tmp_path / "report.html"
    said = qualcode(
        "report", project_file, target, "--theme", "WON", "--quotes", "1", "--json"
    ).json
    assert said["chapters"] == 3  # corpus, the theme, method
    assert target.read_text("utf-8").count("<blockquote>") == said["quotations"] > 3


def test_an_archive_by_command_prints_who_is_who(qualcode, project_file, tmp_path):
    target = tmp_path / "archive.qualcode"
    said = qualcode("archive", project_file, target, "--language", "en", "--json").json
    assert set(said["coders"]) == {"Bram Stel", "Noor de Wit"}
    with Project.open(target, read_only=True) as kept:
        assert {row.name for row in kept.read(people.coders)} == set(said["coders"].values())
    assert b"Noor de Wit" not in target.read_bytes()


@pytest.mark.parametrize("command", ["export", "report", "archive"])
def test_an_ending_that_says_nothing_is_one_sentence(qualcode, project_file, tmp_path, command):
    said = qualcode(command, project_file, tmp_path / "a.exe")
    assert said.code == 2
    assert "a.exe does not tell the format. Let it end in" in said.err
    assert len(said.err.splitlines()) == 1
    assert not (tmp_path / "a.exe").exists()
