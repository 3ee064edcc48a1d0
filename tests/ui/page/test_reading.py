"""Scrolling, zooming, going to places, and pages that come late or not at all."""

import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.ui.page.spoken_page import SpokenPage

from .conftest import ink

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def wheel(view, at: QPoint, notches: int, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_page_appears_as_in_the_pdf(view, hand, letter):
    view.set_document(letter)
    hand.wait_for_pages()
    assert ink(view) > 200


def test_scrolling_tells_the_page_being_read(view, letter):
    told = []
    view.page_changed.connect(told.append)
    view.set_document(letter)
    bar = view.verticalScrollBar()
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + 200)
    assert told == [1, 2, 3, 4, 5, 6, 7, 8]
    assert view.current_page == 8


def test_going_to_a_page_and_back_and_forward(view, letter):
    view.set_document(letter)
    view.go_to_page(5)
    assert view.current_page == 5
    view.go_to_page(2)
    view.back()
    assert view.current_page == 5
    view.back()
    assert view.current_page == 1
    view.forward()
    assert view.current_page == 5
    assert view.history.can_go_forward


def test_keys_scroll_by_line_window_and_document(view, hand, letter):
    view.set_document(letter)
    bar = view.verticalScrollBar()
    hand.key(Qt.Key.Key_Down)
    by_line = bar.value()
    assert 0 < by_line < 100
    hand.key(Qt.Key.Key_PageDown)
    assert bar.value() > by_line + 400
    hand.key(Qt.Key.Key_End, CTRL)
    assert bar.value() == bar.maximum()
    hand.key(Qt.Key.Key_Home, CTRL)
    assert bar.value() == 0
    hand.key(Qt.Key.Key_Space)
    assert bar.value() > 400
    hand.key(Qt.Key.Key_Space, SHIFT)
    assert bar.value() == 0


def test_keys_zoom_and_fit(view, hand, letter):
    view.set_document(letter)
    wide = view.zoom
    hand.key(Qt.Key.Key_Z)
    assert view.zoom > wide
    hand.key(Qt.Key.Key_Z, SHIFT)
    assert view.zoom == pytest.approx(wide)
    hand.key(Qt.Key.Key_W, SHIFT)
    slot = view.scene.layout.slots[0]
    assert slot.height_px <= view.viewport().height()
    hand.key(Qt.Key.Key_W)
    assert view.zoom == pytest.approx(wide)


@pytest.mark.parametrize("notches", [3, -3])
def test_zooming_with_the_wheel_keeps_the_word_under_the_pointer(view, hand, letter, notches):
    view.set_document(letter)
    view.go_to_page(4)
    view.set_zoom(2.5)
    offset = letter.text.index("staat", letter.pages[3].start_char + 200)
    hand.show(offset)
    at = hand.point(offset)
    wheel(view, at, notches, CTRL)
    drift = hand.point(offset) - at
    assert abs(drift.y()) <= 2
    across = view.horizontalScrollBar()
    if 0 < across.value() < across.maximum():  # else there is nothing to scroll
        assert abs(drift.x()) <= 2


def test_zoom_stays_between_a_quarter_and_five_times(view, letter):
    view.set_document(letter)
    view.set_zoom(50)
    assert view.zoom == pytest.approx(5)
    view.set_zoom(0.01)
    assert view.zoom == pytest.approx(0.25)


def test_zoom_changes_are_told(view, letter, qtbot):
    view.set_document(letter)
    with qtbot.waitSignal(view.zoom_changed) as told:
        view.set_zoom(1.25)
    assert told.args == [pytest.approx(1.25)]


def test_a_wider_window_keeps_the_place_being_read(view, letter):
    view.set_document(letter)
    view.go_to_page(4)
    view.resize(800, 700)
    assert view.current_page == 4
    view.resize(1300, 500)
    assert view.current_page == 4


def test_two_pages_lie_beside_each_other(view, hand, letter):
    view.set_document(letter)
    view.set_columns(2)
    view.fit_page()
    first, second = view.scene.layout.slots[:2]
    assert first.y_px == second.y_px
    start = letter.pages[1].start_char
    hand.select(start, start + 2)
    assert hand.selected() == "Op"
    view.next_page()
    assert view.current_page == 3


def test_without_the_pdf_the_text_stands_where_it_stood(view, hand, make_source):
    source = make_source([["Wij bouwen duizend woningen."] * 12], with_pdf=False)
    view.set_document(source)
    assert ink(view) > 200
    start = source.text.index("duizend")
    hand.select(start, start + 7)
    assert hand.selected() == "duizend"


def test_a_page_that_cannot_be_drawn_is_named_and_shown_as_text(view, broken_source, qtbot):
    told = []
    view.page_unreadable.connect(lambda number, reason: told.append((number, reason)))
    view.set_document(broken_source)
    qtbot.waitUntil(lambda: told != [], timeout=15_000)
    number, reason = told[0]
    assert number == 1
    assert reason
    qtbot.waitUntil(lambda: ink(view) > 200)


