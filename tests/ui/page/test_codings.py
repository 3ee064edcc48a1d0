"""Codings on the page: seen, clicked, patched, dropped on."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.ui.page.drags import CODE_MIME, DraggedSelection, code_mime
from qualcode_app.ui.page.highlight import Highlight

TINT = "#f0dcd5"


def between_the_letters(hand, offset):
    """Return a point of a character's box where no ink is: its upper edge."""
    return hand.point(offset) - QPoint(0, 6)


def test_a_coding_tints_the_words_and_nothing_beside_them(view, hand, letter, highlight):
    view.set_document(letter)
    hand.wait_for_pages()
    start = letter.text.index("bladzijde")
    view.set_codings([highlight("a", start, start + 9)])
    space = letter.text.index(" ", start)
    assert hand.colour_at(between_the_letters(hand, start + 4)) == TINT
    assert hand.colour_at(hand.point(space)) == "#ffffff"
    assert hand.colour_at(hand.point(start - 1)) == "#ffffff"


def test_tints_of_overlapping_codings_multiply(view, hand, letter, highlight):
    view.set_document(letter)
    hand.wait_for_pages()
    view.set_codings(
        [highlight("a", 0, 30, tint="#80FFFF"), highlight("b", 10, 40, tint="#FF80FF")]
    )
    assert hand.colour_at(hand.point(letter.text.index(" ", 12))) == "#8080ff"


def test_patching_paints_a_coding_and_takes_it_away_again(view, hand, letter, highlight):
    view.set_document(letter)
    hand.wait_for_pages()
    view.patch_codings([highlight("a", 0, 12)], [])
    assert hand.colour_at(hand.point(2)) == TINT
    view.patch_codings([highlight("a", 20, 30)], [])
    assert hand.colour_at(hand.point(2)) == "#ffffff"
    view.patch_codings([], ["a"])
    assert hand.colour_at(hand.point(23)) == "#ffffff"


def test_the_selection_is_blue(view, hand, letter):
    view.set_document(letter)
    hand.wait_for_pages()
    view.select(TextAnchor(0, 12))
    assert hand.colour_at(hand.point(2)) == "#bbd5f8"


def test_a_click_tells_all_codings_at_the_place_topmost_first(view, hand, letter, highlight, qtbot):
    view.set_document(letter)
    view.set_codings([highlight("long", 0, 40), highlight("short", 5, 12)])
    with qtbot.waitSignal(view.coding_clicked) as told:
        hand.click(hand.point(8))
    assert told.args == [["short", "long"]]
    with qtbot.waitSignal(view.nothing_clicked):
        hand.click(hand.point(60))


def test_a_click_on_stripe_or_label_tells_its_coding(view, hand, letter, highlight, qtbot):
    view.set_document(letter)
    view.set_codings([highlight("a", 0, 12)])
    slot = view.scene.layout.slots[0]
    margin = QPoint(view.scene.layout.margin_x_px(slot), 0) - view.offset()
    middle = hand.point(3).y()
    for x in (view.margin_style.lane_left_px(0) + 2, 60):
        with qtbot.waitSignal(view.coding_clicked) as told:
            hand.click(QPoint(margin.x() + x, middle))
        assert told.args == [["a"]]


def test_the_stripe_has_the_colour_of_the_code_and_is_wider_when_active(
    view, hand, letter, highlight
):
    view.set_document(letter)
    view.set_codings([highlight("a", 0, 12)])
    slot = view.scene.layout.slots[0]
    left = view.scene.layout.margin_x_px(slot) + view.margin_style.lane_left_px(0)
    place = QPoint(left, hand.point(3).y())
    assert hand.colour_at(place + QPoint(2, 0)) == "#d84901"
    assert hand.colour_at(place - QPoint(1, 0)) == "#e3e6eb"
    view.set_active("a")
    assert hand.colour_at(place - QPoint(1, 0)) == "#d84901"


def test_the_active_coding_is_outlined(view, hand, letter, highlight):
    view.set_document(letter)
    hand.wait_for_pages()
    view.set_codings([highlight("a", 0, 12)])
    before = view.viewport().grab().toImage()
    view.set_active("a")
    after = view.viewport().grab().toImage()
    _, box = hand.box(0)
    slot, scale = view.scene.layout.slots[0], view.scene.layout.scale
    top = round(slot.y_px + box.y0_pt * scale) - view.offset().y()
    column = [QColor(after.pixel(hand.point(3).x(), top + dy)) for dy in (-1, 0, 1)]
    assert min(abs(c.red() - 0xD8) + abs(c.green() - 0x49) + c.blue() for c in column) < 120
    assert before != after


def test_pointing_at_a_coding_lights_it_up_and_fades_the_others(
    view, hand, letter, highlight, qtbot
):
    view.set_document(letter)
    hand.wait_for_pages()
    view.set_codings([highlight("a", 0, 12), highlight("b", 30, 45)])
    qtbot.mouseMove(view.viewport(), hand.point(4))
    qtbot.waitUntil(lambda: view.scene.hovered_uid == "a")
    assert hand.colour_at(between_the_letters(hand, 33)) not in {TINT, "#ffffff"}
    qtbot.mouseMove(view.viewport(), QPoint(2, 2))
    qtbot.waitUntil(lambda: view.scene.hovered_uid is None)
    assert hand.colour_at(between_the_letters(hand, 33)) == TINT


