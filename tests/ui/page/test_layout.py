from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode_app.ui.page.layout import (
    GAP_PX,
    MAX_ZOOM,
    MIN_ZOOM,
    PX_PER_PT,
    PageLayout,
    fit_page,
    fit_width,
)


@dataclass(frozen=True)
class Sheet:
    number: int = 1
    label: str = "1"
    start_char: int = 0
    n_chars: int = 1
    width_pt: float = 595
    height_pt: float = 842
    rotation: int = 0


sheets = st.lists(
    st.builds(
        Sheet,
        width_pt=st.floats(50, 1500),
        height_pt=st.floats(50, 1500),
        rotation=st.sampled_from([0, 90, 180, 270]),
    ),
    min_size=1,
    max_size=12,
)
scales = st.floats(MIN_ZOOM * PX_PER_PT, MAX_ZOOM * PX_PER_PT)


@given(sheets, scales, st.integers(1, 2))
def test_pages_in_a_row_come_below_each_other_and_never_overlap(pages, scale, columns):
    layout = PageLayout(pages, scale, 1000, 190, columns)
    for before, after in zip(layout.slots, layout.slots[1:], strict=False):
        below = after.y_px >= before.bottom_px + GAP_PX
        beside = after.x_px >= before.right_px + 190
        assert below or beside


@given(sheets, scales, st.integers(1, 2), st.data())
def test_every_point_of_a_page_is_found_on_that_page_and_back(pages, scale, columns, data):
    layout = PageLayout(pages, scale, 1000, 190, columns)
    slot = data.draw(st.sampled_from(layout.slots))
    x = data.draw(st.integers(slot.x_px, slot.right_px - 1))
    y = data.draw(st.integers(slot.y_px, slot.bottom_px - 1))
    assert layout.at(x, y) == slot
    x_pt, y_pt = layout.to_page(slot, x, y)
    assert slot.x_px + x_pt * scale == pytest.approx(x)
    assert slot.y_px + y_pt * scale == pytest.approx(y)


@given(sheets, scales, st.integers(1, 2), st.integers(0, 5000), st.integers(1, 2000))
def test_the_pages_between_two_heights_are_those_that_show_there(
    pages, scale, columns, top, height
):
    layout = PageLayout(pages, scale, 1000, 190, columns)
    found = set(layout.between(top, top + height))
    showing = {
        slot.index for slot in layout.slots if slot.y_px < top + height and slot.bottom_px > top
    }
    assert showing <= found
    neighbours = {index for index in found if index not in showing}
    assert all(index // columns in {each // columns for each in showing} for index in neighbours)


def test_a_turned_page_lies_on_its_side():
    layout = PageLayout([Sheet(rotation=90)], 1.0, 1000, 40)
    assert (layout.slots[0].width_px, layout.slots[0].height_px) == (842, 595)


def test_fitting_the_width_leaves_room_for_the_margin():
    scale = fit_width([Sheet()], 1000, 190)
    layout = PageLayout([Sheet()], scale, 1000, 190)
    assert layout.width_px == 1000
    assert layout.slots[0].right_px + 190 <= 1000


@given(sheets, st.integers(900, 3000), st.integers(1, 2))
def test_pages_fitted_to_the_width_need_no_scroll_bar(pages, width_px, columns):
    scale = fit_width(pages, width_px, 190, columns)
    if MIN_ZOOM * PX_PER_PT < scale < MAX_ZOOM * PX_PER_PT:
        assert PageLayout(pages, scale, width_px, 190, columns).width_px == width_px


def test_fitting_the_page_shows_it_whole():
    scale = fit_page([Sheet()], (1000, 700), 190)
    layout = PageLayout([Sheet()], scale, 1000, 190)
    assert layout.height_px <= 701


def test_a_document_without_pages_has_no_place():
    layout = PageLayout([], 1.0, 500, 40)
    assert layout.nearest(10, 10) is None
    assert list(layout.between(0, 100)) == []


def test_pages_stand_in_a_column_as_wide_as_the_page_read_and_wider_ones_reach_over_it():
    pages = [Sheet(), Sheet(rotation=90), Sheet()]
    scale = fit_width([pages[0]], 1000, 190)
    layout = PageLayout(pages, scale, 1000, 190, column_pt=595)
    upright, wide, last = layout.slots
    assert upright.x_px == wide.x_px == last.x_px
    assert layout.margin_x_px(upright) == upright.right_px
    assert layout.margin_x_px(wide) == wide.right_px
    assert upright.right_px + 190 <= 1000 < wide.right_px + 190 <= layout.width_px
