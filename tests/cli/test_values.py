"""Numbers and charts by command, on the sample with groups and a few numbers added."""

from __future__ import annotations

import csv
import io
import re
from xml.etree import ElementTree

import openpyxl
import pytest

from qualcode_app.services.store.project import Project
from tests import sample_numbers

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def with_numbers(sample_file, tmp_path_factory):
    """The sample with two groups of places and with numbers of homes on codings."""
    path = tmp_path_factory.mktemp("numbers") / "n.qualcode"
    path.write_bytes(sample_file.read_bytes())
    with Project.open(path) as project:
        sample_numbers.add_to(project)
    return path


def test_numbers_are_csv_with_page_and_passage(with_numbers, qualcode):
    said = qualcode("values", with_numbers, "--unit", "woningen", "--language", "en")
    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert said.code == 0, said.err
    assert [(row["Case"], row["From"], row["To"]) for row in rows] == [
        ("Lindewater", "300", "300"),
        ("Lindewater", "250", "250"),
        ("Oostervaart", "1200", ""),
    ]
    assert rows[2]["Year"] == "2030"
    assert rows[2]["Grootte"] == "Stad"
    assert all(row["Page printed"] and row["Quote as printed"] for row in rows)


def test_a_finding_about_numbers_is_a_sentence(with_numbers, qualcode):
    asked = ("values", with_numbers, "--of", "woningen", "--say")
    assert qualcode(*asked, "highest").out.startswith(
        "Het hoogste getal over ‘woningen’ staat in Oostervaart ≥ 1.200 (in 2030, blz. "
    )
    assert "Lindewater 300 (" in qualcode(*asked, "several").out
    told = qualcode(*asked, "groups", "--by", "Grootte", "--language", "en").out
    assert told.startswith("Numbers for ‘woningen’ by group: Stad median 1,200 (1 of 1: ")
    years = qualcode("values", with_numbers, "--say", "years", "--json").json
    assert "aardgasvrij: 2040 in Lindewater en Oostervaart (2 van 3 " in years["sentence"]
    assert {row["Jaar"] for row in years["numbers"]} == {2030, 2040}


def test_numbers_as_a_sheet(with_numbers, tmp_path, qualcode):
    target = tmp_path / "getallen.xlsx"
    assert qualcode("values", with_numbers, "--out", target, "--json").json["rows"] == 5
    sheet = openpyxl.load_workbook(target)["Waarden"]
    heads = [cell.value for cell in sheet[1]]
    amounts = [row[heads.index("Van")] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert amounts.count(None) == 2  # years are no amounts
    assert {300, 250, 1200} <= set(amounts)


CHARTS = {
    "groups": ("--code", "WON-3", "--by", "Grootte"),
    "codes": ("--level", "1"),
    "ratings": ("--code", "WON", "--facet", "role", "--by", "Grootte"),
    "heat": ("--level", "1", "--measure", "share"),
    "strip": ("--of", "woningen", "--by", "Grootte"),
    "timeline": (),
    "portrait": ("--in", "Oostervaart"),
}


@pytest.mark.parametrize("kind", CHARTS)
def test_every_chart_is_a_picture_with_its_description(kind, with_numbers, tmp_path, qualcode):
    target = tmp_path / f"{kind}.svg"
    said = qualcode("chart", with_numbers, kind, *CHARTS[kind], "--out", target, "--json")
    assert said.code == 0, said.err
    root = ElementTree.fromstring(target.read_bytes())
    assert root.find(f"{SVG}title").text
    told = root.find(f"{SVG}desc").text
    assert told == said.json["text"]
    assert "Bron: QualCode-project" in told
    words = [node.text for node in root.iter(f"{SVG}text")]
    assert any("Bron: QualCode-project" in word for word in words)
    if kind != "portrait":
        assert "n/N" in words
        assert re.search(r"n/N [123]/[123]\.", told)


def test_a_picture_has_its_words_beside_it(with_numbers, tmp_path, qualcode):
    target = tmp_path / "jaren.png"
    said = qualcode("chart", with_numbers, "timeline", "--out", target)
    assert said.out.startswith("Wrote jaren.png, jaren.png.txt: Doeljaren.")
    assert target.read_bytes().startswith(b"\x89PNG")
    assert "aardgasvrij: Document Lindewater; Van 2040" in (tmp_path / "jaren.png.txt").read_text()


def test_without_a_file_a_chart_is_told_in_words(with_numbers, qualcode):
    told = qualcode("chart", with_numbers, "groups", "--code", "WON-3", "--by", "Grootte")
    assert "Stad: komt voor 1; gelezen, komt niet voor 0; n/N 1/1." in told.out


def test_what_cannot_be_drawn_is_one_clear_line(with_numbers, tmp_path, qualcode):
    for arguments in (
        ("chart", with_numbers, "strip"),
        ("chart", with_numbers, "portrait"),
        ("chart", with_numbers, "groups", "--by", "Grootte"),
        ("chart", with_numbers, "ratings", "--code", "WON"),
        ("chart", with_numbers, "timeline", "--out", tmp_path / "x.gif"),
        ("values", with_numbers, "--say", "highest", "--of", "bomen"),
        ("values", with_numbers, "--say", "groups", "--of", "woningen"),
        ("values", with_numbers, "--by", "Kleur", "--say", "groups"),
    ):
        said = qualcode(*arguments)
        assert (said.code, said.err.count("\n")) == (2, 1), (arguments, said)
