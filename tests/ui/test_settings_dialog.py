"""The settings: one tree, searched, applied at once, and taken back; keys with a clash warning."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from qualcode_app.settings import Settings
from qualcode_app.ui.actions import TABLE, Actions
from qualcode_app.ui.app import App
from qualcode_app.ui.dialogs.settings import KEYS, SettingsDialog
from qualcode_app.ui.preferences import LEAVES, TREE
from qualcode_app.ui.shortcuts import Shortcuts, types_something
from qualcode_app.ui.widgets.words import ActionKey

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def opened(empty_window, qtbot) -> SettingsDialog:
    """The settings, opened by their key on the start page."""
    empty_window.activateWindow()
    qtbot.waitUntil(empty_window.isActiveWindow)
    qtbot.keyClick(empty_window, Qt.Key.Key_Comma, CTRL)
    dialog = empty_window.findChild(SettingsDialog)
    qtbot.waitUntil(dialog.field.hasFocus)
    return dialog


def visible(dialog) -> list[str]:
    return [name for name, row in dialog.rows.items() if not row.isHidden()]


def pages(dialog) -> list[str]:
    items = [dialog.list.item(number) for number in range(dialog.list.count())]
    return [item.text() for item in items if not item.isHidden()]


def mark(dialog, name: str) -> None:
    """Mark a command on the page of keys."""
    dialog.show_page(KEYS)
    row = next(at for at, one in enumerate(dialog.keys._rows) if one.name == name)
    dialog.keys.table.selectRow(row)


def printed_keys(window) -> list[str]:
    """Return the keys that stand beside controls of the window."""
    return [caps.accessibleName() for caps in window.findChildren(ActionKey)]


# The tree


def test_every_setting_of_the_tree_is_a_field_with_a_default():
    known = {field.name for field in dataclasses.fields(Settings)}
    assert set(LEAVES) <= known
    assert len(LEAVES) == sum(len(branch.preferences) for branch in TREE)
    assert all(leaf.sentence.endswith(".") for leaf in LEAVES.values())


def test_every_setting_is_shown_with_its_sentence_and_usual_value(opened):
    assert set(opened.rows) == set(LEAVES)
    assert opened.rows["text_percent"].usual.text() == "Usual: 100 %"
    assert opened.rows["theme"].usual.text() == "Usual: As the system"
    assert LEAVES["theme"].sentence == opened.rows["theme"].control.accessibleDescription()


def test_a_theme_holds_at_once_is_ticked_in_the_menu_and_goes_back(opened, theme, settings, qtbot):
    row = opened.rows["theme"]
    qtbot.keyClicks(row.control, "Dark")
    assert theme.name == "dark"
    assert Settings.load(settings.path).theme == "dark"
    ticked = {
        action.data()
        for action in opened.parent().findChildren(QAction)
        if action.isChecked() and action.data() in {"system", "light", "dark", "high_contrast"}
    }
    assert "dark" in ticked
    assert "light" not in ticked
    row.reset_button.click()
    assert settings.theme == "system"
    assert row.control.currentText() == "As the system"
    assert not row.reset_button.isVisible()


def test_text_size_and_name_are_kept(opened, theme, settings, qtbot):
    before = theme.font("body").pixelSize()
    qtbot.keyClicks(opened.rows["text_percent"].control, "150")
    assert settings.text_percent == 150
    assert theme.font("body").pixelSize() > before
    theme.choose_text_percent(100)
    opened.show_page(1)
    field = opened.rows["coder_name"].control
    field.setFocus()
    qtbot.keyClicks(field, "Noor ")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert Settings.load(settings.path).coder_name == "Noor"


def test_a_folder_is_chosen_and_forgotten(opened, settings, answers, tmp_path):
    answers.paths = [tmp_path]
    row = opened.rows["backups_folder"]
    row.control.click()
    assert settings.backups_folder == str(tmp_path)
    assert row.control.text() == tmp_path.name
    row.reset_button.click()
    assert settings.backups_folder == ""


def test_agreement_while_training_follows_the_menu_and_leads_it(window, settings):
    window.assisting.open_settings(1)
    row = window.findChild(SettingsDialog).rows["live_agreement"]
    row.control.click()
    assert window.actions_["live_agreement"].isChecked()
    assert settings.live_agreement
    row.control.click()
    assert not window.actions_["live_agreement"].isChecked()


def test_settings_are_found_by_their_words_and_choices(opened, qtbot):
    qtbot.keyClicks(opened.field, "high contrast")
    assert visible(opened) == ["theme"]
    assert pages(opened) == ["Look"]
    opened.field.setText("backups")
    assert visible(opened) == ["backups_folder"]
    assert opened.page == 1
    opened.field.setText("sentence joins")
    assert pages(opened) == ["Keys"]
    assert opened.page == KEYS
    opened.field.setText("zzzz")
    assert opened.nothing.isVisible()
    opened.field.clear()
    assert pages(opened) == ["Look", "Work", "Keys"]


def test_another_language_holds_at_once_and_the_settings_stay_open(qapp, settings):
    app = App(qapp, settings)
    app.show()
    app.window.assisting.open_settings()
    old = app.window.findChild(SettingsDialog)
    box = old.rows["language"].control
    box.setCurrentIndex(box.findData("nl"))
    box.activated.emit(box.currentIndex())
    new = app.window.findChild(SettingsDialog)
    said = new.heading.text(), new.rows["language"].control.currentText()
    new.close()
    app.outfit.language.choose("en")
    app.shut_down()
    app.window.close()
    app.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert new is not old
    assert said == ("Instellingen", "Nederlands")


# Keys


def test_the_page_of_keys_lists_every_command(opened):
    assert opened.keys.table.rowCount() == len(TABLE)


def test_a_free_key_is_given_at_once_kept_and_does_the_act(opened, empty_window, settings, qtbot):
    mark(opened, "full_screen")
    qtbot.keyClick(opened.keys.field, Qt.Key.Key_F9)
    assert settings.shortcuts == {"full_screen": ["F9"]}
    assert Settings.load(settings.path).shortcuts == settings.shortcuts
    assert opened.keys.marked.keys == "F9"
    assert empty_window.actions_["full_screen"].toolTip().endswith(" (F9)")
    assert "F9" not in printed_keys(empty_window)
    mark(opened, "open_project")
    qtbot.keyClick(opened.keys.field, Qt.Key.Key_F10)
    assert "F10" in printed_keys(empty_window)
    opened.close()
    empty_window.activateWindow()
    qtbot.waitUntil(empty_window.isActiveWindow)
    qtbot.keyClick(empty_window, Qt.Key.Key_F9)
    assert empty_window.actions_["full_screen"].isChecked()
    empty_window.actions_["full_screen"].trigger()


def test_a_clash_names_the_other_command_and_changes_nothing_until_wanted(opened, settings, qtbot):
    mark(opened, "full_screen")
    qtbot.keyClick(opened.keys.field, Qt.Key.Key_N, CTRL)
    said = opened.keys.message.sentence.text()
    assert said == "Ctrl+N is the key of “New project”. Take it over, or press another."
    assert settings.shortcuts == {}
    opened.keys.message.button.click()
    assert settings.shortcuts == {"new_project": [], "full_screen": ["Ctrl+N"]}
    mark(opened, "new_project")
    opened.keys.usual_button.click()
    assert "“Full screen”" in opened.keys.message.sentence.text()
    opened.keys.all_button.click()
    assert settings.shortcuts == {}
    assert opened.keys.marked.keys == "Ctrl+N"


def test_a_letter_is_for_the_page_and_not_for_what_counts_everywhere(opened, settings, qtbot):
    mark(opened, "full_screen")
    qtbot.keyClick(opened.keys.field, Qt.Key.Key_H)
    assert "writes in text fields" in opened.keys.message.sentence.text()
    assert settings.shortcuts == {}
    mark(opened, "next_unit")
    qtbot.keyClick(opened.keys.field, Qt.Key.Key_H)
    assert "“Next coding at this place”" in opened.keys.message.sentence.text()
    qtbot.keyClick(opened.keys.field, Qt.Key.Key_J, SHIFT | CTRL)
    assert "“Running work”" in opened.keys.message.sentence.text()


def test_one_key_goes_back_to_the_usual_and_a_command_may_have_none(opened, settings):
    mark(opened, "full_screen")
    opened.keys.none_button.click()
    assert settings.shortcuts == {"full_screen": []}
    opened.keys.usual_button.click()
    assert settings.shortcuts == {}
    assert opened.keys.marked.keys == "F11"


def test_own_keys_hold_in_the_next_window_and_nonsense_is_left_out(empty_window, theme, settings):
    settings.shortcuts = {"code_found": ["Ctrl+Return"], "gone": ["F9"], "undo": "x", "redo": [7]}
    actions = Actions(theme, empty_window)
    shortcuts = Shortcuts(actions, settings)
    assert shortcuts.keys("code_found") == ["Ctrl+Return"]
    assert shortcuts.keys("undo") == ["Ctrl+Z"]
    assert shortcuts.clash("code_found", "Ctrl+Return") == "theme_on"
    shortcuts.give("code_found", "Return")
    assert shortcuts.keys("code_found") == ["Return", "Enter"]
    assert "code_found" not in settings.shortcuts


def test_which_keys_write():
    assert [types_something(key) for key in ("A", "Shift+A", "7", "Return", ",")] == [True] * 5
    assert [types_something(key) for key in ("F5", "Ctrl+A", "Alt+Up", "")] == [False] * 4
