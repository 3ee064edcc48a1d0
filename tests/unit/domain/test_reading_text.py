from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode_app.domain.extraction import Region
from qualcode_app.domain.reading_text import ReadingText, clean_quote, find_quote


def region(kind: str, text: str, piece: str) -> Region:
    start = text.index(piece)
    return Region(kind, 1, start, start + len(piece))


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("wij bou-\nwen huizen\n", "wij bouwen huizen "),
        ("wij bou- \nwen huizen", "wij bouwen huizen"),
        ("wij bou\u00ad\nwen hui\u00adzen", "wij bouwen huizen"),
        ("van de \u00adtoe- \nslagen", "van de toeslagen"),
        ("De agen-\u00ad \nten komen", "De agenten komen"),
        ("De agen-\n\u00adten komen", "De agenten komen"),
        ("in- en uitvoer", "in- en uitvoer"),
        ("in-\nen uitvoer", "in- en uitvoer"),
        ("basis- of\nmiddelbare school", "basis- of middelbare school"),
        ("Noord-\nHolland", "Noord-Holland"),
        ("EU-\nbeleid", "EU-beleid"),
        ("2022-\n2026", "2022-2026"),
        ("van 30-\nplussers", "van 30-plussers"),
        ("eﬃciënt en ﬁjn", "efficiënt en fijn"),
        ("een  dubbele \n regel", "een dubbele regel"),
        ("€\u00a0500", "€ 500"),
        ("een - zeg ik -\nstreep", "een - zeg ik - streep"),
        ("●\u200b punt", "● punt"),
    ],
)
def test_text_reads_as_it_was_meant(stored, read):
    assert ReadingText.of(stored).text == read


def test_a_hyphen_stays_where_the_text_writes_the_word_with_it_elsewhere():
    stored = "Het sociaal-economisch beleid. Een sociaal-\neconomische agenda en wo-\nningen."
    assert ReadingText.of(stored).text == (
        "Het sociaal-economisch beleid. Een sociaal-economische agenda en woningen."
    )


def test_running_heads_and_page_numbers_are_not_read():
    stored = "Wij bou-\nAkkoord\n12\nwen huizen.\n"
    found = [region("running_head", stored, "Akkoord\n"), region("page_number", stored, "12\n")]
    assert ReadingText.of(stored, found).text == "Wij bouwen huizen. "


def test_a_note_inside_a_sentence_is_read_after_it():
    stored = "Wij bouwen\n1 Eigen telling.\nvijftig huizen. Daarna meer.\n"
    reading = ReadingText.of(stored, [region("footnote", stored, "1 Eigen telling.\n")])
    assert reading.text == "Wij bouwen vijftig huizen. 1 Eigen telling. Daarna meer. "
    assert find_quote(reading, "bouwen vijftig") is not None
    note = find_quote(reading, "Eigen telling")
    assert note is not None
    assert stored[note.start : note.end] == "Eigen telling"


def test_a_note_between_sentences_stays_in_its_place():
    stored = "Wij bouwen.\n1 Eigen telling.\nDaarna meer.\n"
    reading = ReadingText.of(stored, [region("footnote", stored, "1 Eigen telling.\n")])
    assert reading.text == "Wij bouwen. 1 Eigen telling. Daarna meer. "


def test_a_place_in_the_reading_text_leads_back_to_the_stored_one():
    stored = "Wij bou-\nwen eﬃciënt\nen goed."
    reading = ReadingText.of(stored)
    start = reading.text.index("bouwen efficiënt")
    found = reading.anchor(start, start + len("bouwen efficiënt"))
    assert found is not None
    assert stored[found.start : found.end] == "bou-\nwen eﬃciënt"


def test_a_left_out_place_leads_to_what_is_read_next():
    stored = "Wij\nAkkoord\nbouwen"
    reading = ReadingText.of(stored, [region("running_head", stored, "Akkoord\n")])
    assert reading.text[reading.to_reading(stored.index("koord")) :] == "bouwen"
    assert reading.to_reading(len(stored)) == len(reading.text)
    assert reading.to_stored(len(reading.text)) == len(stored)


