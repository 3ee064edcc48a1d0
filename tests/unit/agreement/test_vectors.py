"""All published cases: each meets the figure of its source within the source's precision."""

from __future__ import annotations

import json
from math import isnan
from pathlib import Path

import pytest
import vector_answers

CASES = json.loads(
    (Path(__file__).parents[2] / "data" / "agreement_vectors.json").read_text(encoding="utf-8")
)


def check(found, expected, tolerance, where):
    if isinstance(expected, dict):
        for key, value in expected.items():
            check(found[key], value, tolerance, f"{where}.{key}")
    elif isinstance(expected, list):
        for i, (one, value) in enumerate(zip(found, expected, strict=True)):
            check(one, value, tolerance, f"{where}[{i}]")
    elif expected is None:
        assert isnan(found.value), where
        assert found.reason is not None, where
    else:
        value = found if isinstance(found, int | float) else found.value
        assert value == pytest.approx(expected, abs=tolerance), where


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_published_figure_comes_out(case):
    answer = vector_answers.ANSWERS[case["coefficient"]]
    found = answer(case["data"], case["params"])
    check(found, case["expected"], case["tolerance"], case["id"])


def test_every_case_is_there():
    assert len(CASES) == 125
    assert {case["coefficient"] for case in CASES} == set(vector_answers.ANSWERS)
