from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode_app.domain.printable import looks_like_formula, printable


@given(st.text(max_size=200))
def test_one_character_stays_one_character(text):
    shown, replaced = printable(text)
    assert len(shown) == len(text)
    assert replaced == sum(a != b for a, b in zip(text, shown, strict=True))


def test_a_bell_becomes_its_picture_and_line_ends_stay():
    assert printable("\x07 punt\tkolom\nregel\r") == ("\u2407 punt\tkolom\nregel\u240d", 2)


def test_lone_surrogates_have_no_picture():
    assert printable("\ud800x") == ("\ufffdx", 1)


@pytest.mark.parametrize("text", ["=1+1", "+31", "- punt", "@naam", "\tx"])
def test_what_a_spreadsheet_would_compute_is_seen(text):
    assert looks_like_formula(text)


def test_plain_words_are_no_formula():
    assert not looks_like_formula("30% sociale huur = veel")
