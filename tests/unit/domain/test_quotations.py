"""Quotations in a draft."""

from __future__ import annotations

import pytest

from qualcode_app.domain.quotations import Piece, find, folded


def quoted(draft: str) -> list[str]:
    return [one.text for one in find(draft)]


@pytest.mark.parametrize("marks", ["“{}”", "„{}”", "„{}“", "«{}»", "‘{}’", "'{}'", '"{}"'])
def test_every_kind_of_marks_opens_and_closes(marks):
    draft = f"Het akkoord zegt {marks.format('wij bouwen door')} en meer."
    assert quoted(draft) == ["wij bouwen door"]


def test_apostrophes_are_no_marks():
    assert quoted("'s Avonds zien we foto's van Jan's huis, 't is mooi.") == []
    assert quoted("Zij zegt 'de foto's zijn mooi' en gaat.") == ["de foto's zijn mooi"]


def test_a_quotation_inside_a_quotation_belongs_to_it():
    assert quoted("Er staat “wij noemen dit ‘passend’ wonen” in.") == [
        "wij noemen dit ‘passend’ wonen"
    ]


def test_places_count_in_the_draft():
    draft = "Eerst “dit” en dan “dat”."
    for one in find(draft):
        assert draft[one.start : one.end] == one.text


def test_an_open_mark_ends_with_its_paragraph():
    assert quoted("Een “open begin\n\nen dan “dicht”.") == ["dicht"]


def test_omissions_and_additions_part_what_must_be_literal():
    (one,) = find("“Wij bouwen […] woningen [in de stad] voor … ouderen.”")
    assert one.pieces() == [*map(Piece, ("Wij bouwen", "woningen", "voor", "ouderen"))]


def test_a_letter_put_in_brackets_is_a_part_of_its_word():
    (one,) = find("“[W]ij bouwen woning[en] … door.”")
    assert one.pieces() == [
        Piece("ij bouwen woning", begins_word=False, ends_word=False),
        Piece("door"),
    ]


@pytest.mark.parametrize("first", ["Er", "Ie", "Em", "er"])
def test_a_quotation_in_single_marks_may_begin_with_a_short_word(first):
    assert quoted(f"Zij schrijven ‘{first} moet meer’.") == [f"{first} moet meer"]


def test_blanks_hyphens_ligatures_and_marks_fold_away():
    assert folded("vi\ufb01nding  van\u00ad het\n“plan”") == folded("vifinding van het 'plan'")
