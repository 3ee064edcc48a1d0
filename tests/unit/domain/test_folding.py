from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode_app.domain.folding import Folded, fold
from qualcode_app.domain.search_query import Mode, Query, tokens


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Coördinatie", "coordinatie"),
        ("CO₂", "co2"),
        ("e\u0301e\u0301n", "een"),
        ("Straße", "strasse"),
    ],
)
def test_capitals_accents_and_raised_figures_make_no_difference(text, folded):
    assert fold(text) == folded


def test_case_is_kept_when_it_counts():
    assert fold("Één COA", keep_case=True) == "Een COA"


def test_a_character_that_reads_as_several_is_led_back_to():
    said = Folded("a… ½ é!")
    assert said.text == "a... 1⁄2 e!"
    assert [said.to_source(place) for place in range(len(said.text))] == [
        0, 1, 1, 1, 2, 3, 3, 3, 4, 5, 6,
    ]  # fmt: skip


@given(st.text(alphabet="abÉéß…½ \u0301\u00adﬁ₂", max_size=40))
def test_every_folded_character_comes_from_one_that_folds_to_it(text):
    said = Folded(text)
    for place, character in enumerate(said.text):
        assert character in fold(text[said.to_source(place)])


@given(st.text(alphabet="abÉéß…½ ₂", max_size=40))
def test_there_and_back_again_is_the_same_character(text):
    said = Folded(text)
    for offset in range(len(text)):
        assert said.to_source(said.to_folded(offset)) == offset


def test_a_word_is_letters_and_figures():
    assert tokens("CO2-heffing, zo’n") == ["co2", "heffing", "zo", "n"]


def test_a_kept_query_comes_back_as_it_was():
    query = Query("COA", Mode.START, exact_case=True)
    assert Query.of("COA", query.key) == query
