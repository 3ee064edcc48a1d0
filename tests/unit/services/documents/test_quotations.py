"""The quotation check on the sample agreements."""

from __future__ import annotations

import re

import pytest

from qualcode_app.domain.reading_text import ReadingText
from qualcode_app.services.documents import documents, intake, quotations


@pytest.fixture
def reading(desk) -> ReadingText:
    regions = desk.project.read(documents.regions, desk.document.revision_uid)
    return ReadingText.of(desk.text, regions)


def phrase(reading: ReadingText, start: int, end: int) -> str:
    """Return the whole words that are read between two places."""
    return " ".join(reading.text[start:end].split()[1:-1])


def checked(desk, draft: str):
    return desk.project.read(quotations.check, draft)


def test_a_literal_quotation_is_found_with_its_page(desk, reading):
    words = phrase(reading, 3000, 3080)
    (one,) = checked(desk, f"Zij schrijven “{words}” op.")
    assert one.verdict == quotations.LITERAL
    assert one.document_title == desk.document.title
    stored = desk.text[one.anchor.start : one.anchor.end]
    assert "".join(stored.split())[:20] == "".join(words.split())[:20]
    assert one.page_label


def test_words_broken_over_lines_are_literal(desk):
    at = desk.text.index("-\n", 900)
    stored = desk.text[at - 30 : at + 40]
    words = " ".join(stored.replace("-\n", "").split()[1:-1])
    assert "-" not in words
    (one,) = checked(desk, f"«{words}»")
    assert one.verdict == quotations.LITERAL


def test_an_omission_leaps_and_a_changed_word_does_not(desk, reading):
    first, second = phrase(reading, 3000, 3040), phrase(reading, 3100, 3140)
    (one,) = checked(desk, f"“{first} […] {second}”")
    assert one.verdict == quotations.LITERAL
    (turned,) = checked(desk, f"“{second} […] zeventien {first}”")
    assert turned.verdict != quotations.LITERAL


def test_what_stands_inside_other_words_is_not_quoted(desk, reading):
    """Letters of "geen" do not make "een" literal."""
    words = re.search(r"\b[a-z]{6}(?: [a-z]{4,}){5}\b", reading.text)[0]
    (whole,) = checked(desk, f"“{words}”")
    (begun,) = checked(desk, f"“[{words[0]}]{words[1:]}”")
    (cut,) = checked(desk, f"“{words[1:]}”")
    (short,) = checked(desk, f"“{words[:-1]}”")
    assert (whole.verdict, begun.verdict) == (quotations.LITERAL, quotations.LITERAL)
    assert (cut.verdict, short.verdict) == (quotations.DIFFERS, quotations.DIFFERS)


def test_what_stands_pages_apart_is_no_quotation_with_an_omission(desk, reading):
    first, last = phrase(reading, 3000, 3060), phrase(reading, -900, -840)
    (one,) = checked(desk, f"“{first} … {last}”")
    assert one.verdict != quotations.LITERAL


def test_a_changed_quotation_shows_the_nearest_place(desk, reading):
    words = reading.text[3000:3120].split()
    changed = " ".join([*words[1:6], "paars", *words[7:-1]])
    (one,) = checked(desk, f"“{changed}”")
    assert one.verdict == quotations.DIFFERS
    assert one.document_title == desk.document.title
    assert 0.45 <= one.likeness < 1
    assert words[8] in one.nearest


def test_what_nobody_wrote_is_found_nowhere(desk):
    (one,) = checked(desk, "“xylofoon kwartet zonder bladmuziek aldaar”")
    assert (one.verdict, one.document_title, one.anchor) == (quotations.NOWHERE, "", None)


def test_a_quotation_of_another_document_than_named_is_told(desk, reading):
    other = desk.project.read(documents.rows)[1]
    words = phrase(reading, 3000, 3080)
    (one,) = checked(desk, f"“{words}” ({other.title})")
    assert one.verdict == quotations.ELSEWHERE
    assert one.document_title == desk.document.title


def test_a_wrong_page_in_the_source_is_told(desk, reading):
    words = phrase(reading, 3000, 3080)
    (right,) = checked(desk, f"“{words}”")
    (wrong,) = checked(desk, f"“{words}” ({desk.document.title}, p. 99)")
    (good,) = checked(desk, f"“{words}” ({desk.document.title}, p. {right.page_label})")
    assert (wrong.verdict, good.verdict) == (quotations.OTHER_PAGE, quotations.LITERAL)


def test_a_draft_without_quotations_gives_nothing(desk):
    assert checked(desk, "Geen enkel citaat.") == []


def test_accents_that_stand_apart_in_the_file_move_no_place(desk, tmp_path):
    file = tmp_path / "accenten.txt"
    file.write_text("Coo\u0308rdinatie en e\u0301e\u0301n plan. Zebra's lopen hier rond.", "utf-8")
    intake.take_in(desk.project, [file])
    (one,) = checked(desk, "“Zebra’s lopen hier”")
    row = next(row for row in desk.project.read(documents.rows) if row.title == "accenten")
    text = desk.project.read(documents.text, row.revision_uid)
    assert "o\u0308" in text
    assert text[one.anchor.start : one.anchor.end] == "Zebra's lopen hier"
