from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode_app.domain.boxes import (
    SLANTED,
    WHOLE,
    BoxLine,
    PageBoxes,
    Rect,
    encode,
    from_view,
    to_view,
)
from qualcode_app.domain.errors import UnreadableProject

WIDTH_PT, SIZE_PT = 6.0, 10.0


def page(*lines: tuple[str, float, float]) -> PageBoxes:
    """Decode a page of even letters: text, left edge and top of each line."""
    made, boxes, start = [], [], 0
    for block, (text, x, y) in enumerate(lines):
        right = x + WIDTH_PT * len(text)
        made.append(BoxLine(start, start + len(text), x, y, right, y + 12, block, 0, SIZE_PT))
        boxes += [(x + WIDTH_PT * i, y, x + WIDTH_PT * (i + 1), y + 12) for i in range(len(text))]
        start += len(text) + 1
    return PageBoxes.decode(encode(start, made, boxes))


def upright(n_chars: int, kind: int = SLANTED) -> PageBoxes:
    """Decode a line that runs upwards along the left side of the page."""
    boxes = [(20.0, 500 - 6.0 * (i + 1), 32.0, 500 - 6.0 * i) for i in range(n_chars)]
    line = BoxLine(0, n_chars, 20, 500 - 6.0 * n_chars, 32, 500, 0, kind, SIZE_PT)
    return PageBoxes.decode(encode(n_chars + 1, [line], boxes))


def test_a_character_keeps_its_place_to_a_sixty_fourth_of_a_point():
    found = page(("Wonen", 72.3, 100.7)).rect(2)
    assert found is not None
    assert found.x0_pt == pytest.approx(84.3, abs=1 / 64)
    assert found.x1_pt == pytest.approx(90.3, abs=1 / 64)
    assert found.y0_pt == pytest.approx(100.7, abs=1 / 64)


def test_a_newline_has_no_box():
    assert page(("een", 10, 10), ("twee", 10, 30)).rect(3) is None


def test_lines_come_back_with_block_size_and_boldness():
    line = BoxLine(0, 2, 10, 20, 22, 32, 7, 0, 9.5, True)
    boxes = [(10.0, 20.0, 16.0, 32.0), (16.0, 20.0, 22.0, 32.0)]
    assert list(PageBoxes.decode(encode(3, [line], boxes)).lines) == [line]


def test_an_empty_page_has_a_caret_and_nothing_else():
    empty = PageBoxes.decode(encode(1, [], []))
    assert (empty.n_chars, list(empty.lines), empty.rects(0, 1)) == (1, [], [])
    assert empty.caret_at(50, 50) == 0
    assert empty.char_at(50, 50) is None


@pytest.mark.parametrize("far_pt", [900.0, 1190.0, 4000.0, 14_400.0, 60_000.0])
def test_wide_pages_lose_precision_but_never_wrap(far_pt):
    found = page(("a", 0, 0), ("b", far_pt, 0)).rect(2)
    assert found is not None
    assert found.x0_pt == pytest.approx(far_pt, abs=1)


@given(
    st.lists(
        st.tuples(
            st.integers(-500, 1500), st.integers(0, 900), st.text("abc", min_size=1, max_size=30)
        ),
        max_size=8,
    )
)
def test_every_character_comes_back(rows):
    decoded = page(*[(text, float(x), float(y)) for x, y, text in rows])
    index = 0
    for x, _, text in rows:
        for number in range(len(text)):
            found = decoded.rect(index + number)
            assert found is not None
            assert found.x0_pt == pytest.approx(x + WIDTH_PT * number, abs=0.26)
        index += len(text) + 1


def test_a_range_gives_one_rectangle_per_line_without_gaps_between_words():
    rects = page(("aan de kade", 10, 10), ("wonen wij", 10, 30)).rects(4, 17)
    assert rects == [Rect(34, 10, 76, 22), Rect(10, 30, 40, 42)]


def test_a_range_of_newlines_alone_gives_nothing():
    assert page(("een", 10, 10), ("twee", 10, 30)).rects(3, 4) == []


def test_carets_fall_on_the_nearer_side_of_the_letter():
    decoded = page(("kade", 10, 10))
    assert [decoded.caret_at(10 + x, 16) for x in (1, 4, 7, 10, 23)] == [0, 1, 1, 2, 4]


def test_the_caret_of_a_point_right_of_a_short_last_line_is_the_end_of_that_line():
    boxes, lines, start = [], [], 0
    for row, text in enumerate(("een lange regel tekst", "kort")):
        y, right = 10.0 + 14 * row, 10 + WIDTH_PT * len(text)
        lines.append(BoxLine(start, start + len(text), 10, y, right, y + 12, 0))
        boxes += [(10 + WIDTH_PT * i, y, 16 + WIDTH_PT * i, y + 12) for i in range(len(text))]
        start += len(text) + 1
    decoded = PageBoxes.decode(encode(start, lines, boxes))
    assert decoded.caret_at(120, 30) == 26


