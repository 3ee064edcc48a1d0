"""Contents in the real window: going to headings, correcting them, coming back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.services.texts import sections

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def contents(hand):
    panel = hand.space.contents
    hand.space.shelf.show_region(panel)
    assert panel.rows
    return panel


def titles(panel) -> list[tuple[str, int]]:
    return [(row.title, row.level) for row in panel.rows]


def item(panel, number: int):
    panel.mark(panel.rows[number].uid)
    return panel.tree.currentItem()


def click(hand, panel, number: int) -> None:
    place = panel.tree.visualItemRect(item(panel, number)).center()
    hand.qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_on_a_heading_goes_there_and_alt_left_comes_back(hand, contents):
    assert hand.view.current_page == 1
    row = contents.rows[-1]
    click(hand, contents, len(contents.rows) - 1)
    assert hand.view.current_page == row.page_number > 1
    hand.window.actions_["go_back"].trigger()
    assert hand.view.current_page == 1
    hand.window.actions_["go_forward"].trigger()
    assert hand.view.current_page == row.page_number


def test_the_heading_of_the_page_in_sight_is_marked(hand, contents):
    row = contents.rows[-1]
    hand.view.go_to_page(row.page_number)
    assert contents.marked().page_number == row.page_number


def test_the_heading_clicked_stays_marked_wherever_its_page_begins(hand, contents):
    hand.view.set_zoom(0.4)  # several pages in the window: the one read is not the heading's
    for number in range(len(contents.rows)):
        hand.view.go_to_start()
        click(hand, contents, number)
        assert contents.marked() == contents.rows[number]


def test_a_typed_title_is_stored_and_can_be_undone(hand, contents):
    before = titles(contents)
    item(contents, 1).setText(0, "Een beter kopje")
    assert contents.rows[1].title == "Een beter kopje"
    assert contents.rows[1].origin == "corrected"
    hand.window.workspace.undo_stack.undo()
    assert titles(contents) == before
    assert contents.rows[1].origin == "outline"


def test_a_title_that_is_refused_is_not_shown_either(hand, tmp_path):
    window = hand.window
    copy = shutil.copy(window.workspace.project.path, tmp_path / "read only.qualcode")
    assert window.desk.open_read_only(Path(copy))
    contents = hand.space.contents
    hand.space.shelf.show_region(contents)
    window.viewing.look_at(hand.space.documents.model.rows[0].uid)
    before = contents.rows[1].title
    item(contents, 1).setText(0, "Een ander kopje")
    assert contents.rows[1].title == before
    assert item(contents, 1).text(0) == before


def test_a_heading_moves_a_level_with_all_below_it(hand, contents):
    before = titles(contents)
    top = next(
        i
        for i in range(1, len(contents.rows) - 1)
        if contents.rows[i + 1].level > contents.rows[i].level
    )
    n_below = len(contents.with_all_below(contents.rows[top]))
    item(contents, top)
    contents.tree.setFocus()
    hand.qtbot.keyClick(contents.tree, Qt.Key.Key_Right, SHIFT)
    assert [row.level for row in contents.rows[top : top + n_below]] == [
        level + 1 for _, level in before[top : top + n_below]
    ]
    hand.window.workspace.undo_stack.undo()
    assert titles(contents) == before


def test_delete_in_the_tree_removes_the_heading_and_no_coding(hand, contents):
    before = titles(contents)
    item(contents, 2)
    contents.tree.setFocus()
    hand.qtbot.keyClick(contents.tree, Qt.Key.Key_Delete)
    assert titles(contents) == before[:2] + before[3:]
    hand.window.workspace.undo_stack.undo()
    assert titles(contents) == before


def test_selected_words_become_a_heading(hand, contents):
    start = contents.rows[2].anchor.start + 200
    hand.view.select(TextAnchor(start, start + 20))
    hand.window.actions_["heading_add"].trigger()
    assert start in [row.anchor.start for row in contents.rows]
    assert contents.marked().anchor.start == start  # so that its level can be changed at once


def test_headings_are_found_by_their_type_as_a_job(hand, contents):
    before = titles(contents)
    contents.find_button.click()
    hand.qtbot.waitUntil(lambda: {row.origin for row in contents.rows} == {"found"})
    hand.window.workspace.undo_stack.undo()
    assert titles(contents) == before


def test_contents_follow_the_open_document_and_show_its_pages(hand, contents):
    other = hand.space.documents.model.rows[-1]
    hand.window.viewing.look_at(other.uid)
    stored = hand.window.workspace.read(sections.rows, other.revision_uid)
    assert contents.rows == stored
    contents.pages_button.click()
    assert contents.thumbnails.isVisible()
