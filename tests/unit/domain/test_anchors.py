from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode_app.domain.anchors import PageArea, TextAnchor, trimmed
from qualcode_app.domain.errors import InvalidAnchor


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_a_range_without_a_character_is_refused(start, end):
    with pytest.raises(InvalidAnchor):
        TextAnchor(start, end)


def test_ranges_that_touch_do_not_overlap():
    assert not TextAnchor(0, 5).overlaps(TextAnchor(5, 8))
    assert TextAnchor(0, 6).overlaps(TextAnchor(5, 8))


def test_the_last_character_belongs_to_a_range_and_the_end_does_not():
    anchor = TextAnchor(2, 5)
    assert anchor.covers(4)
    assert not anchor.covers(5)
    assert len(anchor) == 3


@given(st.text(alphabet="ab \n\t\u00a0", min_size=1, max_size=30), st.data())
def test_trimming_keeps_every_word_and_no_white_space_at_the_ends(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, len(text)))
    piece = text[start:end].strip()
    if not piece:
        with pytest.raises(InvalidAnchor):
            trimmed(text, start, end)
        return
    anchor = trimmed(text, start, end)
    assert text[anchor.start : anchor.end] == piece


def test_a_place_outside_the_text_is_refused():
    with pytest.raises(InvalidAnchor, match="3 characters"):
        trimmed("abc", 1, 4)


def test_an_area_without_size_is_refused():
    with pytest.raises(InvalidAnchor):
        PageArea(1, 10, 10, 10, 20)
