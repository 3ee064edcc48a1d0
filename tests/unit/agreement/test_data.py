from __future__ import annotations

import numpy as np
import pytest
from agreement_studies import study, units

from qualcode_app.agreement.data import UnitData


def test_own_overlaps_are_merged_and_touching_spans_stay_two():
    data = study([(0, 0, 0, 20, 40), (0, 0, 0, 10, 30), (0, 0, 0, 40, 50), (1, 0, 0, 25, 35)])
    assert list(zip(data.coder, data.start, data.end, strict=True)) == [
        (0, 10, 40),
        (0, 40, 50),
        (1, 25, 35),
    ]
    assert data.merged == 1


def test_a_long_span_swallows_all_spans_inside_it():
    data = study([(0, 0, 0, 0, 90), (0, 0, 0, 10, 20), (0, 0, 0, 30, 40), (0, 0, 0, 95, 99)])
    assert data.start.tolist() == [0, 95]
    assert data.end.tolist() == [90, 99]


def test_spans_of_different_coders_codes_and_documents_are_not_merged():
    spans = [(0, 0, 0, 0, 9), (1, 0, 0, 0, 9), (0, 1, 0, 0, 9), (0, 0, 1, 0, 9)]
    assert study(spans, (10, 10), codes=2).merged == 0


def test_spans_without_a_character_are_left_out_and_told():
    data = study([(0, 0, 0, 5, 5), (1, 0, 0, 5, 6)])
    assert (data.empty, data.start.size) == (1, 1)


def test_spans_of_an_unfinished_coder_are_left_out_and_told():
    data = study([(0, 0, 0, 5, 9), (1, 0, 0, 5, 9)], counted=[True, False])
    assert (data.unfinished, data.coder.tolist()) == (1, [0])


@pytest.mark.parametrize(
    "span",
    [(0, 0, 0, 90, 101), (0, 0, 0, 9, 8), (0, 0, 0, -1, 8), (2, 0, 0, 0, 1), (0, 1, 0, 0, 1)],
)
def test_a_span_outside_the_study_is_refused(span):
    with pytest.raises(ValueError, match="span"):
        study([span])


def test_more_coders_than_a_set_can_hold_are_refused():
    with pytest.raises(ValueError, match="at most 62"):
        study([], coders=63)


def test_a_choice_of_coders_keeps_their_order_and_spans():
    data = study([(0, 0, 0, 0, 9), (1, 0, 0, 1, 8), (2, 0, 0, 2, 7)], coders=3)
    chosen = data.only(coders=(2, 0))
    assert chosen.coders == ("coder 2", "coder 0")
    assert chosen.start.tolist() == [2, 0]


def test_codes_that_share_a_character_of_one_coder_are_noticed():
    apart = study([(0, 0, 0, 0, 9), (0, 1, 0, 9, 20), (1, 1, 0, 0, 20)], codes=2)
    shared = study([(0, 0, 0, 0, 9), (0, 1, 0, 8, 20)], codes=2)
    assert not apart.has_overlapping_codes()
    assert shared.has_overlapping_codes()


def test_rows_with_a_frequency_stand_for_that_many_units():
    data = UnitData(("a", "b"), np.array([[0, 1], [1, 1]]), np.array([3, 2]))
    assert data.frequency.sum() == 5


def test_a_rating_outside_the_categories_is_refused():
    with pytest.raises(ValueError, match="categories"):
        UnitData(("a",), np.array([[0, 1]]))


def test_missing_ratings_are_not_counted():
    data = units([["a", None, "b"], [None, None, "a"]])
    assert data.rated.tolist() == [2, 1]
    assert data.counts.tolist() == [[1, 1], [1, 0]]
