"""Registers on the command line."""

from __future__ import annotations

import shutil

import pytest
from openpyxl import load_workbook


@pytest.fixture
def loaded(project_file, pledges_file):
    shutil.copy(pledges_file, project_file)
    return project_file


@pytest.fixture
def title(qualcode, project_file) -> str:
    return qualcode("documents", project_file, "--json").json[0]["title"]


def test_registers_and_their_propositions_are_listed(qualcode, project_file):
    loaded = project_file
    assert qualcode("register", "load", loaded, "party-programme").code == 0
    (row,) = qualcode("register", "list", loaded, "--json").json
    assert row["key"] == "pledges"
    listed = qualcode("register", "list", loaded, "pledges", "--json").json
    assert len(listed) == row["n_propositions"]
    assert "P0155" in qualcode("register", "list", loaded, "pledges").out


def test_a_verdict_stands_in_the_table_and_in_its_rates(qualcode, loaded, title):
    said = qualcode("register", "judge", loaded, "P0166", title, "not_applicable", "--json")
    assert said.json["verdict"]["option_key"] == "not_applicable"
    long = ("--form", "long", "--language", "en", "--json")
    rows = qualcode("register", "table", loaded, "pledges", *long).json["rows"]
    (cell,) = [row for row in rows if (row["Key"], row["Document"]) == ("P0166", title)]
    assert cell["Verdict"] == "not applicable"
    rates = ("--form", "rates", "--language", "en", "--json")
    answer = qualcode("register", "table", loaded, "pledges", *rates).json
    everything = answer["rows"][0]
    assert (everything["Met"], everything["Denominator"]) == (0, 0)
    assert everything["Share met"] is None
    assert everything["Not applicable"] == answer["rate"]["n_not_applicable"] == 1


def test_what_is_left_out_says_why(qualcode, loaded, title):
    qualcode("register", "judge", loaded, "P0166", title, "not_applicable")
    form = ("--form", "left-out", "--language", "en", "--json")
    rows = qualcode("register", "table", loaded, "pledges", *form).json["rows"]
    assert {"Key": "P0166", "Document": title, "Why": "Not applicable"} in rows


def test_a_verdict_without_its_evidence_is_refused_in_one_line(qualcode, loaded, title):
    said = qualcode("register", "judge", loaded, "P1150", title, "adopted")
    assert said.code == 2
    assert "needs evidence" in said.err


def test_an_unknown_proposition_is_refused(qualcode, loaded, title):
    said = qualcode("register", "judge", loaded, "P9999", title, "adopted")
    assert said.code == 2
    assert "P9999" in said.err


def test_the_table_is_written_as_a_workbook_with_all_sheets(qualcode, loaded, tmp_path):
    target = tmp_path / "register.xlsx"
    assert qualcode("register", "table", loaded, "pledges", target).code == 0
    book = load_workbook(target)
    assert book.sheetnames[:4] == ["Oordelen", "Matrix", "Aandelen", "Niet meegeteld"]


def test_a_csv_holds_the_matrix_with_a_rate_as_last_column(qualcode, loaded, tmp_path):
    target = tmp_path / "register.csv"
    assert qualcode("register", "table", loaded, "pledges", target).code == 0
    head = target.read_text("utf-8-sig").splitlines()[0]
    assert head.endswith("Aandeel")


def test_another_suffix_is_refused(qualcode, loaded, tmp_path):
    said = qualcode("register", "table", loaded, "pledges", tmp_path / "register.odg")
    assert said.code == 2
    assert ".xlsx, .ods, .csv" in said.err
