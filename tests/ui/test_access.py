"""The whole window for everybody: names for screen readers, and larger text that is not cut."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QTabBar, QWidget

from qualcode_app.settings import Settings
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import ElidedLabel
from tests.ui.walking import dialogs, places, visible

LOOKS = [  # size of text in percent, language, size of the window
    (100, "nl", (1280, 800)),
    (150, "en", (1440, 900)),
    (200, "nl", (1920, 1080)),
]
OPENED = 20  # dialogs at least, or the walk has lost its way
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


def test_everything_that_takes_the_focus_has_a_name_and_no_word_is_cut(window, look, qtbot):
    window.resize(*look[2])
    wrong: dict[str, str] = {}
    for place in places(window, qtbot):
        wrong |= dict.fromkeys(nameless(window) | cut(window), place)
    opened = 0
    for dialog in dialogs(window, qtbot):
        opened += 1
        wrong |= dict.fromkeys(nameless(dialog) | cut(dialog), type(dialog).__name__)
    assert wrong == {}
    assert opened >= OPENED
