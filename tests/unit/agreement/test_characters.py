from __future__ import annotations

from itertools import combinations
from math import isnan

import numpy as np
import pytest
from agreement_studies import characters, studies, study
from hypothesis import given, settings

from qualcode_app.agreement import sweep
from qualcode_app.agreement.characters import (
    Study,
    alpha,
    f1,
    figure,
    kappa,
    percent,
    pooled_alpha,
)
from qualcode_app.agreement.figure import Reason
from qualcode_app.agreement.sweep import coded_or_not, coder_sets, members


def literal_alpha(columns):
    """Krippendorff's alpha the long way: every pair of values within and across units."""
    pairs_apart, values = 0.0, []
    for column in columns:
        if len(column) < 2:
            continue
        values += column
        m = len(column)
        pairs_apart += sum(a != b for a, b in combinations(column, 2)) * 2 / (m - 1)
    n = len(values)
    ones = sum(values)
    if not ones or ones == n:
        return float("nan")
    return 1 - (pairs_apart / n) / (2 * ones * (n - ones) / (n * (n - 1)))


def columns(data, code):
    """The values of every character: those of the coders who count in the document."""
    found = []
    for document, marks in enumerate(characters(data)[code]):
        judged = marks[data.counted[:, code, document]]
        found += [[bool(v) for v in column] for column in judged.T]
    return found


@given(studies())
@settings(deadline=None)
def test_the_sweep_counts_what_a_walk_over_all_characters_counts(data):
    dense = np.zeros((len(data.codes), len(data.documents), 2 ** len(data.coders)))
    for code, rows in enumerate(characters(data)):
        for document, marks in enumerate(rows):
            sets = (marks.astype(int) << np.arange(len(data.coders))[:, None]).sum(axis=0)
            for mask in sets:
                dense[code, document, mask] += 1
    found = coder_sets(data)
    assert found.dense is not None
    assert (found.dense.reshape(dense.shape) == dense).all()


@given(studies())
@settings(deadline=None)
def test_many_coders_take_another_way_to_the_same_sums(data):
    def weigh(mask):
        return members(mask, len(data.coders)).astype(float)

    dense = coder_sets(data).sums(weigh)
    usual, sweep.DENSE_CODERS = sweep.DENSE_CODERS, 0
    try:
        sparse = coder_sets(data)
    finally:
        sweep.DENSE_CODERS = usual
    assert sparse.dense is None
    assert (sparse.sums(weigh) == dense).all()


@given(studies())
@settings(deadline=None)
def test_alpha_equals_the_literal_definition(data):
    found = alpha(Study(data).sums.sum(axis=1))
    for code in range(len(data.codes)):
        expected = literal_alpha(columns(data, code))
        assert found[code] == pytest.approx(expected, nan_ok=True, abs=1e-12)


@given(studies())
@settings(deadline=None)
def test_percent_and_f1_equal_their_literal_definition(data):
    sums = Study(data).sums.sum(axis=1)
    for code in range(len(data.codes)):
        judged = [c for c in columns(data, code) if len(c) >= 2]
        pairs = [list(combinations(c, 2)) for c in judged]
        both = sum(a and b for p in pairs for a, b in p)
        marked = sum(a + b for p in pairs for a, b in p)
        shares = [sum(a == b for a, b in p) / len(p) for p in pairs]
        assert f1(sums)[code] == pytest.approx(
            2 * both / marked if marked else float("nan"), nan_ok=True
        )
        assert percent(sums)[code] == pytest.approx(
            float(np.mean(shares)) if shares else float("nan"), nan_ok=True
        )


@given(studies())
@settings(deadline=None)
def test_the_sums_of_a_pair_are_those_of_a_study_with_these_two_coders(data):
    whole = Study(data)
    for pair in whole.pairs:
        alone = Study(data.only(coders=pair))
        assert np.allclose(whole.pair_sums(pair), alone.sums)
        assert np.allclose(whole.table(pair), alone.table((0, 1)))


@given(studies())
@settings(deadline=None)
def test_units_coded_or_not_hold_every_judged_character_once(data):
    found = coded_or_not(data)
    judged = data.counted.any(axis=0) @ data.lengths
    assert found.frequency[found.rated > 0].sum() == judged.sum()
    marked = ((found.ratings == 0).sum(axis=1) * found.frequency).sum()
    assert marked == Study(data).marked.sum()


