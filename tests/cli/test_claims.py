"""Findings by command: kept from a question, listed, asked again, contradicted, exported."""

from __future__ import annotations

import openpyxl
import pytest

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import codings
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project


@pytest.fixture
def kept(project_file, qualcode):
    """The sample with the finding that one document says something of its own."""
    said = qualcode("ask", project_file, "all_of", "ZOR-8", "--keep", "--language", "en")
    assert said.code == 0
    return project_file


def code_elsewhere(path) -> None:
    """Code ZOR-8 in a document that did not have it."""
    with Project.open(path) as there:
        text = next(row for row in there.read(documents.rows) if row.case_name == "Oostervaart")
        code_uid = next(row.uid for row in there.read(codebook.rows) if row.key == "ZOR-8")
        coder, round_ = there.read(people.coders)[0], there.read(people.rounds)[0]
        there.author_uid = coder.uid
        place = TextAnchor(1000, 1080)
        new = NewCoding(text.revision_uid, round_.uid, coder.uid, code_uid, place)
        there.write(codings.add, new)


def test_an_answer_is_kept_and_listed_with_how_it_stands(kept, qualcode):
    said = qualcode("claims", "list", kept, "--language", "en")
    number, state, sentence = said.out.strip().split("\t")
    assert (number, state) == ("1", "Still true")
    assert sentence.startswith("Only Lindewater says something about ")
    again = qualcode("ask", kept, "all_of", "ZOR-8", "--keep", "--language", "en")
    assert (again.code, again.err.count("\n")) == (2, 1)


def test_a_recheck_tells_what_came_and_confirming_ends_it(kept, qualcode):
    assert qualcode("claims", "recheck", kept).out.strip() == "Every finding is still true."
    code_elsewhere(kept)
    told = qualcode("claims", "recheck", kept, "--language", "en").out.splitlines()
    assert told[0].split("\t")[1] == "Changed"
    assert told[1].startswith("\tthen: Only Lindewater")
    assert told[2].startswith("\tnow: 2 of the 3 documents read")
    assert told[3:] == ["\t+ Oostervaart"]
    facts = qualcode("claims", "recheck", kept, "1", "--json").json
    assert facts[0]["moves"][0]["came"] == ["Oostervaart"]
    words = "Two of the three documents speak of it."
    assert qualcode("claims", "recheck", kept, "--confirm", "--sentence", words).code == 0
    assert qualcode("claims", "list", kept, "--json").json[0]["sentence"] == words
    assert qualcode("claims", "recheck", kept, "--json").json == []


def test_contradictions_tell_both_sides_with_passages(kept, qualcode):
    assert qualcode("claims", "contradictions", kept).out == "Nothing contradicts anything.\n"
    code_elsewhere(kept)
    (clash,) = qualcode("claims", "contradictions", kept, "--language", "en", "--json").json
    assert clash["check"] == "only"
    assert [side["finding"] for side in clash["sides"]] == [1, None]
    assert clash["sides"][1]["passages"][0]["document"] == "Oostervaart"
    printed = qualcode("claims", "contradictions", kept, "--language", "en").out
    assert printed.startswith("Only, and also elsewhere: The finding says only elsewhere;")
    assert "\t[1] Only Lindewater" in printed
    assert qualcode("claims", "contradictions", kept, "--check", "sum", "--json").json == []


def test_words_of_ones_own_are_kept_and_held_against_the_numbers(project_file, qualcode):
    draft = "Vrijwel alle akkoorden noemen dit."
    qualcode("ask", project_file, "all_of", "ZOR-8", "--keep", "--draft", draft)
    assert qualcode("claims", "list", project_file, "--json").json[0]["sentence"] == draft
    (clash,) = qualcode("claims", "contradictions", project_file, "--json").json
    assert clash["check"] == "quantifier"


def test_a_kept_search_without_a_hit_is_listed(project_file, qualcode):
    qualcode("search", project_file, "eenhoornweide", "--keep")
    (row,) = qualcode("claims", "list", project_file, "--json").json
    assert row["is_search"]
    assert row["sentence"] == "Het woord ‘eenhoornweide’ staat in geen van de 3 documenten."
    refused = qualcode("claims", "remove", project_file, "1")
    assert (refused.code, refused.err.count("\n")) == (2, 1)


def test_findings_go_to_a_workbook_with_numbers_as_numbers(kept, tmp_path, qualcode):
    code_elsewhere(kept)
    target = tmp_path / "bevindingen.xlsx"
    assert qualcode("claims", "list", kept, "--out", target).code == 0
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["Bevindingen", "Tegenspraken"]
    head, row = book["Bevindingen"].iter_rows(values_only=True)
    facts = dict(zip(head, row, strict=True))
    assert (facts["Stand"], facts["Erbij gekomen"]) == ("Gewijzigd", "Oostervaart")
    shares = [facts[name] for name in ("n toen", "N toen", "n nu", "N nu", "Tegenspraken")]
    assert shares == [1, 3, 2, 3, 1]
    _, clash = book["Tegenspraken"].iter_rows(values_only=True)
    assert clash[0] == "Alleen, en ook elders"
    assert "Oostervaart" in clash[6]


def test_a_finding_is_removed_by_its_number(kept, qualcode):
    wrong = qualcode("claims", "remove", kept, "7")
    assert (wrong.code, wrong.err.count("\n")) == (2, 1)
    assert qualcode("claims", "remove", kept, "1").out.startswith("Removed: Only Lindewater")
    assert qualcode("claims", "list", kept).out.startswith("No finding is kept yet.")
