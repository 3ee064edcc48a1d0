"""Tab walks the choices above a panel as they stand: by rows, from left to right."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from qualcode_app.ui.widgets.choice_head import ChoiceHead
from tests.ui.walking import settle


def places_by_tab(head: QWidget) -> list[tuple[int, int]]:
    """Return where the controls stand that Tab stops at, row first, in the order of Tab."""
    found, widget = [], head.nextInFocusChain()
    while widget is not head:
        stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
        if stops and widget.isVisible() and head.isAncestorOf(widget):
            middle = widget.mapTo(head, QPoint(0, widget.height() // 2))
            found.append((middle.y(), middle.x()))
        widget = widget.nextInFocusChain()
    return found


def test_tab_goes_by_rows_from_left_to_right(window, qtbot):
    window.actions_["space_analysis"].trigger()
    settle(qtbot, window)
    space = window.view.analysis_space
    for panel in (space.matrix, space.together, space.values, space.portrait, space.framework):
        space.tabs.show_region(panel)
        settle(qtbot)
        places = places_by_tab(panel.findChild(ChoiceHead))
        assert len(places) > 1
        assert places == sorted(places)
