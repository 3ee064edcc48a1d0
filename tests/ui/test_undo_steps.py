"""Undo in the real window: over documents, to the place it changed, by the list of steps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from qualcode_app.services.coding import absence, coding_rows
from qualcode_app.services.documents import documents, intake
from qualcode_app.ui.dialogs.memo import MemoDialog

WORDS = "Erfpacht overwegen we niet."
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def space(hand):
    """The coding work space with Kreekenburg open and nothing coded in WORDS."""
    row = next(row for row in hand.space.documents.model.rows if "Kreekenburg" in row.title)
    hand.window.viewing.look_at(row.uid)
    return hand.space


def stored(window, uid):
    found = window.workspace.read(coding_rows.rows, uids=[uid])
    return found[0] if found else None


def test_undo_reaches_over_documents_and_panels(hand, space):
    hand.select(WORDS)
    space.hand.assign(hand.code("RUI-1").uid)
    uid = hand.window.viewing.active_uid
    hand.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert space.page.document.title.startswith("Lindewater")
    hand.window.actions_["document_read"].trigger()
    assert {row.state for row in space.status.rows} == {"done"}
    hand.key(Qt.Key.Key_Z, CTRL)
    assert {row.state for row in space.status.rows} == {"done", "busy", "not_started"}
    hand.key(Qt.Key.Key_Z, CTRL)
    assert stored(hand.window, uid) is None


def test_undo_goes_to_the_place_it_changed(hand, space):
    hand.select(WORDS)
    space.hand.assign(hand.code("RUI-1").uid)
    uid = hand.window.viewing.active_uid
    space.hand.assign(hand.code("RUI-3").uid)
    assert stored(hand.window, uid).code_key == "RUI-3"
    hand.key(Qt.Key.Key_Down, ALT)
    assert space.page.document.title.startswith("Lindewater")
    hand.key(Qt.Key.Key_Z, CTRL)
    assert stored(hand.window, uid).code_key == "RUI-1"
    assert space.page.document.title.startswith("Kreekenburg")
    assert hand.window.viewing.active_uid == uid
    assert hand.view.scene.flashed == stored(hand.window, uid).anchor


def leave(hand, space):
    """Go to another document, another tab and another end of the tree, as a coder would."""
    hand.key(Qt.Key.Key_Down, ALT)
    assert not space.page.document.title.startswith("Kreekenburg")
    space.lists.show_region(space.listed)
    space.shelf.show_region(space.documents)
    space.codes.tree.collapseAll()
    space.codes.tree.mark(space.codes.model.rows[0].uid)


def undo(hand, space, words):
    hand.key(Qt.Key.Key_Z, CTRL)
    assert words in hand.window.status.last_act.text()


def test_a_coding_taken_back_is_shown_where_it_was(hand, space):
    anchor = hand.select(WORDS)
    space.hand.assign(hand.code("RUI-1").uid)
    uid = hand.window.viewing.active_uid
    leave(hand, space)
    undo(hand, space, "RUI-1")
    assert stored(hand.window, uid) is None
    assert space.page.document.title.startswith("Kreekenburg")
    assert hand.view.scene.flashed == anchor
    leave(hand, space)
    hand.key(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert hand.window.viewing.active_uid == uid
    assert hand.view.scene.flashed == anchor


def test_several_codings_given_back_their_codes_are_marked(hand, space, qtbot):
    listed = space.listed
    space.listed.show_scope(in_all=False)
    uids = [row.uid for row in listed.model.rows()[:3]]
    listed.mark_all(uids)
    before = {uid: stored(hand.window, uid).code_uid for uid in uids}
    other = next(row for row in space.codes.model.rows if row.uid not in before.values())
    space.hand.assign(other.uid)
    assert {stored(hand.window, uid).code_uid for uid in uids} == {other.uid}
    leave(hand, space)
    undo(hand, space, "3")
    assert {uid: stored(hand.window, uid).code_uid for uid in uids} == before
    assert space.page.document.title.startswith("Kreekenburg")
    assert set(listed.marked_uids()) == set(uids)


def test_many_codings_over_documents_are_counted_and_shown_when_they_go_and_come(hand, space):
    listed, status = space.listed, hand.window.status.last_act
    listed.show_scope(in_all=True)
    rows = listed.model.rows()
    first, last = rows[0], next(row for row in rows if row.document_uid != rows[0].document_uid)
    listed.mark_all([first.uid, last.uid])
    space.hand.remove_marked()
    assert status.text() == "2 codings in 2 documents removed"
    for _ in range(2):
        hand.window.viewing.look_at(last.document_uid)
        undo(hand, space, "Undone: removing 2 codings in 2 documents")
        assert hand.window.viewing.active_uid == first.uid
        assert hand.view.scene.flashed == first.anchor
        assert set(listed.marked_uids()) == {first.uid, last.uid}
        hand.window.viewing.look_at(last.document_uid)
        hand.key(Qt.Key.Key_Z, CTRL | SHIFT)
        assert stored(hand.window, first.uid) is None
        assert hand.window.viewing.document_uid == first.document_uid
        assert hand.view.scene.flashed == first.anchor


def test_a_reading_status_taken_back_shows_document_and_theme(hand, space):
    last = len(space.status.rows) - 1
    space.status.list.setCurrentRow(last)
    before = space.status.rows[last].state
    hand.key(Qt.Key.Key_Return if before != "done" else Qt.Key.Key_Backspace, CTRL)
    assert space.status.rows[last].state != before
    hand.window.actions_["space_analysis"].trigger()
    space.status.list.setCurrentRow(0)
    hand.window.viewing.look_at(space.documents.model.rows[-1].uid)
    hand.window.actions_["undo"].trigger()
    assert hand.window.view.currentWidget() is space
    assert space.page.document.title.startswith("Kreekenburg")
    assert space.status.marked().family_uid == space.status.rows[last].family_uid
    assert space.status.marked().state == before


def test_a_memo_taken_back_shows_its_place_in_the_list_and_on_the_page(hand, space):
    anchor = hand.select(WORDS)
    hand.key(Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    (dialog,) = hand.window.findChildren(MemoDialog)
    dialog.text.setPlainText("Waarom niet?")
    dialog.act_button.click()
    leave(hand, space)
    undo(hand, space, "memo")
    assert space.memos.isVisible()
    assert space.page.document.title.startswith("Kreekenburg")
    assert hand.view.scene.flashed == anchor
    leave(hand, space)
    hand.key(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert space.memos.marked().text == "Waarom niet?"


def test_not_mentioned_taken_back_shows_document_and_code(hand, space):
    code = next(row for row in space.codes.model.rows if row.level == 2 and not row.n_codings)
    family = next(row for row in space.status.rows if row.family_uid == code.family_uid)
    space.hand.status.set_states([family], "done")
    space.codes.tree.mark(code.uid)
    hand.key(Qt.Key.Key_Q, Qt.KeyboardModifier.ShiftModifier)
    assert hand.window.workspace.read(absence.rows)
    leave(hand, space)
    undo(hand, space, code.key)
    assert hand.window.workspace.read(absence.rows) == []
    assert space.page.document.title.startswith("Kreekenburg")
    assert space.codes.tree.marked_uid() == code.uid


def test_an_act_on_the_codebook_taken_back_shows_the_code(hand, space):
    code = hand.code("WON-2")
    space.codes.tree.mark(code.uid)
    hand.window.actions_["book_retire"].trigger()
    leave(hand, space)
    undo(hand, space, "WON-2")
    assert space.codes.tree.marked_uid() == code.uid
    assert space.codes.tree.visualRect(space.codes.tree.currentIndex()).isValid()


def test_a_heading_taken_out_and_put_back_is_shown_in_the_contents(hand, space):
    space.shelf.show_region(space.contents)
    row = space.contents.rows[2]
    space.contents.mark(row.uid)
    hand.window.actions_["heading_remove"].trigger()
    leave(hand, space)
    undo(hand, space, row.title)
    assert space.contents.isVisible()
    assert space.contents.marked().uid == row.uid
    assert hand.view.current_page == row.page_number


def test_the_steps_of_the_session_are_listed_and_gone_back_to(hand, space):
    for key in ("RUI-1", "RUI-3", "RUI-4"):
        hand.select(WORDS)
        space.hand.assign(hand.code(key).uid)
    stack = hand.window.workspace.undo_stack
    (steps,) = [menu for menu in hand.window.findChildren(QMenu) if menu.title() == "Go back to"]
    steps.aboutToShow.emit()
    named = [action.text() for action in steps.actions()]
    n_steps = stack.index()
    assert named[0] == stack.text(n_steps - 1)
    assert named[-1] == "How it was at the beginning"
    steps.actions()[2].trigger()
    assert stack.index() == n_steps - 2
    steps.aboutToShow.emit()
    steps.actions()[-1].trigger()
    assert not stack.canUndo()


# A document goes and comes back


def shown(space):
    """What the panels show of the open document and of the project."""
    scene = space.page.view.scene
    return {
        "documents": [(row.title, row.n_codings) for row in space.documents.model.rows],
        "codes": [(row.key, row.n_codings) for row in space.codes.model.rows],
        "page": len(scene.highlights) if scene else 0,
        "listed": [row.uid for row in space.listed.model.rows()],
        "states": [(row.family_uid, row.state) for row in space.status.rows],
        "headings": [row.title for row in space.contents.rows],
    }


def shows(hand, space, wanted):
    """Wait for the figures that are counted away from the window."""
    hand.qtbot.waitUntil(lambda: shown(space) == wanted)


def settled(hand, space):
    with hand.qtbot.waitSignal(space.tally.changed, raising=False, timeout=300):
        pass
    return shown(space)


def test_a_removed_document_comes_back_and_the_steps_before_it_can_be_taken_back(hand, space):
    hand.select(WORDS)
    space.hand.assign(hand.code("RUI-1").uid)
    uid, stack = hand.window.viewing.active_uid, hand.window.workspace.undo_stack
    before, n_steps = settled(hand, space), stack.index()
    hand.window.actions_["remove_document"].trigger()
    (asked,) = hand.window.outfit.ask.asked
    assert asked.startswith("Remove 1 document and ")
    assert "Kreekenburg" in hand.window.status.last_act.text()
    assert stack.index() == n_steps + 1
    assert hand.window.viewing.document_uid == ""
    assert space.page.page_count.text() == space.page.page_field.text() == ""
    assert stored(hand.window, uid) is None
    undo(hand, space, "Kreekenburg")
    assert space.page.page_count.text().startswith("of 9")
    assert space.page.document.title.startswith("Kreekenburg")
    shows(hand, space, before)
    undo(hand, space, "RUI-1")
    assert stored(hand.window, uid) is None
    hand.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert stored(hand.window, uid) is not None
    shows(hand, space, before)


def test_a_removal_is_done_again_and_taken_back_again(hand, space):
    before = settled(hand, space)
    hand.window.actions_["remove_document"].trigger()
    gone = settled(hand, space)
    for _ in range(2):
        hand.key(Qt.Key.Key_Z, CTRL)
        assert space.page.document.title.startswith("Kreekenburg")
        shows(hand, space, before)
        hand.key(Qt.Key.Key_Z, CTRL | SHIFT)
        assert hand.window.viewing.document_uid == ""
        shows(hand, space, gone)
    assert len(hand.window.outfit.ask.asked) == 1


def test_a_document_that_came_in_again_is_not_put_back_beside_itself(hand, space, tmp_path):
    workspace = hand.window.workspace
    row = space.documents.open_document()
    pdf = tmp_path / "opnieuw.pdf"
    pdf.write_bytes(workspace.read(documents.content, row.uid))
    hand.window.actions_["remove_document"].trigger()
    assert not intake.take_in(workspace.project, [pdf]).refused
    with hand.qtbot.waitSignal(workspace.failed):
        hand.key(Qt.Key.Key_Z, CTRL)
    assert workspace.read(documents.get, row.uid).title == "opnieuw"
