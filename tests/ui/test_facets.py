"""Facets by keys and mouse in the real window: strip, more, list, own facet, not mentioned."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from qualcode_app.domain import facets as rules
from qualcode_app.domain import numbers as reading
from qualcode_app.domain.search_query import Query
from qualcode_app.services.coding import absence, coding_rows
from qualcode_app.services.search import search_runs
from qualcode_app.services.search.search_runs import NewRun
from qualcode_app.ui.dialogs.not_mentioned import NotMentionedDialog
from qualcode_app.ui.dialogs.own_facet import OwnFacetDialog
from qualcode_app.ui.item_models.codings_table import Column
from qualcode_app.ui.widgets.segments import Segment

WORDS = "Erfpacht overwegen we niet."
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def space(hand):
    """The coding work space with Kreekenburg open and nothing coded in WORDS."""
    space = hand.space
    row = next(row for row in space.documents.model.rows if "Kreekenburg" in row.title)
    hand.window.viewing.look_at(row.uid)
    return space


@pytest.fixture
def code_it(hand, space):
    """Codes WORDS with a code and returns the uid of the coding."""

    def act(key: str = "WON-5") -> str:
        hand.select(WORDS)
        space.hand.assign(hand.code(key).uid)
        return hand.window.viewing.active_uid

    return act


def values(hand, uid) -> dict[str, set[str]]:
    """Return the options of a coding by the key of their facet."""
    (row,) = hand.window.workspace.read(coding_rows.rows, uids=[uid])
    book = {facet.uid: facet.key for facet in hand.space.facets.facets}
    found: dict[str, set[str]] = {}
    for value in row.values:
        found.setdefault(book[value.facet_uid], set()).add(value.option_key or "number")
    return found


def numbers(hand, uid):
    (row,) = hand.window.workspace.read(coding_rows.rows, uids=[uid])
    number = next(facet for facet in hand.space.facets.facets if facet.key == "number")
    return rules.only(row.values, number.uid)


def press(hand, *keys: str) -> None:
    for key in keys:
        hand.key(getattr(Qt.Key, f"Key_{key}"))


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


def numbered_coding(hand, space) -> str:
    """Make active a coding of a passage with numbers."""
    row = next(
        row
        for row in space.listed.model.rows()
        if any(each.isdecimal() for each in row.quote.replace(".", "").split())
    )
    space.hand.show_coding(row.uid)
    return row.uid


def test_f_proposes_numbers_and_enter_takes_them(hand, space, qtbot):
    uid = numbered_coding(hand, space)
    press(hand, "M", "F")
    entry = space.drawer.entry
    assert space.drawer.isVisible()
    assert entry.fields["value"].hasFocus()
    proposed = entry.fields["value"].text()
    assert proposed
    qtbot.keyClick(entry.fields["value"], Qt.Key.Key_Return)
    (number,) = numbers(hand, uid)
    shown = rules.numbered(number)
    assert proposed in shown
    assert space.drawer.entry.fields["value"].text() != proposed
    qtbot.keyClick(space.drawer.entry.fields["value"], Qt.Key.Key_Escape)
    assert not space.drawer.isVisible()
    assert hand.view.hasFocus()


def test_each_number_of_the_passage_can_be_put_into_the_fields(hand, space, qtbot):
    """The first is not always the one that is meant."""
    hand.window.resize(1280, 800)
    row = next(row for row in space.listed.model.rows() if len(reading.read(row.quote)) > 1)
    space.hand.show_coding(row.uid)
    press(hand, "M", "F")
    drawer = space.drawer
    chips = [each for each in drawer.findChildren(QPushButton) if each.property("kind") == "chip"]
    assert len(chips) == len(reading.read(row.quote))
    qtbot.mouseClick(chips[1], Qt.MouseButton.LeftButton)
    value = drawer.entry.fields["value"]
    assert value.hasFocus()
    assert chips[1].text().removeprefix("≥ ").removeprefix("≤ ").startswith(value.text())
    qtbot.keyClick(value, Qt.Key.Key_Return)
    assert [rules.numbered(number) for number in numbers(hand, row.uid)] == [chips[1].text()]


def segments_in(drawer) -> list[Segment]:
    return [each for each in drawer.findChildren(Segment) if each.isVisible()]


def test_more_leaves_the_passage_in_sight_and_cuts_no_words(hand, space, code_it, qtbot):
    hand.window.resize(1280, 800)
    uid = code_it("WON-2")
    row = next(row for row in space.listed.model.rows() if row.uid == uid)
    bar, view = space.page.view.verticalScrollBar(), space.page.view
    place = view.scene.place_px(row.anchor)
    bar.setValue(round(place.bottom - view.viewport().height()) + 4)  # at the lower edge
    press(hand, "F")
    qtbot.waitUntil(lambda: segments_in(space.drawer) != [])

    def is_in_sight() -> None:
        top, height = bar.value(), view.viewport().height()
        assert top <= view.scene.place_px(row.anchor).top < top + height

    qtbot.waitUntil(is_in_sight)
    shown = segments_in(space.drawer)
    assert [each.words.text for each in shown if each.width() < each.needed_px] == []


def test_a_number_can_be_typed_and_taken_away(hand, space, code_it, qtbot):
    uid = code_it()
    press(hand, "M", "F")
    fields = space.drawer.entry.fields
    for key, typed in (("value", "8 tot 48"), ("unit", "euro"), ("year", "2030")):
        fields[key].setFocus()
        fields[key].clear()
        qtbot.keyClicks(fields[key], typed)
    qtbot.keyClick(fields["year"], Qt.Key.Key_Return)
    (number,) = numbers(hand, uid)
    assert (number.value_min, number.value_max) == (Decimal(8), Decimal(48))
    assert (number.unit, number.year) == ("euro", 2030)
    space.drawer.value_dropped.emit(number)
    assert numbers(hand, uid) == ()


def test_what_is_no_number_is_refused_in_words(hand, space, code_it, qtbot):
    code_it()
    press(hand, "M", "F")
    field = space.drawer.entry.fields["value"]
    field.clear()
    qtbot.keyClicks(field, "veel")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "No number can be read here" in space.page.message.sentence.text()


def test_instruments_go_together_and_new_or_continued_does_not(hand, space, code_it, qtbot):
    uid = code_it()
    press(hand, "M", "F")

    def click(value: str) -> None:
        QApplication.processEvents()  # what the drawer shows now
        for group in space.drawer.findChildren(type(space.strip.facets.groups[0].group)):
            for segment in group.segments:
                if segment.words.value == value and segment.isVisible():
                    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
                    return
        raise AssertionError(value)

    for value in ("money", "staff", "new", "continued"):
        click(value)
    assert values(hand, uid)["instrument"] == {"money", "staff"}
    assert values(hand, uid)["continuity"] == {"continued"}


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


def test_not_mentioned_needs_the_theme_to_be_read(hand, space, qtbot):
    workspace = hand.window.workspace
    code = next(
        row
        for row in space.codes.model.rows
        if row.level == 2
        and not any(one.code_uid == row.uid for one in space.listed.model.rows())
        and row.default_on
    )
    family = next(row for row in space.status.rows if row.family_uid == code.family_uid)
    space.hand.status.set_states([family], "busy")
    space.codes.tree.mark(code.uid)
    hand.key(Qt.Key.Key_Q, SHIFT)
    assert workspace.read(absence.rows) == []
    assert family.family_label_en in hand.window.view.main_region().message.sentence.text()
    space.hand.status.set_states([family], "done")
    hand.key(Qt.Key.Key_Q, SHIFT)
    (row,) = workspace.read(absence.rows)
    assert (row.code_uid, row.state) == (code.uid, "stands")
    space.hand.status.set_states([family], "busy")
    assert "open again" in space.page.message.sentence.text()
    hand.window.actions_["not_mentioned_list"].trigger()
    dialog = hand.window.findChild(NotMentionedDialog)
    assert dialog.table.rowCount() == 1
    document = space.documents.open_document()
    run = NewRun(workspace.coder_uid, Query("ruimtevaart"), [document.revision_uid], 0)
    workspace.write(search_runs.keep, run)
    (choice,) = dialog.search_menu(dialog._rows[0]).actions()
    choice.trigger()
    assert "ruimtevaart" in dialog.table.item(0, 5).text()
    workspace.undo_stack.undo()
    assert dialog.table.item(0, 5).text() == ""
    assert "not read" in dialog.table.item(0, 2).text()
    place = dialog.table.visualItemRect(dialog.table.item(0, 0)).center()
    qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.withdraw_button.isEnabled()
    qtbot.mouseClick(dialog.withdraw_button, Qt.MouseButton.LeftButton)
    assert workspace.read(absence.rows) == []
    assert dialog.table.rowCount() == 0
    dialog.reject()
    workspace.undo_stack.undo()
    assert len(workspace.read(absence.rows)) == 1


def test_a_coding_against_a_judgement_says_so(hand, space, code_it):
    workspace = hand.window.workspace
    mine = {row.code_uid for row in space.listed.model.rows()}
    code = next(row for row in space.codes.model.rows if row.level == 3 and row.uid not in mine)
    family = [row for row in space.status.rows if row.family_uid == code.family_uid]
    space.hand.status.set_states(family, "done")
    space.codes.tree.mark(code.uid)
    space.codes.mark(code.uid)
    space.hand.absence.judge()
    (row,) = workspace.read(absence.rows)
    assert row.state == "stands"
    code_it(row.code_key)
    assert workspace.read(absence.rows)[0].state == "coded"
    assert "open again" in space.page.message.sentence.text()
