"""Judging that a document does not mention a code, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from qualcode_app.domain.search_query import Query
from qualcode_app.services.coding import absence
from qualcode_app.services.search import search_runs
from qualcode_app.services.search.search_runs import NewRun
from qualcode_app.ui.dialogs.not_mentioned import NotMentionedDialog
from tests.ui.facet_tools import code_words, open_kreekenburg

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def space(hand):
    return open_kreekenburg(hand)


def test_not_mentioned_needs_the_theme_to_be_read(hand, space, qtbot):
    workspace = hand.window.workspace
    code = next(
        row
        for row in space.codes.model.rows
        if row.level == 2
        and not any(one.code_uid == row.uid for one in space.listed.model.rows())
        and row.default_on
    )
    family = next(row for row in space.status.rows if row.family_uid == code.family_uid)
    space.hand.status.set_states([family], "busy")
    space.codes.tree.mark(code.uid)
    hand.key(Qt.Key.Key_Q, SHIFT)
    assert workspace.read(absence.rows) == []
    assert family.family_label_en in hand.window.view.main_region().message.sentence.text()
    space.hand.status.set_states([family], "done")
    hand.key(Qt.Key.Key_Q, SHIFT)
    (row,) = workspace.read(absence.rows)
    assert (row.code_uid, row.state) == (code.uid, "stands")
    space.hand.status.set_states([family], "busy")
    assert "open again" in space.page.message.sentence.text()
    hand.window.actions_["not_mentioned_list"].trigger()
    dialog = hand.window.findChild(NotMentionedDialog)
    assert dialog.table.rowCount() == 1
    document = space.documents.open_document()
    run = NewRun(workspace.coder_uid, Query("ruimtevaart"), [document.revision_uid], 0)
    workspace.write(search_runs.keep, run)
    (choice,) = dialog.search_menu(dialog._rows[0]).actions()
    choice.trigger()
    assert "ruimtevaart" in dialog.table.item(0, 5).text()
    workspace.undo_stack.undo()
    assert dialog.table.item(0, 5).text() == ""
    assert "not read" in dialog.table.item(0, 2).text()
    place = dialog.table.visualItemRect(dialog.table.item(0, 0)).center()
    qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.withdraw_button.isEnabled()
    qtbot.mouseClick(dialog.withdraw_button, Qt.MouseButton.LeftButton)
    assert workspace.read(absence.rows) == []
    assert dialog.table.rowCount() == 0
    dialog.reject()
    workspace.undo_stack.undo()
    assert len(workspace.read(absence.rows)) == 1


def test_a_coding_against_a_judgement_says_so(hand, space):
    workspace = hand.window.workspace
    mine = {row.code_uid for row in space.listed.model.rows()}
    code = next(row for row in space.codes.model.rows if row.level == 3 and row.uid not in mine)
    family = [row for row in space.status.rows if row.family_uid == code.family_uid]
    space.hand.status.set_states(family, "done")
    space.codes.tree.mark(code.uid)
    space.codes.mark(code.uid)
    space.hand.absence.judge()
    (row,) = workspace.read(absence.rows)
    assert row.state == "stands"
    code_words(hand, row.code_key)
    assert workspace.read(absence.rows)[0].state == "coded"
    assert "open again" in space.page.message.sentence.text()
    workspace.undo_stack.undo()
    assert workspace.read(absence.rows)[0].state == "stands"
    assert space.page.message.isHidden()  # what it said is not so any more


def test_a_refusal_goes_when_what_it_asked_for_is_done(hand, space):
    row = space.status.rows[0]
    space.hand.status.set_states([row], "busy")
    code = next(code for code in space.codes.model.rows if code.family_uid == row.family_uid)
    space.codes.tree.mark(code.uid)
    hand.key(Qt.Key.Key_Q, SHIFT)
    assert "to be read" in space.page.message.sentence.text()
    space.hand.status.set_states([row], "done")
    assert space.page.message.isHidden()
