"""Facets by keys and mouse in the real window: strip, list, own facet."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from qualcode_app.services.coding import coding_rows
from qualcode_app.ui.dialogs.own_facet import OwnFacetDialog
from qualcode_app.ui.item_models.codings_table import Column
from tests.ui.facet_tools import code_words, numbers, open_kreekenburg, press, values

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def space(hand):
    return open_kreekenburg(hand)


@pytest.fixture
def code_it(hand, space):
    return partial(code_words, hand)


def groups(space) -> list[list[str]]:
    bar = space.strip.facets
    return [[each.words.value for each in named.group.segments] for named in bar.groups]


def test_three_keys_answer_what_is_asked_of_a_measure(hand, code_it):
    uid = code_it()
    press(hand, "M", "V", "3")
    assert values(hand, uid) == {
        "role": {"measure"},
        "direction": {"with_source"},
        "concreteness": {"3"},
    }


def test_the_strip_shows_what_is_asked_and_what_is_missing(hand, space, code_it):
    code_it()
    press(hand, "M")
    assert groups(space) == [
        ["diagnosis", "measure", "position"],
        ["with_source", "mixed", "against_source"],
        ["0", "1", "2", "3"],
    ]
    assert [named.group.is_hollow for named in space.strip.facets.groups] == [False, True, True]
    press(hand, "G", "0")
    assert not any(named.group.is_hollow for named in space.strip.facets.groups)
    chosen = [
        segment.words.value
        for named in space.strip.facets.groups
        for segment in named.group.segments
        if segment.isChecked()
    ]
    assert chosen == ["measure", "mixed", "0"]


def test_a_segment_does_by_click_what_its_key_does(hand, space, code_it, qtbot):
    uid = code_it()
    segment = space.strip.facets.groups[0].group.segments[1]
    assert segment.words.key == "M"
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert values(hand, uid) == {"role": {"measure"}}


def test_the_key_of_the_role_that_came_with_the_code_keeps_it_at_first(hand, space, code_it):
    uid = code_it("WON-2")
    assert values(hand, uid) == {"role": {"measure"}}
    press(hand, "M", "V", "3")
    assert values(hand, uid) == {
        "role": {"measure"},
        "direction": {"with_source"},
        "concreteness": {"3"},
    }
    press(hand, "M")
    assert "role" not in values(hand, uid)


def test_the_same_key_again_takes_a_role_off_that_came_with_the_code(hand, space, code_it):
    uid = code_it("WON-2")
    press(hand, "M")
    assert "again takes it off" in space.page.message.sentence.text()
    press(hand, "M")
    assert values(hand, uid) == {}


def test_poles_stand_on_the_keys_of_a_code_that_has_them(hand, space, code_it):
    uid = code_it("RUI-1")
    press(hand, "M", "T")
    assert values(hand, uid)["direction"] == {"pole_b"}
    code = hand.code("RUI-1")
    traits = space.facets.traits(code.uid)
    words = [segment.words.text for segment in space.strip.facets.groups[1].group.segments]
    assert (words[0], words[2]) == (traits.pole_a, traits.pole_b)


def test_a_passage_that_is_both_is_asked_for_both_directions(hand, space, code_it):
    uid = code_it()
    press(hand, "M", "V", "D", "G")
    assert values(hand, uid)["direction"] == {"with_source", "implicit"}


def test_every_key_is_one_step_back(hand, code_it):
    uid = code_it()
    press(hand, "M", "V", "3")
    stack = hand.window.workspace.undo_stack
    stack.undo()
    assert "concreteness" not in values(hand, uid)
    stack.undo()
    stack.undo()
    assert values(hand, uid) == {}
    for _ in range(3):
        stack.redo()
    assert values(hand, uid)["concreteness"] == {"3"}


def test_a_digit_codes_a_selection_and_is_a_step_on_a_coding(hand, space, code_it):
    uid = code_it()
    press(hand, "1")
    assert values(hand, uid) == {}
    assert "press M first" in space.page.message.sentence.text()
    assert hand.window.viewing.active_uid == uid


def test_without_a_coding_the_keys_say_what_they_need(hand, space):
    hand.window.viewing.activate("")
    press(hand, "V")
    assert "Click a coding first" in space.page.message.sentence.text()


def test_another_code_names_what_it_has_no_place_for_and_undo_brings_it_back(hand, space, code_it):
    uid = code_it()
    press(hand, "M", "V", "3")
    before = values(hand, uid)
    space.hand.assign(hand.code("RUI-1").uid)
    assert values(hand, uid) == {"role": {"measure"}, "concreteness": {"3"}}
    assert "Direction was left out" in space.page.message.sentence.text()
    hand.window.workspace.undo_stack.undo()
    assert values(hand, uid) == before


def facet_column(space, key: str) -> int:
    keys = [facet.key for facet in space.listed.model.facets]
    return len(Column) + keys.index(key)


def test_the_list_shows_facets_and_counts_what_is_missing(hand, space, code_it):
    uid = code_it()
    press(hand, "M", "V")
    model = space.listed.model
    number = model.number_of(uid)
    shown = {
        key: model.index(number, facet_column(space, key)).data()
        for key in ("role", "direction", "concreteness")
    }
    assert shown == {"role": "measure", "direction": "with the source", "concreteness": ""}
    facet = next(facet for facet in space.facets.facets if facet.key == "concreteness")
    space.listed.show_without(facet.uid)
    assert [row.uid for row in model.rows()] == [uid]
    press(hand, "2")
    assert model.rowCount() == 0


def test_a_chip_filters_by_click_and_clears_again(hand, space, code_it, qtbot):
    code_it()
    listed = space.listed
    role = next(facet for facet in space.facets.facets if facet.key == "role")
    chip = listed.head.chips[role.uid]
    everything = listed.model.rowCount()
    n = sum(role.uid in space.facets.missing(row) for row in listed.model.rows())
    assert f"({n})" in chip.accessibleName()
    assert str(n) in chip.text()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert listed.model.rowCount() == n
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert listed.model.rowCount() == everything


def test_a_cell_opens_a_menu_that_sets_all_marked_codings(hand, space, qtbot):
    listed = space.listed
    rows = list(listed.model.rows())[:3]
    listed.table.clearSelection()
    listed.mark_all([row.uid for row in rows])
    column = facet_column(space, "role")
    listed.table.setCurrentIndex(listed.model.index(0, column))
    listed.mark_all([row.uid for row in rows])
    listed.table.setFocus()
    qtbot.keyClick(listed.table, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    (measure,) = [action for action in menu.actions() if action.text() == "measure"]
    measure.trigger()
    menu.close()
    assert all("measure" in values(hand, row.uid)["role"] for row in rows)
    hand.window.workspace.undo_stack.undo()
    assert not any("measure" in values(hand, row.uid).get("role", ()) for row in rows)


def test_marked_codings_get_another_code_as_one_step(hand, space):
    listed = space.listed
    seen: set = set()
    rows = [
        row
        for row in listed.model.rows()
        if row.anchor not in seen and not seen.add(row.anchor) and row.code_key != "MOB-3"
    ][:3]
    hand.window.viewing.activate("")
    listed.table.clearSelection()
    listed.mark_all([row.uid for row in rows])
    space.hand.assign(hand.code("MOB-3").uid)
    workspace = hand.window.workspace
    after = workspace.read(coding_rows.rows, uids=[row.uid for row in rows])
    assert {row.code_key for row in after} == {"MOB-3"}
    workspace.undo_stack.undo()
    after = workspace.read(coding_rows.rows, uids=[row.uid for row in rows])
    assert {row.uid: row.code_key for row in after} == {row.uid: row.code_key for row in rows}


def test_a_number_is_typed_in_its_cell(hand, space, code_it):
    uid = code_it()
    press(hand, "M")
    model = space.listed.model
    index = model.index(model.number_of(uid), facet_column(space, "number"))
    assert model.setData(index, "anderhalf miljoen euro in 2027")
    (number,) = numbers(hand, uid)
    assert (number.value_min, number.unit, number.year) == (Decimal(1_500_000), "euro", 2027)
    model.setData(index, "")
    assert numbers(hand, uid) == ()


def test_codes_keep_their_counts_when_the_codebook_gets_a_facet(hand, space):
    codes = space.codes.model
    before = {row.uid: row.n_codings for row in codes.rows}
    offered = space.codes.pinned.model().rowCount()
    assert any(before.values())
    assert offered
    hand.window.actions_["own_facet"].trigger()
    dialog = hand.window.findChild(OwnFacetDialog)
    dialog.name.setText("Tone")
    dialog.options.setPlainText("warm\ncool")
    dialog.accept()
    assert {row.uid: row.n_codings for row in codes.rows} == before
    assert space.codes.pinned.model().rowCount() == offered


def test_an_own_facet_is_asked_in_the_drawer_and_has_a_column(hand, space, code_it, qtbot):
    hand.window.actions_["own_facet"].trigger()
    dialog = hand.window.findChild(OwnFacetDialog)
    dialog.accept()
    assert dialog.message.isVisible()
    dialog.name.setText("Target group")
    dialog.options.setPlainText("young\nold")
    dialog.many.setChecked(True)
    dialog.accept()
    own = hand.space.facets.facets[-1]
    assert (own.label_en, own.many) == ("Target group", True)
    assert own in space.listed.model.facets
    uid = code_it()
    press(hand, "F")
    for key in ("o1", "o2"):
        space.drawer.option_chosen.emit(own.uid, key)
    assert values(hand, uid)[own.key] == {"o1", "o2"}
