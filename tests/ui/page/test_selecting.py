"""Selecting with mouse and keys; the words selected are those the reader went over."""

import random
from dataclasses import astuple, replace

import pytest
from PySide6.QtCore import QPoint, Qt

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.boxes import WHOLE, PageBoxes, encode

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_dragging_selects_just_the_characters_gone_over(view, hand, letter):
    view.set_document(letter)
    start = letter.text.index("bladzijde")
    hand.select(start, start + 5)
    assert hand.selected() == "bladz"


def test_dragging_backwards_selects_the_same(view, hand, letter):
    view.set_document(letter)
    start = letter.text.index("bladzijde")
    hand.drag(hand.point(start + 8, 0.8), hand.point(start, 0.2))
    assert hand.selected() == "bladzijde"


@pytest.mark.parametrize("zoom", [0.4, 1.0, 1.3, 3.0])
def test_the_same_words_are_selected_at_every_zoom(view, hand, letter, zoom):
    view.set_document(letter)
    view.set_zoom(zoom)
    start = letter.text.index("staat")
    hand.show(start)
    view.horizontalScrollBar().setValue(0)
    hand.select(start, start + 5)
    assert hand.selected() == "staat"


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_the_same_words_are_selected_on_turned_pages(view, hand, make_source, rotation):
    source = make_source([["Wij bouwen duizend woningen.", "En een school."]], rotation=rotation)
    view.set_document(source)
    view.fit_page()
    start = source.text.index("duizend")
    index, first = hand.box(start)
    _, last = hand.box(start + 6)
    slot, scale = view.scene.layout.slots[index], view.scene.layout.scale

    def inside(box, share):
        """Go along the line of type, whichever way it runs on the turned page."""
        x = (box.x0_pt + box.x1_pt) / 2
        y = (box.y0_pt + box.y1_pt) / 2
        if rotation in {0, 180}:
            x = box.x0_pt + (share if rotation == 0 else 1 - share) * (box.x1_pt - box.x0_pt)
        else:
            y = box.y0_pt + (share if rotation == 90 else 1 - share) * (box.y1_pt - box.y0_pt)
        place = QPoint(round(slot.x_px + x * scale), round(slot.y_px + y * scale))
        return place - view.offset()

    hand.drag(inside(first, 0.2), inside(last, 0.8))
    assert hand.selected() == "duizend"


def test_a_selection_goes_on_over_the_page(view, hand, letter):
    view.set_document(letter)
    second = letter.pages[1].start_char
    hand.show(second)
    hand.select(second - 12, second + 4)
    assert hand.selected() == letter.text[second - 12 : second + 4]


def test_two_three_and_four_clicks_take_word_sentence_and_paragraph(view, hand, sample):
    view.set_document(sample)
    sentence = next(unit for unit in sample.sentences if len(unit) > 60)
    hand.show(sentence.start)
    at = sample.text.index(" ", sentence.start + 10) + 2
    hand.clicks(hand.point(at), 2)
    word = hand.selected()
    assert sample.text[at] in word
    assert " " not in word
    hand.click(hand.point(sentence.start))
    hand.clicks(hand.point(at), 3)
    assert view.selection() == sentence
    hand.click(hand.point(sentence.start))
    hand.clicks(hand.point(at), 4)
    assert view.selection() in sample.paragraphs
    assert view.selection().start <= sentence.start


def test_dragging_after_a_double_click_goes_on_by_words(view, hand, letter):
    view.set_document(letter)
    start = letter.text.index("bladzijde")
    hand.press_twice(hand.point(start + 3))
    hand.move(hand.point(letter.text.index("staat") + 2))
    assert hand.selected() == "bladzijde 1 staat"


def test_a_click_with_shift_stretches_the_selection(view, hand, letter):
    view.set_document(letter)
    start = letter.text.index("bladzijde")
    hand.select(start, start + 4)
    hand.click(hand.point(start + 8, 0.9), stateKey=SHIFT)
    assert hand.selected() == "bladzijde"


