"""The page box: going to printed pages, and what becomes of what was typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt


@pytest.fixture
def space(window):
    return window.view.coding


def test_the_page_box_goes_to_printed_labels(hand, space, qtbot):
    field = space.page.page_field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "3")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert hand.view.current_page == 5
    field.setFocus()
    field.setText("99")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "There is no page 99" in space.page.message.sentence.text()
    field.selectAll()
    qtbot.keyClicks(field, "3")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert space.page.message.isHidden()


@pytest.mark.parametrize("leave", ["Escape", "click", "nothing typed"])
def test_what_was_typed_into_the_page_box_goes_when_it_is_left(hand, space, qtbot, leave):
    space.page.ask_page()
    field = space.page.page_field
    shown = field.text()
    qtbot.keyClicks(field, "77" if leave != "nothing typed" else " ")
    if leave == "click":
        hand.click(5)
    else:
        qtbot.keyClick(field, Qt.Key.Key_Escape if leave == "Escape" else Qt.Key.Key_Return)
    assert field.text() == shown
    assert hand.view.hasFocus()
    assert space.page.message.isHidden()
