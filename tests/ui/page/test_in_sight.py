"""What is gone to is in sight: beside the window too, and where a sentence begins."""

from __future__ import annotations

import pymupdf
import pytest
from PySide6.QtCore import QPoint, Qt

from qualcode_app.domain.anchors import PageArea, TextAnchor

LARGE = 4.0  # of the size on paper: a page is then far wider than the window


@pytest.fixture
def two_columns(read):
    """A page whose first column ends in the middle of a sentence."""
    document = pymupdf.open()
    page = document.new_page(width=400, height=1000)
    for column, lines in enumerate((range(40), range(40, 80))):
        for row, number in enumerate(lines):
            end = "" if number % 40 in (38, 39) or number == 40 else "."
            words = f"{'zin' if number % 40 > 38 else 'Zin'} nummer {number}{end}"
            page.insert_text((40 + 180 * column, 60 + 22 * row), words, fontsize=11)
    return read(document.tobytes(), "columns")


def is_in_sight(view, hand, offset: int) -> bool:
    return view.viewport().rect().contains(hand.point(offset))


def test_a_sentence_stepped_to_is_in_sight_however_large_the_page(view, hand, letter):
    view.set_document(letter)
    view.set_zoom(LARGE)
    for _ in range(6):
        view.next_unit()
        assert is_in_sight(view, hand, view.selection().start)


def test_the_caret_stays_in_sight_however_far_it_goes_to_the_right(view, hand, letter):
    view.set_document(letter)
    view.set_zoom(LARGE)
    hand.click(hand.point(3, 0.1))
    hand.key(Qt.Key.Key_C)
    for _ in range(letter.text.index("\n") - 4):
        hand.key(Qt.Key.Key_Right)
        assert is_in_sight(view, hand, view.scene.selection.caret)


def test_a_page_that_fits_the_window_is_never_pushed_aside(view, hand, letter):
    view.set_document(letter)
    view.show_anchor(letter.sentences[40], flash=False)
    assert view.horizontalScrollBar().value() == 0


def test_an_area_gone_to_is_in_sight_however_large_the_page(view, letter):
    view.set_document(letter)
    view.set_zoom(LARGE)
    view.show_area(PageArea(2, 320, 400, 390, 480))
    place = view.scene.area_px(1, PageArea(2, 320, 400, 390, 480))
    corner = QPoint(round(place.left), round(place.top)) - view.offset()
    assert view.viewport().rect().contains(corner)


def test_of_a_sentence_over_two_columns_the_beginning_is_in_sight(view, hand, two_columns):
    view.set_document(two_columns)
    start = two_columns.text.index("Zin nummer 38")
    assert hand.box(start)[1].x0_pt < hand.box(two_columns.text.index("nummer 40"))[1].x0_pt
    view.show_anchor(TextAnchor(start, two_columns.text.index("nummer 41")), flash=False)
    assert is_in_sight(view, hand, start)


def test_dragging_beside_the_window_scrolls_that_way(view, hand, letter, qtbot):
    view.set_document(letter)
    view.set_zoom(LARGE)
    start = hand.point(0, 0.2)
    hand.press(start)
    hand.move(QPoint(view.viewport().width() + 40, start.y()))
    end = letter.text.index("\n") - 1
    qtbot.waitUntil(lambda: is_in_sight(view, hand, end))
    qtbot.waitUntil(lambda: view.scene.selection.range.end >= end)
    hand.release(QPoint(view.viewport().width() + 40, start.y()))
    assert hand.selected().startswith(letter.text[:end])
