"""What is done to passages with mouse and keys: areas, edges, split and join, codes of words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from qualcode_app.services.coding import coding_rows
from qualcode_app.ui.dialogs.coding_filter import CodingFilterDialog
from qualcode_app.ui.dialogs.in_vivo import InVivoDialog
from qualcode_app.ui.item_models.code_tree import TOTAL_ROLE, code_mime
from qualcode_app.ui.item_models.documents_list import COUNT_ROLE
from qualcode_app.ui.viewing import CodingFilter

WORDS = "Erfpacht overwegen we niet."
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def space(hand):
    """The coding work space with Kreekenburg open and RUI-1 on the digit 1."""
    space = hand.space
    row = next(row for row in space.documents.model.rows if "Kreekenburg" in row.title)
    hand.window.viewing.look_at(row.uid)
    hand.space.hand._pins.pin("1", hand.code("RUI-1").uid)
    return space


def active(hand):
    found = hand.window.workspace.read(
        coding_rows.rows, uids=[hand.window.viewing.active_uid], areas=True
    )
    return found[0] if found else None


def codings(hand) -> list[tuple[str, str]]:
    return sorted(
        (row.code_key, row.quote)
        for row in hand.window.workspace.read(coding_rows.rows, areas=True)
    )


def undo(hand) -> None:
    hand.window.actions_["undo"].trigger()


def coded(hand, words: str = WORDS):
    hand.select(words)
    hand.key(Qt.Key.Key_1)
    return active(hand)


def drag(hand, begin: QPoint, end: QPoint, keys=Qt.KeyboardModifier.NoModifier) -> None:
    ground = hand.view.viewport()
    hand.qtbot.mousePress(ground, LEFT, keys, begin)
    for at in (begin + QPoint(12, 4), end):
        place = QPointF(at), QPointF(ground.mapToGlobal(at))
        move = QMouseEvent(QEvent.Type.MouseMove, *place, Qt.MouseButton.NoButton, LEFT, keys)
        QApplication.sendEvent(ground, move)
    hand.qtbot.mouseRelease(ground, LEFT, keys, end)


def test_sentences_are_coded_one_after_the_other_with_two_keys_each(hand, space):
    hand.select(WORDS)
    hand.key(Qt.Key.Key_1)
    first = active(hand)
    hand.key(Qt.Key.Key_J)
    hand.key(Qt.Key.Key_1)
    second = active(hand)
    hand.key(Qt.Key.Key_J)
    hand.key(Qt.Key.Key_1)
    third = active(hand)
    assert first.anchor.end <= second.anchor.start < second.anchor.end <= third.anchor.start
    sentences = hand.view.scene.selection.sentences
    assert all(sentences.at(row.anchor.start) == row.anchor for row in (second, third))


def test_keys_make_the_selection_longer_shorter_and_whole(hand, space):
    hand.select("overwegen")
    hand.key(Qt.Key.Key_Y)
    one = hand.view.selection()
    assert space.page.text(one) == WORDS
    hand.key(Qt.Key.Key_L)
    two = hand.view.selection()
    assert two.start == one.start
    assert two.end > one.end
    hand.key(Qt.Key.Key_L, SHIFT)
    assert hand.view.selection() == one
    hand.key(Qt.Key.Key_J, SHIFT)
    assert hand.view.selection() == two
    hand.key(Qt.Key.Key_K, SHIFT)
    assert hand.view.selection().start < one.start


def test_selected_words_become_a_code_in_the_family_of_the_last_one(hand, space, qtbot):
    coded(hand)
    before = codings(hand)
    hand.select("regie terug")
    hand.key(Qt.Key.Key_I)
    dialog = hand.window.findChild(InVivoDialog)
    assert dialog.label.text() == "regie terug"
    assert dialog.family.currentText().startswith("RUI")
    qtbot.mouseClick(dialog.act_button, LEFT)
    row = active(hand)
    assert (row.code_label_nl, row.quote) == ("regie terug", "regie terug")
    assert hand.code(row.code_key).family_uid == hand.code("RUI-1").family_uid
    undo(hand)
    assert codings(hand) == before
    assert row.code_key not in {code.key for code in space.codes.model.rows}


def test_a_code_of_words_needs_words(hand, space):
    hand.key(Qt.Key.Key_I)
    assert "Select the words first" in space.page.message.sentence.text()


def test_x_splits_where_one_clicked_and_shift_x_joins_again(hand, space):
    whole = coded(hand)
    before = codings(hand)
    hand.click(whole.anchor.start + WORDS.index("we niet"))
    hand.key(Qt.Key.Key_C)
    caret = hand.view.scene.selection.caret
    hand.key(Qt.Key.Key_X)
    assert active(hand).anchor.end <= caret
    assert len(codings(hand)) == len(before) + 1
    hand.key(Qt.Key.Key_X, SHIFT)
    assert active(hand).quote == WORDS
    assert codings(hand) == before
    undo(hand)
    undo(hand)
    assert active(hand).anchor == whole.anchor


def test_splitting_without_a_caret_inside_and_joining_alone_say_why_not(hand, space):
    coded(hand)
    before = codings(hand)
    hand.view.scene.selection.put(0)
    hand.key(Qt.Key.Key_X)
    assert "Put the caret inside" in space.page.message.sentence.text()
    hand.key(Qt.Key.Key_X, SHIFT)
    assert "lies next to this one" in space.page.message.sentence.text()
    assert codings(hand) == before


def test_p_makes_one_coding_primary_at_its_place(hand, space):
    first = coded(hand)
    hand.key(Qt.Key.Key_P)
    assert active(hand).is_primary
    hand.key(Qt.Key.Key_R)
    hand.space.hand.assign(hand.code("WON-1").uid)
    hand.key(Qt.Key.Key_P)
    assert active(hand).is_primary
    (old,) = hand.window.workspace.read(coding_rows.rows, uids=[first.uid])
    assert not old.is_primary
    undo(hand)
    (old,) = hand.window.workspace.read(coding_rows.rows, uids=[first.uid])
    assert old.is_primary
    assert not active(hand).is_primary


def test_an_edge_is_moved_with_keys_by_word_and_kept_by_enter(hand, space):
    row = coded(hand, "Erfpacht overwegen")
    hand.key(Qt.Key.Key_E)
    hand.key(Qt.Key.Key_Right, CTRL)
    hand.key(Qt.Key.Key_Return)
    assert active(hand).quote == "Erfpacht overwegen we"
    assert hand.view.hasFocus()
    hand.key(Qt.Key.Key_E)
    hand.key(Qt.Key.Key_E)
    hand.key(Qt.Key.Key_Right, CTRL)
    hand.key(Qt.Key.Key_Return)
    assert active(hand).quote == "overwegen we"
    undo(hand)
    undo(hand)
    assert active(hand).anchor == row.anchor


def test_an_edge_is_dragged_with_the_mouse(hand, space):
    row = coded(hand)
    goal = hand.point(row.anchor.start + WORDS.index("we niet") - 2, 0.9)
    drag(hand, hand.point(row.anchor.end - 1, 1.0), goal)
    assert active(hand).quote == "Erfpacht overwegen"


def test_an_area_is_drawn_coded_listed_removed_and_put_back(hand, space):
    scene = hand.view.scene
    slot = scene.layout.slots[0]
    begin = QPoint(slot.x_px + 80, slot.y_px + 60) - hand.view.offset()
    drag(hand, begin, begin + QPoint(200, 120), ALT)
    assert scene.area is not None
    hand.key(Qt.Key.Key_1)
    row = active(hand)
    assert (row.quote, row.page_number, row.code_key) == ("", 1, "RUI-1")
    assert row.area.x1_pt - row.area.x0_pt == pytest.approx(200 / scene.layout.scale, abs=1)
    number = space.listed.model.number_of(row.uid)
    cells = [space.listed.model.index(number, c).data() for c in range(6)]
    assert "[area]" in cells
    hand.window.viewing.activate("")
    inside = begin + QPoint(100, 60)
    hand.qtbot.mouseClick(hand.view.viewport(), LEFT, pos=inside)
    assert hand.window.viewing.active_uid == row.uid
    hand.key(Qt.Key.Key_Delete)
    assert space.listed.model.number_of(row.uid) < 0
    undo(hand)
    assert space.listed.model.number_of(row.uid) >= 0
    assert scene.highlights.get(row.uid).area == row.area


def test_an_area_gets_a_second_code_at_the_same_place_by_r(hand, space):
    slot = hand.view.scene.layout.slots[0]
    begin = QPoint(slot.x_px + 80, slot.y_px + 60) - hand.view.offset()
    drag(hand, begin, begin + QPoint(200, 120), ALT)
    hand.key(Qt.Key.Key_1)
    first = active(hand)
    hand.key(Qt.Key.Key_R)
    assert hand.view.scene.area is not None
    space.hand.assign(hand.code("WON-1").uid)
    second = active(hand)
    assert (second.code_key, second.area) == ("WON-1", first.area)
    assert second.uid != first.uid


def test_a_code_dropped_on_a_drawn_area_codes_it_and_beside_it_the_sentence(hand, space):
    anchor = hand.select(WORDS)
    hand.view.select(None)
    slot = hand.view.scene.layout.slots[hand.view.scene.glyphs.index_at(anchor.start)]
    words = hand.point(anchor.start + 4, 0.5)
    begin = QPoint(slot.x_px + 5 - hand.view.offset().x(), words.y() - 60)
    drag(hand, begin, begin + QPoint(40, 30), ALT)
    ground, won = hand.view.viewport(), hand.code("WON-1").uid
    hand.drop(ground, begin + QPoint(20, 15), code_mime(won))
    assert (active(hand).code_key, active(hand).quote) == ("WON-1", "")
    drag(hand, begin, begin + QPoint(40, 30), ALT)
    hand.drop(ground, words, code_mime(won))
    assert active(hand).quote == WORDS


def test_an_area_given_up_is_not_asked_for_any_more(hand, space):
    slot = hand.view.scene.layout.slots[0]
    begin = QPoint(slot.x_px + 80, slot.y_px + 60) - hand.view.offset()
    drag(hand, begin, begin + QPoint(200, 120), ALT)
    assert "area" in space.page.message.sentence.text()
    hand.key(Qt.Key.Key_Escape)
    assert hand.view.scene.area is None
    assert not space.page.message.isVisible()


def test_an_active_area_is_cited_with_its_page(hand, space):
    slot = hand.view.scene.layout.slots[0]
    begin = QPoint(slot.x_px + 80, slot.y_px + 60) - hand.view.offset()
    drag(hand, begin, begin + QPoint(200, 120), ALT)
    hand.key(Qt.Key.Key_1)
    hand.key(Qt.Key.Key_C, CTRL | SHIFT)
    title = space.page.document.title
    assert QApplication.clipboard().text().startswith(f"[area] ({title}")


def test_a_coded_area_is_pulled_larger_by_a_corner_and_back_by_undo(hand, space):
    scene = hand.view.scene
    slot, scale = scene.layout.slots[0], scene.layout.scale
    begin = QPoint(slot.x_px + 80, slot.y_px + 60) - hand.view.offset()
    drag(hand, begin, begin + QPoint(200, 120), ALT)
    hand.key(Qt.Key.Key_1)
    before = active(hand).area
    drag(hand, begin + QPoint(200, 120), begin + QPoint(260, 150), PLAIN)
    after = active(hand).area
    assert (after.x0_pt, after.y0_pt) == pytest.approx((before.x0_pt, before.y0_pt), abs=0.01)
    assert after.x1_pt - before.x1_pt == pytest.approx(60 / scale, abs=1)
    assert after.y1_pt - before.y1_pt == pytest.approx(30 / scale, abs=1)
    assert scene.highlights.get(active(hand).uid).area == after
    undo(hand)
    assert active(hand).area == before


def test_a_coded_area_is_moved_and_sized_with_keys(hand, space):
    hand.key(Qt.Key.Key_O)
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_1)
    before = active(hand).area
    hand.key(Qt.Key.Key_E)
    hand.key(Qt.Key.Key_Left)
    hand.key(Qt.Key.Key_Down, SHIFT)
    hand.key(Qt.Key.Key_Return)
    after = active(hand).area
    assert before.x0_pt - after.x0_pt == pytest.approx(8)
    assert before.x1_pt - after.x1_pt == pytest.approx(8)
    assert (after.y0_pt, after.y1_pt) == pytest.approx((before.y0_pt, before.y1_pt + 8))
    hand.key(Qt.Key.Key_E)
    hand.key(Qt.Key.Key_Right)
    hand.key(Qt.Key.Key_Escape)
    assert active(hand).area == after


def test_an_area_is_drawn_with_keys_or_given_up(hand, space):
    before = codings(hand)
    hand.key(Qt.Key.Key_O)
    hand.key(Qt.Key.Key_Right)
    hand.key(Qt.Key.Key_Down, SHIFT)
    hand.key(Qt.Key.Key_Return)
    assert "An area is marked" in space.page.message.sentence.text()
    hand.key(Qt.Key.Key_Escape)
    assert hand.view.scene.area is None
    hand.key(Qt.Key.Key_1)
    assert codings(hand) == before
    hand.key(Qt.Key.Key_O)
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_1)
    assert active(hand).area is not None


def test_what_text_can_do_is_refused_for_an_area(hand, space):
    hand.key(Qt.Key.Key_O)
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_1)
    uid = active(hand).uid
    for key, keys in ((Qt.Key.Key_X, SHIFT), (Qt.Key.Key_P, PLAIN)):
        space.page.message.hide()
        hand.key(key, keys)
        assert "area" in space.page.message.sentence.text()
        assert space.page.message.isVisible()
    assert active(hand).uid == uid


def everybodys(hand, document_uid, family_uid) -> int:
    rows = hand.window.workspace.read(coding_rows.rows, areas=True)
    return sum(
        row.document_uid == document_uid and hand.code(row.code_key).family_uid == family_uid
        for row in rows
    )


def test_a_filter_by_family_is_followed_by_page_and_list_and_taken_off_by_its_chip(
    hand, space, qtbot
):
    row = coded(hand)
    hand.window.viewing.activate("")
    before = space.listed.model.rowCount()
    qtbot.keyClick(hand.window, Qt.Key.Key_I, CTRL | SHIFT)
    dialog = hand.window.findChild(CodingFilterDialog)
    family = hand.code("WON-1").family_uid
    dialog.item(family).setCheckState(0, Qt.CheckState.Checked)
    qtbot.mouseClick(dialog.act_button, LEFT)
    codes = {hand.code(each.code_key).family_uid for each in space.listed.model.rows()}
    assert codes <= {family}
    assert hand.view.scene.highlights.get(row.uid) is None
    hidden = before - space.listed.model.rowCount()
    assert f"{hidden} hidden" in space.page.filter_chip.text()
    open_document = space.documents.model.index_of(row.document_uid)
    assert open_document.data(COUNT_ROLE) == everybodys(hand, row.document_uid, family)
    model, own = space.codes.model, row.code_uid
    assert model.index_of(own).data(TOTAL_ROLE) == 0
    assert model.index_of(family).data(TOTAL_ROLE) > 0
    new = coded(hand, "regie terug")
    assert new is not None
    assert space.listed.model.number_of(new.uid) < 0
    assert f"{hidden + 1} hidden" in space.page.filter_chip.text()
    qtbot.mouseClick(space.page.filter_chip, LEFT)
    assert not space.page.filter_chip.isVisible()
    assert open_document.data(COUNT_ROLE) > everybodys(hand, row.document_uid, family)
    assert space.listed.model.rowCount() == before + 1
    assert hand.view.scene.highlights.get(row.uid) is not None
    assert model.index_of(own).data(TOTAL_ROLE) > 0


def test_a_filter_works_in_the_next_project_too(hand, space, project_file):
    hand.window.desk.close()
    assert hand.window.desk.open(project_file)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    codes = hand.space.codes.model
    wanted = frozenset({hand.code("WON-1").uid})
    hand.window.viewing.filter_by(CodingFilter(wanted))
    families = [row for row in codes.rows if row.is_family and row.key != "WON"]
    assert {codes.index_of(row.uid).data(TOTAL_ROLE) for row in families} == {0}


def test_stripes_take_the_colour_of_coder_family_and_code_in_turn(hand, space):
    row = coded(hand)
    theme = space.theme
    hand.window.viewing.activate("")

    def stripe() -> str:
        return hand.view.scene.highlights.get(row.uid).stripe

    by_code = stripe()
    hand.key(Qt.Key.Key_S, SHIFT)
    at = [coder.uid for coder in hand.window.workspace.coders()].index(row.coder_uid)
    assert stripe() == theme.coder_colour(at).name()
    hand.key(Qt.Key.Key_S, SHIFT)
    assert stripe() == theme.code_colours(row.colour.partition(":")[0]).stripe.name()
    assert "by family" in space.page.message.sentence.text()
    hand.key(Qt.Key.Key_S, SHIFT)
    assert stripe() == by_code
