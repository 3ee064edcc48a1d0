from __future__ import annotations

import numpy as np
import pytest

from qualcode_app.agreement.areas import AreaData, as_spans
from qualcode_app.agreement.characters import Study, f1


def areas(rectangles, pages=((100.0, 100.0), (50.0, 20.0))):
    """Rows of coder, page, left, top, right, bottom in one document with one code."""
    rows = np.array(rectangles, float).reshape(-1, 6)
    return AreaData(
        ("one", "two"),
        ("map",),
        ("document",),
        [np.array(pages)],
        np.ones((2, 1, 1), bool),
        np.zeros(len(rows), int),
        rows[:, 1].astype(int),
        np.zeros(len(rows), int),
        rows[:, 0].astype(int),
        rows[:, 2:],
    )


def table(rectangles):
    return (Study(as_spans(areas(rectangles))).table((0, 1))[0, 0] / 16).tolist()


def test_the_shared_surface_is_exact():
    found = table([(0, 0, 10, 10, 30, 30), (1, 0, 20, 20, 50, 40)])
    assert found == [100, 300, 500, 100 * 100 + 50 * 20 - 900]


def test_overlapping_rectangles_of_one_coder_count_once():
    found = table([(0, 0, 0, 0, 20, 20), (0, 0, 10, 10, 30, 30), (1, 0, 0, 0, 30, 30)])
    assert found[:3] == [700, 0, 200]


def test_the_same_place_on_another_page_is_another_place():
    assert table([(0, 0, 0, 0, 10, 10), (1, 1, 0, 0, 10, 10)])[:3] == [0, 100, 100]


def test_f1_of_areas_is_that_of_the_surface():
    found = Study(as_spans(areas([(0, 0, 0, 0, 10, 10), (1, 0, 0, 0, 10, 20)])))
    assert f1(found.sums)[0, 0] == pytest.approx(2 * 100 / 300)


def test_no_rectangles_are_a_study_too():
    assert as_spans(areas([])).lengths.tolist() == [(100 * 100 + 50 * 20) * 16]


@pytest.mark.parametrize(
    "rectangle", [(0, 0, 10, 10, 10, 30), (0, 0, -5, 0, 5, 5), (0, 1, 0, 0, 51, 10)]
)
def test_rectangles_without_surface_or_off_the_page_are_refused(rectangle):
    with pytest.raises(ValueError, match="page"):
        as_spans(areas([rectangle]))
