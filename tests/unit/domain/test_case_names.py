"""Names of municipalities in the spellings people use."""

from __future__ import annotations

import pytest

from qualcode_app.domain import case_names

KNOWN = {case_names.key(name): name for name in ("Súdmeer", "Hoek aan den Dijk", "Veenoord")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Súdmeer", "sudmeer"),
        ("gemeente Veenoord", "Veenoord"),
        ("Gem. Veenoord", "Veenoord"),
        ("De gemeente Veenoord", "Veenoord"),
        ("Hoek a/d Dijk", "Hoek aan den Dijk"),
        ("Hoek a.d. Dijk", "Hoek aan den Dijk"),
        ("Hoek aan de Dijk", "Hoek aan den Dijk"),
        ("'s-Veenbosch", "s Veenbosch"),
        ("Noord-Duinmeer", "Noord Duinmeer"),
        ("Den Haag", "'s-Gravenhage"),
        ("Den Bosch", "’s-Hertogenbosch"),
    ],
)
def test_spellings_of_one_name_compare_equal(one, other):
    assert case_names.key(one) == case_names.key(other)


def test_an_addition_in_brackets_tells_two_namesakes_apart():
    assert case_names.key("Bergdal (N.)") != case_names.key("Bergdal (Z.)")


@pytest.mark.parametrize("text", ["518", "0518", "GM0518", "gm 518", "518.0"])
def test_a_code_gets_its_four_digits_back(text):
    assert case_names.code(text) == "0518"


def test_a_code_of_another_kind_stays_as_written():
    assert case_names.code(" NL-12a ") == "NL-12a"


def test_a_name_with_another_letter_is_worth_asking_about():
    assert case_names.alike("Veenoort", KNOWN) == ["Veenoord"]
    assert case_names.alike("Hoek", KNOWN) == ["Hoek aan den Dijk"]


def test_a_name_that_looks_like_none_is_alike_to_none():
    assert case_names.alike("Kreekenburg", KNOWN) == []


def test_names_are_found_in_titles_by_whole_words():
    assert case_names.named_in("Coalitieakkoord Veenoord 2022-2026", KNOWN) == ["Veenoord"]
    assert case_names.named_in("hoek-a-d-dijk_2018.pdf", KNOWN) == ["Hoek aan den Dijk"]
    assert case_names.named_in("Veenoorder plannen", KNOWN) == []


def test_of_two_names_one_within_the_other_the_long_one_is_meant():
    known = {**KNOWN, case_names.key("Hoek"): "Hoek"}
    assert case_names.named_in("Akkoord Hoek aan den Dijk", known) == ["Hoek aan den Dijk"]
    assert case_names.named_in("Akkoord van Hoek en Hoek aan den Dijk", known) == [
        "Hoek",
        "Hoek aan den Dijk",
    ]


def test_a_daily_name_is_found_for_the_official_one():
    known = {case_names.key("'s-Gravenhage"): "1"}
    assert case_names.named_in("Zo staat in Den Haag en elders", known) == ["1"]