def test_a_click_selects_nothing_and_tells_so(view, hand, letter, qtbot):
    view.set_document(letter)
    hand.select(0, 5)
    with qtbot.waitSignal(view.selection_changed) as told:
        hand.click(hand.point(20))
    assert told.args == [None]


def test_a_drag_tells_the_selection_once(view, hand, letter):
    told = []
    view.selection_changed.connect(told.append)
    view.set_document(letter)
    hand.select(0, 9)
    assert told == [TextAnchor(0, 9)]


def test_the_caret_moves_by_character_word_line_and_sentence(view, hand, letter):
    view.set_document(letter)
    hand.click(hand.point(3, 0.1))
    hand.key(Qt.Key.Key_C)
    caret = view.scene.selection
    hand.key(Qt.Key.Key_Right)
    assert caret.caret == 4
    hand.key(Qt.Key.Key_Left, times=2)
    assert caret.caret == 2
    hand.key(Qt.Key.Key_Right, CTRL)
    assert caret.caret == letter.text.index("bladzijde")
    hand.key(Qt.Key.Key_Down)
    second_line = letter.text.index("\n") + 1
    assert caret.caret == second_line + letter.text.index("bladzijde")
    hand.key(Qt.Key.Key_Home)
    assert caret.caret == second_line
    hand.key(Qt.Key.Key_End)
    assert letter.text[caret.caret] == "\n"
    hand.key(Qt.Key.Key_Down, CTRL)
    assert caret.caret in {unit.start for unit in letter.sentences}


def test_arrows_with_shift_stretch_the_selection_and_take_it_back(view, hand, letter):
    view.set_document(letter)
    start = letter.text.index("bladzijde")
    hand.click(hand.point(start, 0.1))
    hand.key(Qt.Key.Key_Right, SHIFT, times=4)
    assert hand.selected() == "blad"
    hand.key(Qt.Key.Key_Left, SHIFT)
    assert hand.selected() == "bla"
    hand.key(Qt.Key.Key_Right, SHIFT | CTRL)
    assert hand.selected() == "bladzijde "


def test_escape_drops_the_selection_then_the_caret(view, hand, letter):
    view.set_document(letter)
    hand.key(Qt.Key.Key_C)
    hand.select(0, 6)
    hand.key(Qt.Key.Key_Escape)
    assert view.selection() is None
    assert view.scene.caret_shown
    hand.key(Qt.Key.Key_Escape)
    assert not view.scene.caret_shown


def test_stepping_by_units_reads_every_sentence_in_order_and_keeps_it_in_the_middle(view, sample):
    view.set_document(sample)
    for expected in sample.sentences[:40]:
        view.next_unit()
        assert view.selection() == expected
        shown = view.scene.place_px(expected).top - view.verticalScrollBar().value()
        assert 0 <= shown < view.viewport().height() * 2 / 3
    view.previous_unit()
    assert view.selection() == sample.sentences[38]


def test_units_join_the_selection_and_leave_it(view, letter):
    view.set_document(letter)
    first, second, third = letter.sentences[:3]
    view.select(second)
    view.join_next_unit()
    assert view.selection() == TextAnchor(second.start, third.end)
    view.join_previous_unit()
    assert view.selection() == TextAnchor(first.start, third.end)
    view.shorten()
    assert view.selection() == TextAnchor(first.start, second.end)
    view.shorten()
    view.shorten()
    assert view.selection() == first


def test_a_loose_selection_takes_the_boundaries_of_its_sentences(view, letter):
    view.set_document(letter)
    first, second = letter.sentences[:2]
    view.select(TextAnchor(first.start + 4, second.start + 3))
    view.take_whole_units()
    assert view.selection() == TextAnchor(first.start, second.end)


def test_a_selection_leaps_over_footnotes_and_running_heads(view, sample):
    view.set_document(sample)
    hole = next(
        hole
        for hole in sample.skipped
        if hole.start > 50 and not sample.text[hole.end : hole.end + 40].isspace()
    )
    view.select(TextAnchor(hole.start - 40, hole.end + 300))
    assert hole in view.selection_holes()
    view.select(hole)
    assert view.selection_holes() == ()


