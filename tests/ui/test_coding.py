"""What a coder does with mouse and keys, in the real window, on the sample."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.documents import documents
from qualcode_app.services.store.project import Project
from qualcode_app.ui.item_models.code_tree import code_mime
from qualcode_app.ui.item_models.codings_table import Column

WORDS = "Erfpacht overwegen we niet."
OTHER = "Wij nemen\nde regie terug."
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def space(hand):
    """The coding work space with Kreekenburg open and nothing coded in WORDS."""
    space = hand.space
    row = next(row for row in space.documents.model.rows if "Kreekenburg" in row.title)
    hand.window.viewing.look_at(row.uid)
    return space


def stored(window, uid):
    found = window.workspace.read(coding_rows.rows, uids=[uid])
    return found[0] if found else None


def listed(space) -> list[str]:
    return [row.uid for row in space.listed.model.rows()]


def code_with_double_click(hand, key: str) -> None:
    tree = hand.space.codes.tree
    code = hand.code(key)
    tree.mark(code.uid)
    place = tree.visualRect(tree.currentIndex()).center()
    hand.qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    hand.qtbot.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_select_and_double_click_makes_a_coding_that_is_stored_listed_and_active(hand, space):
    anchor = hand.select(WORDS)
    assert space.page.view.selection() == anchor
    code_with_double_click(hand, "RUI-1")
    uid = hand.window.viewing.active_uid
    row = stored(hand.window, uid)
    assert (row.quote, row.code_key, row.anchor) == (WORDS, "RUI-1", anchor)
    assert row.coder_uid == hand.window.workspace.coder_uid
    assert uid in listed(space)
    assert space.page.view.scene.highlights.get(uid) is not None
    assert space.listed.marked_uids() == [uid]
    assert space.page.view.selection() is None


def test_the_same_coding_is_there_after_closing_and_opening(hand, space, project_file):
    hand.select(WORDS)
    code_with_double_click(hand, "RUI-1")
    uid = hand.window.viewing.active_uid
    hand.window.desk.close()
    with Project.open(project_file, read_only=True) as project:
        assert project.read(coding_rows.get, uid).quote == WORDS
    assert hand.window.desk.open(project_file)
    row = stored(hand.window, uid)
    hand.space.hand.show_coding(uid)
    text = hand.view.scene.source.text
    assert text[row.anchor.start : row.anchor.end] == WORDS


def test_a_pinned_digit_codes_and_a_free_digit_says_so(hand, space):
    codes = space.codes
    codes.tree.mark(hand.code("WON-5").uid)
    menu = codes.digit_menu(hand.code("WON-5"))
    next(action for action in menu.actions() if action.text().startswith("&3")).trigger()
    hand.select(WORDS)
    hand.key(Qt.Key.Key_3)
    assert stored(hand.window, hand.window.viewing.active_uid).code_key == "WON-5"
    count = space.listed.model.rowCount()
    hand.select(OTHER)
    hand.key(Qt.Key.Key_7)
    assert space.listed.model.rowCount() == count
    assert "No code is pinned to 7" in space.page.message.sentence.text()


def test_enter_finds_a_code_by_letters_and_goes_back_to_the_page(hand, space, qtbot):
    hand.select(WORDS)
    hand.key(Qt.Key.Key_Return)
    field = space.codes.find_field
    assert field.hasFocus()
    qtbot.keyClicks(field, "toew")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert stored(hand.window, hand.window.viewing.active_uid).code_key == "WON-2"
    assert hand.view.hasFocus()
    assert field.text() == ""


def test_the_arrow_keys_choose_among_what_was_found(hand, space, qtbot):
    hand.select(WORDS)
    hand.key(Qt.Key.Key_Return)
    field = space.codes.find_field
    qtbot.keyClicks(field, "won")
    second = space.codes.found.model().index(1, 0).data()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert space.codes.found.currentIndex().row() == 1
    qtbot.keyClick(field, Qt.Key.Key_Return)
    row = stored(hand.window, hand.window.viewing.active_uid)
    assert second.startswith(f"{row.code_key} ")


def test_nothing_found_is_said(space, qtbot):
    qtbot.keyClicks(space.codes.find_field, "zzzq")
    assert space.codes.nothing.text() == "No code found for “zzzq”."
    assert space.codes.nothing.isVisible()


def test_a_codes_again_with_the_last_code(hand, space):
    hand.select(WORDS)
    code_with_double_click(hand, "MOB-2")
    hand.select(OTHER)
    assert "MOB-2" in space.strip.again[0].text()
    hand.key(Qt.Key.Key_A)
    row = stored(hand.window, hand.window.viewing.active_uid)
    assert (row.code_key, row.quote) == ("MOB-2", OTHER)


def test_a_code_dragged_onto_the_selection_codes_it(hand, space):
    anchor = hand.select(WORDS)
    middle = hand.point((anchor.start + anchor.end) // 2, 0.5)
    hand.drop(hand.view.viewport(), middle, code_mime(hand.code("RUI-4").uid))
    assert stored(hand.window, hand.window.viewing.active_uid).code_key == "RUI-4"


def test_selected_text_dropped_on_a_code_is_coded(hand, space):
    hand.select(WORDS)
    tree, data = space.codes.tree, QMimeData()
    data.setData("application/x-qualcode-selection", b"{}")
    tree.mark(hand.code("RUI-2").uid)
    hand.drop(tree.viewport(), tree.visualRect(tree.currentIndex()).center(), data)
    row = stored(hand.window, hand.window.viewing.active_uid)
    assert (row.code_key, row.quote) == ("RUI-2", WORDS)


def test_coding_without_a_selection_says_what_to_do(hand, space):
    code_with_double_click(hand, "RUI-1")
    assert "Select text first" in space.page.message.sentence.text()
    assert space.page.message.isVisible()


def test_the_same_code_on_the_same_words_is_refused_in_words(hand, space):
    anchor = hand.select(WORDS)
    for _ in range(2):
        hand.view.select(anchor)
        hand.view.setFocus()
        space.hand.assign(hand.code("RUI-1").uid)
    assert "already put this code" in space.page.message.sentence.text()
    assert space.page.message.kind == "danger"
    assert hand.window.workspace.undo_stack.count() == 1


def test_another_code_for_the_active_coding_changes_it(hand, space):
    hand.select(WORDS)
    code_with_double_click(hand, "RUI-1")
    uid = hand.window.viewing.active_uid
    code_with_double_click(hand, "RUI-3")
    assert stored(hand.window, uid).code_key == "RUI-3"
    assert space.listed.row_of(uid).code_key == "RUI-3"
    assert space.page.view.scene.highlights.get(uid).key == "RUI-3"


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_a_removed_coding_comes_back_by_undo(hand, space, key):
    hand.select(WORDS)
    code_with_double_click(hand, "RUI-1")
    uid = hand.window.viewing.active_uid
    hand.key(key)
    assert stored(hand.window, uid) is None
    assert uid not in listed(space)
    assert space.page.view.scene.highlights.get(uid) is None
    hand.key(Qt.Key.Key_Z, CTRL)
    assert stored(hand.window, uid).quote == WORDS
    assert uid in listed(space)
    hand.key(Qt.Key.Key_Z, CTRL)
    assert stored(hand.window, uid) is None
    hand.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert stored(hand.window, uid) is not None


def test_several_codings_are_removed_from_the_list_and_come_back_at_once(hand, space, qtbot):
    before = listed(space)
    table = space.listed.table
    table.setFocus()
    table.selectRow(0)
    space.listed.mark_all(before[:3])
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert listed(space) == before[3:]
    assert hand.window.workspace.undo_stack.undoText() == "removing 3 codings in 1 document"
    hand.key(Qt.Key.Key_Z, CTRL)
    assert listed(space) == before


def test_a_click_in_the_list_shows_the_coding_on_the_page(hand, space, qtbot):
    table, rows = space.listed.table, space.listed.model.rows()
    at = len(rows) - 1
    table.scrollTo(space.listed.model.index(at, Column.PASSAGE))
    place = table.visualRect(space.listed.model.index(at, Column.PASSAGE)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert hand.window.viewing.active_uid == rows[at].uid
    assert hand.view.scene.active_uid == rows[at].uid
    index = hand.view.scene.glyphs.index_at(rows[at].anchor.start)
    assert index in hand.view.in_sight()


def test_a_coding_of_another_document_opens_that_document(hand, space, qtbot):
    space.listed.show_scope(in_all=True)
    rows = space.listed.model.rows()
    other = next(row for row in rows if row.document_uid != hand.window.viewing.document_uid)
    place = table_place(space, space.listed.model.number_of(other.uid))
    qtbot.mouseClick(space.listed.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert hand.window.viewing.document_uid == other.document_uid
    assert hand.view.scene.active_uid == other.uid


def table_place(space, row: int) -> QPoint:
    index = space.listed.model.index(row, Column.CODE)
    space.listed.table.scrollTo(index)
    return space.listed.table.visualRect(index).center()


def code_one_over_another(hand, space) -> tuple[TextAnchor, str, str]:
    """Code WORDS and most of them again; return where they stand and the uids of both."""
    anchor = hand.select(WORDS)
    code_with_double_click(hand, "RUI-1")
    first = hand.window.viewing.active_uid
    hand.view.select(TextAnchor(anchor.start + 4, anchor.end - 3))
    space.hand.assign(hand.code("WON-1").uid)
    return anchor, first, hand.window.viewing.active_uid


def test_a_click_where_codings_overlap_shows_them_all_and_h_goes_round(hand, space):
    anchor, first, second = code_one_over_another(hand, space)
    hand.window.viewing.activate("")
    hand.click((anchor.start + anchor.end) // 2)
    assert hand.window.viewing.active_uid in (first, second)
    assert set(space.listed.marked_uids()) == {first, second}
    assert "RUI-1" in space.page.message.sentence.text()
    assert "WON-1" in space.page.message.sentence.text()
    before = hand.window.viewing.active_uid
    hand.key(Qt.Key.Key_H)
    assert {before, hand.window.viewing.active_uid} == {first, second}


def test_h_goes_round_the_codings_at_a_place_that_was_come_upon_with_keys(hand, space):
    _, first, second = code_one_over_another(hand, space)
    for expected in (first, second):
        hand.key(Qt.Key.Key_H)
        assert hand.window.viewing.active_uid == expected
    hand.key(Qt.Key.Key_Backspace)
    hand.window.viewing.activate(first)
    hand.key(Qt.Key.Key_H)
    assert hand.window.viewing.active_uid == first


def test_a_memo_is_written_in_the_list(hand, space, qtbot):
    uid = listed(space)[0]
    index = space.listed.model.index(0, Column.MEMO)
    table = space.listed.table
    table.setFocus()
    table.setCurrentIndex(index)
    table.edit(index)
    editor = table.viewport().findChild(QLineEdit)
    editor.setFocus()
    qtbot.keyClicks(editor, "ask Noor")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stored(hand.window, uid).memo == "ask Noor")
    assert space.listed.row_of(uid).memo == "ask Noor"
    hand.key(Qt.Key.Key_Z, CTRL)
    assert stored(hand.window, uid).memo == ""


def test_j_selects_sentence_after_sentence(hand, space):
    hand.select(WORDS)
    hand.key(Qt.Key.Key_J)
    first = hand.view.selection()
    hand.key(Qt.Key.Key_J)
    second = hand.view.selection()
    assert first.end <= second.start
    hand.key(Qt.Key.Key_K)
    assert hand.view.selection() == first


def test_n_and_b_walk_over_the_codings(hand, space):
    order = listed(space)
    hand.key(Qt.Key.Key_N)
    assert hand.window.viewing.active_uid == order[0]
    hand.key(Qt.Key.Key_N)
    assert hand.window.viewing.active_uid == order[1]
    hand.key(Qt.Key.Key_B)
    assert hand.window.viewing.active_uid == order[0]


def test_r_selects_the_place_again_for_a_second_code(hand, space):
    anchor = hand.select(WORDS)
    code_with_double_click(hand, "RUI-1")
    hand.key(Qt.Key.Key_R)
    assert hand.view.selection() == anchor
    code_with_double_click(hand, "DUU-1")
    there = [row.code_key for row in space.listed.model.rows() if row.anchor == anchor]
    assert sorted(there) == ["DUU-1", "RUI-1"]


def test_escape_goes_back_one_state_at_a_time(hand, space):
    hand.key(Qt.Key.Key_N)
    assert hand.window.viewing.active_uid
    hand.key(Qt.Key.Key_Escape)
    assert hand.window.viewing.active_uid == ""
    hand.select(WORDS)
    hand.key(Qt.Key.Key_Escape)
    assert hand.view.selection() is None


def test_only_own_codings_are_seen_until_all_are_asked_for(hand, space):
    own = hand.window.workspace.coder_uid
    assert {row.coder_uid for row in space.listed.model.rows()} == {own}
    n_own = space.listed.model.rowCount()
    space.page.coders_button.click()
    assert len({row.coder_uid for row in space.listed.model.rows()}) == 2
    assert space.listed.model.rowCount() > n_own
    assert not space.listed.table.isColumnHidden(Column.CODER)


def test_another_coder_sees_and_makes_other_codings(hand, space):
    before = listed(space)
    other = next(
        coder
        for coder in hand.window.workspace.coders()
        if coder.uid != hand.window.workspace.coder_uid
    )
    menu = hand.window.bar.coder.coders_menu
    next(action for action in menu.actions() if action.text() == other.name).trigger()
    assert not set(before) & set(listed(space))
    hand.select(WORDS)
    code_with_double_click(hand, "RUI-1")
    assert stored(hand.window, hand.window.viewing.active_uid).coder_name == other.name


def test_a_theme_is_taken_one_step_on(hand, space, qtbot):
    place = space.status.list
    place.setFocus()
    before = space.status.rows[0].state
    place.setCurrentRow(0)
    qtbot.keyClick(place, Qt.Key.Key_Return)
    assert before == "done"
    assert space.status.rows[0].state == "not_started"
    qtbot.keyClick(place, Qt.Key.Key_Return)
    assert space.status.rows[0].state == "busy"


def test_the_active_coding_is_cited_too_and_nothing_says_so(hand, space):
    hand.window.viewing.activate("")
    hand.key(Qt.Key.Key_C, CTRL | SHIFT)
    assert "Select the words first" in space.page.message.sentence.text()
    hand.select(WORDS)
    code_with_double_click(hand, "RUI-1")
    hand.key(Qt.Key.Key_C, CTRL | SHIFT)
    assert QApplication.clipboard().text() == f"“{WORDS}” (Kreekenburg 2026, p. 2)"


def test_the_quote_with_its_source_is_copied(hand, space):
    hand.select(WORDS)
    hand.key(Qt.Key.Key_C, CTRL | SHIFT)
    assert QApplication.clipboard().text() == f"“{WORDS}” (Kreekenburg 2026, p. 2)"


def test_counts_in_the_tree_follow(hand, space, qtbot):
    before = hand.code("RUI-1").n_codings
    hand.select(WORDS)
    code_with_double_click(hand, "RUI-1")
    qtbot.waitUntil(lambda: hand.code("RUI-1").n_codings == before + 1)


def test_a_quote_that_runs_over_a_page_is_listed_without_what_stands_between(hand, space):
    rows = [row for row in space.listed.model.rows() if row.holes]
    assert rows
    number = space.listed.model.number_of(rows[0].uid)
    shown = space.listed.model.index(number, Column.PASSAGE).data()
    text = hand.window.workspace.read(documents.text, rows[0].revision_uid)
    for hole in rows[0].holes:
        assert " ".join(text[hole.start : hole.end].split()) not in shown
