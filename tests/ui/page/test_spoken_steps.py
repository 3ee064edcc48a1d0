"""What a screen reader hears when keys move the caret over a page."""

from __future__ import annotations

import pytest

from qualcode_app.ui.page.keys import met
from qualcode_app.ui.page.selection import Step


@pytest.mark.parametrize(
    ("step", "heard"),
    [
        (Step.CHARACTER, "p"),
        (Step.WORD, "bladzijde"),
        (Step.SENTENCE, "En nog een."),
    ],
)
def test_a_step_of_the_caret_is_spoken_as_what_it_came_upon(view, letter, step, heard):
    view.set_document(letter)
    scene = view.scene
    scene.selection.put(0)
    scene.selection.move(step, 1, selecting=False)
    assert view.scene.spoken(met(scene, step, 0, selecting=False)) == heard


def test_a_stretched_selection_is_spoken_as_what_was_added(view, letter):
    view.set_document(letter)
    scene = view.scene
    scene.selection.put(0)
    scene.selection.move(Step.WORD, 1, selecting=True)
    assert scene.spoken(met(scene, Step.WORD, 0, selecting=True)) == "Op"
    stands = scene.selection.caret
    assert met(scene, Step.WORD, stands, selecting=True) is None


def test_another_line_is_spoken_whole(view, letter):
    view.set_document(letter)
    scene = view.scene
    scene.selection.put(0)
    below = scene.glyphs.gap_above_or_below(0, 1)
    scene.selection.move_to(below, selecting=False)
    line = met(scene, None, 0, selecting=False)
    assert line.start <= below <= line.end
    assert "\n" not in letter.text[line.start : line.end]