def test_edges_of_the_active_coding_can_be_dragged(view, hand, letter, highlight, qtbot):
    view.set_document(letter)
    start = letter.text.index("staat")
    view.set_codings([highlight("a", start, start + 5)])
    view.set_active("a")
    with qtbot.waitSignal(view.edge_moved) as told:
        hand.drag(hand.point(start + 4, 1.0), hand.point(start + 9, 0.9))
    assert told.args == ["a", TextAnchor(start, start + 10)]
    with qtbot.waitSignal(view.edge_moved) as told:
        hand.drag(hand.point(start, 0.0), hand.point(start + 30, 0.9))
    assert told.args == ["a", TextAnchor(start + 4, start + 5)]


def test_edges_of_the_active_coding_can_be_moved_with_keys(view, hand, letter, highlight, qtbot):
    view.set_document(letter)
    start = letter.text.index("staat")
    view.set_codings([highlight("a", start, start + 5)])
    view.set_active("a")
    view.edit_edges()
    hand.key(Qt.Key.Key_Right, CTRL)
    hand.key(Qt.Key.Key_E)
    hand.key(Qt.Key.Key_Left, times=2)
    with qtbot.waitSignal(view.edge_moved) as told:
        hand.key(Qt.Key.Key_Return)
    assert told.args == ["a", TextAnchor(start - 2, letter.text.index("zin", start) + len("zin"))]
    assert view.scene.edited is None


def test_escape_gives_up_moving_an_edge(view, hand, letter, highlight, qtbot):
    view.set_document(letter)
    view.set_codings([highlight("a", 5, 9)])
    view.set_active("a")
    view.edit_edges()
    hand.key(Qt.Key.Key_Right, times=3)
    with qtbot.assertNotEmitted(view.edge_moved):
        hand.key(Qt.Key.Key_Escape)
    assert view.mode is None
    assert view.scene.edited is None


def test_an_area_can_be_placed_and_sized_with_keys(view, hand, letter, qtbot):
    view.set_document(letter)
    view.draw_area()
    _, before = view.scene.area
    hand.key(Qt.Key.Key_Right, times=2)
    hand.key(Qt.Key.Key_Down, SHIFT)
    with qtbot.waitSignal(view.area_drawn) as told:
        hand.key(Qt.Key.Key_Return)
    area = told.args[0]
    assert area.x0_pt == pytest.approx(before.x0_pt + 16)
    assert area.x1_pt - area.x0_pt == pytest.approx(before.x1_pt - before.x0_pt)
    assert area.y1_pt == pytest.approx(before.y1_pt + 8)


def test_an_area_never_leaves_its_page(view, hand, letter, qtbot):
    view.set_document(letter)
    view.draw_area()
    hand.key(Qt.Key.Key_Left, times=60)
    hand.key(Qt.Key.Key_Up, times=60)
    with qtbot.waitSignal(view.area_drawn) as told:
        hand.key(Qt.Key.Key_Return)
    area = told.args[0]
    assert (area.x0_pt, area.y0_pt) == (0, 0)
    assert area.x1_pt > 0
    assert area.y1_pt > 0


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_dragging_with_alt_draws_an_area_in_page_points(view, hand, make_source, qtbot, rotation):
    source = make_source([["Een figuur."]], rotation=rotation)
    view.set_document(source)
    view.fit_page()
    with qtbot.waitSignal(view.area_drawn) as told:
        slot = view.scene.layout.slots[0]
        corner = QPoint(slot.x_px, slot.y_px) - view.offset()
        alt = Qt.KeyboardModifier.AltModifier
        hand.drag(corner + QPoint(40, 60), corner + QPoint(140, 200), stateKey=alt)
    area, scale = told.args[0], view.scene.layout.scale
    assert area.page_number == 1
    sides = sorted([area.x1_pt - area.x0_pt, area.y1_pt - area.y0_pt])
    assert sides == pytest.approx([100 / scale, 140 / scale], abs=0.01)
    seen = view.scene.glyphs.area_rect(area)
    assert (seen.x0_pt, seen.y0_pt) == pytest.approx((40 / scale, 60 / scale), abs=0.01)


