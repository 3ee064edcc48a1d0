"""Areas of pages lie where the standard says: media box, unrotated, from the bottom left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode_app.domain.page_corners import MediaCorners

PLAIN = MediaCorners.of("0 0 595 842", "0 0 595 842")
CROPPED = MediaCorners.of("0 0 595 842", "40 50 555 792")
SHIFTED = MediaCorners.of("-10 -20 585 822", "0 0 500 800")


def test_an_area_is_turned_upside_down() -> None:
    assert PLAIN.to_media((100, 400, 300, 500)) == (100, 342, 300, 442)


def test_a_crop_box_is_undone() -> None:
    assert CROPPED.to_media((80, 450, 280, 510)) == (120, 282, 320, 342)


@pytest.mark.parametrize("page", [PLAIN, CROPPED, SHIFTED])
@given(
    st.tuples(st.integers(0, 300), st.integers(0, 300)),
    st.tuples(st.integers(1, 200), st.integers(1, 200)),
)
def test_an_area_comes_back_to_its_place(
    page: MediaCorners, corner: tuple[int, int], size: tuple[int, int]
) -> None:
    area = (corner[0], corner[1], corner[0] + size[0], corner[1] + size[1])
    assert page.to_page(page.to_media(area)) == area


def test_corners_may_come_in_any_order() -> None:
    assert PLAIN.to_page((300, 442, 100, 342)) == (100, 400, 300, 500)


def test_a_program_that_counts_from_the_top_means_the_same_area() -> None:
    assert PLAIN.to_page((100, 400, 300, 500), from_top=True) == (100, 400, 300, 500)
    assert CROPPED.to_page((120, 500, 320, 560), from_top=True) == (80, 450, 280, 510)


def test_an_area_thinner_than_a_point_keeps_its_size() -> None:
    assert PLAIN.to_media((10.1, 10.1, 10.3, 10.3)) == (10, 832, 11, 833)
