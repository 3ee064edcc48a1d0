from __future__ import annotations

import pytest

from qualcode_app.domain.reanchoring import Passage, Reanchoring, is_the_same

TEXT = (
    "Wij bouwen tweehonderd woningen in de dorpen. Daarna zien wij verder.\n"
    "Het college legt drie parken aan langs het kanaal. Daarna zien wij verder.\n"
    "De wethouder meldt elk jaar hoeveel er gebouwd is."
)


def passage(words, text=TEXT, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    end = start + len(words)
    return Passage(words, text[max(0, start - 32) : start], text[end : end + 32])


def found(text, wanted, near=0):
    anchor = Reanchoring(text).place(wanted, near)
    return None if anchor is None else text[anchor.start : anchor.end]


def test_of_equal_words_those_with_the_same_surroundings_are_taken_not_the_nearest():
    longer = "Een voorwoord. " * 20 + TEXT
    second = passage("Daarna zien wij verder.", nth=1)
    anchor = Reanchoring(longer).place(second, 40)
    assert anchor.start == longer.rindex("Daarna zien wij verder.")


def test_without_surroundings_to_tell_the_nearest_is_taken():
    words = "aan " * 5
    assert Reanchoring(words).place(Passage("aan", "", ""), 9).start == 8


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("woningen in de dor-\npen", "woningen in de dor-\npen"),
        ("woningen  in\nde dorpen", "woningen  in\nde dorpen"),
        ("wonin\u00adgen in de dorpen", "wonin\u00adgen in de dorpen"),
    ],
)
def test_other_blanks_and_hyphens_are_the_same_words(now, said):
    text = TEXT.replace("woningen in de dorpen", now)
    before = passage("woningen in de dorpen")
    assert found(text, before) == said
    assert is_the_same(before, passage(said, text))


def test_words_that_changed_are_found_between_what_stood_around_them():
    text = TEXT.replace("drie parken", "vier parken")
    before = passage("legt drie parken aan")
    assert found(text, before) == "legt vier parken aan"
    assert not is_the_same(before, passage("legt vier parken aan", text))


def test_something_else_between_the_same_surroundings_is_not_taken():
    text = TEXT.replace("drie parken", "niets van dat alles en nog meer")
    assert found(text, passage("drie parken")) is None


def test_words_that_are_gone_with_their_surroundings_are_not_placed_on_anything():
    assert found("Een heel andere tekst over iets anders.", passage("drie parken")) is None


def test_the_same_word_at_a_place_with_nothing_in_common_is_doubtful():
    before = passage("woningen")
    elsewhere = "In een ander stuk staan ook woningen, maar dat is een andere zin."
    assert found(elsewhere, before) == "woningen"
    assert not is_the_same(before, passage("woningen", elsewhere))
