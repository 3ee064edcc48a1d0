"""Acts on cases, waves, groups and attributes: what they do, refuse and take back."""

from __future__ import annotations

import shutil
from datetime import date
from decimal import Decimal

import pytest

from qualcode_app.domain.errors import RefusedChange
from qualcode_app.services.cases import attribute_edits, case_edits, case_rows, group_edits
from qualcode_app.services.cases.case_rows import CaseRow
from qualcode_app.services.cases.group_edits import Term
from qualcode_app.services.merging import merging
from qualcode_app.services.store import journal
from qualcode_app.services.store.project import Project


def test_a_case_gets_other_names_and_its_code(register):
    case = register.case("Lindewater")
    row = CaseRow(case.uid, "Lindewater", "GM123", case.kind, ("Lindewaeter", "Lindewater"))
    register.do(case_edits.change_case, row)
    assert register.case("Lindewater").code == "0123"
    assert register.case("Lindewater").aliases == ("Lindewaeter",)


@pytest.mark.parametrize("name", ["Oostervaart", "gemeente Oostervaart", "OOSTERVÁART"])
def test_two_cases_cannot_share_a_name(register, name):
    case = register.case("Lindewater")
    with pytest.raises(RefusedChange, match="Oostervaart"):
        register.do(case_edits.change_case, CaseRow(case.uid, "Lindewater", aliases=(name,)))


def test_two_cases_cannot_share_a_code(register):
    one, other = register.case("Lindewater"), register.case("Oostervaart")
    register.do(case_edits.change_case, CaseRow(one.uid, one.name, "123"))
    with pytest.raises(RefusedChange, match="0123"):
        register.do(case_edits.change_case, CaseRow(other.uid, other.name, "0123"))


def test_a_case_without_document_is_kept_and_told(register):
    register.do(case_edits.add_case, "Havenmond", "999")
    assert [case.name for case in register.now.without_document] == ["Havenmond"]
    assert len(register.now.documents) == 3


def test_a_name_of_a_renamed_case_is_free_again(register):
    case = register.case("Lindewater")
    register.do(case_edits.change_case, CaseRow(case.uid, "Lindemeer"))
    register.do(case_edits.add_case, "Lindewater")
    assert register.case("Lindewater").uid != case.uid


def test_a_document_is_placed_by_any_name_of_its_case(register):
    case, document = register.case("Lindewater"), register.document("Oostervaart")
    register.do(case_edits.change_case, CaseRow(case.uid, case.name, aliases=("Lindestad",)))
    register.do(case_edits.place_in_case, document.uid, "gemeente lindestad")
    assert [one.uid for one in register.now.of_case(case.uid)].count(document.uid) == 1


def test_a_case_with_documents_cannot_go(register):
    with pytest.raises(RefusedChange, match="1 documents"):
        register.do(case_edits.remove_case, register.case("Lindewater").uid)


def test_a_case_goes_and_comes_back_with_groups_and_attributes(register):
    register.do(case_edits.add_case, "Havenmond")
    register.do(group_edits.add_system, "Ligging", ["Kust"])
    register.do(attribute_edits.add, "Inwoners", "number", "case")
    case, system = register.case("Havenmond"), register.system("Ligging")
    term = Term(register.group("Ligging", "Kust").uid)
    register.do(group_edits.set_terms, case.uid, "case", system.uid, [term])
    register.do(attribute_edits.set_values, register.attribute("Inwoners"), case.uid, "12.000,5")
    before = register.now
    act = register.do(case_edits.remove_case, case.uid)
    assert (len(register.now.memberships), len(register.now.values)) == (0, 0)
    register.project.write(act.undo)
    assert register.now == before


def test_an_act_is_done_undone_and_done_again(register):
    before = register.now
    act = register.do(group_edits.add_system, "Grootte", ["Klein", "Groot"])
    after = register.now
    register.project.write(act.undo)
    assert register.now == before
    register.project.write(act.do)
    assert register.now == after


def test_a_change_taken_back_restores_aliases_and_dates(register):
    case, document = register.case("Lindewater"), register.document("Lindewater")
    register.do(case_edits.change_case, CaseRow(case.uid, case.name, "7", aliases=("Linde",)))
    before = register.now
    named = register.do(case_edits.change_case, CaseRow(case.uid, "Anders"))
    placed = register.do(case_edits.set_date, document.uid, "2020-01-01")
    register.project.write(placed.undo)
    register.project.write(named.undo)
    assert register.now == before


def test_a_wave_goes_and_its_documents_stay_without_one(register):
    register.do(group_edits.add_wave, "2018", date(2018, 1, 1))
    document = register.document("Lindewater")
    register.do(group_edits.place_in_wave, document.uid, "2018")
    act = register.do(group_edits.remove_wave, register.wave("2018").uid)
    assert register.document("Lindewater").wave is None
    register.project.write(act.undo)
    assert register.document("Lindewater").wave.title == "2018"


def test_a_wave_that_ends_before_it_begins_is_refused(register):
    with pytest.raises(RefusedChange, match="ends before"):
        register.do(group_edits.add_wave, "2018", date(2018, 1, 1), date(2017, 1, 1))


def test_groups_move_in_their_system(register):
    register.do(group_edits.add_system, "Grootte", ["Groot", "Klein", "Middel"])
    register.do(group_edits.move_group, register.group("Grootte", "Middel").uid, -1)
    assert [one.title for one in register.system("Grootte").groups] == ["Groot", "Middel", "Klein"]