def test_a_place_jumped_to_is_ringed_for_a_moment(view, hand, letter, qtbot):
    view.set_document(letter)
    target = letter.sentences[100]
    view.show_anchor(target)
    assert view.scene.flashed == target
    assert view.viewport().rect().contains(hand.point(target.start))
    qtbot.waitUntil(lambda: view.scene.flashed is None, timeout=3000)
    view.back()
    assert view.current_page == 1


def test_another_document_starts_afresh(view, hand, letter, sample):
    view.set_document(letter)
    hand.select(0, 5)
    view.go_to_page(6)
    view.set_document(sample)
    assert view.current_page == 1
    assert view.selection() is None
    view.set_document(None)
    assert view.current_page == 0


def test_an_empty_view_takes_every_key_and_click_in_peace(view, hand):
    view.set_document(None)
    hand.click(QPoint(50, 50))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_W, Qt.Key.Key_C, Qt.Key.Key_Escape):
        hand.key(key)
    view.select(TextAnchor(0, 1))
    view.next_unit()
    view.go_to_page(3)
    assert view.selection() is None


def test_the_page_being_read_is_told_to_screen_readers(view, letter):
    view.set_document(letter)
    view.go_to_page(3)
    assert view.accessibleName()
    assert "3" in view.accessibleDescription()


def test_twenty_thousand_paint_calls_leave_the_process_alive(view, hand, letter, highlight):
    """A release of Qt for Python loses a reference per paint call and dies of it."""
    view.set_document(letter)
    view.set_codings([highlight(f"h{n}", n * 30, n * 30 + 25) for n in range(40)])
    hand.wait_for_pages()
    for _ in range(1000):
        view.viewport().repaint()
    assert view.isVisible()


def test_labels_grow_with_the_letters(view, letter, highlight):
    view.set_document(letter)
    view.set_codings([highlight(f"h{n}", n * 41, n * 41 + 20, key=f"K{n}") for n in range(12)])
    font = view.font()
    font.setPixelSize(26)
    view.setFont(font)
    labels = view.scene.margin(0, view.margin_style).labels
    tall = view.fontMetrics().height()
    tops = [label.y_px for label in labels]
    assert len(tops) > 3
    assert all(after - before >= tall for before, after in itertools.pairwise(tops))


def test_a_sentence_is_spoken_with_the_codes_on_it(view, letter, highlight):
    view.set_document(letter)
    first, second = letter.sentences[:2]
    view.set_codings(
        [
            highlight("a", first.start, first.end, key="WON-1"),
            highlight("b", second.start, second.end, key="MOB-2"),
        ]
    )
    assert view.scene.spoken(first) == "Op bladzijde 1 staat zin 1. WON-1"


def test_the_width_fitted_is_that_of_the_page_read_wherever_a_wider_page_stands(
    view, hand, letter, qtbot
):
    pages = list(letter.pages)
    pages[3] = replace(pages[3], rotation=90)
    view.set_document(replace(letter, pages=tuple(pages)))
    upright, bar = view.zoom, view.verticalScrollBar()
    view.go_to_page(3)
    assert view.zoom == upright
    view.go_to_page(4)
    qtbot.waitUntil(lambda: view.zoom < upright)
    assert view.current_page == 4
    slot = view.scene.layout.slots[3]
    assert slot.right_px + view.margin_style.width_px <= view.viewport().width()
    view.go_to_page(6)
    qtbot.waitUntil(lambda: view.zoom == upright)
    assert view.current_page == 6
    assert view.horizontalScrollBar().value() == 0
    before = bar.value()
    qtbot.wait(300)
    assert (view.zoom, bar.value()) == (upright, before)


def test_a_wider_window_refits_to_the_page_read(view, letter, qtbot):
    pages = list(letter.pages)
    pages[7] = replace(pages[7], rotation=90)
    view.set_document(replace(letter, pages=tuple(pages)))
    before = view.zoom
    view.resize(view.width() + 200, view.height())
    assert view.zoom > before
    slot = view.scene.layout.slots[0]
    assert slot.right_px + view.margin_style.width_px <= view.viewport().width()


def test_a_screen_reader_finds_the_words_of_the_page_and_its_codings(
    view, letter, highlight, qtbot
):
    QAccessible.setActive(True)
    try:
        view.set_document(letter)
        view.set_codings([highlight("a", 0, 15)])
        view.go_to_page(2)
        text = view.findChild(SpokenPage)
        qtbot.waitUntil(lambda: "bladzijde 2 staat zin 15" in text.toPlainText())
        assert "Coded" not in text.toPlainText()
        view.go_to_page(1)
        qtbot.waitUntil(lambda: "bladzijde 1 staat zin 15" in text.toPlainText())
        assert text.toPlainText().endswith("Coded WON-1 Nieuwbouw: Op bladzijde 1")
        assert text.accessibleName() == "Text of page 1"
        view.patch_codings([], ["a"])
        qtbot.waitUntil(lambda: "Coded" not in text.toPlainText())
        view.set_document(None)
        qtbot.waitUntil(lambda: text.toPlainText() == "")
    finally:
        QAccessible.setActive(False)