@given(
    st.lists(
        st.sampled_from(["wo", "-", "\n", " ", "\u00ad", "ﬁ", "Een", "12", ". ", "en", "\u200b"]),
        max_size=40,
    ),
    st.data(),
)
def test_every_character_that_is_read_leads_back_and_forth(pieces, data):
    stored = "".join(pieces)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stored)), max_size=6, unique=True)))
    kinds = st.sampled_from(["running_head", "footnote", "page_number", "caption"])
    found = [Region(data.draw(kinds), 1, a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    reading = ReadingText.of(stored, found)
    for place, letter in enumerate(reading.text):
        offset = reading.to_stored(place)
        assert 0 <= offset < len(stored)
        if letter.isalnum() and stored[offset] == letter:
            assert reading.to_reading(offset) == place
    for offset in range(len(stored) + 1):
        assert 0 <= reading.to_reading(offset) <= len(reading.text)


def test_quotes_are_one_readable_line():
    stored = "Wij bou-\nwen\neﬃ\u00adciënte\nhuizen.\n"
    assert clean_quote(stored, 0, len(stored)) == "Wij bouwen efficiënte huizen."
    assert ReadingText.of(stored).quote(0, len(stored)) == "Wij bouwen efficiënte huizen."


def test_quotes_leave_out_what_is_printed_between():
    stored = "Wij bouwen\n1 Eigen telling.\nAkkoord\nvijftig huizen. Meer.\n"
    found = [
        region("footnote", stored, "1 Eigen telling.\n"),
        region("running_head", stored, "Akkoord\n"),
    ]
    end = stored.index(" Meer")
    assert clean_quote(stored, 0, end, found) == "Wij bouwen vijftig huizen."
    assert ReadingText.of(stored, found).quote(0, end) == "Wij bouwen vijftig huizen."


def test_a_quote_from_a_note_keeps_the_note():
    stored = "Wij bouwen\n1 Eigen telling.\nvijftig huizen.\n"
    found = [region("footnote", stored, "1 Eigen telling.\n")]
    start = stored.index("Eigen")
    assert clean_quote(stored, start, start + 14, found) == "Eigen telling."
    assert ReadingText.of(stored, found).quote(start, start + 14) == "Eigen telling."


@pytest.mark.parametrize(
    "quote",
    [
        "bouwen efficiënte huizen",
        "bou-\nwen eﬃciënte huizen",
        "bouwen   efficiënte\nhuizen",
        "bou\u00adwen efficiënte huizen",
        "bouwenefficiëntehuizen",
    ],
)
def test_a_quote_is_found_however_it_was_copied(quote):
    stored = "Wij bou-\nwen eﬃciënte  \nhuizen."
    found = find_quote(ReadingText.of(stored), quote)
    assert found is not None
    assert stored[found.start : found.end] == "bou-\nwen eﬃciënte  \nhuizen"


def test_a_quote_is_found_with_or_without_the_hyphen_of_a_compound():
    stored = "Een sociaal-economische agenda."
    assert find_quote(ReadingText.of(stored), "sociaal-\neconomische agenda") is not None


def test_the_asked_occurrence_is_found():
    reading = ReadingText.of("Wij bouwen. Wij\nbouwen. Wij bouwen.")
    found = [find_quote(reading, "Wij bouwen", n) for n in (1, 2, 3)]
    assert [place.start for place in found if place] == [0, 12, 24]
    assert find_quote(reading, "Wij bouwen", 4) is None


@pytest.mark.parametrize("quote", ["", "  ", "wij bouwen", "iets anders", "\u00ad"])
def test_what_is_not_there_is_not_found(quote):
    assert find_quote(ReadingText.of("Wij bouwen."), quote) is None


def test_an_empty_text_reads_empty():
    reading = ReadingText.of("")
    assert (reading.text, reading.to_reading(0), reading.to_stored(0)) == ("", 0, 0)
    assert reading.quote(0, 0) == ""
