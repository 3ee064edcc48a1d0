"""Every key of the coding workbench: in the table of actions, and what it does when pressed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel

from qualcode_app.services.codebook import code_edits
from qualcode_app.services.coding import coding_rows
from qualcode_app.ui import tour_steps
from qualcode_app.ui.actions import TABLE, Scope
from qualcode_app.ui.dialogs.code_editor import CodeEditor
from qualcode_app.ui.dialogs.code_words import CodeWordsDialog
from qualcode_app.ui.dialogs.coding_filter import CodingFilterDialog
from qualcode_app.ui.dialogs.in_vivo import InVivoDialog
from qualcode_app.ui.dialogs.memo import MemoDialog
from qualcode_app.ui.page.reader import Fit

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier
WORDS = "Erfpacht overwegen we niet."

EVERYWHERE = {
    "new_project": "Ctrl+N",
    "open_project": "Ctrl+O",
    "close_project": "Ctrl+W",
    "quit": "Ctrl+Q",
    "add_documents": "Ctrl+Shift+O",
    "export": "Ctrl+Shift+E",
    "send_back": "Ctrl+Shift+B",
    "merge_files": "Ctrl+Shift+M",
    "undo": "Ctrl+Z",
    "redo": "Ctrl+Shift+Z",
    "space_coding": "Ctrl+2",
    "space_register": "Ctrl+3",
    "space_agreement": "Ctrl+5",
    "open_sample": "Ctrl+Shift+S",
    "next_region": "F6",
    "previous_region": "Shift+F6",
    "fold_left": "F3",
    "fold_right": "F4",
    "only_page": "F8",
    "find_here": "Ctrl+F",
    "find_all": "Ctrl+Shift+F",
    "next_hit": "Ctrl+G",
    "previous_hit": "Ctrl+Shift+G",
    "codes_box": "Ctrl+L",
    "documents_filter": "Ctrl+D",
    "codings_list": "Ctrl+Shift+L",
    "pin_code": "Ctrl+T",
    "filter": "Ctrl+Shift+I",
    "clear_filter": "Ctrl+Shift+X",
    "memo_here": "Ctrl+Shift+N",
    "jobs": "Ctrl+Shift+J",
    "full_screen": "F11",
    "go_to_page": "Ctrl+Shift+P",
    "go_back": "Alt+Left",
    "go_forward": "Alt+Right",
    "next_document": "Alt+Down",
    "previous_document": "Alt+Up",
    "theme_on": "Ctrl+Return",
    "theme_back": "Ctrl+Backspace",
}
ON_THE_PAGE = {
    "zoom_in": "Z",
    "zoom_out": "Shift+Z",
    "fit_width": "W",
    "fit_page": "Shift+W",
    "next_unit": "J",
    "previous_unit": "K",
    "join_next_unit": "Shift+J",
    "join_previous_unit": "Shift+K",
    "next_coding": "N",
    "previous_coding": "B",
    "set_caret": "C",
    "draw_area": "O",
    "copy_quote": "Ctrl+Shift+C",
    "copy_text": "Ctrl+C",
    "code_card": "F2",
    "code_not_when": "U",
    "stripes": "Shift+S",
    "code_found": "Return",
    "code_again": "A",
    "code_in_vivo": "I",
    "code_new": "Ctrl+Shift+Return",
    "longer": "L",
    "shorter": "Shift+L",
    "whole_units": "Y",
    "take_suggestion": "Q",
    "not_mentioned": "Shift+Q",
    **{f"facet_{letter.lower()}": letter for letter in "DMSVGT0"},
    "facet_more": "F",
    "select_again": "R",
    "primary": "P",
    "edges": "E",
    "split": "X",
    "join": "Shift+X",
    "other_at_place": "H",
    "previous_at_place": "Shift+H",
    "state_back": "Esc",
    **{f"code_{digit}": digit for digit in "123456789"},
}


@pytest.fixture
def space(hand):
    """The coding work space with Kreekenburg open and RUI-1 on the digit 1."""
    row = next(row for row in hand.space.documents.model.rows if "Kreekenburg" in row.title)
    hand.window.viewing.look_at(row.uid)
    hand.space.hand._pins.pin("1", hand.code("RUI-1").uid)
    return hand.space


def press(hand, key: str, modifier=PLAIN) -> None:
    hand.key(getattr(Qt.Key, f"Key_{key}"), modifier)


def active(hand):
    uid = hand.window.viewing.active_uid
    found = hand.window.workspace.read(coding_rows.rows, uids=[uid], areas=True) if uid else []
    return found[0] if found else None


def coded(hand, words: str = WORDS):
    hand.select(words)
    press(hand, "1")
    return active(hand)


def dialog(hand, kind):
    (found,) = [one for one in hand.window.findChildren(kind) if one.isVisible()]
    return found


def test_actions_have_the_keys_of_the_table(window):
    meant = {name: QKeySequence(keys) for name, keys in (EVERYWHERE | ON_THE_PAGE).items()}
    assert {name: window.actions_[name].shortcuts()[0] for name in meant} == meant


def test_the_keys_of_the_page_count_on_the_page_alone():
    scopes = {spec.name: spec.scope for spec in TABLE}
    assert {scopes[name] for name in ON_THE_PAGE} == {Scope.PAGE}
    assert {scopes[name] for name in EVERYWHERE} == {Scope.EVERYWHERE}


def test_no_two_actions_that_can_be_active_together_share_a_key():
    taken: dict[str, str] = {}
    for spec in TABLE:
        if spec.scope in {Scope.EVERYWHERE, Scope.PAGE, Scope.CODINGS}:
            for keys in spec.keys:
                assert keys not in taken, (spec.name, taken.get(keys))
                taken[keys] = spec.name


def test_no_key_needs_a_sign_that_other_keyboards_lack():
    for spec in TABLE:
        for keys in spec.keys:
            last = keys.rpartition("+")[2]
            assert last.isalnum() or last == ","  # unshifted on every layout
            assert "Ctrl+Alt" not in keys
            assert not (keys.startswith("Alt+") and len(last) == 1)


def test_sides_fold_and_come_back_when_something_in_them_is_asked_for(hand, space):
    press(hand, "F3")
    assert not space.left.isVisible()
    press(hand, "D", CTRL)
    assert space.documents.filter_field.hasFocus()
    press(hand, "F4")
    assert not space.codes.isVisible()
    press(hand, "Return")
    assert space.codes.find_field.hasFocus()
    press(hand, "F8")
    assert not any(side.isVisible() for side in (space.left, space.codes, space.lists))
    press(hand, "L", CTRL)
    assert space.codes.find_field.hasFocus()
    press(hand, "F8")
    press(hand, "L", CTRL | SHIFT)
    assert space.listed.table.hasFocus()


def test_regions_are_walked_and_remember_their_focus(hand, space):
    hand.view.setFocus()
    seen = []
    for _ in hand.window.regions():
        hand.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert len(set(seen)) == len(hand.window.regions())
    assert seen[-1] is hand.view
    hand.qtbot.keyClick(hand.view, Qt.Key.Key_F6, SHIFT)
    hand.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    assert QApplication.focusWidget() is hand.view


def test_keys_scroll_zoom_and_fit(hand, space):
    view, bar = hand.view, hand.view.verticalScrollBar()
    for key, modifier in (("Space", PLAIN), ("PageDown", PLAIN), ("Down", PLAIN)):
        before = bar.value()
        press(hand, key, modifier)
        assert bar.value() > before
    for key, modifier in (("Up", PLAIN), ("PageUp", PLAIN), ("Space", SHIFT)):
        before = bar.value()
        press(hand, key, modifier)
        assert bar.value() < before
    press(hand, "End", CTRL)
    assert bar.value() == bar.maximum()
    press(hand, "Home", CTRL)
    assert bar.value() == 0
    zoom = view.zoom
    press(hand, "Z")
    assert view.zoom > zoom
    press(hand, "Z", SHIFT)
    assert view.zoom == pytest.approx(zoom)
    press(hand, "W", SHIFT)
    assert view.fit is Fit.PAGE
    press(hand, "W")
    assert view.fit is Fit.WIDTH


def test_going_to_a_page_and_back_and_forward(hand, space):
    press(hand, "P", CTRL | SHIFT)
    hand.qtbot.keyClicks(space.page.page_field, "3")
    hand.qtbot.keyClick(space.page.page_field, Qt.Key.Key_Return)
    there = hand.view.current_page
    assert there > 1
    press(hand, "Left", ALT)
    assert hand.view.current_page == 1
    press(hand, "Right", ALT)
    assert hand.view.current_page == there


def test_c_sets_the_caret_and_arrows_move_it_and_select(hand, space):
    hand.select("regie terug")
    press(hand, "Escape")
    hand.click(hand.view.scene.source.text.index("regie terug"))
    press(hand, "C")
    caret = hand.view.scene.selection.caret
    press(hand, "Right")
    assert hand.view.scene.selection.caret == caret + 1
    press(hand, "Right", CTRL)
    by_word = hand.view.scene.selection.caret
    assert by_word > caret + 1
    press(hand, "Down", CTRL)
    assert hand.view.scene.selection.caret > by_word
    press(hand, "Left", SHIFT)
    assert hand.view.selection().end - hand.view.selection().start == 1
    press(hand, "Left", CTRL | SHIFT)
    press(hand, "Up", CTRL | SHIFT)
    assert hand.view.selection().end - hand.view.selection().start > 1


def test_u_says_when_not_to_use_the_code_in_focus(hand, space):
    row = coded(hand)
    press(hand, "U")
    code = hand.code(row.code_key)
    assert code.not_when[0] in space.page.message.sentence.text()


def test_the_card_tells_the_full_definition_and_u_moves_it_to_the_boundaries(hand, space, qtbot):
    row = coded(hand)
    card, workspace = space.codes.card, hand.window.outfit.workspace
    space.codes.mark(hand.code("WON-2").uid)
    press(hand, "U")
    text = workspace.read(code_edits.get, hand.code(row.code_key).uid)
    assert card.full.text() == text.full_en
    assert card.full.text()
    said = text.not_when[0].text

    def is_seen() -> bool:
        lines = [each for each in card.findChildren(QLabel) if each.text().startswith(said)]
        return any(not line.visibleRegion().isEmpty() for line in lines)

    qtbot.waitUntil(lambda: is_seen() and card.area.verticalScrollBar().value() > 0)
    space.codes.mark(hand.code("WON-2").uid)
    assert card.area.verticalScrollBar().value() == 0


def test_f2_shows_the_card_of_the_active_coding(hand, space):
    coded(hand)
    press(hand, "F2")
    assert dialog(hand, CodeWordsDialog).isVisible()


def test_enter_on_an_active_coding_changes_its_code(hand, space):
    row = coded(hand)
    press(hand, "Return")
    field = space.codes.find_field
    hand.qtbot.keyClicks(field, "won2")
    hand.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (active(hand).uid, active(hand).code_key) == (row.uid, "WON-2")


def test_a_new_code_is_put_on_the_selection(hand, space):
    anchor = hand.select(WORDS)
    press(hand, "Return", CTRL | SHIFT)
    editor = dialog(hand, CodeEditor)
    editor.label_nl.setText("Erfpacht nieuw")
    editor.accept()
    row = active(hand)
    assert (row.code_label_nl, row.anchor) == ("Erfpacht nieuw", anchor)


def test_without_a_selection_a_new_code_says_what_to_do(hand, space):
    press(hand, "Return", CTRL | SHIFT)
    assert "Select the words first" in space.page.message.sentence.text()


def test_i_asks_for_a_code_of_the_words_and_enter_makes_it(hand, space):
    hand.select("regie terug")
    press(hand, "I")
    asked = dialog(hand, InVivoDialog)
    asked.activateWindow()  # no window manager does it here
    hand.qtbot.waitUntil(asked.isActiveWindow)
    hand.qtbot.keyClick(asked.label, Qt.Key.Key_Return)
    assert active(hand).code_label_nl == "regie terug"


def test_the_theme_goes_on_and_back_and_stops_at_both_ends(hand, space):
    space.status.list.setCurrentRow(0)
    hand.space.hand.status.set_states([space.status.rows[0]], "not_started")
    for state in ("busy", "done", "done"):
        press(hand, "Return", CTRL)
        assert space.status.rows[0].state == state
    for state in ("busy", "not_started", "not_started"):
        press(hand, "Backspace", CTRL)
        assert space.status.rows[0].state == state


def test_filter_memo_and_running_work_have_keys(hand, space):
    press(hand, "I", CTRL | SHIFT)
    dialog(hand, CodingFilterDialog).reject()
    press(hand, "N", CTRL | SHIFT)
    dialog(hand, MemoDialog).reject()
    press(hand, "J", CTRL | SHIFT)
    assert hand.window.status.last_act.text() == "Nothing is running."


def test_a_digit_in_the_menu_of_digits_pins_and_does_not_code(hand, space):
    hand.select(WORDS)
    space.codes.tree.mark(hand.code("WON-2").uid)
    press(hand, "T", CTRL)
    hand.qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_1)
    assert space.hand._pins.code_of("1") == hand.code("WON-2").uid
    assert active(hand) is None


def test_sentences_name_the_keys_that_a_user_chose(hand):
    actions, space = hand.window.actions_, hand.space
    actions.set_keys("pin_code", ["F9"])
    assert space.codes._pinned_keys.text() == "F9 pins one"
    actions.set_keys("code_found", ["F10"])
    actions.set_keys("pin_code", [])
    space.strip.show_reading("")
    assert space.strip.says.text().startswith("Select text, then press F10 or")
    space.hand.assign_digit("9")
    said = space.page.message.sentence.text()
    assert f"press “{actions['pin_code'].text()}”, then 9" in said


def test_the_tour_names_the_keys_that_a_user_chose(window):
    window.actions_.set_keys("next_unit", ["F9"])
    assert "press F9 for" in tour_steps.step("select", window.actions_).ask
    assert tour_steps.step("code", window.actions_).ask.startswith("Press Enter, type")
