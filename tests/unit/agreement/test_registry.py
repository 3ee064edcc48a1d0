from __future__ import annotations

from math import isnan

import pytest
from agreement_studies import study, units

from qualcode_app.agreement.figure import Reason
from qualcode_app.agreement.registry import COEFFICIENTS, fitting

SPANS = study([(0, 0, 0, 10, 30), (1, 0, 0, 12, 30), (0, 1, 0, 40, 50), (1, 1, 0, 44, 50)], codes=2)
UNITS = units([["a", "a"], ["a", "b"], ["b", "b"]])


@pytest.mark.parametrize("coefficient", COEFFICIENTS.values(), ids=lambda c: c.key)
def test_every_coefficient_tells_its_name_formula_and_source(coefficient):
    assert coefficient.name
    assert coefficient.formula.endswith(".")
    assert any(character.isdigit() for character in coefficient.source)
    assert coefficient.on_units or coefficient.on_spans


@pytest.mark.parametrize("data", [SPANS, UNITS], ids=["spans", "units"])
@pytest.mark.parametrize("coefficient", COEFFICIENTS.values(), ids=lambda c: c.key)
def test_a_coefficient_gives_a_number_or_says_why_not(coefficient, data):
    figure = coefficient.compute(data)
    assert figure.reason == coefficient.why_not(data)
    assert isnan(figure.value) == (figure.reason is not None)


@pytest.mark.parametrize("data", [study([]), units([["a", None], [None, "a"]])])
@pytest.mark.parametrize("coefficient", COEFFICIENTS.values(), ids=lambda c: c.key)
def test_nothing_to_compare_is_never_a_made_up_number(coefficient, data):
    figure = coefficient.compute(data)
    assert figure.reason is not None or figure.value == (0 if coefficient.key == "holsti" else 1)


def test_two_coder_coefficients_refuse_three():
    three = units([["a", "b", "a"]])
    assert COEFFICIENTS["kappa"].compute(three).reason is Reason.TWO_CODERS


def test_coefficients_that_need_an_order_refuse_categories_without_one():
    assert COEFFICIENTS["kappa_linear"].why_not(UNITS) is Reason.NOT_ORDERED
    assert COEFFICIENTS["alpha_interval"].why_not(UNITS) is Reason.NOT_NUMERIC


def test_those_that_fit_are_listed():
    keys = {coefficient.key for coefficient in fitting(SPANS)}
    assert {"alpha", "f1", "kappa", "percent"} <= keys
    assert "alpha_interval" not in keys


def test_characters_carry_no_error_that_takes_them_for_independent_units():
    figure = COEFFICIENTS["kappa"].compute(SPANS)
    assert isnan(figure.error)
    assert figure.interval is None