def test_a_point_in_the_gutter_belongs_to_the_nearer_column():
    decoded = page(("links", 10, 10), ("rechts", 100, 10))
    assert decoded.caret_at(60, 16) == 5
    assert decoded.caret_at(90, 16) == 6


def test_in_overlapping_lines_the_nearer_middle_wins():
    decoded = page(("boven", 10, 10), ("onder", 10, 19))
    assert decoded.char_at(12, 20) == 0
    assert decoded.char_at(12, 21) == 6


def test_no_caret_stands_inside_a_ligature():
    boxes = [(10.0, 10.0, 20.0, 22.0), (20.0, 10.0, 20.0, 22.0), (20.0, 10.0, 26.0, 22.0)]
    decoded = PageBoxes.decode(encode(4, [BoxLine(0, 3, 10, 10, 26, 22, 0)], boxes))
    assert [decoded.caret_at(x, 16) for x in (12, 18, 21, 25)] == [0, 2, 2, 3]


def test_beside_all_text_there_is_no_character_but_a_caret():
    decoded = page(("kade", 10, 10))
    assert decoded.char_at(300, 300) is None
    assert decoded.caret_at(300, 300) == 4


def test_an_upright_line_is_pointed_at_along_its_direction():
    decoded = upright(10)
    assert decoded.caret_at(26, 499) == 0
    assert decoded.caret_at(26, 470.5) == 5
    assert decoded.caret_at(26, 441) == 10
    assert decoded.rects(2, 4) == [Rect(20, 476, 32, 488)]


def test_a_line_that_runs_back_is_taken_as_a_whole():
    decoded = upright(10, WHOLE)
    assert decoded.rects(2, 4) == [Rect(20, 440, 32, 500)]
    assert decoded.selection(26, 480, 26, 470) == (0, 10)


def test_a_selection_dragged_backwards_is_the_same():
    decoded = page(("aan de kade", 10, 10))
    assert decoded.selection(60, 16, 29, 16) == decoded.selection(29, 16, 60, 16) == (3, 8)


@given(st.integers(0, 18), st.integers(0, 18))
def test_what_is_painted_selects_the_same_text_again(one, other):
    decoded = page(("aan de kade", 10, 10), ("wonen", 10, 30))
    start, end = sorted((one, other))
    rects = decoded.rects(start, end)
    if rects:
        first, last = rects[0], rects[-1]
        again = decoded.selection(first.x0_pt, first.y0_pt + 6, last.x1_pt, last.y1_pt - 6)
        assert decoded.rects(*again) == rects


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@given(x=st.floats(0, 595), y=st.floats(0, 842), width=st.floats(1, 90), height=st.floats(1, 90))
def test_turning_to_the_view_and_back_keeps_a_point(rotation, x, y, width, height):
    seen = to_view(Rect(x, y, x + width, y + height), rotation, 595, 842)
    assert seen.x0_pt < seen.x1_pt
    assert seen.y0_pt < seen.y1_pt
    corners = {(seen.x0_pt, seen.y0_pt), (seen.x1_pt, seen.y1_pt)}
    back = sorted(from_view(a, b, rotation, 595, 842) for a, b in corners)
    assert min(p[0] for p in back) == pytest.approx(x, abs=1e-6)
    assert min(p[1] for p in back) == pytest.approx(y, abs=1e-6)


def test_a_page_turned_clockwise_shows_its_left_edge_on_top():
    assert to_view(Rect(0, 800, 10, 842), 90, 595, 842) == Rect(0, 0, 42, 10)


@pytest.mark.parametrize("damage", [b"", b"\x01", b"\x01\x20rubbish", b"\x09\x20rubbish"])
def test_damaged_boxes_are_refused(damage):
    with pytest.raises(UnreadableProject):
        PageBoxes.decode(damage)


def test_every_bit_of_boxes_may_break_without_a_traceback():
    blob = encode(3, [BoxLine(0, 2, 10, 20, 22, 32, 0)], [(10, 20, 16, 32), (16, 20, 22, 32)])
    for at in range(len(blob)):
        broken = blob[:at] + bytes([blob[at] ^ 0xFF]) + blob[at + 1 :]
        with pytest.raises(UnreadableProject):
            PageBoxes.decode(broken)


def test_text_of_a_page_costs_few_bytes():
    rows = [
        ("Wij bouwen de komende vier jaar woningen voor iedereen.", 72.0, 80 + 14 * i)
        for i in range(40)
    ]
    made, boxes, start = [], [], 0
    for block, (text, x, y) in enumerate(rows):
        steps = [4.3 + (ord(letter) % 5) for letter in text]
        lefts = [x]
        for step in steps:
            lefts.append(lefts[-1] + step)
        made.append(BoxLine(start, start + len(text), x, y, lefts[-1], y + 12, block))
        boxes += [(a, y, b, y + 12) for a, b in pairwise(lefts)]
        start += len(text) + 1
    assert len(encode(start, made, boxes)) < 2 * start
