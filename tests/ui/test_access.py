"""The whole window for everybody: names for screen readers, and larger text that is not cut."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator

import pytest
import scenes.dialogs
import scenes.places
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLabel, QTabBar, QWidget
from scenes.stage import Stage

from qualcode_app.settings import Settings
from qualcode_app.ui import dialogs as dialogs_of_program
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import ElidedLabel
from tests.ui.walking import visible

LOOKS = [  # size of text in percent, language, size of the window
    (100, "nl", (1280, 800)),
    (150, "en", (1440, 900)),
    (200, "nl", (1920, 1080)),
]
SLACK_PX = 2
ARROW_PX = 26  # of a box that drops down its list


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[1]} at {look[0]} %")
def look(request) -> tuple[int, str, tuple[int, int]]:
    return request.param


@pytest.fixture
def settings(tmp_path, look) -> Settings:
    percent, language, _ = look
    path = tmp_path / "settings" / "settings.json"
    return Settings(path=path, language=language, theme="light", text_percent=percent)


@pytest.fixture
def theme(qapp, settings, language) -> Iterator[Theme]:
    theme = Theme("light", settings.text_percent)
    theme.apply(qapp)
    yield theme
    theme.choose_text_percent(100)


def nameless(root: QWidget) -> set[str]:
    """Return the controls that can have the focus and that a screen reader has no name for."""
    found = set()
    for widget in visible(root, QWidget):
        can_have_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if can_have_focus and not widget.objectName().startswith("qt_"):
            name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            if not name.strip():
                found.add(f"no name: {type(widget).__name__} in {inside(widget)}")
    return found


def cut(root: QWidget) -> set[str]:
    """Return the labels, buttons, boxes and rows of tabs that have less room than their words."""
    found = set()
    for widget in visible(root, QWidget):
        least = widget.minimumSizeHint()
        line_px = widget.fontMetrics().height()
        match widget:
            case ElidedLabel():
                continue
            case QLabel() if widget.text() and widget.wordWrap():
                needed = (0, widget.heightForWidth(widget.width()))
            case QLabel() if widget.text():
                needed = (least.width(), line_px)
            case QAbstractButton() if widget.text():
                needed = (least.width(), least.height())
            case QComboBox():
                words_px = widget.fontMetrics().horizontalAdvance(widget.currentText())
                needed = (min(words_px + ARROW_PX, least.width()), line_px)
            case QTabBar() if not widget.usesScrollButtons():
                needed = (widget.sizeHint().width(), line_px)
            case _:
                continue
        room = (widget.width(), widget.height())
        if needed[0] > room[0] + SLACK_PX or needed[1] > room[1] + SLACK_PX:
            words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
            what = f"{type(widget).__name__} {words!r} in {inside(widget)}"
            found.add(f"cut: {what}, {needed} in {room}")
    return found


def inside(widget: QWidget) -> str:
    return type(widget.parentWidget()).__name__


def crossed(dialog: QDialog) -> set[str]:
    """Return what is not as hands expect it: Tab, Enter, Escape and the keys after Alt."""
    found = set()
    begin, order = dialog.focusWidget(), stops(dialog)
    is_below = [widget in foot_of(dialog) for widget in order]
    if is_below != sorted(is_below) or not any(is_below):
        found.add(f"Tab goes {[type(widget).__name__ for widget in order]}")
    if begin in foot_of(dialog) and not all(is_below):
        found.add("the focus is on the buttons below")
    if dialog.act_button.isVisible() and not dialog.act_button.isDefault():
        found.add("Enter does not press the verb")
    letters = Counter(
        QKeySequence.mnemonic(each.text()).toString()
        for each in visible(dialog, QAbstractButton)
        if not QKeySequence.mnemonic(each.text()).isEmpty()
    )
    found |= {f"{key} presses {n} buttons" for key, n in letters.items() if n > 1}
    return found


def stops(dialog: Dialog) -> list[QWidget]:
    """Return where Tab stops, in its order, beginning at the top."""
    begin = dialog.focusWidget()
    found: list[QWidget] = []
    while dialog.focusWidget() not in found:
        found.append(dialog.focusWidget())
        dialog.focusNextChild()
    begin.setFocus()
    last = [at for at, widget in enumerate(found) if widget in foot_of(dialog)]
    return found[last[-1] + 1 :] + found[: last[-1] + 1] if last else found


def foot_of(dialog: Dialog) -> set[QWidget]:
    return {dialog.foot.itemAt(number).widget() for number in range(dialog.foot.count())}


def all_dialogs() -> set[str]:
    """Return the names of all classes of dialogs in the package."""
    for module in pkgutil.iter_modules(dialogs_of_program.__path__):
        importlib.import_module(f"{dialogs_of_program.__name__}.{module.name}")
    found, left = set(), [QDialog]
    while left:
        below = left.pop().__subclasses__()
        left += below
        found |= {kind for kind in below if kind.__module__.startswith("qualcode_app")}
    return {kind.__name__ for kind in found} - {Dialog.__name__}


def test_every_dialog_of_the_program_is_walked():
    assert all_dialogs() == set(scenes.dialogs.OPENERS)


def test_everything_that_takes_the_focus_has_a_name_and_no_word_is_cut(window, look, tmp_path):
    window.resize(*look[2])
    stage = Stage(window, window.outfit.ask, tmp_path)
    wrong: dict[str, str] = {}
    for place in scenes.places.visit_tabs(stage):
        wrong |= dict.fromkeys(nameless(window) | cut(window), place)
    for dialog in scenes.dialogs.open_all(stage):
        found = nameless(dialog) | cut(dialog)
        if isinstance(dialog, Dialog):
            found |= crossed(dialog)
        wrong |= {f"{type(dialog).__name__}: {each}": "" for each in found}
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        if dialog.isVisible():
            wrong[f"{type(dialog).__name__}: Escape does not close it"] = ""
    assert wrong == {}


def test_each_menu_has_a_letter_of_its_own(window, look):
    letters = Counter(
        QKeySequence.mnemonic(action.text()).toString() for action in window.menuBar().actions()
    )
    assert "" not in letters
    assert {letter: n for letter, n in letters.items() if n > 1} == {}
