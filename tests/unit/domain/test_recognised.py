"""Text recognition's table of words as a page with boxes."""

from __future__ import annotations

import pytest

from qualcode_app.domain.boxes import PageBoxes, to_view
from qualcode_app.domain.recognised import Sheet, page

ROWS = [
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
    "4\t1\t1\t1\t1\t0\t100\t200\t300\t40\t-1\t",
    "5\t1\t1\t1\t1\t1\t100\t200\t120\t40\t95.1\tMeer",
    "5\t1\t1\t1\t1\t2\t240\t204\t160\t30\t91.0\twoningen",
    "5\t1\t1\t1\t2\t1\t100\t260\t80\t40\t90.0\tnu.",
    "5\t1\t1\t1\t2\t2\t190\t260\t80\t40\t90.0\t ",
]
TABLE = "\n".join(ROWS)


def test_words_become_lines_and_the_page_ends_in_a_newline():
    found = page(TABLE, Sheet(595, 842, 0, 2))
    assert found.text == "Meer woningen\nnu.\n"
    assert found.n_words == 3
    assert PageBoxes.decode(found.boxes).n_chars == len(found.text)


def test_a_character_gets_its_part_of_the_word():
    boxes = PageBoxes.decode(page(TABLE, Sheet(595, 842, 0, 2)).boxes)
    (word,) = boxes.rects(0, 4)
    assert (word.x0_pt, word.y0_pt, word.x1_pt, word.y1_pt) == (50, 100, 110, 120)
    second = boxes.rect(1)
    assert second is not None
    assert (second.x0_pt, second.x1_pt) == (65, 80)
    assert boxes.caret_at(66, 110) == 1
    assert boxes.char_at(115, 110) == 4  # the space between the words


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_boxes_of_a_turned_page_lie_where_they_are_seen(rotation):
    found = page(TABLE, Sheet(595, 842, rotation, 2))
    rect = PageBoxes.decode(found.boxes).rect(0)
    assert rect is not None
    seen = to_view(rect, rotation, 595, 842)
    assert seen.x0_pt == pytest.approx(50, abs=0.1)
    assert seen.y0_pt == pytest.approx(100, abs=0.1)


def test_an_empty_table_is_a_page_without_words():
    found = page(TABLE.splitlines()[0], Sheet(595, 842, 0, 2))
    assert (found.text, found.n_words) == ("\n", 0)
