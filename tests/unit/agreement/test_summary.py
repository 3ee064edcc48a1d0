from __future__ import annotations

from math import isnan, sqrt

import numpy as np
import pytest
from agreement_studies import studies, study
from hypothesis import given, settings

from qualcode_app.agreement import summary
from qualcode_app.agreement.characters import Study, pooled_alpha
from qualcode_app.agreement.figure import NoInterval, Reason
from qualcode_app.agreement.quantiles import t_point


def three_documents():
    spans = []
    for document, shift in enumerate((0, 3, 8, 5)):
        spans += [(0, 0, document, 10, 40), (1, 0, document, 10 + shift, 40)]
        spans += [(0, 1, document, 50, 60), (1, 1, document, 50, 60 + shift)]
    return study(spans, (100, 120, 90, 200), codes=2)


def test_the_jackknife_equals_leaving_out_documents_by_hand():
    data = three_documents()
    whole = summary.overall(Study(data))
    alone = [
        float(pooled_alpha(Study(data.only(documents=rest)).sums.sum(axis=1)))
        for rest in ([1, 2, 3], [0, 2, 3], [0, 1, 3], [0, 1, 2])
    ]
    mean = sum(alone) / 4
    error = sqrt(3 / 4 * sum((each - mean) ** 2 for each in alone))
    assert whole.error == pytest.approx(error)
    assert whole.interval.low == pytest.approx(whole.value - 3.182446 * error, abs=1e-6)
    assert whole.interval.high == pytest.approx(min(1, whole.value + 3.182446 * error), abs=1e-6)


def test_the_t_point_is_that_of_the_tables():
    assert t_point(3) == pytest.approx(3.182446, abs=1e-6)
    assert t_point(24) == pytest.approx(2.063899, abs=1e-6)


def test_the_chance_to_stay_below_a_target_rises_with_the_target():
    found = Study(three_documents())
    low, high = summary.overall_below(found, 2 / 3, 0.95)
    assert 0 < low < high < 1
    assert summary.overall_below(found, summary.overall(found).value)[0] == pytest.approx(0.5)


def test_a_code_row_tells_what_the_coders_did():
    rows = summary.code_rows(Study(three_documents()))
    assert [row.code for row in rows] == ["code 0", "code 1"]
    assert rows[0].alpha.interval.method == "document jackknife"
    assert rows[0].alpha.n.spans == (4, 4)
    assert rows[0].documents_used == 4
    assert rows[0].over_use == (16.0, -16.0)
    assert not rows[0].rare
    assert rows[0].f1.value == pytest.approx(2 * 104 / (120 + 104))


def test_one_document_gives_a_figure_without_an_interval():
    data = study([(0, 0, 0, 10, 30), (1, 0, 0, 12, 30)])
    row = summary.code_rows(Study(data))[0]
    assert row.alpha.reason is None
    assert row.alpha.interval is None
    assert row.alpha.no_interval is NoInterval.FEW_DOCUMENTS
    assert isnan(row.below_low)
    assert row.rare


def test_a_code_in_one_document_only_has_no_figure_without_it_and_so_no_interval():
    data = study([(0, 0, 0, 10, 30), (1, 0, 0, 12, 30)], (100, 100))
    assert summary.code_rows(Study(data))[0].alpha.no_interval is NoInterval.NOT_WITHOUT


def test_documents_that_nobody_finished_are_no_part_of_the_sample():
    spans = [(c, 0, d, 10, 30 + c * d) for c in (0, 1) for d in (0, 1, 2)]
    counted = [[True, True, True, True], [True, True, True, False]]
    waiting = summary.overall(Study(study(spans, (100, 100, 100, 999), counted=counted)))
    assert waiting == summary.overall(Study(study(spans, (100, 100, 100))))


