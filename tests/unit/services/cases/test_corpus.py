"""The register of the corpus: what counts, and by what."""

from __future__ import annotations

from datetime import date

import pytest

from qualcode_app.domain.errors import RefusedChange
from qualcode_app.services.cases import case_edits, group_edits
from qualcode_app.services.cases.case_rows import WaveRow
from qualcode_app.services.cases.group_edits import Term

SAMPLES = ["Kreekenburg", "Lindewater", "Oostervaart"]


@pytest.fixture
def sized(register):
    """The samples in a system whose groups changed in 2022."""
    register.do(group_edits.add_system, "Grootte", ["Klein", "Groot"])
    register.do(group_edits.add_wave, "2018", date(2018, 3, 21), date(2022, 3, 15))
    register.do(group_edits.add_wave, "2022", date(2022, 3, 16))
    terms = [
        Term(register.group("Grootte", "Klein").uid, None, date(2021, 12, 31)),
        Term(register.group("Grootte", "Groot").uid, date(2022, 1, 1), None),
    ]
    case, system = register.case("Lindewater"), register.system("Grootte")
    register.do(group_edits.set_terms, case.uid, "case", system.uid, terms)
    return register


def in_wave(register, title: str) -> None:
    document = register.document("Lindewater")
    register.do(group_edits.place_in_wave, document.uid, title)


def test_documents_taken_in_count_and_know_their_case(register):
    found = register.now
    assert [one.name for one in found.documents] == SAMPLES
    assert all(one.state == "in" and one.n_words > 3000 for one in found.documents)
    assert found.out == found.undecided == ()
    assert found.without_document == ()


def test_a_document_goes_out_with_a_reason_and_no_longer_counts(register):
    uid = register.document("Lindewater").uid
    register.do(case_edits.set_state, [uid], "out", "Nog niet vastgesteld")
    found = register.now
    assert [one.name for one in found.documents] == ["Kreekenburg", "Oostervaart"]
    assert [(one.name, one.out_reason) for one in found.out] == [
        ("Lindewater", "Nog niet vastgesteld")
    ]
    assert [case.name for case in found.without_document] == ["Lindewater"]


def test_out_of_the_corpus_without_a_reason_is_refused(register):
    with pytest.raises(RefusedChange, match="needs a reason"):
        register.do(case_edits.set_state, [register.document("Lindewater").uid], "out", "  ")
    assert len(register.now.documents) == 3


def test_a_document_taken_in_again_loses_its_reason(register):
    uid = register.document("Lindewater").uid
    register.do(case_edits.set_state, [uid], "out", "Nog niet vastgesteld")
    register.do(case_edits.set_state, [uid], "in")
    assert register.document("Lindewater").out_reason == ""


def test_an_undecided_document_is_told_apart_and_does_not_count(register):
    register.do(case_edits.set_state, [register.document("Lindewater").uid], "open")
    found = register.now
    assert [one.name for one in found.undecided] == ["Lindewater"]
    assert len(found.documents) == 2


@pytest.mark.parametrize(("wave", "group"), [("2018", "Klein"), ("2022", "Groot")])
def test_the_groups_are_those_on_the_first_day_of_the_wave(sized, wave, group):
    in_wave(sized, wave)
    assert sized.groups_of("Lindewater", "Grootte") == [group]
    assert [one.name for one in sized.now.of_wave(sized.wave(wave).uid)] == ["Lindewater"]


def test_without_any_date_the_groups_that_have_not_ended_hold(sized):
    assert sized.groups_of("Lindewater", "Grootte") == ["Groot"]


def test_the_documents_own_date_counts_where_the_wave_has_none(sized):
    document = sized.document("Lindewater")
    sized.do(case_edits.set_date, document.uid, "2019-05-01")
    assert sized.groups_of("Lindewater", "Grootte") == ["Klein"]


def test_a_term_holds_on_its_first_and_last_day(sized):
    wave = sized.wave("2018")
    in_wave(sized, "2018")
    for day, group in ((date(2021, 12, 31), "Klein"), (date(2022, 1, 1), "Groot")):
        sized.do(group_edits.change_wave, WaveRow(wave.uid, "2018", day))
        assert sized.groups_of("Lindewater", "Grootte") == [group]


def test_groups_of_the_document_take_the_place_of_its_cases(sized):
    document, system = sized.document("Lindewater"), sized.system("Grootte")
    own = [Term(sized.group("Grootte", "Klein").uid)]
    sized.do(group_edits.set_terms, document.uid, "document", system.uid, own)
    assert sized.groups_of("Lindewater", "Grootte") == ["Klein"]


def test_a_case_may_be_in_several_groups_of_one_system_at_once(sized):
    case, system = sized.case("Oostervaart"), sized.system("Grootte")
    terms = [Term(sized.group("Grootte", title).uid) for title in ("Klein", "Groot")]
    sized.do(group_edits.set_terms, case.uid, "case", system.uid, terms)
    assert sorted(sized.groups_of("Oostervaart", "Grootte")) == ["Groot", "Klein"]
    for title in ("Klein", "Groot"):
        counted = sized.now.of_group(sized.group("Grootte", title).uid)
        assert "Oostervaart" in [one.name for one in counted]


def test_a_group_without_documents_stays_in_the_register(sized):
    sized.do(group_edits.add_group, sized.system("Grootte").uid, "Eiland")
    assert [group.title for group in sized.system("Grootte").groups] == ["Klein", "Groot", "Eiland"]
    assert sized.now.of_group(sized.group("Grootte", "Eiland").uid) == ()


def test_a_document_out_of_the_corpus_counts_for_no_group(sized):
    document = sized.document("Lindewater")
    sized.do(case_edits.set_state, [document.uid], "out", "Dubbel")
    assert sized.now.of_group(sized.group("Grootte", "Groot").uid) == ()
