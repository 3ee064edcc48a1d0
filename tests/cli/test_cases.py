"""Cases and groups on the command line."""

from __future__ import annotations

import pytest

SHEET = """Gemeente;Gemeentecode;Golf;Corpus;Reden;Groep: Grootte;Kleur
gemeente Lindewater;0101;2026;in;;Klein;a
Oostervaart;102;2026;uit;Nog niet vastgesteld;Groot;b
Kreekenborg;103;2026;in;;Groot;c
"""


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "gemeenten.csv"
    path.write_text(SHEET, "utf-8")
    return path


def test_a_plan_tells_how_each_name_was_matched_and_changes_nothing(qualcode, project_file, sheet):
    said = qualcode("cases", "import", project_file, sheet, "--plan", "--json").json
    assert [line["how"] for line in said["lines"]] == ["spelling", "name", "doubt"]
    assert said["lines"][2]["candidates"] == ["Kreekenburg"]
    assert qualcode("groups", "list", project_file, "--json").json == []


def test_a_doubt_stops_the_import_until_it_is_settled(qualcode, project_file, sheet):
    refused = qualcode("cases", "import", project_file, sheet)
    assert (refused.code, refused.out) == (2, "")
    assert "Kreekenborg" in refused.err
    done = qualcode(
        *("cases", "import", project_file, sheet),
        *("--same", "Kreekenborg", "Kreekenburg", "--leave", "Kleur"),
    )
    assert done.code == 0
    assert "Columns left out: Kleur." in done.out
    assert "Imported 3 of 3 lines." in done.out
    rows = {row["case"]: row for row in qualcode("cases", "list", project_file, "--json").json}
    assert rows["Oostervaart"]["state"] == "out"
    assert rows["Oostervaart"]["reason"] == "Nog niet vastgesteld"
    assert rows["Lindewater"]["groups"] == ["Klein"]
    listed = qualcode("groups", "list", project_file, "--json").json
    assert {(row["title"], row["documents"]) for row in listed} == {
        ("2026", 2),
        ("Klein", 1),
        ("Groot", 1),
    }


def test_an_import_is_withdrawn_like_any_batch(qualcode, project_file, sheet):
    arguments = ("cases", "import", project_file, sheet, "--skip", "Kreekenborg", "--json")
    uid = qualcode(*arguments).json["batch"]
    assert qualcode("batches", project_file, "--withdraw", uid).code == 0
    assert qualcode("groups", "list", project_file, "--json").json == []


@pytest.mark.parametrize(
    "option", [("--same", "Elders", "Kreekenburg"), ("--group", "Maat"), ("--new", "Elders")]
)
def test_an_option_that_fits_no_line_or_column_is_refused(qualcode, project_file, sheet, option):
    said = qualcode("cases", "import", project_file, sheet, *option)
    assert said.code == 2
    assert option[1] in said.err


def test_documents_go_out_with_a_reason_and_in_again(qualcode, project_file):
    title = "Lindewater 2026"
    done = qualcode("cases", "out", project_file, title, "--reason", "Dubbel", "--json")
    assert done.json == {"changed": 1, "in_corpus": 2}
    assert qualcode("cases", "out", project_file, title).code == 2
    pointed = qualcode("cases", "outside", project_file, "Zo ook in Lindewater.").out
    assert pointed == "Lindewater\tDubbel\n"
    assert qualcode("cases", "in", project_file, title, "--json").json["in_corpus"] == 3
    assert "Every case counts." in qualcode("cases", "outside", project_file).out


def test_a_case_gets_names_groups_and_values(qualcode, project_file):
    assert qualcode("groups", "add", project_file, "Grootte", "Klein", "Groot").code == 0
    assert qualcode("groups", "attribute", project_file, "Inwoners", "--kind", "number").code == 0
    said = qualcode(
        *("cases", "set", project_file, "lindewater", "--code", "101", "--alias", "Lindestad"),
        *("--group", "Grootte", "Klein (–2021); Groot (2022–)", "--attribute", "Inwoners", "12,5"),
        "--json",
    )
    assert said.json == {"case": "Lindewater", "code": "0101", "aliases": ["Lindestad"]}
    listed = qualcode("cases", "list", project_file, "--group", "groot", "--json").json
    assert [row["case"] for row in listed] == ["Lindewater"]
    refused = qualcode("cases", "set", project_file, "0101", "--attribute", "Inwoners", "veel")
    assert "no number" in refused.err


def test_an_unknown_name_makes_a_case_without_document(qualcode, project_file):
    assert qualcode("cases", "set", project_file, "Havenmond").code == 0
    assert "Havenmond\t\t\t\tno document" in qualcode("cases", "list", project_file).out


def test_a_document_is_placed_in_case_wave_and_time(qualcode, project_file):
    said = qualcode(
        *("cases", "place", project_file, "Lindewater 2026", "--case", "gemeente Oostervaart"),
        *("--wave", "2026", "--date", "21-3-2026", "--json"),
    )
    assert (said.json["row"]["case"], said.json["row"]["wave"]) == ("Oostervaart", "2026")
    listed = qualcode("cases", "list", project_file, "--wave", "2026", "--json").json
    assert [row["document"] for row in listed] == ["Lindewater 2026"]
    wave = qualcode("groups", "wave", project_file, "2026", "--from", "2026-03-18", "--json")
    assert wave.json == {"wave": "2026", "from": "2026-03-18", "to": ""}


def test_a_grouping_is_removed(qualcode, project_file):
    qualcode("groups", "add", project_file, "Grootte", "Klein")
    assert (
        qualcode("groups", "add", project_file, "grootte", "Groot").out == "Grootte: Klein, Groot\n"
    )
    assert qualcode("groups", "remove", project_file, "Grootte").code == 0
    assert qualcode("groups", "list", project_file).out == (
        "There are no waves, groups or attributes.\n"
    )


def test_an_exported_register_is_imported_again_without_a_change(
    qualcode, project_file, sheet, tmp_path
):
    qualcode("cases", "import", project_file, sheet, "--same", "Kreekenborg", "Kreekenburg")
    qualcode("cases", "set", project_file, "Havenmond", "--alias", "Havenstad")
    qualcode("cases", "set", project_file, "Lindewater", "--group", "Grootte", "Klein (–2021)")
    target = tmp_path / "corpus.csv"
    assert qualcode("cases", "export", project_file, target).code == 0
    before = qualcode("cases", "list", project_file, "--json").json
    printed = qualcode("cases", "export", project_file, "--json").json
    again = qualcode("cases", "import", project_file, target)
    assert (again.code, again.err) == (0, "")
    assert qualcode("cases", "list", project_file, "--json").json == before
    assert qualcode("cases", "export", project_file, "--json").json == printed
