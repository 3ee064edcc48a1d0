"""Offsets of other programs lead to the same characters, however they count."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode_app.domain.offset_counting import (
    COUNTINGS,
    CountedText,
    Counting,
    Marked,
    chosen,
    score,
    usual,
)

RAW = "\ufeffEen 🌱 plan.\r\nTwee 🔌🔌 é́n.\r\nDrie."


def _foreign(text: str, counting: Counting) -> int:
    """Count a text as the other program does."""
    said = text.replace("\r\n", "\n") if counting.crlf == 1 else text
    return len(said.encode("utf-16-le")) // 2 if counting.is_utf16 else len(said)


@pytest.mark.parametrize("counting", COUNTINGS, ids=str)
@pytest.mark.parametrize("quote", ["Een", "🌱 plan.", "Twee 🔌🔌", "🔌 é́n", "Drie."])
def test_every_counting_leads_to_the_same_words(counting: Counting, quote: str) -> None:
    raw = RAW.removeprefix("\ufeff")
    at = raw.index(quote)
    start = _foreign(raw[:at], counting)
    end = start + _foreign(quote, counting)
    counted = CountedText(RAW, counting)
    assert counted.text[counted.to_text(start) : counted.to_text(end)] == quote
    assert counted.n_steps == _foreign(raw, counting)


@given(st.text(alphabet="ab \r\n🌱é\u0301"), st.sampled_from(COUNTINGS))
def test_offsets_never_leave_the_text_and_never_go_back(text: str, counting: Counting) -> None:
    counted = CountedText(text, counting)
    places = [counted.to_text(offset) for offset in range(counted.n_steps + 1)]
    assert places[0] == 0
    assert places[-1] == len(counted.text)
    assert all(0 <= after - before <= 1 for before, after in pairwise(places))


@pytest.mark.parametrize("counting", COUNTINGS, ids=str)
def test_an_unknown_origin_is_told_by_word_borders(counting: Counting) -> None:
    raw = RAW.removeprefix("\ufeff")
    marks = []
    for quote in ("plan", "Twee", "é́n", "Drie"):
        start = _foreign(raw[: raw.index(quote)], counting)
        marks.append(Marked(start, start + _foreign(quote, counting), ""))
    scores = {each: score(RAW, each, marks) for each in COUNTINGS}
    assert chosen(scores, None) == counting


def test_names_that_hold_the_quote_decide_where_borders_do_not() -> None:
    raw = "a🌱b c d"
    scores = {each: score(raw, each, [Marked(5, 6, "c")]) for each in COUNTINGS}
    assert chosen(scores, None) == Counting(is_utf16=True)


def test_a_known_program_is_believed_unless_another_counting_fits_clearly_better() -> None:
    raw = "🌱 een twee drie"
    fits = [Marked(3, 6, "een"), Marked(7, 11, "twee")]
    scores = {each: score(raw, each, fits) for each in COUNTINGS}
    assert chosen(scores, Counting(is_utf16=True, crlf=2)) == Counting(is_utf16=True, crlf=2)
    assert chosen(scores, Counting()).is_utf16


@pytest.mark.parametrize(
    ("origin", "counting"),
    [
        ("NVivo for Windows", Counting(is_utf16=True, crlf=2)),
        ("ATLAS.ti 8.4.0 573 , macOS", Counting()),
        ("MAXQDA 24 (Release 24.7.0)", Counting()),
        ("QualCoder-3", Counting()),
        ("QualCode", Counting(crlf=0)),
        ("something else", None),
    ],
)
def test_known_programs_have_their_counting(origin: str, counting: Counting | None) -> None:
    assert usual(origin) == counting
