"""Other people's implementations agree on random data where they compute the same."""

from __future__ import annotations

import numpy as np
import pytest
from test_vectors import CASES
from vector_answers import unit_data

from qualcode_app.agreement import (
    alpha,
    boundaries,
    label_sets,
    more_coders,
    raw,
    two_coders,
    weights,
)
from qualcode_app.agreement.characters import Study, f1, kappa
from qualcode_app.agreement.data import UnitData

SEEDS = range(8)


def random_units(seed, coders=3, missing=0.0, q=4):
    random = np.random.default_rng(seed)
    truth = random.integers(0, q, 40)
    ratings = np.where(
        random.random((40, coders)) < 0.6, truth[:, None], random.integers(0, q, (40, coders))
    )
    ratings[random.random((40, coders)) < missing] = -1
    return UnitData(
        tuple("abcd"[:q]), ratings, ordered=True, values=np.array([0.0, 1.0, 2.5, 4.0])[:q]
    )


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("level", ["nominal", "ordinal", "interval", "ratio"])
def test_alpha_with_missing_values_as_fast_krippendorff(seed, level):
    krippendorff = pytest.importorskip("krippendorff")
    data = random_units(seed, missing=0.25)
    values = np.append(data.values, np.nan)[data.ratings].T
    expected = krippendorff.alpha(reliability_data=values, level_of_measurement=level)
    found = alpha.alpha(data, getattr(alpha, level))
    assert found.value == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("scheme", [None, "linear", "quadratic"])
def test_kappa_as_scikit_learn(seed, scheme):
    metrics = pytest.importorskip("sklearn.metrics")
    data = random_units(seed, coders=2)
    expected = metrics.cohen_kappa_score(*data.ratings.T, weights=scheme)
    w = None if scheme is None else getattr(weights, scheme)(data.q)
    assert two_coders.cohen(data, w).value == pytest.approx(expected)


@pytest.mark.parametrize("seed", SEEDS)
def test_characters_of_two_coders_as_scikit_learn_on_dense_vectors(seed):
    metrics = pytest.importorskip("sklearn.metrics")
    from agreement_studies import characters, study  # noqa: PLC0415

    random = np.random.default_rng(seed)
    starts = random.integers(0, 250, 24)
    spans = [
        (i % 2, 0, 0, s, s + n) for i, (s, n) in enumerate(zip(starts, starts % 40, strict=True))
    ]
    data = study(spans, (300,))
    first, second = characters(data)[0][0]
    found = Study(data)
    assert kappa(found.table((0, 1)))[0, 0] == pytest.approx(
        metrics.cohen_kappa_score(first, second)
    )
    assert f1(found.sums)[0, 0] == pytest.approx(metrics.f1_score(first, second))


@pytest.mark.parametrize("seed", SEEDS)
def test_kappas_and_their_errors_as_statsmodels(seed):
    rater = pytest.importorskip("statsmodels.stats.inter_rater")
    data = random_units(seed, coders=2)
    for scheme, name in (
        (None, None),
        (weights.linear, "linear"),
        (weights.quadratic, "quadratic"),
    ):
        table = two_coders.table_of(data)
        expected = rater.cohens_kappa(table, wt=name)
        found = two_coders.cohen(data, scheme and scheme(data.q))
        assert found.value == pytest.approx(expected.kappa)
        assert found.error == pytest.approx(expected.std_kappa)
    many = random_units(seed, coders=5)
    assert more_coders.fleiss(many).value == pytest.approx(rater.fleiss_kappa(many.counts))
    assert more_coders.brennan_prediger(many).value == pytest.approx(
        rater.fleiss_kappa(many.counts, method="randolph")
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_alpha_on_sets_and_pi_as_nltk(seed):
    agreement = pytest.importorskip("nltk.metrics.agreement")
    distance = pytest.importorskip("nltk.metrics.distance")
    random = np.random.default_rng(seed)
    sets = [frozenset("ABCD"[i] for i in range(4) if mask >> i & 1) for mask in range(1, 16)]
    ratings = random.integers(0, 15, (25, 3))
    data = UnitData(tuple(map(str, range(15))), ratings, sets=tuple(sets))
    rows = [(c, u, sets[ratings[u, c]]) for u in range(25) for c in range(3)]
    for ours, theirs in (
        (label_sets.jaccard, distance.jaccard_distance),
        (label_sets.masi, distance.masi_distance),
    ):
        task = agreement.AnnotationTask(rows, theirs)
        assert label_sets.set_alpha(data, ours).value == pytest.approx(task.alpha())
    nominal = agreement.AnnotationTask(
        [(c, u, int(random_units(seed).ratings[u, c])) for u in range(40) for c in (0, 1)]
    )
    two = UnitData(tuple("abcd"), random_units(seed).ratings[:, :2])
    assert two_coders.scott(two).value == pytest.approx(nominal.pi())
    assert raw.percent(two).value == pytest.approx(nominal.avg_Ao())


@pytest.mark.parametrize("seed", SEEDS)
def test_segmentations_as_nltk(seed):
    segmentation = pytest.importorskip("nltk.metrics.segmentation")
    random = np.random.default_rng(seed)
    first, second = ("".join(random.choice(["0", "1"], 30, p=[0.8, 0.2])) for _ in range(2))
    a, b = (np.flatnonzero(np.array(list(s)) == "1") for s in (first, second))
    for k in (2, 3, 5):
        assert boundaries.pk_of_strings(a, b, 30, k) == pytest.approx(
            segmentation.pk(first, second, k)
        )
        assert boundaries.window_diff_of_strings(a, b, 30, k) == pytest.approx(
            segmentation.windowdiff(first, second, k)
        )
    assert boundaries.hamming(a, b) == pytest.approx(segmentation.ghd(first, second))


@pytest.mark.parametrize("seed", SEEDS)
def test_boundary_similarity_as_segeval(seed):
    segeval = pytest.importorskip("segeval")
    random = np.random.default_rng(seed)
    masses = []
    for _ in range(2):
        cuts = np.unique(random.integers(1, 60, 8))
        masses.append(np.diff(np.concatenate(([0], cuts, [60]))))
    expected = segeval.boundary_similarity(*(tuple(map(int, each)) for each in masses))
    assert boundaries.similarity(*masses).value == pytest.approx(float(expected))


@pytest.mark.parametrize(
    ("scheme", "conger", "alphas"),
    [
        ("identity", 0.14916815248, (0.743421052632, 0.145573886985)),
        ("linear", 0.145085402493, (0.800383877159, 0.135477744125)),
        ("quadratic", 0.143670663829, (0.849107142857, 0.129129965715)),
    ],
)
def test_analytic_errors_as_irrcac_0_4_4(scheme, conger, alphas):
    """Krippendorff (2019), p. 290; irrCAC cannot live in this environment."""
    case = next(each for each in CASES if each["id"] == "k2019_p290__alpha_nominal")
    data = unit_data(case["data"])
    w = getattr(weights, scheme)(data.q)
    found = alpha.alpha(data, lambda _data, _counts: 1 - w)
    assert (found.value, found.error) == pytest.approx(alphas, abs=1e-9)
    assert more_coders.corrected(data, more_coders.conger_chance, w).error == pytest.approx(
        conger, abs=1e-9
    )
