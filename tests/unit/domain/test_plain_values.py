"""Days, numbers and yes or no as typed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from qualcode_app.domain import plain_values
from qualcode_app.domain.errors import RefusedChange


@pytest.mark.parametrize(
    "text",
    [
        "2018-03-21",
        "21-3-2018",
        "21/03/2018",
        "21 maart 2018",
        "21 March 2018",
        "2018-03-21 00:00:00",
    ],
)
def test_a_day_is_read_in_the_ways_people_write_it(text):
    assert plain_values.day(text) == date(2018, 3, 21)


@pytest.mark.parametrize("text", ["2018", "31-2-2018", "maart", "21 brumaire 2018"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(RefusedChange, match="no date"):
        plain_values.day(text)


def test_a_year_is_its_first_or_last_day():
    assert plain_values.day_or_year("2018", at_end=False) == date(2018, 1, 1)
    assert plain_values.day_or_year("2018", at_end=True) == date(2018, 12, 31)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", "12"),
        ("12,5", "12.5"),
        ("1.234.567", "1234567"),
        ("1.234,5", "1234.5"),
        ("-3.75", "-3.75"),
    ],
)
def test_a_number_is_read_the_dutch_way_and_the_other(text, value):
    assert plain_values.number(text) == Decimal(value)


def test_a_number_that_reads_two_ways_is_asked_about():
    with pytest.raises(RefusedChange, match="two numbers"):
        plain_values.number("1.234")


def test_yes_and_no_are_understood_and_nothing_else():
    assert plain_values.truth("Ja")
    assert not plain_values.truth("no")
    with pytest.raises(RefusedChange, match="neither yes nor no"):
        plain_values.truth("misschien")


@pytest.mark.parametrize("value", [Decimal("12.5"), date(2018, 3, 21), True])
def test_what_is_shown_reads_back_as_the_same(value):
    read = {Decimal: plain_values.number, date: plain_values.day, bool: plain_values.truth}
    assert read[type(value)](plain_values.said(value)) == value
