"""The command palette: every action is in it, is found by typing, and is done by Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from qualcode_app.ui import commands
from qualcode_app.ui.actions import TABLE
from qualcode_app.ui.dialogs.palette import Palette
from qualcode_app.ui.widgets.words import ActionKey

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def call(qtbot):
    """Press Ctrl+K in a window and return what opens."""

    def call(window) -> Palette:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
        (palette,) = (each for each in window.findChildren(Palette) if each.isVisible())
        qtbot.waitUntil(palette.field.hasFocus)
        return palette

    return call


def titles(palette) -> list[str]:
    return [palette.model.item(row).text() for row in range(palette.model.rowCount())]


def test_every_action_is_in_the_palette_with_its_keys_and_menu(window, call):
    palette = call(window)
    assert palette.model.rowCount() == len(TABLE)
    listed = {
        command.name: command for command in commands.listed(window.actions_, has_project=True)
    }
    assert set(listed) == {spec.name for spec in TABLE}
    assert [spec.name for spec in TABLE if bool(spec.keys) != bool(listed[spec.name].keys)] == []
    assert [name for name, command in listed.items() if not command.menu] == ["state_back"]
    assert (listed["export"].menu, listed["export"].keys) == ("File", "Ctrl+Shift+E")


def test_typing_and_enter_do_the_act_where_one_was(window, call, qtbot):
    page = window.view.coding.page
    page.focus_page()
    palette = call(window)
    qtbot.keyClicks(palette.field, "next sent")
    assert titles(palette) == ["Next sentence", "Next sentence joins"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert page.view.selection is not None
    assert window.focusWidget() is page.view


def test_arrows_walk_the_list_and_what_was_done_last_comes_first(window, call, qtbot):
    palette = call(window)
    qtbot.keyClicks(palette.field, "only the")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.actions_["only_page"].isChecked()
    palette = call(window)
    assert palette.marked.name == "only_page"
    assert palette.marked.is_on
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.marked.name == TABLE[0].name


def test_what_cannot_be_done_says_why_and_stays(empty_window, call, qtbot):
    palette = call(empty_window)
    qtbot.keyClicks(palette.field, "add documents")
    assert palette.marked.reason == "Open a project first"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert palette.foot.text() == "Add documents: Open a project first."
    palette.field.setText("undo")
    assert palette.marked.reason == "There is nothing to undo"


def test_nothing_found_is_said(empty_window, call, qtbot):
    palette = call(empty_window)
    qtbot.keyClicks(palette.field, "zzz")
    assert palette.foot.text() == "No command is called “zzz”."
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_words_are_found_in_dutch_and_in_english(window, language, call):
    language.choose("nl")
    listed = commands.listed(window.actions_, has_project=True)
    one = commands.Command("x", "Überschrift wählen", "Menü", "F9", english="Choose a heading")
    assert commands.find([*listed, one], "uber")[0] is one
    assert commands.find([*listed, one], "choose head")[-1] is one
    assert commands.find([*listed, one], "f9") == [one]


def test_the_box_at_the_top_finds_commands_and_shows_the_key_in_force(window, qtbot):
    box = window.bar.command
    window.actions_.set_keys("palette", ["Ctrl+P"])
    assert box.findChild(ActionKey).accessibleName() == "Ctrl+P"
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    (palette,) = window.findChildren(Palette)
    assert palette.isVisible()
