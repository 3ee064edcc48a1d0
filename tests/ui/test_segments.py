"""Segments where there is little room: what tells options apart stays readable."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.facet_bar import _most_each
from qualcode_app.ui.widgets.segments import Segment, SegmentWords, without_shared_words


@pytest.mark.parametrize(
    ("texts", "shorts"),
    [
        (
            ["council steers", "mixed", "council helps"],
            ["steers", "mixed", "helps"],
        ),
        (["more", "more or less"], ["more", "or less"]),
        (["with the source", "mixed", "against it"], ["with the source", "mixed", "against it"]),
        (["with the source", "mixed", "against the source"], ["with", "mixed", "against"]),
        (["it steers", "steers"], ["it", "steers"]),
    ],
)
def test_words_that_options_begin_or_end_with_alike_are_left_out(texts, shorts):
    assert without_shared_words(texts) == shorts


def test_the_longest_give_way_first_and_alike():
    assert _most_each([40, 60, 200, 300], 400) == 150
    assert _most_each([40, 60], 400) == 60
    assert _most_each([100, 100], 100) == 50


@pytest.fixture
def ground(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    QHBoxLayout(widget)
    return widget


@pytest.fixture
def segment(ground):
    words = SegmentWords("a", "council helps", "H", "", False, "helps")
    made = Segment(Theme("light", 100), words, ground)
    ground.layout().addWidget(made)
    return made


def test_a_segment_that_gives_way_takes_less_and_keeps_its_whole_name_for_screen_readers(segment):
    before = segment.sizeHint().width()

    segment.give_way(500)

    assert segment.text() == "helps"
    assert segment.sizeHint().width() < before
    assert segment.accessibleName() == "council helps"
    assert "council helps (H)" in segment.toolTip()
    segment.give_way(None)
    assert segment.sizeHint().width() == before


def test_a_key_that_is_the_first_letter_takes_no_room_of_its_own(segment):
    segment.give_way(500)
    underlined = segment.needed_px
    segment.say(SegmentWords("a", "council helps", "K", "", False, "helps"))

    assert segment.needed_px > underlined