def test_codes_nobody_used_enter_no_mean_and_no_spread():
    spans = [(c, 0, d, 10, 30 + 5 * c) for c in (0, 1) for d in range(3)]
    with_unused = Study(study(spans, (100,) * 3, codes=2))
    rows = summary.code_rows(with_unused)
    assert rows[1].alpha.reason is Reason.UNUSED
    assert summary.spread(rows).least == rows[0].alpha.value
    assert summary.overall(with_unused).value == pytest.approx(rows[0].alpha.value)


def test_no_figure_at_all_has_no_spread():
    assert summary.spread(summary.code_rows(Study(study([])))) is None
    assert summary.overall(Study(study([]))).reason is Reason.NO_SPANS


def test_the_bootstrap_gives_the_same_for_the_same_seed():
    found = Study(three_documents())
    first, below = summary.overall_bootstrap(found, seed=7)
    again, _ = summary.overall_bootstrap(found, seed=7)
    other, _ = summary.overall_bootstrap(found, seed=8)
    assert first == again
    assert first != other
    assert first.interval.low < first.value < first.interval.high
    assert first.interval.seed == 7
    assert 0 <= below <= 1


def test_the_bootstrap_of_codes_is_that_of_the_drawn_documents():
    drawn = summary.code_bootstrap(Study(three_documents()), draws=200)
    assert drawn.shape == (200, 2)
    assert np.nanmin(drawn) >= -1
    assert np.nanmax(drawn) <= 1


def test_leaving_out_the_odd_coder_raises_alpha():
    spans = [(c, 0, d, 10 + (30 if c == 2 else 0), 40) for c in range(3) for d in range(3)]
    spans = [(c, k, d, s, max(e, s + 10)) for c, k, d, s, e in spans]
    rows = summary.coder_rows(Study(study(spans, (100,) * 3, coders=3)))
    assert rows[2].without.value == 1
    assert rows[0].without.value < rows[2].without.value
    assert rows[2].alpha.value < rows[0].alpha.value


def test_pairs_carry_kappa_of_the_pooled_table_and_their_own_counts():
    row = summary.pair_rows(Study(three_documents()))[0]
    assert row.names == ("coder 0", "coder 1")
    assert row.kappa.value == pytest.approx(row.alpha.value, abs=0.01)
    assert row.disagreeing == 2 * (3 + 8 + 5)
    assert row.alpha.n.documents == 4


def test_documents_have_a_figure_each_and_no_interval():
    rows = summary.document_rows(Study(three_documents()))
    assert rows[0].alpha.value == 1
    assert rows[2].disagreeing == 16
    assert all(row.alpha.no_interval is NoInterval.FEW_DOCUMENTS for row in rows)


@given(studies(max_coders=3))
@settings(deadline=None)
def test_a_report_on_any_study_never_fails(data):
    found = Study(data)
    rows = summary.code_rows(found)
    summary.spread(rows)
    summary.overall(found)
    summary.pair_rows(found)
    for row in (*summary.coder_rows(found), *summary.document_rows(found)):
        assert row.alpha.reason is not None or row.alpha.value <= 1


def test_notices_say_what_to_know_before_believing():
    counted = [[[True, True]], [[True, False]]]
    row = summary.code_rows(Study(study([(0, 0, 0, 1, 5)], (50, 50), counted=counted)))[0]
    assert set(row.notices) == {
        summary.Notice.FEW_SPANS,
        summary.Notice.FEW_DOCUMENTS,
        summary.Notice.ONE_CODER_ONLY,
        summary.Notice.UNFINISHED,
    }
    assert summary.code_rows(Study(three_documents()))[0].notices == ()


def test_where_and_what_tell_boundaries_from_definitions():
    same_place = [(0, 0, 0, 10, 30), (1, 1, 0, 10, 30), (0, 1, 0, 50, 60), (1, 0, 0, 50, 60)]
    where, what = summary.where_and_what(study(same_place, codes=2))
    assert where.value == 1
    assert what.value < 0
    doubled = [*same_place, (0, 1, 0, 10, 30)]
    where, what = summary.where_and_what(study(doubled, codes=2))
    assert where.value == 1
    assert -1 < what.value < 1
