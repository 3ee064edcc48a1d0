"""What rests on cases and documents that do not count is pointed out."""

from __future__ import annotations

import pytest

from qualcode_app.services.cases import case_edits, outside


@pytest.fixture
def narrowed(register):
    """Lindewater is out, Havenmond has no document."""
    document = register.document("Lindewater")
    register.do(case_edits.set_state, [document.uid], "out", "Niet vastgesteld")
    register.do(case_edits.add_case, "Havenmond", "", ["Havenstad"])
    return register


def test_a_case_named_in_a_sentence_that_does_not_count_is_pointed_out(narrowed):
    said = "In Oostervaart, gemeente Lindewater en Havenstad staat een streefgetal."
    found = outside.mentioned(narrowed.now, said)
    assert [one.case.name for one in found] == ["Lindewater", "Havenmond"]
    assert found[0].reason == "Niet vastgesteld"
    assert found[1].documents == ()


def test_a_sentence_on_cases_that_count_is_left_in_peace(narrowed):
    assert outside.mentioned(narrowed.now, "Oostervaart en Kreekenburg noemen het.") == ()


def test_a_case_with_one_of_two_documents_in_the_corpus_counts(narrowed):
    case, other = narrowed.case("Lindewater"), narrowed.document("Oostervaart")
    narrowed.do(case_edits.place_in_case, other.uid, case.name)
    assert outside.mentioned(narrowed.now, "Lindewater") == ()


def test_all_that_does_not_count_is_listed_with_its_reason(narrowed):
    assert {one.case.name: one.reason for one in outside.everything(narrowed.now)} == {
        "Havenmond": "",
        "Lindewater": "Niet vastgesteld",
    }


def test_codings_on_a_document_out_of_the_corpus_are_pointed_out(narrowed):
    (found,) = narrowed.project.read(outside.stray)
    assert found.title == "Lindewater 2026"
    assert found.n_codings > 50


def test_the_reason_of_a_case_without_document_is_set_changed_and_taken_away(narrowed):
    case = narrowed.case("Havenmond")
    narrowed.do(outside.set_reason, case.uid, "Niet gereed")
    assert outside.reason(narrowed.now, case.uid) == "Niet gereed"
    narrowed.do(outside.set_reason, case.uid, "Geen akkoord")
    (found,) = outside.mentioned(narrowed.now, "Havenmond")
    assert found.reason == "Geen akkoord"
    narrowed.do(outside.set_reason, case.uid, "")
    assert outside.reason(narrowed.now, case.uid) == ""
