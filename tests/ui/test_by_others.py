"""A coding by another coder can be looked at, and is changed by nothing done on the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from qualcode_app.services.coding import coding_rows


@pytest.fixture
def theirs(hand):
    """A coding by another coder, in sight and active."""
    workspace = hand.window.workspace
    row = next(
        row
        for row in workspace.read(coding_rows.rows)
        if row.coder_uid != workspace.coder_uid and row.anchor.end - row.anchor.start > 20
    )
    hand.window.viewing.look_at(row.document_uid)
    hand.window.actions_["all_coders"].setChecked(True)
    hand.space.hand.show_coding(row.uid)
    assert hand.window.viewing.active_uid == row.uid
    return row


@pytest.mark.parametrize("letter", ["Backspace", "Delete", "X", "P", "D"])
def test_no_key_changes_it(hand, theirs, letter):
    hand.key(getattr(Qt.Key, f"Key_{letter}"))
    assert_untouched(hand, theirs)


def test_its_edges_cannot_be_dragged(hand, theirs, qtbot):
    ground = hand.view.viewport()
    edge = hand.point(theirs.anchor.end - 1, 1.0)
    qtbot.mousePress(ground, Qt.MouseButton.LeftButton, pos=edge)
    hand.drag_to(edge - QPoint(14, 0))
    hand.drag_to(edge - QPoint(40, 0))
    qtbot.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=edge - QPoint(40, 0))
    assert_untouched(hand, theirs)


def test_it_cannot_be_given_another_code(hand, theirs, qtbot):
    hand.key(Qt.Key.Key_Return)
    field = hand.space.codes.find_field
    qtbot.keyClicks(field, "DEM-1" if theirs.code_key != "DEM-1" else "WON-1")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert_untouched(hand, theirs)


def assert_untouched(hand, row) -> None:
    (now,) = hand.window.workspace.read(coding_rows.rows, uids=[row.uid])
    assert now == row
    assert row.coder_name in hand.space.page.message.sentence.text()
    assert hand.window.viewing.active_uid == row.uid