def test_pooled_alpha_divides_the_summed_disagreements_of_the_codes():
    # Code 0: both mark 0-10 of 40; code 1: 0-10 against 5-15.
    spans = [(0, 0, 0, 0, 10), (1, 0, 0, 0, 10), (0, 1, 0, 0, 10), (1, 1, 0, 5, 15)]
    sums = Study(study(spans, (40,), codes=2)).sums.sum(axis=1)
    expected = 2 * 20 * 60 / (80 * 79)  # the same for both codes
    assert pooled_alpha(sums) == pytest.approx(1 - (0 + 10 / 40) / (2 * expected))


def test_kappa_of_the_textbook_table_that_a_known_tool_gets_wrong():
    # 80 both, 20 and 20 alone, 880 neither: 0.778, where the other tool shows 0.660.
    table = Study(study([(0, 0, 0, 0, 100), (1, 0, 0, 20, 120)], (1000,))).table((0, 1))
    assert table[0, 0].tolist() == [80, 20, 20, 880]
    assert kappa(table)[0, 0] == pytest.approx(0.7777777778)


@pytest.mark.parametrize(
    ("length", "percent_expected", "kappa_expected"),
    [(2_000, 0.750, 0.467), (10_000, 0.950, 0.640), (100_000, 0.995, 0.664)],
)
def test_uncoded_text_moves_percent_but_not_f1(length, percent_expected, kappa_expected):
    found = Study(study([(0, 0, 0, 0, 750), (1, 0, 0, 250, 1000)], (length,)))
    sums = found.sums[0, 0]
    assert percent(sums) == pytest.approx(percent_expected, abs=5e-4)
    assert kappa(found.table((0, 1))[0, 0]) == pytest.approx(kappa_expected, abs=5e-4)
    assert f1(sums) == pytest.approx(2 / 3)


def test_one_coder_who_never_used_the_code_gives_zero_not_undefined():
    found = Study(study([(0, 0, 0, 10, 30)]))
    assert kappa(found.table((0, 1)))[0, 0] == 0
    assert f1(found.sums)[0, 0] == 0
    assert alpha(found.sums)[0, 0] < 0


def test_marks_that_never_meet_give_negative_kappa_and_no_f1():
    found = Study(study([(0, 0, 0, 10, 30), (1, 0, 0, 40, 60)]))
    assert kappa(found.table((0, 1)))[0, 0] < 0
    assert f1(found.sums)[0, 0] == 0


@pytest.mark.parametrize(
    ("spans", "counted", "reason"),
    [
        ([], None, Reason.UNUSED),
        ([(0, 0, 0, 0, 100), (1, 0, 0, 0, 100)], None, Reason.NEVER_ABSENT),
        ([(0, 0, 0, 0, 10)], [True, False], Reason.NO_UNITS),
    ],
)
def test_an_undefined_alpha_says_why(spans, counted, reason):
    found = Study(study(spans, counted=counted))
    sums = found.sums[0, 0]
    shown = figure(float(alpha(sums)), sums, found.counts())
    assert isnan(shown.value)
    assert shown.reason is reason


def test_percent_is_whole_where_alpha_is_undefined():
    found = Study(study([(0, 0, 0, 0, 100), (1, 0, 0, 0, 100)]))
    assert percent(found.sums)[0, 0] == 1
    assert f1(found.sums)[0, 0] == 1
    assert isnan(kappa(found.table((0, 1)))[0, 0])


def test_an_unfinished_document_is_missing_and_not_a_disagreement():
    spans = [(0, 0, 0, 10, 30), (1, 0, 0, 10, 30), (0, 0, 1, 10, 30)]
    finished = Study(study(spans, (100, 100)))
    waiting = Study(study(spans, (100, 100), counted=[[True, True], [True, False]]))
    assert alpha(finished.sums.sum(axis=1))[0] < 0.7
    assert alpha(waiting.sums.sum(axis=1))[0] == 1
    assert waiting.counts().documents == 1
    assert waiting.counts().units == 100


def test_two_of_three_coders_are_compared_where_the_third_has_not_finished():
    spans = [(0, 0, 0, 10, 30), (1, 0, 0, 10, 30)]
    found = Study(study(spans, coders=3, counted=[True, True, False]))
    assert alpha(found.sums)[0, 0] == 1
    assert isnan(kappa(found.table((0, 2)))[0, 0])


def test_a_figure_tells_what_it_rests_on():
    spans = [(0, 0, 0, 10, 30), (0, 0, 0, 40, 50), (1, 0, 0, 10, 30)]
    n = Study(study(spans, (100, 50))).counts(code=0)
    assert (n.units, n.coders, n.documents) == (150, 2, 2)
    assert n.spans == (2, 1)
    assert n.marked == (30, 20)