def test_a_system_goes_with_groups_and_memberships(register):
    register.do(group_edits.add_system, "Grootte", ["Groot"])
    case, system = register.case("Lindewater"), register.system("Grootte")
    term = Term(register.group("Grootte", "Groot").uid)
    register.do(group_edits.set_terms, case.uid, "case", system.uid, [term])
    register.do(group_edits.remove_system, system.uid)
    assert register.now.systems == register.now.memberships == ()


def test_a_term_that_ends_before_it_begins_is_refused(register):
    register.do(group_edits.add_system, "Grootte", ["Groot"])
    case, group = register.case("Lindewater"), register.group("Grootte", "Groot")
    term = Term(group.uid, date(2022, 1, 1), date(2021, 1, 1))
    with pytest.raises(RefusedChange, match="Turn them round"):
        register.do(group_edits.set_terms, case.uid, "case", group.system_uid, [term])


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        ("text", "VVD", "VVD"),
        ("number", "12,5", Decimal("12.5")),
        ("date", "21-3-2018", date(2018, 3, 21)),
        ("truth", "nee", False),
    ],
)
def test_an_attribute_keeps_values_of_its_kind(register, kind, typed, value):
    register.do(attribute_edits.add, "Eigenschap", kind, "case")
    case = register.case("Lindewater")
    register.do(attribute_edits.set_values, register.attribute("Eigenschap"), case.uid, typed)
    assert register.values_of("Lindewater", "Eigenschap") == [value]


def test_an_attribute_of_several_values_keeps_their_order(register):
    register.do(attribute_edits.add, "Partijen", "text", "document", many=True)
    document, row = register.document("Lindewater"), register.attribute("Partijen")
    register.do(attribute_edits.set_values, row, document.uid, "Linde Lokaal; Partij B; Partij A")
    assert register.values_of("Lindewater", "Partijen") == ["Linde Lokaal", "Partij B", "Partij A"]
    register.do(attribute_edits.set_values, row, document.uid, "Partij A")
    assert register.values_of("Lindewater", "Partijen") == ["Partij A"]


def test_a_value_of_another_kind_is_refused(register):
    register.do(attribute_edits.add, "Inwoners", "number", "case")
    case = register.case("Lindewater")
    with pytest.raises(RefusedChange, match="no number"):
        register.do(attribute_edits.set_values, register.attribute("Inwoners"), case.uid, "veel")


def test_two_people_who_make_the_same_groups_make_one(register, tmp_path):
    copy = tmp_path / "other.qualcode"
    shutil.copy(register.project.path, copy)
    with Project.open(copy) as other:
        for project in (register.project, other):
            project.write(group_edits.add_system, "Grootte", ["Klein", "Groot"])
            project.write(group_edits.add_wave, "2018", date(2018, 3, 21))
            project.write(attribute_edits.add, "Inwoners", "number", "case")
            case = project.read(case_rows.cases)[0]
            system = project.read(case_rows.group_systems)[0]
            term = Term(system.groups[0].uid)
            project.write(group_edits.set_terms, case.uid, "case", system.uid, [term])
            (row,) = project.read(case_rows.attributes)
            project.write(attribute_edits.set_values, row, case.uid, "12")
    plan = merging.prepare(register.project, [copy])
    assert plan.clashes == ()
    merging.carry_out(register.project, plan)
    assert len(register.now.systems) == len(register.now.waves) == 1
    assert len(register.now.memberships) == len(register.now.values) == 1


def test_every_act_and_its_undo_leave_a_link_in_the_log(register):
    heads = [register.project.read(journal.head)]
    act = register.do(case_edits.add_case, "Havenmond")
    heads.append(register.project.read(journal.head))
    register.project.write(act.undo)
    heads.append(register.project.read(journal.head))
    assert len(set(heads)) == 3


def test_typed_groups_with_days_are_kept_and_new_ones_made(register):
    register.do(group_edits.add_system, "Grootte", ["Klein"])
    case, system = register.case("Lindewater"), register.system("Grootte")
    typed = "klein (–2021); Groot (2022–)"
    register.do(group_edits.set_typed, case.uid, "case", system.uid, typed)
    assert [group.title for group in register.system("Grootte").groups] == ["Klein", "Groot"]
    assert len(register.now.memberships) == 2
    register.do(group_edits.set_typed, case.uid, "case", system.uid, "")
    assert register.now.memberships == ()


def test_a_typed_wave_is_found_or_made(register):
    for case, title in (("Lindewater", "Golf 2018"), ("Oostervaart", "golf 2018")):
        register.do(group_edits.place_in_wave, register.document(case).uid, title)
    (wave,) = register.now.waves
    assert len(register.now.of_wave(wave.uid)) == 2
    register.do(group_edits.place_in_wave, register.document("Lindewater").uid, "")
    assert register.document("Lindewater").wave is None


def test_a_typed_date_is_read_and_taken_away(register):
    uid = register.document("Lindewater").uid
    register.do(case_edits.set_date, uid, "21 maart 2018")
    assert register.document("Lindewater").dated == date(2018, 3, 21)
    register.do(case_edits.set_date, uid, "")
    assert register.document("Lindewater").dated is None
