"""What is stored of a text without pages, and where its characters went."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode_app.domain.written import stored


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("\ufeffEen\r\nTwee", "Een\nTwee\n"),
        ("Een\rTwee\u2028Drie\x0c", "Een\nTwee\nDrie\n"),
        ("  een\ttab  \n\n", "  een\ttab  \n\n"),
        ("a\x00b\x07\ud800", "a\ufffdb\ufffd\ufffd\n"),
        ("e\u0301 😀", "e\u0301 😀\n"),
    ],
)
def test_a_text_is_stored_by_the_stated_rules(source: str, text: str) -> None:
    assert stored(source).text == text


@given(st.text(st.sampled_from("ab \r\n\ufeff\u2028😀"), max_size=30))
def test_every_place_of_the_source_leads_to_its_character(source: str) -> None:
    kept = stored(source)
    for at, character in enumerate(source):
        if character in "ab 😀" or (character == "\ufeff" and at):
            place = kept.at(at)
            assert kept.text[place] == character
            assert kept.at(at + 1) == place + 1
    assert kept.at(-5) == 0
    assert kept.at(len(source) + 5) == kept.at(len(source)) <= len(kept.text)
