"""Undo in the real window: over documents, to the place it changed, by the list of steps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from qualcode_app.services.coding import coding_rows

WORDS = "Erfpacht overwegen we niet."
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def space(hand):
    """The coding work space with Kreekenburg open and nothing coded in WORDS."""
    row = next(row for row in hand.space.documents.model.rows if "Kreekenburg" in row.title)
    hand.window.viewing.look_at(row.uid)
    return hand.space


def stored(window, uid):
    found = window.workspace.read(coding_rows.rows, uids=[uid])
    return found[0] if found else None


def test_undo_reaches_over_documents_and_panels(hand, space):
    hand.select(WORDS)
    space.hand.assign(hand.code("RUI-1").uid)
    uid = hand.window.viewing.active_uid
    hand.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert space.page.document.title.startswith("Lindewater")
    hand.window.actions_["document_read"].trigger()
    assert {row.state for row in space.status.rows} == {"done"}
    hand.key(Qt.Key.Key_Z, CTRL)
    assert {row.state for row in space.status.rows} == {"done", "busy", "not_started"}
    hand.key(Qt.Key.Key_Z, CTRL)
    assert stored(hand.window, uid) is None


def test_undo_goes_to_the_place_it_changed(hand, space):
    hand.select(WORDS)
    space.hand.assign(hand.code("RUI-1").uid)
    uid = hand.window.viewing.active_uid
    space.hand.assign(hand.code("RUI-3").uid)
    assert stored(hand.window, uid).code_key == "RUI-3"
    hand.key(Qt.Key.Key_Down, ALT)
    assert space.page.document.title.startswith("Lindewater")
    hand.key(Qt.Key.Key_Z, CTRL)
    assert stored(hand.window, uid).code_key == "RUI-1"
    assert space.page.document.title.startswith("Kreekenburg")
    assert hand.window.viewing.active_uid == uid
    assert hand.view.scene.flashed == stored(hand.window, uid).anchor


def test_the_steps_of_the_session_are_listed_and_gone_back_to(hand, space):
    for key in ("RUI-1", "RUI-3", "RUI-4"):
        hand.select(WORDS)
        space.hand.assign(hand.code(key).uid)
    stack = hand.window.workspace.undo_stack
    (steps,) = [menu for menu in hand.window.findChildren(QMenu) if menu.title() == "Go back to"]
    steps.aboutToShow.emit()
    named = [action.text() for action in steps.actions()]
    n_steps = stack.index()
    assert named[0] == stack.text(n_steps - 1)
    assert named[-1] == "How it was at the beginning"
    steps.actions()[2].trigger()
    assert stack.index() == n_steps - 2
    steps.aboutToShow.emit()
    steps.actions()[-1].trigger()
    assert not stack.canUndo()