@pytest.mark.corpus
@pytest.mark.slow
def test_on_real_agreements_what_is_dragged_over_is_what_is_selected(
    view, hand, corpus, source_from
):
    """Random stretches of words, on pages as they come, at random zooms."""
    rng = random.Random(11)
    wrong, done = [], 0
    for path in sorted((corpus / "agreements").glob("*.pdf")):
        source = source_from(path)
        view.set_document(source)
        for unit in rng.sample(source.sentences, min(12, len(source.sentences))):
            view.set_zoom(rng.uniform(0.7, 2.0))
            start = rng.randrange(unit.start, unit.end)
            end = min(unit.end, start + rng.randrange(3, 200))
            view.show_anchor(TextAnchor(start, end), flash=False)
            if not _both_ends_can_be_pointed_at(view, hand, start, end):
                continue
            hand.select(start, end)
            done += 1
            if view.selection() != TextAnchor(start, end):
                wrong.append((path.stem, start, end, view.selection()))
    assert done > 150
    assert len(wrong) <= 0.02 * done, wrong


def _both_ends_can_be_pointed_at(view, hand, start, end) -> bool:
    """Tell whether both characters are printed, in sight and not below another line."""
    text = view.scene.source.text
    for offset in (start, end - 1):
        if text[offset].isspace():
            return False
        index, box = hand.box(offset)
        wide = (box.x1_pt - box.x0_pt) * view.scene.layout.scale
        if wide < 3 or not view.viewport().rect().contains(hand.point(offset)):
            return False
        middle = (box.x0_pt + box.x1_pt) / 2, (box.y0_pt + box.y1_pt) / 2
        if view.scene.glyphs.char_at(index, *middle) != offset:
            return False
    return True


@pytest.fixture
def whole_second_line(letter):
    """The first page's second line as one that runs from right to left."""
    boxes = PageBoxes.decode(letter.boxes(1))
    places = [astuple(boxes.rect(at)) for line in boxes.lines for at in range(*line[:2])]
    lines = list(boxes.lines)
    lines[1] = lines[1]._replace(kind=WHOLE)
    blob = encode(boxes.n_chars, lines, places)
    return replace(letter, boxes=lambda number: blob if number == 1 else letter.boxes(number))


def test_of_a_line_from_right_to_left_no_part_is_selected(view, hand, whole_second_line):
    source = whole_second_line
    view.set_document(source)
    first, second, third = source.text.split("\n")[:3]
    start = len(first) + 1
    hand.drag(hand.point(start + 4) + QPoint(-20, 0), hand.point(start + 4) + QPoint(-10, 0))
    assert hand.selected() == second
    hand.drag(hand.point(6, 0.1), hand.point(start + 4))
    assert hand.selected() == f"{first[6:]}\n{second}"
    after = start + len(second) + 1
    hand.drag(hand.point(after + 5, 0.1), hand.point(start + 4))
    assert hand.selected() == f"{second}\n{third[:5]}"
    hand.clicks(hand.point(start + 4), 2)
    assert hand.selected() == second


def test_keys_and_shift_clicks_take_a_line_from_right_to_left_as_a_whole(
    view, hand, whole_second_line
):
    source = whole_second_line
    view.set_document(source)
    first, second = source.text.split("\n")[:2]
    view.select(TextAnchor(3, len(first)))
    hand.key(Qt.Key.Key_Right, SHIFT, times=3)
    assert hand.selected() == f"{first[3:]}\n{second}"
    view.select(TextAnchor(3, 5))
    hand.click(hand.point(len(first) + 9), stateKey=SHIFT)
    assert hand.selected() == f"{first[3:]}\n{second}"
