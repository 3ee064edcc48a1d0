"""What theory says about all coefficients, on random studies."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from agreement_studies import studies, study
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from qualcode_app.agreement import alpha, more_coders, raw, two_coders
from qualcode_app.agreement.bases import in_blocks
from qualcode_app.agreement.characters import Study, f1, kappa, percent, pooled_alpha
from qualcode_app.agreement.characters import alpha as character_alpha
from qualcode_app.agreement.data import SpanData, UnitData
from qualcode_app.agreement.registry import COEFFICIENTS

CHANCE = {  # gamma samples chance and KALPHA's relatives are tested elsewhere
    key: each for key, each in COEFFICIENTS.items() if not key.startswith("gamma")
}
NOMINAL = ["percent", "percent_of_values", "all_equal", "fleiss", "conger", "light", "alpha", "ac1"]
NOMINAL += ["brennan_prediger", "kappa", "pi", "holsti"]


@st.composite
def unit_studies(draw, coders=None):
    m = coders or draw(st.integers(2, 5))
    q = draw(st.integers(2, 4))
    n = draw(st.integers(1, 20))
    cells = draw(st.lists(st.integers(-1, q - 1), min_size=n * m, max_size=n * m))
    names = tuple("abcd"[:q])
    return UnitData(
        names, np.array(cells).reshape(n, m), ordered=True, values=np.arange(1.0, q + 1)
    )


def values(data):
    found = {key: each.compute(data) for key, each in CHANCE.items() if each.on_units}
    return {key: (figure.reason, figure.value) for key, figure in found.items()}


def same(first, second, keys=None):
    for key in keys or first:
        assert first[key][0] == second[key][0], key
        assert first[key][1] == pytest.approx(second[key][1], nan_ok=True, abs=1e-9), key


@given(unit_studies())
@settings(deadline=None)
def test_no_coefficient_exceeds_one_and_none_is_nan_without_a_reason(data):
    for key, (reason, value) in values(data).items():
        assert (reason is None) == (value == value), key
        if reason is None:
            assert value <= 1 + 1e-9, key


@given(unit_studies(), st.permutations(range(4)))
@settings(deadline=None)
def test_renaming_categories_changes_no_nominal_coefficient(data, order):
    order = np.array([place for place in order if place < data.q])
    ratings = np.where(data.ratings < 0, -1, order[data.ratings])
    same(values(data), values(replace(data, ratings=ratings)), NOMINAL)


@given(unit_studies(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_coders_and_units_does_not_matter(data, random):
    coders, units = list(range(data.coders)), list(range(len(data.ratings)))
    random.shuffle(coders)
    random.shuffle(units)
    same(values(data), values(replace(data, ratings=data.ratings[units][:, coders])))


@given(unit_studies())
@settings(deadline=None)
def test_a_row_with_a_frequency_equals_so_many_rows(data):
    times = np.arange(len(data.ratings)) % 3 + 1
    weighted = replace(data, frequency=times)
    written_out = replace(
        data, ratings=np.repeat(data.ratings, times, axis=0), frequency=np.empty(0, np.int64)
    )
    same(values(weighted), values(written_out))
    first, second = (more_coders.ac1(each).error for each in (weighted, written_out))
    assert first == pytest.approx(second, nan_ok=True)


@given(unit_studies(coders=2))
@settings(deadline=None)
def test_a_second_copy_of_the_units_only_moves_what_corrects_for_small_samples(data):
    doubled = replace(data, frequency=data.frequency * 2)
    keys = ["percent", "kappa", "pi", "holsti", "ac1", "brennan_prediger", "fleiss", "conger"]
    same(values(data), values(doubled), keys)
    once, twice = alpha.alpha(data), alpha.alpha(doubled)
    if once.reason is None:
        assert twice.value <= once.value + 1e-12  # alpha's correction for small samples shrinks


@given(unit_studies(coders=2))
@settings(deadline=None)
def test_with_two_coders_and_no_gaps_relatives_coincide(data):
    complete = data.rated == 2
    assume(complete.any())
    data = replace(data, ratings=data.ratings[complete], frequency=np.empty(0, np.int64))
    found = values(data)
    assert found["conger"][1] == pytest.approx(found["kappa"][1], nan_ok=True)
    assert found["light"][1] == pytest.approx(found["kappa"][1], nan_ok=True)
    assert found["fleiss"][1] == pytest.approx(found["pi"][1], nan_ok=True)
    assert found["holsti"][1] == pytest.approx(found["percent"][1])
    n = len(data.ratings)
    if found["pi"][0] is None:
        assert found["alpha"][1] == pytest.approx(1 - (1 - found["pi"][1]) * (1 - 1 / (2 * n)))


@given(unit_studies())
@settings(deadline=None)
def test_more_coders_than_pairs_are_worth_give_the_same_coincidences(data):
    usual, alpha.FEW_CODERS = alpha.FEW_CODERS, 0
    try:
        by_counts = alpha.coincidences(data)
    finally:
        alpha.FEW_CODERS = usual
    assert np.allclose(alpha.coincidences(data), by_counts)


@given(unit_studies())
@settings(deadline=None)
def test_specific_agreement_over_all_categories_weighs_every_pair_of_coders_alike(data):
    pairs = data.rated * (data.rated - 1)
    shares = raw.pair_shares(data)
    known = pairs > 0
    expected = np.average(shares[known], weights=pairs[known]) if known.any() else float("nan")
    assert raw.specific(data).value == pytest.approx(expected, nan_ok=True)


def figures(data):
    found = Study(data)
    sums = found.sums.sum(axis=1)
    tables = [kappa(found.table(pair).sum(axis=1)) for pair in found.pairs]
    return np.stack([character_alpha(sums), f1(sums), percent(sums), *tables])


@given(studies())
@settings(deadline=None)
def test_splitting_documents_changes_no_figure_on_characters(data):
    edges = [np.unique([0, length // 3, length]) for length in data.lengths]
    assume((data.lengths > 0).all())
    assert np.allclose(figures(data), figures(in_blocks(data, edges)), equal_nan=True)


@given(studies())
@settings(deadline=None)
def test_the_order_of_coders_changes_no_figure_on_characters(data):
    turned = data.only(coders=list(range(len(data.coders)))[::-1])
    first, second = figures(data), figures(turned)
    assert np.allclose(first[:3], second[:3], equal_nan=True)
    last = len(data.coders) - 1
    pairs = Study(data).pairs
    turned_rows = [3 + pairs.index((last - j, last - i)) for i, j in pairs]
    assert np.allclose(first[3:], second[turned_rows], equal_nan=True)


@given(studies())
@settings(deadline=None)
def test_a_second_copy_of_the_corpus_moves_nothing_but_alphas_small_sample_correction(data):
    twice = SpanData(
        data.coders,
        data.codes,
        (*data.documents, *(f"{name} again" for name in data.documents)),
        np.tile(data.lengths, 2),
        np.concatenate((data.counted, data.counted), axis=2),
        np.concatenate((data.document, data.document + len(data.documents))),
        *(np.tile(column, 2) for column in (data.code, data.coder, data.start, data.end)),
    )
    first, second = figures(data), figures(twice)
    assert np.allclose(first[1:], second[1:], equal_nan=True)
    assert (np.isnan(first[0]) == np.isnan(second[0])).all()


def test_uncoded_text_drives_percent_to_one_and_kappa_and_alpha_to_f1():
    def measured(length):
        found = Study(study([(0, 0, 0, 0, 60), (1, 0, 0, 20, 90)], (length,)))
        sums = found.sums[0, 0]
        return percent(sums), kappa(found.table((0, 1))[0, 0]), character_alpha(sums), f1(sums)

    near, far = measured(200), measured(20_000_000)
    assert far[0] > near[0]
    assert far[0] == pytest.approx(1, abs=1e-5)
    assert far[1] == pytest.approx(far[3], abs=1e-5)
    assert far[2] == pytest.approx(far[3], abs=1e-5)
    assert near[3] == far[3]


@given(studies(max_coders=2, complete=True))
@settings(deadline=None)
def test_every_coefficient_on_spans_gives_a_figure_or_a_reason(data):
    for coefficient in CHANCE.values():
        if coefficient.on_spans:
            figure = coefficient.compute(data)
            assert (figure.reason is None) == (figure.value == figure.value), coefficient.key
            assert figure.reason or figure.value <= 1 + 1e-9, coefficient.key


@given(studies())
@settings(deadline=None)
def test_identical_coders_agree_perfectly_wherever_anything_is_defined(data):
    first = data.only(coders=[0])
    twins = SpanData(
        ("one", "two"),
        first.codes,
        first.documents,
        first.lengths,
        np.concatenate((first.counted, first.counted)),
        *(np.tile(column, 2) for column in (first.document, first.code)),
        np.repeat([0, 1], first.start.size),
        *(np.tile(column, 2) for column in (first.start, first.end)),
    )
    sums = Study(twins).sums.sum(axis=1)
    pooled = pooled_alpha(sums)
    assert np.isnan(pooled) or pooled == 1
    assert set(f1(sums)[~np.isnan(f1(sums))]) <= {1.0}
    for key in ("alpha_u", "u_binary", "boundary_similarity", "alpha_masi"):
        figure = COEFFICIENTS[key].compute(twins)
        assert figure.reason is not None or figure.value == pytest.approx(1), key


def test_a_worked_table_gives_cohens_own_figures():
    data = UnitData(
        ("a", "b", "c"), np.argwhere(np.ones((3, 3))), np.array([88, 14, 18, 10, 40, 10, 2, 6, 12])
    )
    assert two_coders.cohen(data).value == pytest.approx(0.492, abs=5e-4)
