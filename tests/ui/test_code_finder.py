"""Codes are found by a few letters, in either language, best first."""

from __future__ import annotations

import pytest

from qualcode_app.formats import codebook_json
from qualcode_app.paths import codebooks
from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.services.codebook.search_words import SearchWords
from qualcode_app.ui import code_finder


@pytest.fixture(scope="module")
def rows() -> list[CodeRow]:
    """The codes of the shipped codebook, as the project would list them."""
    book = codebook_json.read(codebooks() / "combined.json")
    return [
        CodeRow(
            uid=code.key,
            parent_uid=code.parent,
            family_uid=code.key.split("-")[0],
            key=code.key,
            label_nl=code.label_nl,
            label_en=code.label_en,
            short_nl=code.short_nl,
            short_en=code.short_en,
            colour=code.colour,
            level=1,
            n_codings=0,
            not_when=(),
            default_on=True,
            is_residual=code.is_residual,
        )
        for code in book.codes
    ]


@pytest.fixture(scope="module")
def find(rows):
    """Finds codes as the box does, with the keywords and definitions of the shipped codebook."""
    book = codebook_json.read(codebooks() / "combined.json")
    words = {
        code.key: SearchWords(
            tuple(keyword.stem for keyword in code.keywords), (code.full_nl, code.full_en)
        )
        for code in book.codes
    }
    return lambda typed, recent=(): code_finder.find(rows, typed, words, recent)


@pytest.mark.parametrize("typed", ["WON-2", "won2", "won 2", "WON2"])
def test_a_key_is_found_however_it_is_typed(find, typed):
    assert find(typed)[0].key == "WON-2"


@pytest.mark.parametrize(
    ("typed", "key"), [("toew", "WON-2"), ("housing", "WON"), ("TOEWIJZING", "WON-2")]
)
def test_the_start_of_a_label_is_found_in_either_language(find, typed, key):
    assert find(typed)[0].key == key


def test_a_word_inside_a_label_comes_after_labels_that_start_with_it(find):
    found = find("huur")
    starts = [row.label_nl.casefold().startswith("huur") for row in found]
    assert starts == sorted(starts, reverse=True)


def test_accents_and_capitals_do_not_matter(find):
    assert find("Cliënt")[:3] == find("client")[:3]


def test_the_code_used_last_comes_first_among_equals(find):
    family, *codes = [row for row in find("won-") if row.key.startswith("WON")]
    last = codes[-1]
    assert find("won-", [last.uid])[:2] == [family, last]


def test_a_keyword_is_found_after_labels(find):
    found = find("erfpacht")
    assert found[0].key == "RUI-1a"


def test_nothing_typed_finds_nothing_and_nonsense_finds_nothing(find):
    assert find("  ") == []
    assert find("qqqqx") == []
