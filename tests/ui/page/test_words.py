import pytest

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.ui.page.words import Units, next_word, previous_word, word_at


@pytest.mark.parametrize(
    ("text", "offset", "word"),
    [
        ("meer woningen bouwen", 6, "woningen"),
        ("meer woningen", 12, "woningen"),
        ("foto's maken", 1, "foto's"),
        ("een e-mail sturen", 4, "e-mail"),
        ("woning-\nbouw komt", 2, "woning-\nbouw"),
        ("woning-\nbouw komt", 9, "woning-\nbouw"),
        ("Noord-\nHolland", 1, "Noord"),
        ("klaar. Nu", 5, "."),
        ("'s avonds", 1, "s"),
        ("1.200 woningen", 0, "1"),
    ],
)
def test_a_word_is_what_a_reader_takes_for_one(text, offset, word):
    found = word_at(text, offset)
    assert text[found.start : found.end] == word


@pytest.mark.parametrize("offset", [4, -1, 20])
def test_white_space_and_places_outside_hold_no_word(offset):
    assert word_at("meer woningen", offset) is None


def test_stepping_by_words_to_the_right_and_back_meets_the_same_gaps():
    text = "Wij bouwen (tot 2030) ten minste\n1.200 foto's."
    gaps, gap = [0], 0
    while gap < len(text):
        gap = next_word(text, gap)
        gaps.append(gap)
    back, gap = [len(text)], len(text)
    while gap > 0:
        gap = previous_word(text, gap)
        back.append(gap)
    assert back[::-1] == gaps


def test_a_unit_goes_on_behind_the_footnote_inside_it():
    outer, footnote, after = TextAnchor(0, 100), TextAnchor(40, 60), TextAnchor(110, 120)
    units = Units([outer, footnote, after])
    assert units.at(50) == footnote
    assert units.at(70) == outer
    assert units.at(105) is None
    assert units.after(100) == after
    assert units.before(110) == footnote
