"""Matrix, questions and codes near each other by command, on the sample."""

from __future__ import annotations

import csv
import io

import openpyxl


def test_the_matrix_is_csv_with_n_of_n(project_file, qualcode):
    said = qualcode("matrix", project_file, "--level", "1", "--language", "en")
    rows = {row["Code"]: row for row in csv.DictReader(io.StringIO(said.out))}
    assert said.code == 0
    assert rows["WON"]["n"] == rows["WON"]["N"] == "3"
    assert int(rows["WON"]["Oostervaart"]) > 0
    assert rows["WON"]["%"] == "100.0"


def test_the_matrix_as_a_workbook_has_every_cell_with_its_state(project_file, tmp_path, qualcode):
    target = tmp_path / "matrix.xlsx"
    said = qualcode("matrix", project_file, "--measure", "share", "--out", target, "--json")
    assert said.json["rows"] > 70
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["Matrix", "Cellen"]
    states = {row[3] for row in book["Cellen"].iter_rows(min_row=2, values_only=True)}
    assert {"komt voor", "gelezen, komt niet voor"} <= states


def test_a_question_prints_its_sentence(project_file, qualcode):
    said = qualcode("ask", project_file, "all_of", "WON", "--language", "en")
    assert said.out.startswith("All 3 documents read say something about ‘")
    found = qualcode("ask", project_file, "all_of", "WON", "--json").json
    assert found["lines"][0]["of"] == 3
    assert len(found["lines"][0]["names"]) == 3


def test_a_question_within_a_document_named_by_its_case(project_file, qualcode):
    said = qualcode("ask", project_file, "profile", "--in", "gemeente Oostervaart")
    assert said.out.startswith("In Oostervaart staat iets over ")
    wrong = qualcode("ask", project_file, "profile", "--in", "Nergenshuizen")
    assert (wrong.code, wrong.err.count("\n")) == (2, 1)
    assert "Nergenshuizen" in wrong.err


def test_an_answer_as_a_sheet_names_the_documents(project_file, tmp_path, qualcode):
    target = tmp_path / "antwoord.csv"
    said = qualcode("ask", project_file, "none_of", "WON-2", "--out", target)
    text = target.read_text("utf-8-sig")
    assert said.out.strip() in text
    assert text.splitlines()[0] == "Over;Document;Stand;n;N;Waarde"


def test_a_word_for_how_many_is_held_against_the_numbers(project_file, qualcode):
    question = ("ask", project_file, "all_of", "ZOR-8", "--draft")
    wrong = qualcode(*question, "Vrijwel alle akkoorden noemen dit.")
    assert wrong.err.strip() == "“vrijwel alle” does not fit 1 of 3."
    assert qualcode(*question, "Een deel van de akkoorden noemt dit.").err == ""


def test_words_of_the_text(project_file, qualcode):
    said = qualcode("ask", project_file, "words", "woningen", "--language", "en")
    assert said.out.startswith("The word ‘woningen’ is in 3 of the 3 documents (")


def test_codes_near_each_other(project_file, qualcode):
    said = qualcode("together", project_file, "--near", "document", "--level", "1", "--json")
    pair = next(r for r in said.json if {r["Code"], r["Met code"]} == {"WON", "MOB"})
    assert pair["n"] == pair["N"] == 3


def test_what_cannot_be_asked_is_one_clear_line(project_file, qualcode):
    for arguments in (
        ("ask", project_file, "all_of"),
        ("ask", project_file, "all_of", "NIX-9"),
        ("ask", project_file, "groups", "WON", "--by", "Grootte"),
        ("ask", project_file, "all_of", "WON", "--at-least", "9"),
        ("ask", project_file, "values", "WON", "--facet", "kleur"),
        ("matrix", project_file, "--out", "x.txt"),
    ):
        said = qualcode(*arguments)
        assert (said.code, said.err.count("\n")) == (2, 1), arguments


def test_the_words_for_how_many_of_a_project_stay_with_it(project_file, qualcode):
    question = ("ask", project_file, "all_of", "ZOR-8")
    scale = "0: geen / none; 40: een paar / a few; 100: veel / many"
    assert "In woorden: een paar (1 van 3)." in qualcode(*question, "--scale", scale).out
    assert "In words: a few (1 of 3)." in qualcode(*question, "--language", "en").out
    wrong = qualcode(*question, "--scale", "40: een paar / a few")
    assert (wrong.code, wrong.err.count("\n")) == (2, 1)
    assert "In woorden" not in qualcode(*question, "--scale", "").out


def test_a_code_became_another_and_it_is_taken_back(project_file, qualcode):
    assert qualcode("became", project_file).out == "No code became another.\n"
    assert qualcode("became", project_file, "WON-1", "WON-2", "--as", "part").out == (
        "WON-1\tpart\tWON-2\n"
    )
    (row,) = qualcode("became", project_file, "--json").json
    assert (row["old_key"], row["kind"], row["new_key"]) == ("WON-1", "merge", "WON-2")
    gone = qualcode("became", project_file, "WON-1", "WON-2", "--remove")
    assert (gone.code, gone.out) == (0, "No code became another.\n")
    for wrong in (
        ("WON-1", "WON-2", "--remove"),
        ("WON-1", "WON-1"),
        ("WON-1", "NIETS"),
        ("WON-1",),
    ):
        said = qualcode("became", project_file, *wrong)
        assert (said.code, said.out) == (2, "")


def test_attention_by_words_per_theme_and_group(project_file, tmp_path, qualcode):
    sheet = tmp_path / "groepen.csv"
    sheet.write_text(
        "Gemeente;Groep: Grootte\nLindewater;Klein\nKreekenburg;Klein\nOostervaart;Groot\n", "utf-8"
    )
    assert qualcode("cases", "import", project_file, sheet).code == 0
    asked = ("attention", project_file, "--by", "Grootte")
    rows = {row["Code"]: row for row in csv.DictReader(io.StringIO(qualcode(*asked).out))}
    small, large = int(rows["WON"]["Klein: woorden"]), int(rows["WON"]["Groot: woorden"])
    assert int(rows["WON"]["Alle documenten: woorden"]) == small + large > 0
    assert 0 < float(rows["WON"]["Groot: %"]) < 100
    book = tmp_path / "aandacht.xlsx"
    assert qualcode(*asked, "--out", book).code == 0
    assert openpyxl.load_workbook(book).sheetnames == ["Aandacht", "Groepen"]
    wrong = qualcode("attention", project_file, "--by", "Kleur")
    assert (wrong.code, wrong.err.count("\n")) == (2, 1)
