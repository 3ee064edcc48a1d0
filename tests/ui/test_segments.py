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


@pytest.fixture
def strip(hand):
    """The strip under the page with a coding whose facets are all asked."""
    row = next(row for row in hand.space.documents.model.rows if "Kreekenburg" in row.title)
    hand.window.viewing.look_at(row.uid)
    hand.select("Erfpacht overwegen we niet.")
    hand.space.hand.assign(hand.code("WON-2").uid)
    return hand.space.strip


def test_the_strip_shows_whole_words_in_a_narrow_window(hand, strip):
    hand.window.resize(1280, 800)
    segments = [each for named in strip.facets.groups for each in named.group.segments]
    assert len(segments) >= 10
    hand.qtbot.waitUntil(lambda: strip.facets.width() < 550)
    hand.qtbot.waitUntil(lambda: all(one.width() >= one.needed_px for one in segments))


def test_the_strip_does_not_pull_its_keys_apart_in_a_wide_window(hand, strip):
    hand.window.resize(2560, 1000)
    hand.qtbot.waitUntil(lambda: strip.width() > 1500)
    groups = strip.facets.groups
    hand.qtbot.waitUntil(lambda: all(each.name.isVisible() for each in groups))
    assert [each.width() for each in groups] == [each.sizeHint().width() for each in groups]
