"""Memos in the real window: written about what is marked, found, changed, undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.ui.dialogs.memo import MemoDialog
from qualcode_app.ui.item_models.memos_table import Column
from qualcode_app.ui.item_models.rows_table import ROW_ROLE
from qualcode_app.ui.viewing import CodingFilter

WORDS = "Wie voert dit uit?"


@pytest.fixture
def panel(hand):
    hand.space.lists.show_region(hand.space.memos)
    return hand.space.memos


def dialog(hand) -> MemoDialog:
    hand.window.actions_["memo_here"].trigger()
    (found,) = hand.window.findChildren(MemoDialog)
    return found


def write(hand, text: str = WORDS, kind: int = 1) -> None:
    asked = dialog(hand)
    asked.kind.setCurrentIndex(kind)
    asked.text.setPlainText(text)
    asked.act_button.click()
    QApplication.sendPostedEvents(None, 52)  # deferred deletes


def shown(panel) -> list[str]:
    return [panel.sieve.index(row, 0).data(ROW_ROLE).text for row in range(panel.sieve.rowCount())]


def memo(panel, text: str = WORDS):
    rows = [panel.sieve.index(row, 0).data(ROW_ROLE) for row in range(panel.sieve.rowCount())]
    return next(row for row in rows if row.text == text)


def test_a_memo_about_the_selection_keeps_its_place_and_undo_takes_it_away(hand, panel):
    hand.view.select(TextAnchor(1000, 1020))
    write(hand)
    found = memo(panel)
    assert (found.target_kind, found.kind) == ("place", "question")
    assert found.anchor == TextAnchor(1000, 1020)
    hand.window.workspace.undo_stack.undo()
    assert WORDS not in shown(panel)
    hand.window.workspace.undo_stack.redo()
    assert WORDS in shown(panel)


def test_without_a_selection_it_is_about_the_document_or_what_is_chosen(hand, panel):
    hand.view.select(None)
    hand.window.viewing.activate("")
    write(hand)
    assert memo(panel).target_kind == "document"
    asked = dialog(hand)
    asked.target.setCurrentIndex(asked.target.count() - 1)
    asked.text.setPlainText("Over alles")
    asked.act_button.click()
    assert memo(panel, "Over alles").target_kind == "project"


def test_the_note_of_an_active_coding_is_opened_and_changed(hand, panel):
    row = next(row for row in hand.space.listed.model.rows() if not row.memo)
    hand.window.viewing.activate(row.uid)
    write(hand, "Eerste", kind=0)
    asked = dialog(hand)
    assert asked.text.toPlainText() == "Eerste"
    asked.text.setPlainText("Tweede")
    asked.act_button.click()
    assert hand.space.listed.row_of(row.uid).memo == "Tweede"
    hand.window.workspace.undo_stack.undo()
    assert hand.space.listed.row_of(row.uid).memo == "Eerste"


def test_words_kind_and_document_sift_the_list(hand, panel):
    hand.view.select(TextAnchor(1000, 1020))
    write(hand)
    hand.view.select(TextAnchor(1000, 1020))
    write(hand, "Besloten: telt mee.", kind=2)
    everything = len(shown(panel))
    panel.search_field.setText("voert uit")
    assert shown(panel) == [WORDS]
    panel.search_field.setText("")
    panel.kind_choice.setCurrentIndex(3)
    assert shown(panel) == ["Besloten: telt mee."]
    panel.kind_choice.setCurrentIndex(0)
    panel.here_button.setChecked(True)
    hand.window.viewing.look_at(hand.space.documents.model.rows[-1].uid)
    assert WORDS not in shown(panel)
    panel.here_button.setChecked(False)
    assert len(shown(panel)) == everything


def test_a_click_goes_to_the_place_and_delete_removes(hand, panel):
    hand.view.select(TextAnchor(9000, 9020))
    write(hand)
    hand.view.go_to_start()
    found = memo(panel)
    panel.mark(found.uid)
    place = panel.table.visualRect(panel.table.currentIndex()).center()
    hand.qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert hand.view.current_page == found.page_number > 1
    panel.table.setFocus()
    hand.qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert WORDS not in shown(panel)


def test_a_click_on_the_memo_of_a_coding_makes_the_coding_active(hand, panel):
    row = hand.space.listed.model.rows()[0]
    hand.space.hand.show_coding(row.uid)
    write(hand)
    hand.window.viewing.activate("")
    hand.window.viewing.look_at(hand.space.documents.model.rows[-1].uid)
    panel.mark(memo(panel).uid)
    place = panel.table.visualRect(panel.table.currentIndex()).center()
    hand.qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert hand.window.viewing.active_uid == row.uid
    assert hand.window.viewing.document_uid == row.document_uid


def test_in_a_project_that_is_open_for_reading_nobody_is_asked_for_words(hand, project_file):
    hand.window.desk.open_read_only(project_file)
    hand.window.actions_["memo_here"].trigger()
    assert hand.window.findChildren(MemoDialog) == []
    message = hand.space.page.message
    assert message.isVisible()
    assert "read-only" in message.sentence.text()


def test_a_click_on_a_heading_sorts(hand, panel):
    hand.view.select(TextAnchor(9000, 9020))
    write(hand, "Aap", kind=0)
    hand.view.select(TextAnchor(1000, 1020))
    write(hand, "Zebra", kind=0)
    panel.table.sortByColumn(Column.TEXT, Qt.SortOrder.DescendingOrder)
    texts = shown(panel)
    assert texts.index("Zebra") < texts.index("Aap")


def test_memos_follow_the_filter_by_code_and_coder(hand, panel):
    hand.view.select(None)
    row = hand.space.listed.model.rows()[0]
    hand.space.hand.show_coding(row.uid)
    write(hand, "Over deze codering", 0)
    everything = shown(panel)
    viewing, coder_uid = hand.window.viewing, hand.window.workspace.coder_uid
    viewing.filter_by(CodingFilter(frozenset({row.code_uid})))
    assert "Over deze codering" in shown(panel)
    viewing.filter_by(CodingFilter(frozenset({hand.code("FIN").uid})))
    assert shown(panel) == []
    viewing.filter_by(CodingFilter(coder_uids=frozenset({coder_uid})))
    assert "Over deze codering" in shown(panel)
    viewing.filter_by(CodingFilter())
    assert shown(panel) == everything


def test_a_narrow_head_of_the_memos_stands_on_one_line(hand):
    hand.window.resize(1280, 800)
    space = hand.space
    space.lists.show_region(space.memos)
    hand.qtbot.waitUntil(lambda: 0 < space.memos.width() < 760)
    assert space.memos.new_button.isVisible()
    fields = (space.memos.title, space.memos.search_field, space.memos.here_button)
    hand.qtbot.waitUntil(lambda: len({each.geometry().center().y() // 8 for each in fields}) == 1)