def test_high_contrast_underlines_instead_of_tinting(view, hand, letter, highlight):
    view.set_document(letter)
    view.set_colours(replace(view._pages.colours, tints_shown=False))
    hand.wait_for_pages()
    view.set_codings([highlight("a", 0, 12)])
    assert hand.colour_at(hand.point(2)) == "#ffffff"
    view.set_codings([])
    plain = view.viewport().grab().toImage()
    view.set_codings([highlight("a", 0, 12)])
    assert view.viewport().grab().toImage() != plain


def test_hits_of_a_search_are_marked_and_the_current_one_differently(view, hand, letter):
    view.set_document(letter)
    hand.wait_for_pages()
    hits = [TextAnchor(0, 12), TextAnchor(20, 30), TextAnchor(5000, 5010)]
    view.set_found(hits, hits[1])
    assert hand.colour_at(hand.point(2)) == "#ffe27a"
    assert hand.colour_at(between_the_letters(hand, 24)) == "#f5a623"
    view.set_found([])
    assert hand.colour_at(hand.point(2)) == "#ffffff"


def test_an_area_is_drawn_and_can_be_clicked(view, hand, letter, highlight, qtbot):
    view.set_document(letter)
    hand.wait_for_pages()
    area = PageArea(1, 300, 400, 380, 480)
    drawn = Highlight("area", None, area=area, stripe="#D84901", key="WON-1")
    view.set_codings([drawn])
    slot, scale = view.scene.layout.slots[0], view.scene.layout.scale
    middle = QPoint(round(slot.x_px + 340 * scale), round(slot.y_px + 440 * scale))
    view.verticalScrollBar().setValue(200)
    at = middle - view.offset()
    assert hand.colour_at(at) != "#ffffff"
    without = view.viewport().grab().toImage()
    over = [highlight("a", 0, 30), highlight("b", 10, 40)]
    view.verticalScrollBar().setValue(0)
    view.set_codings([*over, drawn])
    underlined = hand.underline_colours(15)
    view.set_codings(over)
    assert hand.underline_colours(15) == underlined
    view.set_codings([drawn])
    view.verticalScrollBar().setValue(200)
    assert view.viewport().grab().toImage() == without
    with qtbot.waitSignal(view.coding_clicked) as told:
        hand.click(at)
    assert told.args == [["area"]]


def drop(view, mime: QMimeData, at: QPoint) -> bool:
    """Bring something over a point of the page and let it go; return whether it was taken."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, mime, left, none)
    QApplication.sendEvent(view.viewport(), enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, mime, left, none, QEvent.Type.Drop)
    QApplication.sendEvent(view.viewport(), event)
    return event.isAccepted()


def test_a_code_dropped_on_the_selection_is_told_with_it(view, hand, letter, qtbot):
    view.set_document(letter)
    view.select(TextAnchor(3, 12))
    with qtbot.waitSignal(view.code_dropped) as told:
        assert drop(view, code_mime("code-7"), hand.point(6))
    assert told.args == ["code-7", TextAnchor(3, 12)]


def test_a_code_dropped_beside_the_selection_is_told_with_the_sentence_there(
    view, hand, letter, qtbot
):
    view.set_document(letter)
    view.select(TextAnchor(3, 12))
    sentence = letter.sentences[6]
    with qtbot.waitSignal(view.code_dropped) as told:
        assert drop(view, code_mime("code-7"), hand.point(sentence.start + 4))
    assert told.args == ["code-7", sentence]


def test_the_place_where_a_code_would_land_is_drawn_and_goes_again(view, hand, letter):
    view.set_document(letter)
    hand.wait_for_pages()
    sentence = letter.sentences[2]
    at = hand.point(sentence.start + 2)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    code = code_mime("c")  # the event does not keep it alive
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, code, left, none)
    QApplication.sendEvent(view.viewport(), enter)
    assert view.scene.offered == sentence
    assert hand.colour_at(between_the_letters(hand, sentence.start + 2)) == "#bbd5f8"
    drop(view, code, at)
    assert view.scene.offered is None


def test_anything_else_cannot_be_dropped(view, hand, letter):
    view.set_document(letter)
    words = QMimeData()
    words.setText("just words")
    assert not drop(view, words, hand.point(6))
    assert not words.hasFormat(CODE_MIME)


def test_the_selection_dragged_away_says_document_place_and_words():
    dragged = DraggedSelection("document-1", TextAnchor(3, 12))
    mime = dragged.to_mime("the words")
    assert DraggedSelection.from_mime(mime) == dragged
    assert mime.text() == "the words"
    assert DraggedSelection.from_mime(QMimeData()) is None


@pytest.mark.parametrize("n_others", [0, 2000])
def test_adding_a_coding_touches_only_its_own_page(view, letter, highlight, n_others):
    view.set_document(letter)
    last = letter.pages[-1].start_char
    view.set_codings([highlight(f"o{n}", last + n % 200, last + 201) for n in range(n_others)])
    view.scene.highlights.on_page(7)
    before = list(view.scene.highlights.on_page(7).bands)
    view.patch_codings([highlight("new", 0, 12)], [])
    after = view.scene.highlights.on_page(7).bands
    assert all(now is then for now, then in zip(after, before, strict=True))
    assert len(view.scene.highlights) == n_others + 1
