from __future__ import annotations

from math import isnan

import numpy as np
import pytest
from agreement_studies import study, units

from qualcode_app.agreement import intervals, tools
from qualcode_app.agreement.alpha import alpha
from qualcode_app.agreement.characters import Study
from qualcode_app.agreement.data import UnitData
from qualcode_app.agreement.figure import NoInterval, Reason


def test_nvivo_shows_its_help_pages_example():
    # 1000 characters, 50 by both, 75 by each alone.
    panel = tools.nvivo(Study(study([(0, 0, 0, 0, 125), (1, 0, 0, 75, 200)], (1000,))), (0, 1))
    assert panel.table[0, 0].tolist() == [50, 75, 75, 800]
    assert panel.percent[0, 0] == pytest.approx(0.85)
    assert panel.kappa[0, 0] == pytest.approx(0.3142857)


def test_means_over_nvivos_documents_leave_out_undefined_ones():
    spans = [(0, 0, 0, 0, 125), (1, 0, 0, 75, 200), (0, 0, 1, 0, 10), (1, 0, 1, 0, 10)]
    panel = tools.nvivo(Study(study(spans, (1000, 500, 700))), (0, 1))
    assert isnan(panel.kappa[0, 2])
    assert panel.mean_kappa() == pytest.approx((0.3142857 + 1) / 2)
    assert panel.mean_kappa(by_size=True) == pytest.approx((0.3142857 * 1000 + 500) / 1500)


def test_maxqda_shows_three_levels():
    spans = [(0, 0, 0, 0, 10), (1, 0, 0, 0, 10), (1, 0, 0, 20, 30), (0, 1, 0, 40, 50)]
    lines = tools.maxqda(study(spans, codes=2))
    existence, frequency, overlap, kappa = (line.figure.value for line in lines)
    assert (existence, frequency) == (0.5, 0.0)
    assert overlap == 0.5
    assert kappa == 0


def test_atlas_shows_each_domain_and_all_together():
    spans = [(0, 0, 0, 0, 10), (1, 1, 0, 0, 10), (0, 2, 0, 50, 60), (1, 2, 0, 50, 60)]
    data = study(spans, codes=3)
    lines = {line.name: line.figure for line in tools.atlas(data, {"what": (0, 1), "who": (2,)})}
    assert lines["what: alpha binary"].value == 1
    assert lines["what: Holsti"].value == 1
    assert lines["what: cu-alpha"].value == 0
    assert lines["who: cu-alpha"].reason is Reason.NO_VARIATION
    assert lines["Cu-alpha"].value == 1


def test_atlas_refuses_a_domain_whose_codes_overlap():
    data = study([(0, 0, 0, 0, 10), (0, 1, 0, 5, 15), (1, 0, 0, 0, 10)], codes=2)
    lines = {line.name: line.figure for line in tools.atlas(data, {"what": (0, 1)})}
    assert lines["what: cu-alpha"].reason is Reason.OVERLAPPING_CODES


def test_recal_shows_other_coefficients_for_more_than_two_coders():
    two = [line.name for line in tools.recal(units([["a", "a"], ["a", "b"]]))]
    three = [line.name for line in tools.recal(units([["a", "a", "b"], ["a", "b", "b"]]))]
    assert "Scott's pi" in two
    assert "Fleiss' kappa" in three


def test_kalpha_shows_alpha_and_the_chance_to_stay_below_targets():
    rows = [[1, 1], [1, 1], [2, 2], [2, 1], [3, 3], [1, 1], [3, 3], [2, 2]]
    panel = tools.kalpha(units(rows), draws=500)
    assert panel.alpha.interval.draws == 500
    chances = [chance for _, chance in panel.below]
    assert chances == sorted(chances, reverse=True)
    assert tools.kalpha(units([["a", "a"]])).below == ()


def test_the_unit_bootstrap_is_wider_than_kalphas():
    random = np.random.default_rng(2)
    truth = random.integers(0, 3, 60)
    ratings = np.where(random.random((60, 4)) < 0.8, truth[:, None], random.integers(0, 3, (60, 4)))
    data = UnitData(("a", "b", "c"), ratings)
    drawn = intervals.unit_bootstrap(data, alpha, 500)
    honest = intervals.percentile_interval(drawn, "unit bootstrap", intervals.SEED)
    pairs = intervals.krippendorff_bootstrap(data, draws=500)
    narrow = intervals.percentile_interval(pairs, "KALPHA bootstrap", intervals.SEED)
    assert honest.high - honest.low > narrow.high - narrow.low
    assert honest.low < alpha(data).value < honest.high


def test_a_bootstrap_with_too_many_undefined_samples_gives_no_interval():
    data = UnitData(("a", "b"), np.array([[0, 0], [0, 0], [0, 0], [0, 1]]))
    drawn = intervals.unit_bootstrap(data, alpha, 200)
    assert np.isnan(drawn).mean() > intervals.MOST_UNDEFINED
    found = intervals.percentile_interval(drawn, "unit bootstrap", intervals.SEED)
    assert found is NoInterval.UNDEFINED


def test_an_undefined_alpha_has_no_bootstrap():
    assert np.isnan(intervals.krippendorff_bootstrap(units([["a", "a"]]), draws=3)).all()
    assert np.isnan(intervals.krippendorff_bootstrap(units([["a", None]]), draws=3)).all()
