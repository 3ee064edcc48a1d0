"""Agreement and reliability as commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qualcode_app.services.agreement import agreements
from qualcode_app.services.agreement.reliability import Scope
from qualcode_app.services.store.project import Project

DATA = Path(__file__).parents[1] / "data"


def test_units_and_pair_of_the_command_are_those_of_the_service(project_file, qualcode):
    said = qualcode("agreement", project_file, "--unit", "page", "--pair", "BS", "NW", "--json")
    with Project.open(project_file, read_only=True) as there:
        table = there.read(agreements.table, Scope(base="page"))
    assert said.json["table"]["pooled"]["alpha"]["value"] == pytest.approx(table.pooled.alpha.value)
    assert said.json["methods"].startswith("Bram Stel en Noor de Wit")
    assert len(said.json["drift"]) == 3


def test_any_coefficient_can_be_asked_by_key(project_file, qualcode):
    rows = qualcode(
        "agreement", project_file, "--coefficient", "alpha_u", "--coefficient", "f1", "--json"
    ).json
    assert {row["key"] for row in rows} == {"alpha_u", "f1"}
    won = next(row for row in rows if (row["key"], row["of"]) == ("f1", "WON-1"))
    table = qualcode("agreement", project_file, "--json").json["table"]
    row = next(row for row in table["rows"] if row["code_key"] == "WON-1")
    assert won["value"] == pytest.approx(row["f1"]["value"])


def test_another_coefficient_and_interval_stand_in_the_table_and_in_the_sentence(
    project_file, qualcode
):
    said = qualcode("agreement", project_file, "--show", "f1", "--interval", "blocks", "--json")
    with Project.open(project_file, read_only=True) as there:
        table = there.read(agreements.table, Scope(coefficient="f1", interval="blocks"))
    shown = said.json["table"]["pooled"]
    assert (shown["alpha"]["value"], shown["low"]) == (
        pytest.approx(table.pooled.alpha.value),
        pytest.approx(table.pooled.low),
    )
    assert "weggelaten bladzijde" in said.json["methods"]
    assert "F1" in said.json["methods"]
    refused = qualcode("agreement", project_file, "--show", "f1", "--interval", "bootstrap")
    assert refused.code == 2
    assert "bootstrap" in refused.err


def test_the_methods_sentence_is_printed_in_the_language_asked(project_file, qualcode):
    said = qualcode("agreement", project_file, "--methods", "--language", "en")
    assert "delete-one-document jackknife" in said.out


def test_a_round_that_is_not_there_is_named(project_file, qualcode):
    said = qualcode("agreement", project_file, "--round", "consensus")
    assert said.code == 2
    assert "0 rounds are called consensus" in said.err


def test_recoding_without_a_round_of_recoding_is_refused(project_file, qualcode):
    said = qualcode("agreement", project_file, "--recoding", "BS")
    assert said.code == 2
    assert "round of recoding" in said.err


def test_a_file_of_units_gives_all_fitting_coefficients(tmp_path, qualcode):
    path = tmp_path / "units.csv"
    path.write_text("unit;A;B;C\n1;x;x;x\n2;y;y;x\n3;x;x;x\n4;y;y;y\n5;x;y;\n", "utf-8")
    said = qualcode("reliability", path, "--pairs")
    assert said.code == 0
    assert "Krippendorff's alpha (nominal): 0." in said.out
    assert "(A - B)" in said.out
    cohen = qualcode("reliability", path, "--coefficient", "kappa")
    assert "undefined. This coefficient compares exactly two coders." in cohen.out


def test_a_file_of_spans_is_recognised_by_its_headings(tmp_path, qualcode):
    path = tmp_path / "spans.csv"
    path.write_text("coder,category,begin,end,length\nA,x,0,10,50\nB,x,5,10,50\n", "utf-8")
    (row,) = qualcode("reliability", path, "--coefficient", "f1", "--json").json
    assert row["value"] == pytest.approx(2 * 5 / 15)
    assert row["method"] == "An interval needs at least two documents that hold data."


@pytest.mark.parametrize("case", ["freelon_r203", "freelon_r305"])
def test_recals_own_files_give_recals_own_figures(tmp_path, qualcode, case):
    vectors = json.loads((DATA / "agreement_vectors.json").read_text("utf-8"))
    known = vectors if isinstance(vectors, list) else vectors["cases"]
    found = next(each for each in known if each["id"] == f"{case}__recal_bundle")
    rows = found["data"]["values"]
    head = ",".join(["unit", *"ABC"[: len(rows[0])]])
    lines = [",".join(map(str, [at, *row])) for at, row in enumerate(rows)]
    path = tmp_path / "units.csv"
    path.write_text("\n".join([head, *lines]), "utf-8")
    said = qualcode("reliability", path, "--program", "recal", "--json").json
    values = [row["figure"]["value"] for row in said]
    assert values == pytest.approx(list(found["expected"].values()), abs=1e-6)


def test_kalpha_shows_its_own_interval_and_targets(tmp_path, qualcode):
    path = tmp_path / "units.csv"
    path.write_text("unit;A;B\n1;1;1\n2;2;3\n3;3;3\n4;4;4\n5;2;2\n6;1;2\n7;3;3\n", "utf-8")
    ordinal = qualcode("reliability", path, "--program", "kalpha", "--level", "ordinal").out
    assert "KALPHA, Alpha (ordinal): 0." in ordinal
    assert "P(alpha < 0.80)" in ordinal
    spans = tmp_path / "spans.csv"
    spans.write_text("coder,category,begin,end,length\nA,x,0,10,50\nB,x,5,10,50\n", "utf-8")
    refused = qualcode("reliability", spans, "--program", "kalpha")
    assert refused.code == 2
    assert "units" in refused.err
