"""Groups with their days as typed in one cell."""

from __future__ import annotations

from datetime import date

import pytest

from qualcode_app.domain.errors import RefusedChange
from qualcode_app.services.cases import terms
from qualcode_app.services.cases.terms import TypedTerm


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Groot", [TypedTerm("Groot")]),
        ("Klein; Groot", [TypedTerm("Klein"), TypedTerm("Groot")]),
        ("Klein (2018–2021)", [TypedTerm("Klein", date(2018, 1, 1), date(2021, 12, 31))]),
        ("Klein (2018-2021)", [TypedTerm("Klein", date(2018, 1, 1), date(2021, 12, 31))]),
        ("Groot (2022-)", [TypedTerm("Groot", date(2022, 1, 1))]),
        ("Groot (– 2018-03-21)", [TypedTerm("Groot", None, date(2018, 3, 21))]),
        ("G (21-3-2018 t/m 2022)", [TypedTerm("G", date(2018, 3, 21), date(2022, 12, 31))]),
        ("Bergdal (N.)", [TypedTerm("Bergdal (N.)")]),
        ("Groot ()", [TypedTerm("Groot ()")]),
    ],
)
def test_groups_are_read_with_their_days(text, read):
    assert terms.read(text) == read


@pytest.mark.parametrize(
    "text", ["Groot", "Klein (2018–2021); Groot (2022–)", "Groot (–2018-03-21)", ""]
)
def test_what_is_shown_reads_back(text):
    assert terms.say(terms.read(text)) == text


def test_days_turned_round_are_refused():
    with pytest.raises(RefusedChange, match="ends before"):
        terms.read("Klein (2021–2018)")
