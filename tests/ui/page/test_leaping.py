"""Selecting with keys beside and over running heads."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from qualcode_app.domain.anchors import TextAnchor
from tests.ui.page.conftest import small_pdf

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FOOT = "Verkiezingsprogramma 2026"


@pytest.fixture(scope="module")
def headed(read):
    """Four pages that end in the middle of a sentence, each with the same line at its foot."""
    lines = [f"Zin {number} staat hier en gaat over wonen." for number in range(1, 13)]
    source = read(small_pdf([[*lines, "Deze zin gaat op de volgende", FOOT]] * 4), "headed")
    feet = re.finditer(FOOT + r"\s", source.text)
    skipped = tuple(TextAnchor(*foot.span()) for foot in feet)
    sentences = tuple(one for one in source.sentences if not any(map(one.overlaps, skipped)))
    return replace(source, skipped=skipped, sentences=sentences)


@pytest.mark.parametrize("modifier", [SHIFT, SHIFT | CTRL])
def test_a_selection_stretched_with_keys_leaps_over_the_running_head(view, hand, headed, modifier):
    view.set_document(headed)
    hole = headed.skipped[0]
    start = headed.text.index("volgende")
    hand.show(start)
    hand.click(hand.point(start, 0.1))
    ends = []
    while view.selection() is None or view.selection().end <= hole.end:
        hand.key(Qt.Key.Key_Right, modifier)
        ends.append(view.selection().end)
    assert all(end <= hole.start for end in ends[:-1])
    assert view.selection_holes() == (hole,)
    while view.selection().end > hole.start:
        hand.key(Qt.Key.Key_Left, modifier)
    assert view.selection().end == hole.start
    assert hand.selected().strip() == "volgende"


def test_a_selection_stretched_backwards_leaps_over_it_too(view, hand, headed):
    view.set_document(headed)
    hole = headed.skipped[0]
    start = headed.text.index("Zin", hole.end)
    hand.show(start)
    hand.click(hand.point(start + 3, 0.1))
    hand.key(Qt.Key.Key_Left, SHIFT | CTRL)
    assert hand.selected() == "Zin"
    hand.key(Qt.Key.Key_Left, SHIFT | CTRL)
    assert hand.selected().startswith("volgende")
    assert view.selection_holes() == (hole,)
    hand.key(Qt.Key.Key_Right, SHIFT | CTRL)
    assert hand.selected() == "Zin"


def test_going_down_a_line_leaps_over_it_too(view, hand, headed):
    view.set_document(headed)
    start = headed.text.index("volgende")
    hand.show(start)
    hand.click(hand.point(start, 0.1))
    hand.key(Qt.Key.Key_Down, SHIFT)
    assert view.selection_holes() == (headed.skipped[0],)


def test_a_running_head_can_be_selected_by_itself(view, hand, headed):
    view.set_document(headed)
    foot = headed.skipped[0].start
    hand.show(foot)
    hand.clicks(hand.point(foot + 4), 3)
    assert hand.selected().strip() == FOOT
    view.select(None)
    hand.click(hand.point(foot, 0.1))
    hand.key(Qt.Key.Key_Right, SHIFT | CTRL)
    assert hand.selected() == "Verkiezingsprogramma "


def test_the_words_of_a_selection_are_those_without_the_running_head(view, headed):
    view.set_document(headed)
    start, end = headed.text.index("volgende"), headed.skipped[0].end + 3
    assert view.scene.selection.words(TextAnchor(start, end)).split() == ["volgende", "Zin"]
    foot = headed.skipped[0]
    assert view.scene.selection.words(foot).strip() == FOOT
