"""Facets on the command line: set with a coding, listed, exported."""

from __future__ import annotations

import csv
import io

import pytest

from qualcode_app.domain.anchors import PageArea
from qualcode_app.services.coding import coding_rows, facets
from qualcode_app.services.store.project import Project

QUOTE = "Tot en met 2030 starten we de bouw van 11.000 woningen."


@pytest.fixture
def coded(project_file, qualcode):
    """A coding with facets, made as a user makes it."""
    said = qualcode(
        "code",
        project_file,
        "Lindewater 2026",
        "WON-2",
        "--coder",
        "Bram Stel",
        "--quote",
        QUOTE,
        "--facet",
        "role=measure",
        "--facet",
        "direction=with_source",
        "--facet",
        "concreteness=3",
        "--facet",
        "number=ten minste 11.000 woningen in 2030",
        "--json",
    )
    assert said.code == 0, said.err
    return said.json


def test_code_sets_facets_and_list_shows_them(coded, project_file, qualcode):
    listed = qualcode("codings", "list", project_file, "--json").json
    (row,) = [row for row in listed if row["uid"] == coded["uid"]]
    assert row["facets"] == coded["facets"]
    assert row["facets"]["role"] == ["measure"]
    assert row["facets"]["concreteness"] == ["3"]
    (number,) = row["facets"]["number"]
    assert number == {"from": "11000", "unit": "woningen", "kind": "minimum", "year": 2030}


def test_the_export_has_a_column_for_each_facet(coded, project_file, qualcode):
    said = qualcode("codings", "export", project_file, "--language", "nl")
    lines = list(csv.DictReader(io.StringIO(said.out.lstrip("\ufeff")), delimiter=";"))
    (line,) = [line for line in lines if line["Identiteit"] == coded["uid"]]
    assert line["Rol"] == "maatregel"
    assert line["Richting"] == "met de bron"
    assert line["Concreetheid"] == "3 toetsbaar"
    assert line["Getal"].endswith("11.000 woningen 2030")


@pytest.mark.parametrize(
    ("facet", "words"),
    [
        ("colour=red", "There is no facet colour"),
        ("role=nothing", "role has no option nothing"),
        ("role", "FACET=VALUE"),
        ("number=veel", "There is no number in veel"),
    ],
)
def test_a_facet_that_cannot_be_is_told_in_one_line(facet, words, project_file, qualcode):
    said = qualcode(
        "code", project_file, "Lindewater 2026", "WON-2", "--coder", "Bram Stel",
        "--quote", QUOTE, "--facet", facet,
    )  # fmt: skip
    assert said.code != 0
    assert words in said.err
    with Project.open(project_file, read_only=True) as project:
        quotes = [row.quote for row in project.read(coding_rows.rows) if row.code_key == "WON-2"]
    assert not any("11.000 woningen" in quote for quote in quotes)


def test_a_new_coding_keeps_the_proposed_role_when_other_facets_are_named(project_file):
    with Project.open(project_file) as project:
        traits = project.read(facets.traits)
        code_uid = next(uid for uid, each in traits.items() if each.side == "programme")
        values = project.read(facets.parsed, code_uid, [("concreteness", "1")])
        assert {value.option_key for value in values} == {"measure", "1"}


def test_an_area_of_a_page_is_coded_with_its_facets_and_note(project_file, qualcode):
    where = ("code", project_file, "Lindewater 2026", "WON-2", "--coder", "Bram Stel")
    area = ("--area", 3, 72, 100, 300, 400)
    said = qualcode(*where, *area, "--facet", "role=measure", "--memo", "Let op", "--json")
    assert said.code == 0, said.err
    with Project.open(project_file, read_only=True) as project:
        row = project.read(coding_rows.get, said.json["uid"])
    assert row.area == PageArea(3, 72, 100, 300, 400)
    assert (row.code_key, row.memo, len(row.values)) == ("WON-2", "Let op", 1)
    assert qualcode(*where, *area).code == 2
    said = qualcode(*where, "--area", 3, 72, 100, 3000, 400)
    assert (said.code, "over the edge of the page" in said.err) == (2, True)
    assert qualcode(*where, "--area", 30, 72, 100, 300, 400).code == 2
    assert qualcode(*where, *area, "--quote", QUOTE).code == 2
