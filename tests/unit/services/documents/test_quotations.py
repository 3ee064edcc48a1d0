"""The quotation check on the sample agreements."""

from __future__ import annotations

import pytest

from qualcode_app.domain.reading_text import ReadingText
from qualcode_app.services.documents import documents, quotations


@pytest.fixture
def reading(desk) -> ReadingText:
    regions = desk.project.read(documents.regions, desk.document.revision_uid)
    return ReadingText.of(desk.text, regions)


def checked(desk, draft: str):
    return desk.project.read(quotations.check, draft)


def test_a_literal_quotation_is_found_with_its_page(desk, reading):
    words = reading.text[3000:3080].strip()
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
    first, second = reading.text[3000:3030].strip(), reading.text[3100:3130].strip()
    (one,) = checked(desk, f"“{first} […] {second}”")
    assert one.verdict == quotations.LITERAL
    (turned,) = checked(desk, f"“{second} […] zeventien {first}”")
    assert turned.verdict != quotations.LITERAL


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
    words = reading.text[3000:3080].strip()
    (one,) = checked(desk, f"“{words}” ({other.title})")
    assert one.verdict == quotations.ELSEWHERE
    assert one.document_title == desk.document.title


def test_a_wrong_page_in_the_source_is_told(desk, reading):
    words = reading.text[3000:3080].strip()
    (right,) = checked(desk, f"“{words}”")
    (wrong,) = checked(desk, f"“{words}” ({desk.document.title}, p. 99)")
    (good,) = checked(desk, f"“{words}” ({desk.document.title}, p. {right.page_label})")
    assert (wrong.verdict, good.verdict) == (quotations.OTHER_PAGE, quotations.LITERAL)


def test_a_draft_without_quotations_gives_nothing(desk):
    assert checked(desk, "Geen enkel citaat.") == []
