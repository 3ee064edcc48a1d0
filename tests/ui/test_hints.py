"""Tooltips that teach: what an act does in a sentence, and its key."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QApplication, QLineEdit, QTabBar, QToolButton

from qualcode_app.ui import action_hints, menus
from qualcode_app.ui.actions import TABLE
from qualcode_app.ui.wording import key_name

LEAST_WORDS = 4


def test_every_action_says_what_it_does_and_by_which_key(empty_window):
    for spec in TABLE:
        action = empty_window.actions_[spec.name]
        tip, label = action.toolTip(), action.text().rstrip("…")
        says = tip.removesuffix(f" ({key_name(spec.keys[0])})") if spec.keys else tip
        assert not spec.keys or says != tip, spec.name
        assert says == action_hints.hint(spec.name)
        assert says.casefold() != label.casefold(), spec.name
        assert len(says.split()) >= LEAST_WORDS, says
        assert not re.search(r"[{}]|\.$", says), says


def test_no_hint_is_of_an_action_that_is_gone():
    names = {re.sub(r"_\d$", "_{digit}", spec.name) for spec in TABLE} | {"facet_0"}
    assert set(action_hints.HINTS) <= names


def test_hints_are_said_in_dutch_too(qapp, language, theme):
    english = {spec.name: action_hints.hint(spec.name) for spec in TABLE}
    language.choose("nl")
    assert [name for name, said in english.items() if action_hints.hint(name) == said] == []


def test_menus_show_what_an_entry_does(empty_window):
    bar = empty_window.menuBar()
    assert len(bar.actions()) == len(menus.MENUS)
    assert all(action.menu().toolTipsVisible() for action in bar.actions())


def test_no_menu_is_longer_than_a_small_screen(window):
    for action in window.menuBar().actions():
        assert action.menu().sizeHint().height() <= 768, action.text()


def test_a_button_without_words_has_a_tooltip(window):
    for name in ("coding", "register", "agreement", "analysis"):
        window.actions_[f"space_{name}"].trigger()
        QApplication.processEvents()
        bare = [
            button.accessibleName()
            for button in window.view.findChildren(QToolButton)
            if button.isVisible() and not button.text() and not button.toolTip()
            if not isinstance(button.parent(), QLineEdit | QTabBar)  # Qt's own
        ]
        assert bare == []
