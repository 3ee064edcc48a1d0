"""Quotes of other programs are found by their words, never by a likeness."""

from __future__ import annotations

import pytest

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.extraction import Region
from qualcode_app.services.exchange.placing import How, StoredText


def _said(text: str, anchor: TextAnchor) -> str:
    return text[anchor.start : anchor.end]


def test_a_quote_that_stands_where_it_is_expected_is_taken_there() -> None:
    stored = StoredText("Wij bouwen. Wij bouwen. Wij bouwen.")
    found = stored.place("Wij bouwen.", 12)
    assert found is not None
    assert (found.anchor, found.how) == (TextAnchor(12, 23), How.EXACT)
    assert not found.is_one_of_several


@pytest.mark.parametrize(("near", "start"), [(0, 0), (9, 12), (15, 12), (20, 24), (900, 24)])
def test_of_several_places_the_nearest_is_taken_and_told(near: int, start: int) -> None:
    found = StoredText("Wij bouwen. Wij bouwen. Wij bouwen.").place("Wij bouwen", near)
    assert found is not None
    assert found.anchor.start == start
    assert found.is_one_of_several == (near != start)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("De gemeente wil een\ncoöperatie.", "gemeente wil een coöperatie"),
        ("De gemeen-\nte wil dit.", "gemeente wil"),
        ("een eﬃciënte aanpak", "efficiënte aanpak"),
        ("zij zegt “ja” hier", 'zegt "ja" hier'),
        ("caf\u0065\u0301 open", "café open"),
        ("Klimaat 🌱  en\tenergie", "Klimaat 🌱 en energie"),
    ],
)
def test_what_differs_between_extractions_makes_no_difference(text: str, quote: str) -> None:
    found = StoredText(text).place(quote)
    assert found is not None
    assert found.how is How.NORMALISED
    said = _said(text, found.anchor)
    assert said == said.strip()
    assert (said[0], said[-1]) == (quote[0], quote[-1]) or "-" in said


def test_a_footnote_between_the_words_is_passed_over() -> None:
    text = "De raad besluit\nAkkoord 2026\nom te bouwen."
    stored = StoredText(text, [Region("running_head", 1, 16, 29)])
    found = stored.place("besluit om te bouwen")
    assert found is not None
    assert _said(text, found.anchor) == "besluit\nAkkoord 2026\nom te bouwen"


@pytest.mark.parametrize("quote", ["Wij bouwden", "", "  \n", "wij bouwen"])
def test_words_that_stand_nowhere_are_not_placed(quote: str) -> None:
    assert StoredText("Wij bouwen.").place(quote) is None


def test_an_offset_of_a_longer_text_is_scaled() -> None:
    assert StoredText("a" * 100).scaled(500, 1000) == 50
