"""Reading status by click: squares in the list of themes and in the grid beside the documents."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from qualcode_app.ui.reading_words import theme_name

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def themes(hand):
    """The list of themes with all of them not started."""
    hand.space.hand.status.set_states(hand.space.status.rows, "not_started")
    return hand.space.status


def states(themes) -> list[str]:
    return [row.state for row in themes.rows]


def square_of_theme(themes, number: int) -> QPoint:
    """Return the middle of the square at the end of a row."""
    place = themes.list.visualItemRect(themes.list.item(number))
    return QPoint(place.right() - 17, place.center().y())


def test_a_click_on_the_square_takes_a_theme_one_step_on_and_undo_takes_it_back(
    hand, themes, qtbot
):
    for state in ("busy", "done", "not_started", "busy"):
        qtbot.mouseClick(themes.list.viewport(), LEFT, pos=square_of_theme(themes, 1))
        assert states(themes)[:3] == ["not_started", state, "not_started"]
    hand.window.actions_["undo"].trigger()
    assert states(themes)[1] == "not_started"


def test_space_takes_the_marked_theme_one_step_on(themes, qtbot):
    qtbot.mouseClick(themes.list.viewport(), LEFT, pos=QPoint(40, square_of_theme(themes, 2).y()))
    for state in ("busy", "done"):
        qtbot.keyClick(themes.list, Qt.Key.Key_Space)
        assert states(themes)[1:4] == ["not_started", state, "not_started"]


def test_two_quick_clicks_are_two_steps(themes):
    ground, at = themes.list.viewport(), QPointF(square_of_theme(themes, 0))
    kinds, release = QEvent.Type, QEvent.Type.MouseButtonRelease
    for kind in (kinds.MouseButtonPress, release, kinds.MouseButtonDblClick, release):
        place = at, ground.mapToGlobal(at)
        keys = LEFT, LEFT, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(ground, QMouseEvent(kind, *place, *keys))
    assert states(themes)[0] == "done"


def test_a_click_beside_the_square_only_marks(themes, qtbot):
    place = themes.list.visualItemRect(themes.list.item(2))
    qtbot.mouseClick(themes.list.viewport(), LEFT, pos=QPoint(40, place.center().y()))
    assert themes.marked() == themes.rows[2]
    assert set(states(themes)) == {"not_started"}


def square_of_document(panel, row: int, number: int) -> QPoint:
    """Return the middle of a square in the second line of a document."""
    place = panel.list.visualRect(panel.model.index(row))
    return QPoint(place.left() + 14 + number * 11 + 4, place.top() + place.height() * 3 // 4)


def test_a_square_of_the_grid_tells_its_theme_and_opens_it_there(hand, qtbot):
    panel, themes = hand.space.documents, hand.space.status
    other = next(
        row
        for row in range(panel.model.rowCount())
        if panel.model.index(row).data() != hand.space.page.document.title
    )
    title = panel.model.index(other).data()
    ground, at = panel.list.viewport(), square_of_document(panel, other, 3)
    pointed = QHelpEvent(QHelpEvent.Type.ToolTip, at, ground.mapToGlobal(at))
    QApplication.sendEvent(ground, pointed)
    words = QToolTip.text()
    qtbot.mouseClick(ground, LEFT, pos=at)
    assert hand.space.page.document.title == title
    assert themes.marked() == themes.rows[3]
    assert theme_name(themes.rows[3]) in words
    assert any(word in words for word in ("read", "busy", "not started"))
